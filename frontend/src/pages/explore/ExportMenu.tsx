import type { RefObject } from "react";

import type { Drawn } from "./combine";
import styles from "./explore.module.css";
import { edgeTable, type Figure, gexf, graphml, nodeTable } from "./files";
import { pngOf, svg } from "./image";
import { Menu } from "./Menu";
import type { Picture } from "./picture";
import { coloursOf } from "./stage/colours";
import type { Stage } from "./stage/Stage";

interface ExportMenuProps {
  readonly picture: Picture;
  readonly drawn: Drawn | null;
  readonly stage: RefObject<Stage | null>;
}

/** The picture as files: what is shown, neither more nor less. The works as the server writes bibliographies. */
export function ExportMenu({ drawn, picture, stage }: ExportMenuProps) {
  const works = (drawn?.nodes ?? []).filter(({ kind }) => kind === "WORK").map(({ id }) => id);
  const figure = (): Figure => ({
    nodes: drawn?.nodes ?? [],
    edges: drawn?.edges ?? [],
    places: stage.current?.places() ?? picture.pins,
    seeds: picture.seeds,
    colours: coloursOf(document.body),
  });
  const text = (name: string, type: string, write: (figure: Figure) => string) => () =>
    download(name, new Blob([write(figure())], { type }));
  return (
    <Menu name="Export">
      <ul className={styles.files}>
        <li>
          <button type="button" onClick={() => void pngOf(svg(figure())).then((blob) => download("graph.png", blob))}>
            PNG <span className="quiet">picture</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={text("graph.svg", "image/svg+xml", svg)}>
            SVG <span className="quiet">picture to scale and edit</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={text("graph.graphml", "application/graphml+xml", graphml)}>
            GraphML <span className="quiet">Cytoscape, yEd, networkx</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={text("graph.gexf", "application/gexf+xml", gexf)}>
            GEXF <span className="quiet">Gephi, with places and colours</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={text("nodes.csv", "text/csv", nodeTable)}>
            CSV <span className="quiet">table of nodes</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={text("edges.csv", "text/csv", edgeTable)}>
            CSV <span className="quiet">table of edges</span>
          </button>
        </li>
        <li>
          {works.length === 0 ? (
            <span className="quiet">BibTeX: no works are shown</span>
          ) : (
            <a href={`/export/works.bib?ids=${works.join(",")}`} download="works.bib">
              BibTeX <span className="quiet">the works shown</span>
            </a>
          )}
        </li>
      </ul>
    </Menu>
  );
}

function download(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the blob by the next turn of its loop; some need a moment longer.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

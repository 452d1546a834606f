import { counted } from "../../entities/kinds";
import { BEHIND } from "../../graph/words";
import styles from "./explore.module.css";
import { KindMark } from "./KindMark";
import type { Path } from "./useGraph";

interface PathListProps {
  /** Null while they are sought. */
  readonly paths: readonly Path[] | null;
}

/** The paths between two entities, step by step. */
export function PathList({ paths }: PathListProps) {
  if (paths === null) {
    return <p role="status">Looking for a path…</p>;
  }
  if (paths.length === 0) {
    return <p role="status">Nothing joins them within six steps by the edges that are shown.</p>;
  }
  return (
    <ol className={styles.paths} aria-label="Paths">
      {paths.map(({ length, nodes, edges }) => (
        <li key={edges.map(({ id }) => id).join(" ")}>
          <p className="quiet">{counted(length, "step")}</p>
          <ol>
            {nodes.map(({ id, kind, label }, index) => (
              <li key={id} data-kind={kind}>
                <KindMark kind={kind} />
                <span dir="auto">{label}</span>
                {edges[index] !== undefined && <span className="quiet"> – {BEHIND[edges[index].kind][0]}</span>}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

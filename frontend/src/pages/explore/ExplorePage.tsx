import { lazy, Suspense, useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useSearchParams } from "react-router";

import { counted } from "../../entities/kinds";
import { Waiting } from "../../graph/Waiting";
import { useTitle } from "../../layout/useTitle";
import { FailureNotice, Notice } from "../../parts/Notice";
import { pictureOf, queryOf, unreadableSeeds } from "./address";
import { type Command, reduce } from "./commands";
import { Filters } from "./Filters";
import { Help } from "./Help";
import { Panel } from "./Panel";
import { SearchBox } from "./SearchBox";
import type { Stage } from "./stage/Stage";
import styles from "./explore.module.css";
import { StartHere } from "./StartHere";
import { GraphTable } from "./Table";
import { Toolbar } from "./Toolbar";
import { useGraph } from "./useGraph";
import { useKeys } from "./useKeys";
import { useSavedView } from "./useSavedView";

// WebGL and the layouts are most of the script: the page stands before they come.
const Canvas = lazy(() => import("./Canvas"));

/** The research graph to walk through: whatever is done to it stands in the address, so that it can be sent to somebody. */
export function ExplorePage() {
  useTitle("Explorer");
  const [parameters, setParameters] = useSearchParams();
  const [history, step] = useReducer(reduce, parameters, (given) => ({ past: [], present: pictureOf(given), future: [] }));
  const picture = history.present;
  useAddress(picture, parameters, setParameters, (opened) => step({ do: "open", picture: opened }));
  const view = useSavedView(parameters.get("view"), (opened) => step({ do: "open", picture: opened }));
  const graph = useGraph(picture);
  const { drawn } = graph;
  const [selected, select] = useState<readonly string[]>([]);
  const [shows, show] = useState<"drawing" | "table">("drawing");
  const [hasNoWebGL, setHasNoWebGL] = useState(false);
  const [isHelping, help] = useState(false);
  const stage = useRef<Stage | null>(null);
  const search = useRef<HTMLInputElement>(null);

  const byId = useMemo(() => new Map(drawn?.nodes.map((node) => [node.id, node])), [drawn]);
  const chosen = useMemo(() => selected.flatMap((id) => byId.get(id) ?? []), [selected, byId]);
  const run = useCallback((command: Command) => step(command), []);
  const choose = useCallback((id: string | null, added: boolean) => {
    select((before) => {
      if (id === null) {
        return [];
      }
      return !added ? [id] : before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
    });
  }, []);
  const toggleExpanded = useCallback(
    (id: string) => step({ do: picture.expanded.includes(id) ? "collapse" : "expand", id }),
    [picture.expanded],
  );
  const pin = useCallback(
    (ids: readonly string[]) => {
      const unpinned = ids.filter((id) => picture.pins[id] === undefined);
      const places = stage.current?.places() ?? {};
      step(
        unpinned.length === 0
          ? { do: "unpin", ids }
          : { do: "pin", at: Object.fromEntries(unpinned.map((id) => [id, places[id] ?? { x: 0, y: 0 }])) },
      );
    },
    [picture.pins],
  );
  const dismiss = useCallback((ids: readonly string[]) => {
    step({ do: "dismiss", ids });
    select([]);
  }, []);
  const undo = useCallback(() => step({ do: "undo" }), []);
  const redo = useCallback(() => step({ do: "redo" }), []);
  const page = useKeys({ undo, redo, search: () => search.current?.focus(), help: () => help(true) });
  const isEmpty = picture.seeds.length === 0 && picture.expanded.length === 0 && picture.added.length === 0;
  const unknown = [...unreadableSeeds(parameters), ...graph.missing];
  const asTable = shows === "table" || hasNoWebGL;
  return (
    <div className={styles.explorer} ref={page} aria-busy={graph.isBusy}>
      <h1 className="aloud">Explorer</h1>
      <div className={styles.top}>
        <SearchBox ref={search} choose={(id) => step({ do: "seed", id })} isFirst={isEmpty} />
        {!isEmpty && (
          <Toolbar
            picture={picture}
            drawn={drawn}
            run={run}
            canUndo={history.past.length > 0}
            canRedo={history.future.length > 0}
            undo={undo}
            redo={redo}
            stage={stage}
            asTable={asTable}
            show={hasNoWebGL ? null : show}
            help={() => help(true)}
          />
        )}
      </div>
      <div className={styles.notices}>
        {unknown.length > 0 && (
          <Notice tone="warn" title="Some of what the address names is not there">
            {unknown.slice(0, 5).join(", ")}
            {unknown.length > 5 && ` and ${unknown.length - 5} more`}: check the link, or search for what you are looking for.
          </Notice>
        )}
        {view.isMissing && (
          <Notice tone="warn" title="Nobody has saved this view">
            Check the link: the part after “view=” names it.
          </Notice>
        )}
        {graph.failure !== null && <FailureNotice what="A part of the graph" failure={graph.failure} retry={graph.retry} />}
        {graph.failure === null && graph.problems[0] !== undefined && (
          <Notice tone="warn" title="A part of the graph is missing" retry={graph.retry}>
            {graph.problems[0].message}
          </Notice>
        )}
        {hasNoWebGL && (
          <Notice tone="warn" title="This browser draws no graphs">
            It has no WebGL 2, or it is switched off. The table below shows the same, and everything can be done there.
          </Notice>
        )}
      </div>
      {isEmpty && !view.isLoading ? (
        <StartHere choose={(id) => step({ do: "seed", id })} />
      ) : (
        <div className={styles.body} data-panel={chosen.length > 0}>
          <Filters picture={picture} drawn={drawn} run={run} />
          <div className={styles.middle}>
            {asTable && drawn !== null && (
              <GraphTable
                drawn={drawn}
                picture={picture}
                selected={selected}
                choose={choose}
                toggleExpanded={toggleExpanded}
                pin={pin}
                dismiss={dismiss}
              />
            )}
            {/* Behind the table it keeps its places. */}
            <div className={styles.behind} data-hidden={asTable && drawn !== null}>
              <Suspense fallback={<Waiting />}>
                <Canvas
                  stage={stage}
                  drawn={drawn}
                  picture={picture}
                  paths={graph.paths}
                  selected={selected}
                  choose={choose}
                  toggleExpanded={toggleExpanded}
                  pinAt={(at, from) => step({ do: "pin", at, from })}
                  isHidden={asTable && drawn !== null}
                  pin={pin}
                  dismiss={dismiss}
                  isBusy={graph.isBusy || view.isLoading}
                  failed={() => setHasNoWebGL(true)}
                />
              </Suspense>
            </div>
            <p className={styles.status} role="status">
              {drawn === null ? "Reading the graph…" : summary(drawn)}
            </p>
          </div>
          {chosen.length > 0 && drawn !== null && (
            <Panel
              chosen={chosen}
              picture={picture}
              drawn={drawn}
              paths={graph.paths}
              run={run}
              toggleExpanded={toggleExpanded}
              pin={pin}
              dismiss={dismiss}
              choose={choose}
              close={() => select([])}
            />
          )}
        </div>
      )}
      <Help isOpen={isHelping} close={() => help(false)} />
    </div>
  );
}

function summary({ nodes, edges, isFull }: NonNullable<ReturnType<typeof useGraph>["drawn"]>): string {
  const shown = `${counted(nodes.length, "node")}, ${counted(edges.length, "edge")}.`;
  return isFull ? `${shown} A picture has no room for more: dismiss or filter some.` : shown;
}

/** Writes the picture into the address, and reads it from there when the address is changed by somebody else. */
function useAddress(
  picture: ReturnType<typeof pictureOf>,
  parameters: URLSearchParams,
  setParameters: ReturnType<typeof useSearchParams>[1],
  open: (picture: ReturnType<typeof pictureOf>) => void,
): void {
  // The address there is, and those written since: they arrive one after the other, some late, some never.
  const written = useRef([parameters.toString()]);
  const shown = useRef(picture);
  const given = parameters.toString();
  useEffect(() => {
    if (shown.current !== picture) {
      shown.current = picture;
      const query = queryOf(picture);
      written.current.push(new URLSearchParams(query).toString());
      setParameters(query, { replace: true, preventScrollReset: true });
      return;
    }
    const at = written.current.indexOf(given);
    if (at >= 0) {
      written.current.splice(0, at);
    } else {
      written.current = [given];
      const opened = pictureOf(new URLSearchParams(given));
      shown.current = opened;
      open(opened);
    }
  }, [picture, given, setParameters, open]);
}

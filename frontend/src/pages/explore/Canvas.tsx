import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";

import { KINDS } from "../../entities/kinds";
import type { Point } from "../../graph/layout";
import { Waiting } from "../../graph/Waiting";
import { Button } from "../../parts/Button";
import { type Drawn, type Node, shownOf } from "./combine";
import styles from "./explore.module.css";
import type { Picture } from "./picture";
import { onColourChange } from "./stage/colours";
import { Stage } from "./stage/Stage";
import type { Path } from "./useGraph";

interface CanvasProps {
  readonly stage: RefObject<Stage | null>;
  readonly drawn: Drawn | null;
  readonly picture: Picture;
  readonly paths: readonly Path[] | null;
  readonly selected: readonly string[];
  readonly choose: (id: string | null, added: boolean) => void;
  readonly toggleExpanded: (id: string) => void;
  readonly pinAt: (at: Readonly<Record<string, Point>>, from: Readonly<Record<string, Point>>) => void;
  /** Whether something stands in front of it. */
  readonly isHidden: boolean;
  readonly pin: (ids: readonly string[]) => void;
  readonly dismiss: (ids: readonly string[]) => void;
  readonly isBusy: boolean;
  /** Called where the browser cannot draw it. */
  readonly failed: () => void;
}

/** The drawing, with the keys and buttons that move about in it. */
export default function Canvas(props: CanvasProps) {
  const { stage, drawn, picture, paths, selected, isBusy, isHidden, failed } = props;
  const container = useRef<HTMLDivElement>(null);
  const labels = useRef<HTMLCanvasElement>(null);
  const handlers = useRef(props);
  const [isSettled, settle] = useState(false);
  const [current, reach] = useState<string | null>(null);
  const hint = useId();
  const byId = useMemo(() => new Map(drawn?.nodes.map((node) => [node.id, node])), [drawn]);
  const at = current === null ? undefined : byId.get(current);

  useEffect(() => {
    handlers.current = props;
  });
  useEffect(() => {
    if (container.current === null || labels.current === null) {
      return;
    }
    let made: Stage;
    try {
      made = new Stage(container.current, labels.current, {
        select: (id, added) => {
          reach(id);
          handlers.current.choose(id, added);
        },
        expand: (id) => handlers.current.toggleExpanded(id),
        pin: (at, from) => handlers.current.pinAt(at, from),
        settle,
      });
    } catch (error) {
      console.error(error);
      failed();
      return;
    }
    stage.current = made;
    const forget = onColourChange(() => made.recolour());
    return () => {
      forget();
      stage.current = null;
      made.dispose();
    };
    // Once: what is drawn is given by the effects below.
  }, []);
  useEffect(() => stage.current?.hide(isHidden), [stage, isHidden]);
  useEffect(() => {
    if (drawn !== null) {
      stage.current?.show(drawn, picture);
    }
  }, [stage, drawn, picture]);
  useEffect(() => {
    const path = new Set((picture.path === null ? [] : (paths ?? [])).flatMap(({ edges }) => edges.map(({ id }) => id)));
    stage.current?.mark({ selected, current, path });
  }, [stage, selected, current, paths, picture.path, drawn]);

  const onKey = (event: KeyboardEvent) => {
    const { choose, toggleExpanded, pin, dismiss } = props;
    const id = at?.id ?? drawn?.nodes[0]?.id;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const ids = selected.includes(id) ? selected : [id];
    const actions: Readonly<Record<string, () => void>> = {
      Enter: () => toggleExpanded(id),
      " ": () => choose(id, event.shiftKey),
      Delete: () => dismiss(ids),
      Backspace: () => dismiss(ids),
      Escape: () => choose(null, false),
      p: () => pin(ids),
      "+": () => stage.current?.view.zoom(0.7),
      "-": () => stage.current?.view.zoom(1.4),
      "0": () => stage.current?.view.fit(),
      Home: () => reach(drawn?.nodes[0]?.id ?? null),
    };
    const action = event.key.startsWith("Arrow")
      ? () => {
          const next = at === undefined ? id : (stage.current?.towards(id, event.key) ?? id);
          reach(next);
          stage.current?.reveal(next);
        }
      : actions[event.key];
    if (action !== undefined) {
      event.preventDefault();
      action();
    }
  };

  return (
    <div className={styles.canvas} data-settled={isSettled && !isBusy}>
      <p id={hint} className="aloud">
        Arrow keys go from a node to its neighbours, Enter expands or collapses one, Space selects it, Shift and Space select
        several, Delete dismisses, P pins. The question mark tells all keys. The button Table lists the same nodes.
      </p>
      <div
        className={styles.keys}
        role="application"
        tabIndex={0}
        aria-label="The research graph"
        aria-describedby={hint}
        onKeyDown={onKey}
        onFocus={() => {
          if (current === null) {
            reach(drawn?.nodes[0]?.id ?? null);
          }
        }}
      >
        <div ref={container} className={styles.drawing} aria-hidden="true" />
        <canvas ref={labels} className={styles.labels} aria-hidden="true" />
      </div>
      <p className="aloud" role="status">
        {at === undefined ? "" : spoken(at, picture)}
      </p>
      {drawn === null && (
        <div className={styles.waiting}>
          <Waiting />
        </div>
      )}
      {drawn !== null && (isBusy || !isSettled) && (
        <p className={styles.busy}>{isBusy ? "Reading the graph…" : "Laying it out…"}</p>
      )}
      <div className={styles.zoom} role="group" aria-label="Size of the drawing">
        <Button small onClick={() => stage.current?.view.zoom(0.7)} aria-label="Larger">
          +
        </Button>
        <Button small onClick={() => stage.current?.view.zoom(1.4)} aria-label="Smaller">
          −
        </Button>
        <Button small onClick={() => stage.current?.view.fit()}>
          Fit
        </Button>
        <Button
          small
          onClick={() => {
            if (drawn !== null) {
              stage.current?.layOutAnew(drawn, picture);
            }
          }}
        >
          Lay out anew
        </Button>
      </div>
    </div>
  );
}

/** What is said of a node that the keyboard reaches. */
function spoken(node: Node, { expanded, pins }: Picture): string {
  const { shown, total } = shownOf(node);
  return [
    node.label,
    KINDS[node.kind].one,
    node.subtitle,
    `${shown} of ${total} edges shown`,
    expanded.includes(node.id) ? "expanded" : null,
    pins[node.id] === undefined ? null : "pinned",
  ]
    .filter(Boolean)
    .join(", ");
}

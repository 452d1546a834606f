import { useEffect, useRef } from "react";

import { Button } from "../../parts/Button";
import styles from "./explore.module.css";

const KEYS: readonly [string, string][] = [
  ["Arrow keys", "to a neighbour in that direction"],
  ["Enter", "expand a node, or take back what it brought"],
  ["Space", "select it; with Shift, several"],
  ["Delete", "dismiss"],
  ["p", "pin in its place, or unpin"],
  ["z", "undo; with Shift, redo"],
  ["+  −  0", "larger, smaller, fit"],
  ["Home", "to the first node"],
  ["/", "search"],
  ["Esc", "select nothing"],
  ["?", "this help"],
];

const GESTURES: readonly [string, string][] = [
  ["Click or tap", "select a node"],
  ["Shift and click, or a long tap", "select several: two of them can be joined by a path"],
  ["Double click or double tap", "expand a node, or take back what it brought"],
  ["Drag a node", "move it, and pin it there"],
  ["Drag elsewhere", "move the picture"],
  ["Wheel, or two fingers", "larger and smaller"],
];

/** The keys and gestures. */
export function Help({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) {
      dialog.current?.showModal();
    } else {
      dialog.current?.close();
    }
  }, [isOpen]);
  return (
    <dialog ref={dialog} className={styles.help} onClose={close} aria-labelledby="explorer-help">
      <h2 id="explorer-help">Keys and gestures</h2>
      <div>
        <Definitions title="On the drawing" rows={KEYS} areKeys />
        <Definitions title="With mouse or fingers" rows={GESTURES} />
      </div>
      <p className="quiet">The table lists the same nodes, and all of this can be done there too.</p>
      <Button onClick={close}>Close</Button>
    </dialog>
  );
}

function Definitions({ title, rows, areKeys = false }: { title: string; rows: readonly [string, string][]; areKeys?: boolean }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([what, does]) => (
          <div key={what}>
            <dt>{areKeys ? <kbd>{what}</kbd> : what}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

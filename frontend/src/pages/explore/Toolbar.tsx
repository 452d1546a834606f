import type { RefObject } from "react";

import { Button } from "../../parts/Button";
import type { Drawn } from "./combine";
import type { Command } from "./commands";
import { ExportMenu } from "./ExportMenu";
import styles from "./explore.module.css";
import { DEEPEST, LAYOUTS, type LayoutName, type Picture, WIDTHS } from "./picture";
import { ShareMenu } from "./ShareMenu";
import type { Stage } from "./stage/Stage";

interface ToolbarProps {
  readonly picture: Picture;
  readonly drawn: Drawn | null;
  readonly run: (command: Command) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly stage: RefObject<Stage | null>;
  readonly asTable: boolean;
  /** Null where there is no choice. */
  readonly show: ((shows: "drawing" | "table") => void) | null;
  readonly help: () => void;
}

const NAMES: Readonly<Record<LayoutName, string>> = { force: "by what joins", circle: "in circles", years: "by year" };

/** What concerns the whole picture. */
export function Toolbar(props: ToolbarProps) {
  const { picture, drawn, run, canUndo, canRedo, undo, redo, stage, asTable, show, help } = props;
  const widths = [...new Set([...WIDTHS, picture.perKind])].sort((a, b) => a - b);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="The picture">
      <div className={styles.group}>
        <Button small onClick={undo} disabled={!canUndo} aria-keyshortcuts="z" title="Undo (z)">
          <Arrow />
          <span className="aloud">Undo</span>
        </Button>
        <Button small onClick={redo} disabled={!canRedo} aria-keyshortcuts="Shift+z" title="Redo (Shift and z)">
          <Arrow isMirrored />
          <span className="aloud">Redo</span>
        </Button>
      </div>
      <label className={styles.choice}>
        <span>Steps</span>
        <select value={picture.depth} onChange={(event) => run({ do: "depth", depth: Number(event.target.value) })}>
          {Array.from({ length: DEEPEST }, (_, index) => (
            <option key={index} value={index + 1}>
              {index + 1}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.choice}>
        <span>Neighbours of a kind</span>
        <select value={picture.perKind} onChange={(event) => run({ do: "width", perKind: Number(event.target.value) })}>
          {widths.map((width) => (
            <option key={width} value={width}>
              {width}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.choice}>
        <span>Laid out</span>
        <select
          value={picture.layout}
          onChange={(event) => {
            const layout = LAYOUTS.find((name) => name === event.target.value);
            if (layout !== undefined) {
              run({ do: "lay out", layout });
            }
          }}
        >
          {LAYOUTS.map((name) => (
            <option key={name} value={name}>
              {NAMES[name]}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.end}>
        {show !== null && (
          <div className={styles.group} role="group" aria-label="How the graph is shown">
            <Button small aria-pressed={!asTable} onClick={() => show("drawing")}>
              Drawing
            </Button>
            <Button small aria-pressed={asTable} onClick={() => show("table")}>
              Table
            </Button>
          </div>
        )}
        <ShareMenu picture={picture} drawn={drawn} stage={stage} />
        <ExportMenu picture={picture} drawn={drawn} stage={stage} />
        <Button small onClick={help} aria-keyshortcuts="?" aria-label="Keys and gestures" title="Keys and gestures (?)">
          ?
        </Button>
      </div>
    </div>
  );
}

function Arrow({ isMirrored = false }: { isMirrored?: boolean }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.7" aria-hidden="true">
      <g transform={isMirrored ? "matrix(-1 0 0 1 16 0)" : undefined}>
        <path d="M6 3 2.5 6.5 6 10" strokeLinecap="round" strokeLinejoin="round" />
        <path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6" strokeLinecap="round" />
      </g>
    </svg>
  );
}

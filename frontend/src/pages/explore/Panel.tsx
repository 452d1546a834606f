import { counted, KINDS } from "../../entities/kinds";
import { relations } from "../../graph/words";
import { Button } from "../../parts/Button";
import { type Drawn, type Node, shownOf } from "./combine";
import type { Command } from "./commands";
import { EntityFigures } from "./EntityFigures";
import styles from "./explore.module.css";
import { KindMark } from "./KindMark";
import { PathList } from "./PathList";
import type { Picture } from "./picture";
import { Similar } from "./Similar";
import type { Path } from "./useGraph";

interface PanelProps {
  readonly chosen: readonly Node[];
  readonly picture: Picture;
  readonly drawn: Drawn;
  readonly paths: readonly Path[] | null;
  readonly run: (command: Command) => void;
  readonly toggleExpanded: (id: string) => void;
  readonly pin: (ids: readonly string[]) => void;
  readonly dismiss: (ids: readonly string[]) => void;
  readonly choose: (id: string | null, added: boolean) => void;
  readonly close: () => void;
}

/** What is selected, and what can be done with it. */
export function Panel(props: PanelProps) {
  const { chosen, close } = props;
  const [only, ...others] = chosen;
  return (
    <aside className={styles.panel} aria-label={only !== undefined && others.length === 0 ? `About ${only.label}` : "What is selected"} data-kind={only?.kind}>
      <button type="button" className={styles.close} onClick={close} aria-label="Close">
        <svg width="14" height="14" viewBox="0 0 14 14" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
          <path d="M2 2l10 10M12 2 2 12" />
        </svg>
      </button>
      {only !== undefined && others.length === 0 ? <One node={only} {...props} /> : <Several {...props} />}
    </aside>
  );
}

function One({ node, picture, drawn, run, toggleExpanded, pin, dismiss }: PanelProps & { node: Node }) {
  const { shown, total } = shownOf(node);
  const isExpanded = picture.expanded.includes(node.id);
  const isSeed = picture.seeds.includes(node.id);
  return (
    <>
      <p className={styles.kind}>
        <KindMark kind={node.kind} /> {KINDS[node.kind].one}
      </p>
      <h2 dir="auto">{node.label}</h2>
      <EntityFigures key={node.id} id={node.id} kind={node.kind} />
      <p className={styles.shown}>
        {shown === total ? `All of its ${counted(total, "edge")} are shown.` : `${shown} of ${counted(total, "edge")} shown.`}
      </p>
      <div className={styles.actions}>
        <Button small strong={!isExpanded && shown < total} onClick={() => toggleExpanded(node.id)}>
          {isExpanded ? "Collapse" : "Expand"}
        </Button>
        <Button small onClick={() => pin([node.id])}>
          {picture.pins[node.id] === undefined ? "Pin" : "Unpin"}
        </Button>
        <Button small onClick={() => dismiss([node.id])}>
          Dismiss
        </Button>
        {!isSeed && (
          <Button small onClick={() => run({ do: "seed", id: node.id })}>
            Add to the seeds
          </Button>
        )}
      </div>
      <p className="quiet">Select a second node too (Shift and click, a long tap, or Shift and Space) to find how the two hang together.</p>
      <ul className={styles.relations}>
        {relations(node.id, drawn).map((relation) => (
          <li key={relation}>{relation}</li>
        ))}
      </ul>
      {node.kind === "WORK" && <Similar key={node.id} id={node.id} drawn={drawn} add={(ids) => run({ do: "add", ids })} />}
    </>
  );
}

function Several({ chosen, picture, paths, run, pin, dismiss, choose }: PanelProps) {
  const [first, second, ...others] = chosen;
  const ids = chosen.map(({ id }) => id);
  const { path } = picture;
  const isJoined = first !== undefined && second !== undefined && path !== null && path.includes(first.id) && path.includes(second.id);
  return (
    <>
      <h2>{counted(chosen.length, "node")} selected</h2>
      <ul className={styles.chosen}>
        {chosen.map(({ id, kind, label }) => (
          <li key={id} data-kind={kind}>
            <KindMark kind={kind} />
            <span dir="auto">{label}</span>
            <button type="button" onClick={() => choose(id, true)} aria-label={`Do not select ${label}`}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        {first !== undefined && second !== undefined && others.length === 0 && (
          <Button small strong={!isJoined} onClick={() => run({ do: "path", ends: isJoined ? null : [first.id, second.id] })}>
            {isJoined ? "Take the path away" : "Find the path between"}
          </Button>
        )}
        <Button small onClick={() => pin(ids)}>
          {ids.every((id) => picture.pins[id] !== undefined) ? "Unpin" : "Pin"}
        </Button>
        <Button small onClick={() => dismiss(ids)}>
          Dismiss
        </Button>
      </div>
      {isJoined && <PathList paths={paths} />}
    </>
  );
}

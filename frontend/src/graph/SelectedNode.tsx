import { Link } from "react-router";

import { formatted, KINDS, pathOf } from "../entities/kinds";
import { Button } from "../parts/Button";
import styles from "./graph.module.css";
import type { Slice, SliceNode } from "./layout";
import { relations, remainingOf } from "./words";

interface SelectedNodeProps {
  readonly node: SliceNode;
  readonly slice: Slice;
  readonly isSeed: boolean;
  readonly isExpanded: boolean;
  /** Whether as many are expanded as may be. */
  readonly full: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

/** What a node of the graph is, and what can be done with it. */
export function SelectedNode({ node, slice, isSeed, isExpanded, full, toggle, close }: SelectedNodeProps) {
  const remaining = remainingOf(node);
  return (
    <aside className={styles.card} data-kind={node.kind} aria-label={`About ${node.label}`} aria-live="polite">
      <button type="button" className={styles.close} onClick={close} aria-label="Close">
        <svg width="14" height="14" viewBox="0 0 14 14" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
          <path d="M2 2l10 10M12 2 2 12" />
        </svg>
      </button>
      <p className={styles.kind}>{KINDS[node.kind].one}</p>
      <h3 dir="auto">{node.label}</h3>
      {node.subtitle !== null && <p className="quiet">{node.subtitle}</p>}
      <ul className={styles.relations}>
        {relations(node.id, slice).map((relation) => (
          <li key={relation}>{relation}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        {!isSeed && (
          <Link className={styles.open} to={pathOf(node.kind, node.id)}>
            Open this {KINDS[node.kind].one}
          </Link>
        )}
        {!isSeed && (isExpanded || remaining > 0) && (
          <Button small onClick={toggle} disabled={full && !isExpanded}>
            {isExpanded ? "Take back what it brought" : `Show what is around (${formatted(remaining)} more)`}
          </Button>
        )}
        {full && !isExpanded && remaining > 0 && <p className="quiet">No more can be expanded here; the explorer can.</p>}
      </div>
    </aside>
  );
}

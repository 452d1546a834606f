import { EntityLink } from "../entities/EntityLink";
import { formatted, KINDS } from "../entities/kinds";
import { Button } from "../parts/Button";
import styles from "./graph.module.css";
import type { Slice } from "./layout";
import { relations, remainingOf } from "./words";

interface GraphTableProps {
  readonly slice: Slice;
  readonly expanded: readonly string[];
  readonly toggle: (id: string) => void;
  readonly full: boolean;
}

/** The slice as a table: for those who hear it, and for those who would rather read. */
export function GraphTable({ slice, expanded, toggle, full }: GraphTableProps) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="The research graph as a table">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">How it is near</th>
            <th scope="col">More around it</th>
          </tr>
        </thead>
        <tbody>
          {slice.nodes.map((node) => {
            const remaining = remainingOf(node);
            const isExpanded = expanded.includes(node.id);
            return (
              <tr key={node.id} data-kind={node.kind}>
                <th scope="row" dir="auto">
                  <EntityLink kind={node.kind} name={node.id}>{node.label}</EntityLink>
                  {node.subtitle !== null && <span className="quiet">{node.subtitle}</span>}
                </th>
                <td>
                  <span className={styles.dot} aria-hidden="true" /> {KINDS[node.kind].one}
                </td>
                <td>{relations(node.id, slice).join("; ")}</td>
                <td>
                  {isExpanded || (remaining > 0 && node.depth > 0) ? (
                    <Button
                      small
                      disabled={full && !isExpanded}
                      onClick={() => toggle(node.id)}
                      aria-label={isExpanded ? `Take back what ${node.label} brought` : `Show ${remaining} more around ${node.label}`}
                    >
                      {isExpanded ? "Take back" : `Show ${formatted(remaining)}`}
                    </Button>
                  ) : (
                    <span className="quiet">{remaining > 0 ? formatted(remaining) : "–"}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

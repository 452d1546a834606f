import { memo, useMemo, useState } from "react";

import { EntityLink } from "../../entities/EntityLink";
import { formatted, KINDS } from "../../entities/kinds";
import { relations } from "../../graph/words";
import { Button } from "../../parts/Button";
import { type Drawn, type Edge, type Node, shownOf, yearOf } from "./combine";
import styles from "./explore.module.css";
import { KindMark } from "./KindMark";
import type { Picture } from "./picture";

/** What can be done to a node: functions that stay the same for as long as they do the same. */
interface Actions {
  readonly choose: (id: string | null, added: boolean) => void;
  readonly toggleExpanded: (id: string) => void;
  readonly pin: (ids: readonly string[]) => void;
  readonly dismiss: (ids: readonly string[]) => void;
}

interface GraphTableProps extends Actions {
  readonly drawn: Drawn;
  readonly picture: Picture;
  readonly selected: readonly string[];
}

interface Column {
  readonly name: string;
  readonly of: (node: Node) => string | number;
  /** Whether the largest come first. */
  readonly isFigure?: boolean;
}

const COLUMNS: readonly Column[] = [
  { name: "Name", of: ({ label }) => label.toLocaleLowerCase() },
  { name: "Kind", of: ({ kind }) => KINDS[kind].one },
  { name: "Year", of: (node) => yearOf(node) ?? 0, isFigure: true },
  { name: "Steps away", of: ({ depth }) => depth },
  { name: "Works or citations", of: ({ weight }) => weight, isFigure: true },
  { name: "Edges shown", of: ({ degree }) => degree, isFigure: true },
];

/** The picture as a table: sorted by any column, and everything that can be done on the drawing can be done here. */
export function GraphTable({ drawn, picture, selected, choose, toggleExpanded, pin, dismiss }: GraphTableProps) {
  const [sorted, sort] = useState({ column: 3, isReversed: false });
  const column = COLUMNS[sorted.column] ?? COLUMNS[0];
  const words = useMemo(() => inWords(drawn), [drawn]);
  const nodes = column === undefined ? drawn.nodes : inOrder(drawn.nodes, column, sorted.isReversed);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="The research graph as a table">
      <table className={styles.table}>
        <thead>
          <tr>
            <td>
              <span className="aloud">Selected</span>
            </td>
            {COLUMNS.map(({ name }, index) => {
              const isSorted = index === sorted.column;
              return (
                <th key={name} scope="col" aria-sort={isSorted ? (isDescending(index, sorted.isReversed) ? "descending" : "ascending") : "none"}>
                  <button type="button" onClick={() => sort({ column: index, isReversed: isSorted && !sorted.isReversed })}>
                    {name}
                    <span aria-hidden="true">{isSorted ? (isDescending(index, sorted.isReversed) ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              );
            })}
            <th scope="col">How it hangs together</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <Row
              key={node.id}
              node={node}
              hangsTogether={words.get(node.id) ?? ""}
              isSelected={selected.includes(node.id)}
              isExpanded={picture.expanded.includes(node.id)}
              isPinned={picture.pins[node.id] !== undefined}
              choose={choose}
              toggleExpanded={toggleExpanded}
              pin={pin}
              dismiss={dismiss}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Actions {
  readonly node: Node;
  readonly hangsTogether: string;
  readonly isSelected: boolean;
  readonly isExpanded: boolean;
  readonly isPinned: boolean;
}

// There may be a thousand of them, and what is done to one changes few.
const Row = memo(function Row({ node, hangsTogether, isSelected, isExpanded, isPinned, choose, toggleExpanded, pin, dismiss }: RowProps) {
  const { id, kind, label, subtitle, depth, weight } = node;
  const { shown, total } = shownOf(node);
  return (
    <tr data-kind={kind} aria-selected={isSelected}>
      <td>
        <input type="checkbox" checked={isSelected} onChange={() => choose(id, true)} aria-label={`Select ${label}`} />
      </td>
      <th scope="row">
        <EntityLink kind={kind} name={id}>
          {label}
        </EntityLink>
        {subtitle !== null && <span className="quiet">{subtitle}</span>}
      </th>
      <td>
        <KindMark kind={kind} /> {KINDS[kind].one}
      </td>
      <td>{yearOf(node) ?? "–"}</td>
      <td>{depth}</td>
      <td>{formatted(weight)}</td>
      <td>
        {formatted(shown)} of {formatted(total)}
      </td>
      <td>{hangsTogether}</td>
      <td>
        <div className={styles.rowActions}>
          <Button small onClick={() => toggleExpanded(id)} aria-label={`${isExpanded ? "Collapse" : "Expand"} ${label}`}>
            {isExpanded ? "Collapse" : "Expand"}
          </Button>
          <Button small onClick={() => pin([id])} aria-label={`${isPinned ? "Unpin" : "Pin"} ${label}`}>
            {isPinned ? "Unpin" : "Pin"}
          </Button>
          <Button small onClick={() => dismiss([id])} aria-label={`Dismiss ${label}`}>
            Dismiss
          </Button>
        </div>
      </td>
    </tr>
  );
});

const isDescending = (index: number, isReversed: boolean): boolean => (COLUMNS[index]?.isFigure === true) !== isReversed;

function inOrder(nodes: readonly Node[], { of, isFigure = false }: Column, isReversed: boolean): readonly Node[] {
  const sign = isFigure !== isReversed ? -1 : 1;
  return [...nodes].sort((a, b) => {
    const [left, right] = [of(a), of(b)];
    const order = typeof left === "number" && typeof right === "number" ? left - right : String(left).localeCompare(String(right));
    return sign * order || (a.id < b.id ? -1 : 1);
  });
}

/** How each node hangs together with the others; with the whole picture for every row it would take seconds. */
function inWords({ nodes, edges }: Drawn): ReadonlyMap<string, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const touching = new Map<string, Edge[]>(nodes.map(({ id }) => [id, []]));
  for (const edge of edges) {
    touching.get(edge.source)?.push(edge);
    touching.get(edge.target)?.push(edge);
  }
  return new Map(
    nodes.map(({ id }) => {
      const own = touching.get(id) ?? [];
      const others = own.flatMap(({ source, target }) => byId.get(source === id ? target : source) ?? []);
      return [id, relations(id, { nodes: others, edges: own }).join("; ")];
    }),
  );
}

import { useId, useMemo, useState } from "react";

import { graphiqlAddress } from "../api/graphiqlAddress";
import { useOperation } from "../api/useOperation";
import { ALL_KINDS, counted, KINDS } from "../entities/kinds";
import { type EntityKind, SliceDocument } from "../gql/graphql";
import { Button, ButtonLink } from "../parts/Button";
import { FailureNotice, Notice } from "../parts/Notice";
import { explorerPath } from "./explorerPath";
import { GraphDrawing } from "./GraphDrawing";
import { GraphTable } from "./GraphTable";
import styles from "./graph.module.css";
import type { Slice } from "./layout";
import { SelectedNode } from "./SelectedNode";

interface ResearchGraphProps {
  readonly seed: string;
  readonly name: string;
}

/** Around each node, of each kind of edge: two steps out, that is some thirty nodes. */
const PER_KIND = 3;
/** Of nodes that may be expanded in place; who wants more wants the explorer. */
const MOST_EXPANDED = 5;

/** What is near an entity: papers, people, topics and institutions, drawn, or as a table. */
export default function ResearchGraph({ seed, name }: ResearchGraphProps) {
  const [expanded, expand] = useState<readonly string[]>([]);
  const [asTable, showTable] = useState(false);
  const [selected, select] = useState<string | null>(null);
  const [hidden, hide] = useState<ReadonlySet<EntityKind>>(new Set());
  const variables = { seeds: [seed, ...expanded], perKind: PER_KIND };
  const { data, error, refetch, isFetching } = useOperation(SliceDocument, variables, { keep: true });
  const whole = data?.data.researchGraph ?? null;
  const slice = useMemo(() => (whole === null ? null : without(whole, hidden, seed)), [whole, hidden, seed]);
  const node = slice?.nodes.find(({ id }) => id === selected) ?? null;
  const hint = useId();

  if (error !== null && whole === null) {
    return (
      <div className={styles.empty}>
        <FailureNotice what="The research graph" failure={error} retry={refetch} />
      </div>
    );
  }
  if (data !== undefined && slice === null) {
    return (
      <div className={styles.empty}>
        <Notice title="The research graph could not be read" retry={refetch}>
          {data.problems[0]?.message}
        </Notice>
      </div>
    );
  }
  if (slice !== null && whole !== null && whole.nodes.length <= 1) {
    return (
      <div className={styles.empty}>
        <Notice tone="quiet" title="Nothing is near yet">
          The graph holds no works, people, topics or institutions around {name}. An import of their works would bring some.
        </Notice>
      </div>
    );
  }
  const toggle = (kind: EntityKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) {
      next.add(kind);
    }
    hide(next);
  };
  const toggleExpanded = (id: string) => {
    expand(expanded.includes(id) ? expanded.filter((other) => other !== id) : [...expanded, id]);
  };
  return (
    <div className={styles.graph} aria-busy={isFetching}>
      <div className={styles.bar}>
        <Legend slice={whole} hidden={hidden} toggle={toggle} />
        <div className={styles.views} role="group" aria-label="How the graph is shown">
          <Button small aria-pressed={!asTable} onClick={() => showTable(false)}>
            Drawing
          </Button>
          <Button small aria-pressed={asTable} onClick={() => showTable(true)}>
            Table
          </Button>
          <ButtonLink small to={explorerPath(seed, expanded)}>
            Open full explorer
          </ButtonLink>
        </div>
      </div>
      {error !== null && <FailureNotice what="What is behind it" failure={error} retry={refetch} />}
      {data !== undefined && data.problems.length > 0 && (
        <Notice tone="warn" title="A part of the graph is missing" retry={refetch}>
          {data.problems[0]?.message}
        </Notice>
      )}
      {asTable && slice !== null ? (
        <GraphTable slice={slice} expanded={expanded} toggle={toggleExpanded} full={expanded.length >= MOST_EXPANDED} />
      ) : (
        <div className={styles.stage}>
          <p id={hint} className="aloud">
            Arrow keys go from node to node, Enter opens one, Escape closes it. The button Table lists the same nodes.
          </p>
          <GraphDrawing slice={slice} name={name} hint={hint} selected={node?.id ?? null} select={select} busy={isFetching} />
          {node !== null && slice !== null && (
            <SelectedNode
              node={node}
              slice={slice}
              isSeed={node.id === seed}
              isExpanded={expanded.includes(node.id)}
              full={expanded.length >= MOST_EXPANDED}
              toggle={() => toggleExpanded(node.id)}
              close={() => select(null)}
            />
          )}
        </div>
      )}
      <p className={styles.foot}>
        {whole === null ? " " : summary(whole)}{" "}
        <a href={graphiqlAddress(SliceDocument.toString().trim(), variables)}>Open this graph’s query</a>
      </p>
    </div>
  );
}

interface LegendProps {
  readonly slice: Slice | null;
  readonly hidden: ReadonlySet<EntityKind>;
  readonly toggle: (kind: EntityKind) => void;
}

/** The kinds by their colours, with how many there are; a press hides a kind. */
function Legend({ slice, hidden, toggle }: LegendProps) {
  return (
    <div className={styles.legend} role="group" aria-label="Kinds shown">
      {ALL_KINDS.map((kind) => {
        const number = slice?.nodes.filter((node) => node.kind === kind).length ?? 0;
        return slice === null || number > 0 ? (
          <button key={kind} type="button" data-kind={kind} aria-pressed={!hidden.has(kind)} onClick={() => toggle(kind)}>
            <span className={styles.dot} aria-hidden="true" />
            {slice === null ? KINDS[kind].many : counted(number, KINDS[kind].one, KINDS[kind].many)}
          </button>
        ) : null;
      })}
    </div>
  );
}

function without(slice: Slice, hidden: ReadonlySet<EntityKind>, seed: string): Slice {
  if (hidden.size === 0) {
    return slice;
  }
  const nodes = slice.nodes.filter(({ id, kind }) => id === seed || !hidden.has(kind));
  const kept = new Set(nodes.map(({ id }) => id));
  return { ...slice, nodes, edges: slice.edges.filter(({ source, target }) => kept.has(source) && kept.has(target)) };
}

function summary({ nodes, edges, truncated }: Slice): string {
  const shown = `${counted(nodes.length, "node")}, ${counted(edges.length, "edge")}.`;
  const more = truncated.reduce((sum, { total, shown: drawn }) => sum + total - drawn, 0);
  const isExact = truncated.every(({ totalIsExact }) => totalIsExact);
  return more === 0 ? `${shown} That is all there is.` : `${shown} ${isExact ? "" : "About "}${counted(more, "further edge")} are not drawn.`;
}

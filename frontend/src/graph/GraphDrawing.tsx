import { Fragment, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

import { KINDS } from "../entities/kinds";
import styles from "./graph.module.css";
import { labelled, nearestTowards, place, type Point, radiusOf, shortLabel, type Size, type Slice, type SliceNode } from "./layout";
import { Waiting } from "./Waiting";

interface GraphDrawingProps {
  /** Null while the first one is on its way. */
  readonly slice: Slice | null;
  readonly name: string;
  /** The id of the text that says which keys there are. */
  readonly hint: string;
  readonly selected: string | null;
  readonly select: (id: string | null) => void;
  readonly busy: boolean;
}

const NOWHERE: ReadonlyMap<string, Point> = new Map();

/** A slice as nodes and lines; each node can be reached with the keyboard. */
export function GraphDrawing({ slice, name, hint, selected, select, busy }: GraphDrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const last = useRef(NOWHERE);
  const places = useMemo(
    () => (slice === null || size === null ? NOWHERE : place(slice.nodes, slice.edges, size, last.current)),
    [slice, size],
  );
  useEffect(() => {
    last.current = places;
  }, [places]);
  const labels = useMemo(
    () => (slice === null || size === null ? new Set<string>() : labelled(slice.nodes, places, size)),
    [slice, size, places],
  );
  const [pointed, point] = useState<string | null>(null);
  const [reached, reach] = useState<string | null>(null);
  const elements = useRef(new Map<string, SVGGElement>());
  const current = reached !== null && places.has(reached) ? reached : (slice?.nodes[0]?.id ?? null);
  const lit = useMemo(() => neighbours(slice, pointed ?? selected), [slice, pointed, selected]);

  const onKey = (event: KeyboardEvent, id: string) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      select(id);
    } else if (event.key === "Escape") {
      select(null);
    } else {
      const next = nearestTowards(id, event.key, places);
      if (next !== null) {
        event.preventDefault();
        elements.current.get(next)?.focus();
      }
    }
  };

  return (
    <div ref={frame} className={styles.drawing} data-lit={lit !== null}>
      {slice === null || size === null ? (
        <Waiting />
      ) : (
        <svg
          width={size.width}
          height={size.height}
          role="group"
          aria-label={`The research graph around ${name}`}
          aria-describedby={hint}
          onClick={() => select(null)}
        >
          <g aria-hidden="true">
            {slice.edges.map(({ id, source, target, kind, weight }) => {
              const from = places.get(source);
              const to = places.get(target);
              return from === undefined || to === undefined ? null : (
                <line
                  key={id}
                  className={styles.edge}
                  data-edge={kind}
                  data-lit={lit !== null && (source === (pointed ?? selected) || target === (pointed ?? selected))}
                  x1={from.x}
                  y1={from.y}
                  x2={to.x}
                  y2={to.y}
                  strokeWidth={1 + Math.min(1.6, weight * 0.5)}
                />
              );
            })}
          </g>
          {slice.nodes.map((node) => {
            const at = places.get(node.id);
            if (at === undefined) {
              return null;
            }
            const transform = `translate(${at.x}px, ${at.y}px)`;
            return (
              <Fragment key={node.id}>
                <g
                  ref={(element) => {
                    if (element !== null) {
                      elements.current.set(node.id, element);
                    }
                    return () => {
                      elements.current.delete(node.id);
                    };
                  }}
                  className={styles.node}
                  style={{ transform }}
                  data-kind={node.kind}
                  data-seed={node.depth === 0}
                  data-lit={lit?.has(node.id) ?? false}
                  role="button"
                  tabIndex={node.id === current ? 0 : -1}
                  aria-label={spoken(node)}
                  aria-pressed={node.id === selected}
                  onClick={(event) => {
                    event.stopPropagation();
                    select(node.id);
                  }}
                  onKeyDown={(event) => onKey(event, node.id)}
                  onFocus={() => reach(node.id)}
                  onPointerEnter={() => point(node.id)}
                  onPointerLeave={() => point(null)}
                >
                  <circle className={styles.target} r={Math.max(radiusOf(node), 13)} />
                  <circle className={styles.disc} r={radiusOf(node)} />
                </g>
                {/* Beside it, since it may be cut: what is read out is whole. */}
                <text
                  className={styles.label}
                  style={{ transform }}
                  data-seed={node.depth === 0}
                  data-shown={labels.has(node.id)}
                  y={radiusOf(node) + 13}
                  textAnchor={anchor(at, node, size)}
                  aria-hidden="true"
                >
                  {shortLabel(node)}
                </text>
              </Fragment>
            );
          })}
        </svg>
      )}
      {busy && slice !== null && (
        <p className={styles.busy} role="status">
          Reading the graph…
        </p>
      )}
    </div>
  );
}

function spoken({ label, kind, subtitle }: SliceNode): string {
  return [label, KINDS[kind].one, subtitle].filter(Boolean).join(", ");
}

function anchor({ x }: Point, node: SliceNode, { width }: Size): "start" | "middle" | "end" {
  const half = shortLabel(node).length * 3.1;
  return x < half ? "start" : x > width - half ? "end" : "middle";
}

function neighbours(slice: Slice | null, id: string | null): ReadonlySet<string> | null {
  if (slice === null || id === null) {
    return null;
  }
  return new Set([id, ...slice.edges.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : []))]);
}

function useSize(element: React.RefObject<HTMLElement | null>): Size | null {
  const [size, resize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const observed = element.current;
    if (observed === null) {
      return;
    }
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = observed;
      resize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

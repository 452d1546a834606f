import type { EntityKind } from "../gql/graphql";
import styles from "./ornament.module.css";

interface Dot {
  readonly kind: EntityKind;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const DOTS: readonly Dot[] = [
  { kind: "RESEARCHER", x: 196, y: 122, size: 24 },
  { kind: "WORK", x: 96, y: 56, size: 13 },
  { kind: "WORK", x: 292, y: 44, size: 14 },
  { kind: "RESEARCHER", x: 330, y: 138, size: 15 },
  { kind: "WORK", x: 262, y: 214, size: 13 },
  { kind: "RESEARCHER", x: 128, y: 206, size: 16 },
  { kind: "TOPIC", x: 192, y: 20, size: 10 },
  { kind: "INSTITUTION", x: 44, y: 140, size: 13 },
  { kind: "SOURCE", x: 346, y: 232, size: 11 },
];

const LINES: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
  [0, 5],
  [1, 6],
  [2, 6],
  [1, 7],
  [5, 7],
  [2, 3],
  [3, 4],
  [4, 5],
  [4, 8],
];

/** A small graph that says nothing: what this site is, before one has read a word. */
export function Ornament() {
  return (
    <svg className={styles.ornament} viewBox="0 0 380 250" aria-hidden="true">
      {LINES.map(([from, to]) => {
        const [a, b] = [DOTS[from], DOTS[to]];
        return a === undefined || b === undefined ? null : <line key={`${from} ${to}`} pathLength={1} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />;
      })}
      {DOTS.map(({ kind, x, y, size }) => (
        <circle key={`${x} ${y}`} data-kind={kind} cx={x} cy={y} r={size} />
      ))}
    </svg>
  );
}

import type { EntityKind } from "../../gql/graphql";
import styles from "./explore.module.css";
import { SHAPES } from "./kindShapes";

const OUTLINES = {
  circle: "M7 1.4a5.6 5.6 0 1 0 .01 0Z",
  square: "M3.2 2h7.6Q12 2 12 3.2v7.6q0 1.2-1.2 1.2H3.2Q2 12 2 10.8V3.2Q2 2 3.2 2Z",
  diamond: "M7 .8 13.2 7 7 13.2.8 7Z",
  triangle: "M7 1.2 13 12.2H1Z",
  rectangle: "M1.4 3.6h11.2q.8 0 .8.8v5.2q0 .8-.8.8H1.4q-.8 0-.8-.8V4.4q0-.8.8-.8Z",
} as const;

/** The outline of a kind as the drawing has it, in its colour. */
export function KindMark({ kind }: { kind: EntityKind }) {
  return (
    <svg className={styles.mark} data-kind={kind} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path d={OUTLINES[SHAPES[kind]]} />
    </svg>
  );
}

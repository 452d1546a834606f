import type { EntityKind } from "../../gql/graphql";

export type Shape = "circle" | "square" | "diamond" | "triangle" | "rectangle";

/** The outline of each kind, so that kinds are told apart without colours too. */
export const SHAPES: Readonly<Record<EntityKind, Shape>> = {
  RESEARCHER: "circle",
  WORK: "square",
  TOPIC: "diamond",
  INSTITUTION: "triangle",
  SOURCE: "rectangle",
};

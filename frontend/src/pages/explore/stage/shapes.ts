import { extremityArrow, layerFill, layerPlain, pathLine, sdfCircle, sdfDiamond, sdfRectangle, sdfSquare, sdfTriangle } from "sigma/rendering";

import type { EdgeKind } from "../../../gql/graphql";

/** What the drawing is made of. */
export const PRIMITIVES = {
  nodes: {
    shapes: [
      sdfCircle(),
      sdfSquare({ cornerRadius: 0.25 }),
      sdfDiamond({ cornerRadius: 0.15 }),
      sdfTriangle({ cornerRadius: 0.2 }),
      sdfRectangle({ aspectRatio: 1.7, cornerRadius: 0.2 }),
    ],
    layers: [layerFill()],
  },
  edges: {
    paths: [pathLine()],
    extremities: [extremityArrow()],
    layers: [layerPlain()],
  },
};

/** How thick an edge is drawn: those of people by what they share. */
export const widthOf = (kind: EdgeKind, weight: number): number =>
  kind === "COLLABORATED_WITH" || kind === "AUTHORED" ? 1 + Math.min(2, weight * 0.6) : 1;

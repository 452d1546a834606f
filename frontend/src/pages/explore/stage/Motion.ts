import type { MultiDirectedGraph } from "graphology";

import type { Point } from "../../../graph/layout";
import type { EdgeAttributes, NodeAttributes } from "./attributes";

const MILLISECONDS = 420;
/** Nodes that are moved in steps; more would cost frames. */
const MOST_MOVING = 400;

/** Moves the nodes of a drawing to their places, so that one sees what went where; at once while `isStill` says so. */
export class Motion {
  private frame = 0;

  constructor(
    private readonly graph: MultiDirectedGraph<NodeAttributes, EdgeAttributes>,
    private readonly isStill: () => boolean,
  ) {}

  /** Moves them, from wherever a motion before this one has brought them, and calls back at the end. */
  to(places: ReadonlyMap<string, Point>, arrived: () => void): void {
    this.stop();
    if (this.isStill() || this.graph.order > MOST_MOVING) {
      this.put(places);
      arrived();
      return;
    }
    const from = new Map(this.graph.mapNodes((id, { x, y }) => [id, { x, y }]));
    const begun = performance.now();
    const step = (now: number): void => {
      const done = Math.min(1, (now - begun) / MILLISECONDS);
      if (done >= 1 || this.isStill()) {
        // A place that was saved is found again to the last digit.
        this.put(places);
        arrived();
      } else {
        this.put(between(from, places, 1 - (1 - done) ** 3));
        this.frame = requestAnimationFrame(step);
      }
    };
    this.frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }

  private put(places: ReadonlyMap<string, Point>): void {
    this.graph.updateEachNodeAttributes(
      (id, attributes) => {
        const place = places.get(id);
        return place === undefined ? attributes : { ...attributes, ...place };
      },
      { attributes: ["x", "y"] },
    );
  }
}

function between(from: ReadonlyMap<string, Point>, to: ReadonlyMap<string, Point>, done: number): ReadonlyMap<string, Point> {
  return new Map(
    [...to].flatMap(([id, { x, y }]): [string, Point][] => {
      const start = from.get(id);
      return start === undefined ? [] : [[id, { x: start.x + (x - start.x) * done, y: start.y + (y - start.y) * done }]];
    }),
  );
}

import type Sigma from "sigma";

import type { Point } from "../../../graph/layout";
import type { EdgeAttributes, NodeAttributes } from "./attributes";

/** What the drawing shows at least, as a part of its size in pixels, so that a few nodes are not blown up. */
const LEAST = 0.55;
/** Nearer to the edge than this, in pixels, a node counts as out of sight. */
const MARGIN = 40;

/** What part of a drawing is seen. It moves at once while `isStill` says so. */
export class View {
  private isFitted = false;

  constructor(
    private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>,
    private readonly isStill: () => boolean,
  ) {}

  fit(): void {
    this.isFitted = true;
    this.move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  /** Shows everything if nobody has seen anything yet. */
  fitAtFirst(): void {
    if (!this.isFitted) {
      this.fit();
    }
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    this.move({ ratio: camera.getBoundedRatio(camera.ratio * factor) });
  }

  /** Brings a place of the drawing into sight where it is not. */
  reveal(place: Point): void {
    const { x, y } = this.sigma.graphToViewport(place);
    const { width, height } = this.sigma.getDimensions();
    if (x < MARGIN || y < MARGIN || x > width - MARGIN || y > height - MARGIN) {
      const { x: cx, y: cy } = this.sigma.graphToFramedGraph(place);
      this.move({ x: cx, y: cy });
    }
  }

  /** Says what a camera that is not moved shows: all places, and not less than a certain space. */
  frame(places: readonly Point[]): void {
    if (places.length > 0) {
      const { width, height } = this.sigma.getDimensions();
      this.sigma.setCustomBBox({
        x: span(places.map(({ x }) => x), width * LEAST),
        y: span(places.map(({ y }) => y), height * LEAST),
      });
    }
  }

  private move(state: { x?: number; y?: number; ratio?: number; angle?: number }): void {
    const camera = this.sigma.getCamera();
    if (this.isStill()) {
      camera.setState(state);
    } else {
      void camera.animate(state, { duration: 240 });
    }
  }
}

function span(values: readonly number[], least: number): [number, number] {
  const [first, last] = [Math.min(...values), Math.max(...values)];
  const more = Math.max(0, least - (last - first)) / 2;
  return [first - more, last + more];
}

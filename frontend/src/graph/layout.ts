import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";

import type { SliceQuery } from "../gql/graphql";

export type Slice = NonNullable<SliceQuery["researchGraph"]>;
export type SliceNode = Slice["nodes"][number];
export type SliceEdge = Slice["edges"][number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const STEPS = 260;
const MARGIN = 34;
const LETTER = 6.1;
const LINE = 15;

/** The radius of a node in pixels: what the graph is about is largest, then what has many edges. */
export function radiusOf({ depth, degree }: SliceNode): number {
  return depth === 0 ? 17 : 6 + Math.min(6, Math.sqrt(degree) * 0.9);
}

/**
 * Places the nodes in a rectangle, near what they are joined to and apart from everything else. Nodes that have a place
 * begin there, new ones beside a neighbour, so that a slice that grows keeps its shape. The same slice is placed in the same way.
 */
export function place(
  nodes: readonly SliceNode[],
  edges: readonly SliceEdge[],
  { width, height }: Size,
  before: ReadonlyMap<string, Point> = new Map(),
): Map<string, Point> {
  interface Body extends SimulationNodeDatum {
    readonly id: string;
    readonly node: SliceNode;
    x: number;
    y: number;
  }
  const middle = { x: width / 2, y: height / 2 };
  const start = (node: SliceNode, index: number): Point => {
    const known = before.get(node.id);
    if (known !== undefined) {
      return known;
    }
    const neighbour = edges
      .flatMap(({ source, target }) => (source === node.id ? [target] : target === node.id ? [source] : []))
      .map((id) => before.get(id))
      .find((point) => point !== undefined);
    // The golden angle spreads any number of points without two of them meeting.
    const angle = index * 2.39996;
    const far = neighbour === undefined ? 14 * Math.sqrt(index + 1) : 30;
    const { x, y } = neighbour ?? middle;
    return { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) };
  };
  const bodies: Body[] = nodes.map((node, index) => ({ id: node.id, node, ...start(node, index) }));
  const links = edges.map(({ source, target, kind }) => ({ source, target, kind }));
  // Wide drawings are pulled together more from above and below, so that they fill their rectangle.
  const crowded = Math.sqrt((width * height) / Math.max(nodes.length, 1));
  forceSimulation(bodies)
    .force(
      "link",
      forceLink<Body, (typeof links)[number] & { source: string | Body; target: string | Body }>(links)
        .id(({ id }) => id)
        .distance(crowded * 0.85)
        .strength(0.12),
    )
    .force("apart", forceManyBody<Body>().strength(({ node }) => (node.depth === 0 ? -7 : -4.2) * crowded).distanceMax(crowded * 6))
    .force("collide", forceCollide<Body>(({ node }) => radiusOf(node) + 11))
    .force("x", forceX<Body>(middle.x).strength(({ node }) => (node.depth === 0 ? 0.2 : 0.05 * Math.min(1, height / width + 0.15))))
    .force("y", forceY<Body>(middle.y).strength(({ node }) => (node.depth === 0 ? 0.2 : 0.05 * Math.min(2, width / height))))
    .stop()
    .tick(STEPS);
  return new Map(
    bodies.map(({ id, x, y }) => [
      id,
      { x: Math.round(clamp(x, MARGIN, width - MARGIN)), y: Math.round(clamp(y, MARGIN - 10, height - MARGIN)) },
    ]),
  );
}

/** A label as it is drawn: short ones in full. */
export function shortLabel({ label, depth }: SliceNode): string {
  const longest = depth === 0 ? 40 : 26;
  return label.length <= longest ? label : `${label.slice(0, longest - 1).trimEnd()}…`;
}

/** The nodes whose labels fit without covering those of more important ones. */
export function labelled(nodes: readonly SliceNode[], places: ReadonlyMap<string, Point>, { width }: Size): Set<string> {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  for (const node of nodes) {
    const point = places.get(node.id);
    if (point !== undefined) {
      const radius = radiusOf(node);
      taken.push({ left: point.x - radius, right: point.x + radius, top: point.y - radius, bottom: point.y + radius });
    }
  }
  const shown = new Set<string>();
  const rank = ({ kind, depth, degree }: SliceNode): number => depth * 1_000 - Math.min(degree, 900) + (kind === "WORK" ? 1_500 : 0);
  for (const node of [...nodes].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))) {
    const point = places.get(node.id);
    if (point === undefined) {
      continue;
    }
    const half = (shortLabel(node).length * LETTER) / 2 + 3;
    const top = point.y + radiusOf(node) + 2;
    // A label at the edge is written inwards.
    const left = point.x < half ? point.x : point.x > width - half ? point.x - 2 * half : point.x - half;
    const box = { left, right: left + 2 * half, top, bottom: top + LINE };
    const own = { x: point.x, y: point.y };
    const free = taken.every(
      (other) =>
        (other.left <= own.x && own.x <= other.right && other.top <= own.y && own.y <= other.bottom) ||
        box.right < other.left ||
        other.right < box.left ||
        box.bottom < other.top ||
        other.bottom < box.top,
    );
    if (node.depth === 0 || free) {
      shown.add(node.id);
      taken.push(box);
    }
  }
  return shown;
}

/** The node that lies nearest in a direction, for the arrow keys; null where there is none. */
export function nearestTowards(from: string, key: string, places: ReadonlyMap<string, Point>): string | null {
  const at = places.get(from);
  const direction = DIRECTIONS[key];
  if (at === undefined || direction === undefined) {
    return null;
  }
  let best: string | null = null;
  let least = Infinity;
  for (const [id, { x, y }] of places) {
    const along = (x - at.x) * direction.x + (y - at.y) * direction.y;
    const aside = Math.abs((x - at.x) * direction.y - (y - at.y) * direction.x);
    const cost = along + 2 * aside;
    if (id !== from && along > 0 && cost < least) {
      best = id;
      least = cost;
    }
  }
  return best;
}

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

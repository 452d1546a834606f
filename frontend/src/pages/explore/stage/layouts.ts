import { forceCollide, forceSimulation } from "d3-force";
import iterate from "graphology-layout-forceatlas2/iterate.js";

import type { EntityKind } from "../../../gql/graphql";
import type { Point } from "../../../graph/layout";
import type { LayoutName } from "../picture";

/** A node as the layouts see it. */
export interface Body {
  readonly id: string;
  readonly kind: EntityKind;
  /** Steps from the seeds; 0 is in the middle. */
  readonly depth: number;
  readonly radius: number;
  readonly year: number | null;
  /** Where it is and stays. */
  readonly pin: Point | null;
  /** Where it is now; null where it is new. */
  readonly at: Point | null;
}

export interface Link {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

export type Places = ReadonlyMap<string, Point>;

/** Gives every node a place; what is pinned keeps its own. The same nodes and links are placed in the same way. */
export function placesOf(layout: LayoutName, bodies: readonly Body[], links: readonly Link[]): Places {
  switch (layout) {
    case "force":
      return byForce(bodies, links);
    case "circle":
      return pinned(bodies, inCircles(bodies));
    case "years":
      return pinned(bodies, byYear(bodies, links));
  }
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Of ForceAtlas2: enough for the shape of a ring to show, few enough for 1,000 nodes in about a second. */
const STEPS = 220;
const STEPS_OF_MANY = 140;
const MANY = 400;
/** Distance between neighbours, about, beside which a radius of some ten is small. */
const SPREAD = 46;

/**
 * ForceAtlas2 (Jacomy and others, PLOS ONE 9(6), 2014), ring by ring: new nodes begin beside a neighbour that has a place,
 * and settle before those further out come. Overlaps are taken out at the end.
 */
function byForce(bodies: readonly Body[], links: readonly Link[]): Places {
  const places = new Map<string, Point>();
  for (const { id, pin, at } of bodies) {
    const known = pin ?? at;
    if (known !== null) {
      places.set(id, known);
    }
  }
  const neighbours = neighboursOf(links);
  const rings = [...new Set(bodies.filter(({ id }) => !places.has(id)).map(({ depth }) => depth))].sort((a, b) => a - b);
  for (const ring of rings.length === 0 ? [Infinity] : rings) {
    const present = bodies.filter(({ id, depth }) => depth <= ring || places.has(id));
    present.forEach((body, index) => {
      if (!places.has(body.id)) {
        places.set(body.id, start(body, index, places, neighbours));
      }
    });
    settle(present, links, places);
  }
  if (bodies.every(({ pin, at }) => pin === null && at === null)) {
    lieDown(places);
  }
  return separated(bodies, places);
}

/** Turns everything so that it is wider than high, as screens are: its longest axis (the first principal component) lies level. */
function lieDown(places: Map<string, Point>): void {
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of places.values()) {
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const [id, { x, y }] of places) {
    places.set(id, { x: x * cos - y * sin, y: x * sin + y * cos });
  }
}

function start({ id, depth }: Body, index: number, places: Places, neighbours: ReadonlyMap<string, readonly string[]>): Point {
  const beside = (neighbours.get(id) ?? []).map((other) => places.get(other)).find((point) => point !== undefined);
  const angle = index * GOLDEN_ANGLE;
  const far = beside === undefined ? SPREAD * (depth + Math.sqrt(index)) : SPREAD;
  const { x, y } = beside ?? { x: 0, y: 0 };
  return { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) };
}

// The matrices of ForceAtlas2 as the library keeps them: ten numbers for a node, three for an edge.
const PER_NODE = 10;
const PER_EDGE = 3;
const [MASS, CONVERGENCE, SIZE, FIXED] = [6, 7, 8, 9];

function settle(bodies: readonly Body[], links: readonly Link[], places: Map<string, Point>): void {
  const nodes = new Float32Array(bodies.length * PER_NODE);
  const rows = new Map<string, number>();
  bodies.forEach(({ id, radius, pin }, index) => {
    const row = index * PER_NODE;
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    rows.set(id, row);
    nodes[row] = x;
    nodes[row + 1] = y;
    nodes[row + MASS] = 1;
    nodes[row + CONVERGENCE] = 1;
    nodes[row + SIZE] = radius;
    nodes[row + FIXED] = pin === null ? 0 : 1;
  });
  const present = links.filter(({ source, target }) => rows.has(source) && rows.has(target));
  const edges = new Float32Array(present.length * PER_EDGE);
  present.forEach(({ source, target, weight }, index) => {
    const [from = 0, to = 0] = [rows.get(source), rows.get(target)];
    edges.set([from, to, weight], index * PER_EDGE);
    nodes[from + MASS] = (nodes[from + MASS] ?? 0) + weight;
    nodes[to + MASS] = (nodes[to + MASS] ?? 0) + weight;
  });
  const isMany = bodies.length > MANY;
  const settings = {
    linLogMode: false,
    // Hubs are pushed outwards less, so that what they join stays in sight.
    outboundAttractionDistribution: true,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: SPREAD,
    strongGravityMode: true,
    gravity: 0.12,
    slowDown: 1 + Math.log(bodies.length + 1),
    barnesHutOptimize: isMany,
    barnesHutTheta: 0.8,
  };
  for (let step = 0; step < (isMany ? STEPS_OF_MANY : STEPS); step += 1) {
    iterate(settings, nodes, edges);
  }
  for (const [id, row] of rows) {
    places.set(id, { x: nodes[row] ?? 0, y: nodes[row + 1] ?? 0 });
  }
}

/** Moves nodes apart that cover each other, as little as possible. */
function separated(bodies: readonly Body[], places: Places): Places {
  const moving = bodies.map(({ id, radius, pin }) => {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    return { id, radius, x, y, ...(pin === null ? {} : { fx: pin.x, fy: pin.y }) };
  });
  forceSimulation(moving)
    .alphaDecay(0)
    .force("apart", forceCollide<(typeof moving)[number]>(({ radius }) => radius + 7))
    .stop()
    .tick(24);
  return new Map(moving.map(({ id, x, y }) => [id, rounded({ x, y })]));
}

/** The seeds in the middle, each ring on circles around them, by kind, so that kinds are arcs. */
function inCircles(bodies: readonly Body[]): Places {
  const places = new Map<string, Point>();
  const order: readonly EntityKind[] = ["RESEARCHER", "WORK", "TOPIC", "INSTITUTION", "SOURCE"];
  let radius = 0;
  for (const depth of [...new Set(bodies.map((body) => body.depth))].sort((a, b) => a - b)) {
    const ring = bodies.filter((body) => body.depth === depth).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    const needed = (ring.length * SPREAD * 0.8) / (2 * Math.PI);
    radius = depth === 0 && ring.length === 1 ? 0 : Math.max(needed, radius + SPREAD * 2.4);
    ring.forEach(({ id }, index) => {
      const angle = (2 * Math.PI * index) / ring.length - Math.PI / 2;
      places.set(id, rounded({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) }));
    });
  }
  return places;
}

/** Works by year from left to right, everything else at the middle of its works' years; what shares a place is stacked. */
function byYear(bodies: readonly Body[], links: readonly Link[]): Places {
  const years = new Map(bodies.flatMap(({ id, year }): [string, number][] => (year === null ? [] : [[id, year]])));
  const neighbours = neighboursOf(links);
  const all = [...years.values()];
  const first = all.length === 0 ? 0 : Math.min(...all);
  const columns = new Map<number, number>();
  const column = ({ id, year }: Body): number => {
    if (year !== null) {
      return year;
    }
    const near = (neighbours.get(id) ?? []).flatMap((other) => years.get(other) ?? []);
    return near.length === 0 ? first - 1 : Math.round((2 * near.reduce((sum, value) => sum + value, 0)) / near.length) / 2;
  };
  const lanes: Readonly<Record<EntityKind, number>> = { WORK: 1, RESEARCHER: -1, TOPIC: -1, INSTITUTION: -1, SOURCE: -1 };
  const places = new Map<string, Point>();
  for (const body of bodies) {
    const at = column(body);
    const lane = lanes[body.kind];
    const key = at * 2 * lane;
    const height = columns.get(key) ?? 0;
    columns.set(key, height + 1);
    places.set(body.id, rounded({ x: (at - first) * SPREAD * 3.2, y: lane * (height + 0.7) * SPREAD * 0.9 }));
  }
  return places;
}

function pinned(bodies: readonly Body[], places: Places): Places {
  const kept = new Map(places);
  for (const { id, pin } of bodies) {
    if (pin !== null) {
      kept.set(id, pin);
    }
  }
  return kept;
}

function neighboursOf(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string): void => {
    const known = neighbours.get(from);
    if (known === undefined) {
      neighbours.set(from, [to]);
    } else {
      known.push(to);
    }
  };
  for (const { source, target } of links) {
    join(source, target);
    join(target, source);
  }
  return neighbours;
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });

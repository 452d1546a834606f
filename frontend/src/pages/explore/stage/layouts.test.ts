import { describe, expect, test } from "vitest";

import type { Body, Link } from "./layouts";
import { placesOf } from "./layouts";

const body = (id: string, depth: number, rest: Partial<Body> = {}): Body => ({ id, kind: "WORK", depth, radius: 8, year: null, pin: null, at: null, ...rest });

/** A tree of three rings. */
function tree(branches: number): { bodies: Body[]; links: Link[] } {
  const bodies = [body("seed", 0)];
  const links: Link[] = [];
  for (let i = 0; i < branches; i += 1) {
    bodies.push(body(`n${i}`, 1));
    links.push({ source: "seed", target: `n${i}`, weight: 1 });
    for (let j = 0; j < branches; j += 1) {
      bodies.push(body(`n${i}.${j}`, 2, { year: 2000 + j }));
      links.push({ source: `n${i}`, target: `n${i}.${j}`, weight: 1 });
    }
  }
  return { bodies, links };
}

const distance = (a = { x: NaN, y: NaN }, b = { x: NaN, y: NaN }): number => Math.hypot(a.x - b.x, a.y - b.y);

describe.each(["force", "circle", "years"] as const)("the layout %s", (layout) => {
  const { bodies, links } = tree(7);

  test("gives every node a place of its own, the same each time", () => {
    const places = placesOf(layout, bodies, links);
    expect(places.size).toBe(bodies.length);
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(bodies.length);
    expect(placesOf(layout, bodies, links)).toEqual(places);
  });

  test("leaves what is pinned where it is", () => {
    const pin = { x: 777, y: -333 };
    const pinned = bodies.map((one) => (one.id === "n3" ? { ...one, pin } : one));
    expect(placesOf(layout, pinned, links).get("n3")).toEqual(pin);
  });
});

describe("by force", () => {
  test("nodes stand nearer to what they are joined to than to others, and cover nothing", () => {
    const { bodies, links } = tree(6);
    const places = placesOf("force", bodies, links);
    const joined = links.map(({ source, target }) => distance(places.get(source), places.get(target)));
    const all = bodies.flatMap((a, index) => bodies.slice(index + 1).map((b) => distance(places.get(a.id), places.get(b.id))));
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(joined)).toBeLessThan(0.6 * mean(all));
    expect(Math.min(...all)).toBeGreaterThan(16);
  });

  test("what has a place hardly moves when something is added to a corner", () => {
    const { bodies, links } = tree(6);
    const places = placesOf("force", bodies, links);
    const settled = bodies.map((one) => ({ ...one, at: places.get(one.id) ?? null }));
    const more = [...settled, body("new", 3)];
    const after = placesOf("force", more, [...links, { source: "n1.1", target: "new", weight: 1 }]);
    const moved = bodies.map(({ id }) => distance(places.get(id), after.get(id)));
    const width = Math.max(...[...places.values()].map(({ x }) => x)) - Math.min(...[...places.values()].map(({ x }) => x));
    expect(moved.reduce((sum, value) => sum + value, 0) / moved.length).toBeLessThan(width / 5);
    expect(distance(after.get("new"), after.get("n1.1"))).toBeLessThan(width / 3);
  });
});

test("by year works go from left to right", () => {
  const { bodies, links } = tree(4);
  const places = placesOf("years", bodies, links);
  const xs = [0, 1, 2, 3].map((year) => places.get(`n0.${year}`)?.x ?? NaN);
  expect([...xs].sort((a, b) => a - b)).toEqual(xs);
  expect(new Set(xs).size).toBe(4);
});

test("a thousand nodes are laid out in seconds", () => {
  const { bodies, links } = tree(31);
  expect(bodies.length).toBeGreaterThan(990);
  expect(placesOf("force", bodies, links).size).toBe(bodies.length);
}, 60_000);

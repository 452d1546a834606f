import { describe, expect, it } from "vitest";

import { labelled, nearestTowards, place, radiusOf, shortLabel, type SliceEdge, type SliceNode } from "./layout";

const SIZE = { width: 800, height: 500 };

const node = (id: string, depth = 1, label = id): SliceNode => ({
  id,
  depth,
  label,
  kind: "RESEARCHER",
  subtitle: null,
  degree: 3,
  expandable: [],
});

const edge = (source: string, target: string): SliceEdge => ({
  id: `${source}:${target}`,
  source,
  target,
  kind: "AUTHORED",
  weight: 1,
});

const many = [node("seed", 0), ...Array.from({ length: 120 }, (_, index) => node(`n${index}`))];
const spokes = many.slice(1).map(({ id }) => edge("seed", id));

describe("place", () => {
  it("gives the same places for the same slice", () => {
    expect(place(many, spokes, SIZE)).toEqual(place(many, spokes, SIZE));
  });

  it.each([SIZE, { width: 340, height: 400 }])("keeps every node within %o", (size) => {
    for (const { x, y } of place(many, spokes, size).values()) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(size.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(size.height);
    }
  });

  it("keeps nodes apart that are few enough", () => {
    const few = many.slice(0, 30);
    const places = [...place(few, spokes.slice(0, 29), SIZE)];
    for (const [id, a] of places) {
      for (const [other, b] of places) {
        if (id < other) {
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(radiusOf(node("x")) * 1.5);
        }
      }
    }
  });

  it("moves what is there little when something is added", () => {
    const before = place(many.slice(0, 20), spokes.slice(0, 19), SIZE);
    const after = place(many.slice(0, 23), spokes.slice(0, 22), SIZE, before);
    const moved = [...before].map(([id, a]) => Math.hypot(a.x - (after.get(id)?.x ?? 0), a.y - (after.get(id)?.y ?? 0)));
    expect(moved.reduce((sum, far) => sum + far, 0) / moved.length).toBeLessThan(60);
  });

  it("places a node without edges, and none at all", () => {
    expect(place([node("alone", 0)], [], SIZE).get("alone")).toBeDefined();
    expect(place([], [], SIZE).size).toBe(0);
  });
});

describe("labelled", () => {
  it("shows the label of what the graph is about, and no two that cover each other", () => {
    const nodes = [node("seed", 0), node("near"), node("far")];
    const places = new Map([
      ["seed", { x: 400, y: 250 }],
      ["near", { x: 404, y: 252 }],
      ["far", { x: 100, y: 100 }],
    ]);
    expect([...labelled(nodes, places, SIZE)].sort()).toEqual(["far", "seed"]);
  });
});

describe("nearestTowards", () => {
  const places = new Map([
    ["middle", { x: 0, y: 0 }],
    ["right", { x: 50, y: 5 }],
    ["further", { x: 90, y: 0 }],
    ["up", { x: 3, y: -40 }],
  ]);

  it.each([
    ["ArrowRight", "right"],
    ["ArrowUp", "up"],
    ["ArrowLeft", null],
    ["x", null],
  ])("%s leads to %s", (key, expected) => {
    expect(nearestTowards("middle", key, places)).toBe(expected);
  });
});

it("cuts labels of any length", () => {
  expect(shortLabel(node("x", 1, "a".repeat(10_000))).length).toBe(26);
  expect(shortLabel(node("x", 1, "short"))).toBe("short");
});

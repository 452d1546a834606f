import { describe, expect, test } from "vitest";

import { combine, joined, type Node, shownOf } from "./combine";
import { EMPTY, type Picture } from "./picture";

const node = (id: string, depth: number, rest: Partial<Node> = {}): Node => ({
  id,
  kind: "WORK",
  label: id,
  subtitle: null,
  depth,
  weight: 1,
  degree: 5,
  expandable: [],
  entity: null,
  ...rest,
});
const edge = (source: string, target: string) => ({ id: `CITES:${source}:${target}`, source, target, kind: "CITES" as const, weight: 1 });
const slice = (nodes: Node[], edges: ReturnType<typeof edge>[] = []) => ({ nodes, edges, truncated: [], missing: [] });

const around = slice([node("a", 0), node("b", 1), node("c", 2)], [edge("a", "b"), edge("b", "c")]);
const picture: Picture = { ...EMPTY, seeds: ["a"] };

describe("what is drawn", () => {
  test("is one slice as it came, where there is one", () => {
    const answers = { around, expansions: null, among: null };
    expect(joined(picture, answers, [])).toEqual([]);
    expect(combine(picture, answers)).toEqual({ nodes: around.nodes, edges: around.edges, isFull: false });
  });

  test("of several slices has each node once, the depth of the first and the edges among all", () => {
    const expanded: Picture = { ...picture, expanded: ["b"], added: ["z"] };
    const expansions = slice([node("b", 0), node("d", 1)], [edge("b", "d")]);
    expect(joined(expanded, { around, expansions, among: null }, ["p"])).toEqual(["a", "p", "z", "b", "c", "d"]);
    const among = slice([node("a", 0), node("b", 0, { degree: 9 }), node("d", 0), node("z", 0)], [edge("d", "z")]);
    const { nodes, edges } = combine(expanded, { around, expansions, among });
    expect(nodes.map(({ id, depth }) => [id, depth])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
      ["z", 3],
      ["d", 4],
    ]);
    expect(nodes[1]?.degree).toBe(9);
    expect(edges.map(({ id }) => id)).toEqual(["CITES:a:b", "CITES:b:c", "CITES:b:d", "CITES:d:z"]);
  });

  test("has no dismissed node, no hidden kind but that of a seed, and no edge without both ends", () => {
    const answers = { around: slice([node("a", 0), node("b", 1), node("t", 1, { kind: "TOPIC" })], [edge("a", "b"), edge("a", "t")]), expansions: null, among: null };
    const drawn = combine({ ...picture, dismissed: ["b"], hiddenKinds: ["TOPIC", "WORK"] }, answers);
    expect(drawn.nodes.map(({ id }) => id)).toEqual(["a"]);
    expect(drawn.edges).toEqual([]);
  });

  test("stops at a thousand nodes, and says so", () => {
    const many = slice(Array.from({ length: 1_200 }, (_, index) => node(`n${index}`, 1)));
    const drawn = combine(picture, { around: many, expansions: null, among: null });
    expect(drawn.nodes).toHaveLength(1_000);
    expect(drawn.isFull).toBe(true);
  });
});

test("a node tells how many of its edges are shown", () => {
  expect(shownOf(node("a", 0, { degree: 340, expandable: [{ edge: "CITES", remaining: 320 }, { edge: "ABOUT", remaining: 8 }] }))).toEqual({ shown: 12, total: 340 });
});

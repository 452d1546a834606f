import { describe, expect, test } from "vitest";

import { pictureOf, queryOf, unreadableSeeds } from "./address";
import { EMPTY, type Picture } from "./picture";
import { pictureOfView, viewOf } from "./useSavedView";

const [A, B, C, D] = ["r_aaaaaaaaaaaaaaaa", "w_bbbbbbbbbbbbbbbb", "t_cccccccccccccccc", "i_dddddddddddddddd"] as const;

const everything: Picture = {
  seeds: [A, B],
  depth: 3,
  perKind: 25,
  expanded: [C],
  added: [D],
  dismissed: ["s_eeeeeeeeeeeeeeee"],
  pins: { [A]: { x: -12, y: 340 }, [B]: { x: 0, y: 0 } },
  back: {},
  hiddenKinds: ["TOPIC", "SOURCE"],
  hiddenEdges: ["CITES"],
  years: { gte: 2010, lte: null },
  layout: "years",
  path: [A, B],
};

const read = (query: string): Picture => pictureOf(new URLSearchParams(query));

describe("an address", () => {
  test("says all of a picture", () => {
    expect(read(queryOf(everything))).toEqual(everything);
    expect(read(queryOf(EMPTY))).toEqual(EMPTY);
    expect(queryOf({ ...EMPTY, seeds: [A] })).toBe(`seed=${A}`);
  });

  test("takes seeds one by one or in a list", () => {
    expect(read(`seed=${A}&seed=${B},${C}`).seeds).toEqual([A, B, C]);
  });

  test("with nonsense in it gives what can be understood", () => {
    const query = `seed=${A},<script>,${A}&steps=99&each=0.5&hide=TOPIC,NOTHING&years=then-now&layout=spiral&path=${A}&pin=${A}:x:2,${B}:1e9:0,${C}:1`;
    expect(read(query)).toEqual({ ...EMPTY, seeds: [A], hiddenKinds: ["TOPIC"] });
    expect(unreadableSeeds(new URLSearchParams(query))).toEqual(["<script>"]);
  });

  test("of any length is read into a picture that can be asked for", () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `w_${index.toString(2).padStart(16, "0").replaceAll("0", "a").replaceAll("1", "b")}`);
    const picture = read(`seed=${many.join(",")}&without=${many.join(",")}`);
    expect(picture.seeds).toHaveLength(100);
    expect(picture.dismissed).toHaveLength(1_000);
  });
});

describe("a saved view", () => {
  test("keeps every place, and knows by them what was added to what its arguments give", () => {
    const places = { [A]: { x: 1, y: 2 }, [B]: { x: 3, y: 4 }, [D]: { x: 5, y: 6 } };
    const input = viewOf({ ...everything, expanded: [], added: [D], path: null }, places, "  mine ");
    expect(input.name).toBe("mine");
    const view = {
      ...input,
      depth: input.depth ?? 1,
      perKind: input.perKind ?? 12,
      id: "v_aaaaaaaaaaaaaaaa",
      name: "mine",
      kinds: input.kinds ?? [],
      edges: input.edges ?? [],
      exclude: input.exclude ?? [],
      pins: input.pins ?? [],
      years: { gte: 2010, lte: null },
      layout: "years",
      slice: { nodes: [{ id: A }, { id: B }] },
    };
    expect(pictureOfView(view)).toEqual({ ...everything, expanded: [], added: [D], path: null, pins: places });
  });
});

import { describe, expect, test } from "vitest";

import { apply, type Command, type History, MOST_PAST, reduce } from "./commands";
import { EMPTY, MOST_SEEDS, type Picture } from "./picture";

const [A, B, C] = ["r_aaaaaaaaaaaaaaaa", "w_bbbbbbbbbbbbbbbb", "t_cccccccccccccccc"] as const;
const begun: Picture = { ...EMPTY, seeds: [A] };

const after = (picture: Picture, ...commands: Command[]): Picture => commands.reduce(apply, picture);

describe("a command", () => {
  test("that changes nothing gives the same picture", () => {
    const full = after(begun, { do: "expand", id: B }, { do: "add", ids: [C] });
    const nothing: Command[] = [
      { do: "seed", id: A },
      { do: "expand", id: B },
      { do: "collapse", id: C },
      { do: "add", ids: [C] },
      { do: "dismiss", ids: [] },
      { do: "restore" },
      { do: "pin", at: {} },
      { do: "unpin", ids: [A] },
      { do: "years", years: { gte: null, lte: null } },
      { do: "depth", depth: full.depth },
      { do: "width", perKind: full.perKind },
      { do: "lay out", layout: "force" },
      { do: "path", ends: null },
    ];
    for (const command of nothing) {
      expect(apply(full, command), command.do).toBe(full);
    }
  });

  test("to dismiss takes a node out of everything that would show it, and its path and pin with it", () => {
    const full = after(
      begun,
      { do: "expand", id: B },
      { do: "add", ids: [B, C] },
      { do: "pin", at: { [B]: { x: 1, y: 2 }, [C]: { x: 3, y: 4 } } },
      { do: "path", ends: [A, B] },
    );
    const dismissed = apply(full, { do: "dismiss", ids: [B] });
    expect(dismissed).toMatchObject({ seeds: [A], expanded: [], added: [C], dismissed: [B], path: null });
    expect(dismissed.pins).toEqual({ [C]: { x: 3, y: 4 } });
  });

  test("to expand, add or begin with a dismissed node brings it back", () => {
    const dismissed = apply(begun, { do: "dismiss", ids: [B] });
    expect(apply(dismissed, { do: "expand", id: B }).dismissed).toEqual([]);
    expect(apply(dismissed, { do: "add", ids: [B] }).dismissed).toEqual([]);
    expect(apply(dismissed, { do: "seed", id: B })).toMatchObject({ seeds: [A, B], dismissed: [] });
  });

  test("keeps no more seeds than may be asked for", () => {
    const seeds = Array.from({ length: MOST_SEEDS + 5 }, (_, index): Command => ({ do: "seed", id: `r_${index}` }));
    expect(after(begun, ...seeds).seeds).toHaveLength(MOST_SEEDS);
  });

  test("to hide and show again gives what there was", () => {
    const hidden = after(begun, { do: "toggle kind", kind: "TOPIC" }, { do: "toggle edge", edge: "CITES" });
    expect(hidden).toMatchObject({ hiddenKinds: ["TOPIC"], hiddenEdges: ["CITES"] });
    expect(after(hidden, { do: "toggle kind", kind: "TOPIC" }, { do: "toggle edge", edge: "CITES" })).toEqual(begun);
    expect(apply({ ...hidden, years: { gte: 2000, lte: null } }, { do: "clear filters" })).toEqual(begun);
  });
});

describe("the history", () => {
  const start: History = { past: [], present: begun, future: [] };

  test("goes back over every command and forward again", () => {
    const commands: Command[] = [
      { do: "expand", id: B },
      { do: "pin", at: { [B]: { x: 0, y: 0 } } },
      { do: "path", ends: [A, B] },
      { do: "years", years: { gte: 2010, lte: 2020 } },
      { do: "lay out", layout: "years" },
      { do: "dismiss", ids: [B] },
    ];
    const end = commands.reduce<History>(reduce, start);
    expect(end.past).toHaveLength(commands.length);
    const back = commands.reduce<History>((history) => reduce(history, { do: "undo" }), end);
    expect(back.present).toBe(begun);
    expect(reduce(back, { do: "undo" })).toBe(back);
    const forth = commands.reduce<History>((history) => reduce(history, { do: "redo" }), back);
    expect(forth.present).toBe(end.present);
    expect(reduce(forth, { do: "redo" })).toBe(forth);
  });

  test("brings what was dragged back to where it was, and forgets that with what is done next", () => {
    const dragged = reduce(start, { do: "pin", at: { [A]: { x: 9, y: 9 } }, from: { [A]: { x: 1, y: 2 } } });
    expect(dragged.present).toEqual({ ...begun, pins: { [A]: { x: 9, y: 9 } } });
    const undone = reduce(dragged, { do: "undo" });
    expect(undone.present).toEqual({ ...begun, back: { [A]: { x: 1, y: 2 } } });
    expect(reduce(undone, { do: "redo" }).present).toBe(dragged.present);
    expect(reduce(undone, { do: "depth", depth: 1 }).present).toEqual({ ...begun, depth: 1 });
  });

  test("forgets what was undone once something else is done, but not when nothing is", () => {
    const undone = reduce(reduce(start, { do: "expand", id: B }), { do: "undo" });
    expect(reduce(undone, { do: "seed", id: A }).future).toHaveLength(1);
    expect(reduce(undone, { do: "expand", id: C }).future).toEqual([]);
  });

  test("is of a bounded length, and begins anew with another picture", () => {
    let history = start;
    for (let index = 0; index <= MOST_PAST; index += 1) {
      history = reduce(history, { do: "toggle kind", kind: "TOPIC" });
    }
    expect(history.past).toHaveLength(MOST_PAST);
    expect(reduce(history, { do: "open", picture: EMPTY })).toEqual({ past: [], present: EMPTY, future: [] });
  });
});

import type { EdgeKind, EntityKind } from "../../gql/graphql";
import type { Point } from "../../graph/layout";
import { EMPTY, type LayoutName, MOST_NODES, MOST_SEEDS, type Picture } from "./picture";

/** What can be done to a picture. Each can be undone. */
export type Command =
  | { readonly do: "seed"; readonly id: string }
  | { readonly do: "expand"; readonly id: string }
  | { readonly do: "collapse"; readonly id: string }
  | { readonly do: "add"; readonly ids: readonly string[] }
  | { readonly do: "dismiss"; readonly ids: readonly string[] }
  | { readonly do: "restore" }
  /** `from` is where they were before they were dragged. */
  | { readonly do: "pin"; readonly at: Readonly<Record<string, Point>>; readonly from?: Readonly<Record<string, Point>> }
  | { readonly do: "unpin"; readonly ids: readonly string[] }
  | { readonly do: "toggle kind"; readonly kind: EntityKind }
  | { readonly do: "toggle edge"; readonly edge: EdgeKind }
  | { readonly do: "years"; readonly years: Picture["years"] }
  | { readonly do: "depth"; readonly depth: number }
  | { readonly do: "width"; readonly perKind: number }
  | { readonly do: "lay out"; readonly layout: LayoutName }
  | { readonly do: "path"; readonly ends: readonly [string, string] | null }
  | { readonly do: "clear filters" };

/** Returns the picture after a command: the same object where it changes nothing. */
export function apply(picture: Picture, command: Command): Picture {
  switch (command.do) {
    case "seed":
      return shown([command.id], { ...picture, seeds: including(picture.seeds, [command.id], MOST_SEEDS) }, picture);
    case "expand":
      return shown([command.id], { ...picture, expanded: including(picture.expanded, [command.id], MOST_SEEDS) }, picture);
    case "collapse":
      return changed(picture, { expanded: without(picture.expanded, [command.id]) });
    case "add":
      return shown(command.ids, { ...picture, added: including(picture.added, command.ids, MOST_NODES) }, picture);
    case "dismiss":
      return dismiss(picture, command.ids);
    case "restore":
      return changed(picture, { dismissed: without(picture.dismissed, picture.dismissed) });
    case "pin":
      return Object.keys(command.at).length === 0 ? picture : { ...picture, pins: { ...picture.pins, ...command.at } };
    case "unpin":
      return unpin(picture, command.ids);
    case "toggle kind":
      return { ...picture, hiddenKinds: toggled(picture.hiddenKinds, command.kind) };
    case "toggle edge":
      return { ...picture, hiddenEdges: toggled(picture.hiddenEdges, command.edge) };
    case "years": {
      const { gte, lte } = command.years;
      return gte === picture.years.gte && lte === picture.years.lte ? picture : { ...picture, years: { gte, lte } };
    }
    case "depth":
      return changed(picture, { depth: command.depth });
    case "width":
      return changed(picture, { perKind: command.perKind });
    case "lay out":
      return changed(picture, { layout: command.layout });
    case "path":
      return changed(picture, { path: command.ends });
    case "clear filters": {
      const { hiddenKinds, hiddenEdges, years } = EMPTY;
      return { ...picture, hiddenKinds, hiddenEdges, years };
    }
  }
}

/** A picture with those that it was before, and those that were undone. */
export interface History {
  readonly past: readonly Picture[];
  readonly present: Picture;
  readonly future: readonly Picture[];
}

export type Step = Command | { readonly do: "undo" } | { readonly do: "redo" } | { readonly do: "open"; readonly picture: Picture };

/** Pictures that can be gone back to. */
export const MOST_PAST = 200;

/** The history after a step. What changes nothing leaves no trace; `open` begins anew. */
export function reduce(history: History, step: Step): History {
  const { past, present, future } = history;
  switch (step.do) {
    case "open":
      return { past: [], present: step.picture, future: [] };
    case "undo": {
      const before = past.at(-1);
      return before === undefined ? history : { past: past.slice(0, -1), present: before, future: [present, ...future] };
    }
    case "redo": {
      const [after, ...others] = future;
      return after === undefined ? history : { past: [...past, present], present: after, future: others };
    }
    default: {
      const next = apply(present, step);
      if (next === present) {
        return history;
      }
      const before = step.do === "pin" && step.from !== undefined ? { ...present, back: step.from } : present;
      return { past: [...past, before].slice(-MOST_PAST), present: changed(next, { back: EMPTY.back }), future: [] };
    }
  }
}

/** What is asked for is not dismissed any more. */
function shown(ids: readonly string[], next: Picture, before: Picture): Picture {
  const { seeds, expanded, added } = before;
  const dismissed = without(before.dismissed, ids);
  const isSame = next.seeds === seeds && next.expanded === expanded && next.added === added && dismissed === before.dismissed;
  return isSame ? before : { ...next, dismissed };
}

function dismiss(picture: Picture, ids: readonly string[]): Picture {
  const { path } = picture;
  return unpin(
    changed(picture, {
      seeds: without(picture.seeds, ids),
      expanded: without(picture.expanded, ids),
      added: without(picture.added, ids),
      dismissed: including(picture.dismissed, ids, MOST_NODES),
      path: path !== null && path.some((end) => ids.includes(end)) ? null : path,
    }),
    ids,
  );
}

function unpin(picture: Picture, ids: readonly string[]): Picture {
  const pins = Object.entries(picture.pins).filter(([id]) => !ids.includes(id));
  return pins.length === Object.keys(picture.pins).length ? picture : { ...picture, pins: Object.fromEntries(pins) };
}

function changed(picture: Picture, change: Partial<Picture>): Picture {
  const isSame = Object.entries(change).every(([name, value]) => picture[name as keyof Picture] === value);
  return isSame ? picture : { ...picture, ...change };
}

/** The same list where it has all, or has no room. */
function including(list: readonly string[], ids: readonly string[], most: number): readonly string[] {
  const others = [...new Set(ids)].filter((id) => !list.includes(id));
  return others.length === 0 || list.length >= most ? list : [...list, ...others].slice(0, most);
}

function without(list: readonly string[], ids: readonly string[]): readonly string[] {
  const kept = list.filter((id) => !ids.includes(id));
  return kept.length === list.length ? list : kept;
}

function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

import type { EdgeKind, EntityKind } from "../../gql/graphql";
import type { Point } from "../../graph/layout";

/** How nodes are laid out: by what joins them, in a circle, or by year from left to right. */
export type LayoutName = "force" | "circle" | "years";

/** What somebody has made of the graph. All that is shown follows from it, and it is what an address or a saved view keeps. */
export interface Picture {
  /** Where it begins, in the order in which they were added. */
  readonly seeds: readonly string[];
  /** Steps from the seeds. */
  readonly depth: number;
  /** Neighbours of each node and kind of edge. */
  readonly perKind: number;
  /** Nodes whose own neighbours are shown, wherever they stand. */
  readonly expanded: readonly string[];
  /** Nodes that are shown without their neighbours. */
  readonly added: readonly string[];
  readonly dismissed: readonly string[];
  /** Nodes that keep their place, in the units of the layout. */
  readonly pins: Readonly<Record<string, Point>>;
  /** Where nodes that are not pinned go back to when a drag is undone; no address keeps it. */
  readonly back: Readonly<Record<string, Point>>;
  readonly hiddenKinds: readonly EntityKind[];
  readonly hiddenEdges: readonly EdgeKind[];
  /** Of works; null: no bound. */
  readonly years: { readonly gte: number | null; readonly lte: number | null };
  readonly layout: LayoutName;
  /** The ends of a path that is shown. */
  readonly path: readonly [string, string] | null;
}

export const EMPTY: Picture = {
  seeds: [],
  depth: 2,
  perKind: 6,
  expanded: [],
  added: [],
  dismissed: [],
  pins: {},
  back: {},
  hiddenKinds: [],
  hiddenEdges: [],
  years: { gte: null, lte: null },
  layout: "force",
  path: null,
};

export const LAYOUTS: readonly LayoutName[] = ["force", "circle", "years"];
export const DEEPEST = 3;
/** Choices for `perKind`; the API takes up to 50. */
export const WIDTHS: readonly number[] = [3, 6, 12, 25, 50];
/** Of seeds, and of expanded nodes, as the API has it. */
export const MOST_SEEDS = 100;
/** Nodes of a picture, and ids of a list of it. */
export const MOST_NODES = 1_000;
/** Neighbours of each kind that expanding a node brings. */
export const PER_EXPANSION = 12;

export const ALL_EDGES: readonly EdgeKind[] = [
  "AUTHORED",
  "CITES",
  "ABOUT",
  "AFFILIATED_WITH",
  "PUBLISHED_IN",
  "COLLABORATED_WITH",
  "BROADER",
  "PART_OF",
];

const ID = /^[a-z]_[a-z2-7]{16}$/;

/** Whether a text can be the id of an entity. */
export const isId = (text: string): boolean => ID.test(text);

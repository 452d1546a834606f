import type { ExplorerSliceFragment } from "../../gql/graphql";
import { MOST_NODES, type Picture } from "./picture";

export type Node = ExplorerSliceFragment["nodes"][number];
export type Edge = ExplorerSliceFragment["edges"][number];

/** What is drawn, listed and saved to files. */
export interface Drawn {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** Whether nodes were left out because a picture has no room for more. */
  readonly isFull: boolean;
}

/** The answers that a picture is made of; null where one is not asked for, or has not come. */
export interface Answers {
  readonly around: ExplorerSliceFragment | null;
  readonly expansions: ExplorerSliceFragment | null;
  readonly among: ExplorerSliceFragment | null;
}

/** The ids whose edges among each other must be asked for; none where one slice has them all. */
export function joined(picture: Picture, { around, expansions }: Answers, onPaths: readonly string[]): readonly string[] {
  if (picture.added.length === 0 && onPaths.length === 0 && (picture.expanded.length === 0 || expansions === null)) {
    return [];
  }
  const nodes = [...(around?.nodes ?? []), ...(expansions?.nodes ?? [])].map(({ id }) => id);
  const wanted = [...picture.seeds, ...onPaths, ...picture.added, ...nodes];
  return [...new Set(wanted)].filter((id) => !picture.dismissed.includes(id)).slice(0, MOST_NODES);
}

/** Puts the answers together to what is drawn: nearest first, without what is hidden or dismissed. */
export function combine(picture: Picture, { around, expansions, among }: Answers): Drawn {
  const depths = new Map(around?.nodes.map(({ id, depth }) => [id, depth]));
  const found = new Map<string, Node>();
  for (const node of [...(around?.nodes ?? []), ...(expansions?.nodes ?? []), ...(among?.nodes ?? [])]) {
    // What was found last knows best how many of its edges are shown.
    const depth = depths.get(node.id) ?? depthOf(node.id, picture);
    found.set(node.id, node.depth === depth ? node : { ...node, depth });
  }
  const kept = [...found.values()].filter(
    ({ id, kind }) => !picture.dismissed.includes(id) && (picture.seeds.includes(id) || !picture.hiddenKinds.includes(kind)),
  );
  const nodes = kept.sort((a, b) => a.depth - b.depth).slice(0, MOST_NODES);
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = new Map<string, Edge>();
  for (const edge of [...(around?.edges ?? []), ...(expansions?.edges ?? []), ...(among?.edges ?? [])]) {
    if (ids.has(edge.source) && ids.has(edge.target) && !picture.hiddenEdges.includes(edge.kind)) {
      edges.set(edge.id, edge);
    }
  }
  const isFull = kept.length > nodes.length || (around?.nodes.length ?? 0) >= MOST_NODES;
  return { nodes, edges: [...edges.values()], isFull };
}

/** Edges of a node that are shown, and that there are. */
export function shownOf({ degree, expandable }: Node): { readonly shown: number; readonly total: number } {
  const remaining = expandable.reduce((sum, { remaining: left }) => sum + left, 0);
  return { shown: degree - remaining, total: degree };
}

/** The year of a work. */
export const yearOf = ({ entity }: Node): number | null => (entity !== null && "year" in entity ? entity.year : null);

/** Beyond the rings of the seeds: what was expanded or added stands outside, what it brought further out. */
function depthOf(id: string, { depth, expanded, added }: Picture): number {
  return expanded.includes(id) || added.includes(id) ? depth + 1 : depth + 2;
}

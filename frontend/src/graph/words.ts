import type { EdgeKind } from "../gql/graphql";
import type { SliceEdge, SliceNode } from "./layout";

/** What lies behind an edge, as a noun for how many. */
export const BEHIND: Readonly<Record<EdgeKind, readonly [string, string]>> = {
  AUTHORED: ["authorship", "authorships"],
  CITES: ["citation", "citations"],
  ABOUT: ["topic link", "topic links"],
  AFFILIATED_WITH: ["affiliation", "affiliations"],
  PUBLISHED_IN: ["publication", "publications"],
  COLLABORATED_WITH: ["collaborator", "collaborators"],
  BROADER: ["neighbouring topic", "neighbouring topics"],
  PART_OF: ["part", "parts"],
};

const VERBS: Readonly<Record<EdgeKind, readonly [string, string]>> = {
  AUTHORED: ["wrote", "was written by"],
  CITES: ["cites", "is cited by"],
  ABOUT: ["is about", "is the topic of"],
  AFFILIATED_WITH: ["is affiliated with", "is the affiliation of"],
  PUBLISHED_IN: ["appeared in", "published"],
  COLLABORATED_WITH: ["worked with", "worked with"],
  BROADER: ["is narrower than", "is broader than"],
  PART_OF: ["is part of", "includes"],
};

/** As much of a slice as says how nodes hang together. */
interface Related {
  readonly nodes: readonly Pick<SliceNode, "id" | "label">[];
  readonly edges: readonly Pick<SliceEdge, "source" | "target" | "kind">[];
}

/** How a node hangs together with what the graph is about: "wrote 3 of the works shown", or with whom. */
export function relations(id: string, slice: Related): readonly string[] {
  const names = new Map(slice.nodes.map(({ id: key, label }) => [key, label]));
  const found = new Map<string, string[]>();
  for (const { source, target, kind } of slice.edges) {
    const [outwards, inwards] = VERBS[kind];
    if (source === id) {
      push(found, outwards, names.get(target));
    } else if (target === id) {
      push(found, inwards, names.get(source));
    }
  }
  return [...found].map(([verb, others]) => `${verb} ${listed(others)}`);
}

/** How much more there is around a node than is drawn. */
export function remainingOf({ expandable }: SliceNode): number {
  return expandable.reduce((sum, { remaining }) => sum + remaining, 0);
}

function push(found: Map<string, string[]>, verb: string, name: string | undefined): void {
  if (name !== undefined) {
    found.set(verb, [...(found.get(verb) ?? []), name]);
  }
}

function listed(names: readonly string[]): string {
  const [first = "", second, ...others] = names;
  if (second === undefined) {
    return first;
  }
  return others.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${others.length} more`;
}

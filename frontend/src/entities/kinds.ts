import type { EntityKind } from "../gql/graphql";

interface Kind {
  readonly one: string;
  readonly many: string;
  /** The first part of the path of its pages. */
  readonly path: string;
}

/** What the kinds of node are called. Their colours are in tokens.css, by the attribute data-kind. */
export const KINDS: Readonly<Record<EntityKind, Kind>> = {
  RESEARCHER: { one: "researcher", many: "researchers", path: "researchers" },
  WORK: { one: "work", many: "works", path: "works" },
  TOPIC: { one: "topic", many: "topics", path: "topics" },
  INSTITUTION: { one: "institution", many: "institutions", path: "institutions" },
  SOURCE: { one: "source", many: "sources", path: "sources" },
};

/** The path of an entity's page. */
export function pathOf(kind: EntityKind, slug: string): string {
  return `/${KINDS[kind].path}/${encodeURIComponent(slug)}`;
}

const numbers = new Intl.NumberFormat("en");

/** A number as the site writes it: 12,345. */
export const formatted = (number: number): string => numbers.format(number);

/** A number with its noun: "1 work", "2,000 works". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${formatted(number)} ${number === 1 ? one : many}`;

/** All kinds, in the order in which the site names them. */
export const ALL_KINDS: readonly EntityKind[] = ["RESEARCHER", "WORK", "TOPIC", "INSTITUTION", "SOURCE"];

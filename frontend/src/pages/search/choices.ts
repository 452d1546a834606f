import { KINDS } from "../../entities/kinds";
import type { EntityKind, WorkFilter, WorkOrder } from "../../gql/graphql";

/** The dimensions that works are chosen by, as the address names them. */
export const DIMENSIONS = ["type", "topic", "source", "institution", "author"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What is looked for: all of it stands in the address. */
export interface Choices {
  readonly text: string;
  /** Null: all kinds. */
  readonly kind: EntityKind | null;
  readonly order: string;
  readonly from: string;
  readonly to: string;
  readonly open: boolean;
  readonly abstract: boolean;
  readonly chosen: Readonly<Partial<Record<Dimension, string>>>;
}

const CONDITIONS: Readonly<Record<Dimension, "types" | "topics" | "sources" | "institutions" | "authors">> = {
  type: "types",
  topic: "topics",
  source: "sources",
  institution: "institutions",
  author: "authors",
};

/** Reads the choices out of an address; what means nothing is as if it were not there. */
export function choicesOf(parameters: URLSearchParams): Choices {
  const kind = parameters.get("kind");
  const found = (Object.keys(KINDS) as EntityKind[]).find((key) => KINDS[key].path === kind) ?? null;
  const year = (name: string) => (/^\d{1,4}$/.test(parameters.get(name) ?? "") ? (parameters.get(name) ?? "") : "");
  return {
    text: (parameters.get("q") ?? "").trim(),
    kind: found,
    order: parameters.get("order") ?? "",
    from: year("from"),
    to: year("to"),
    open: parameters.get("open") === "1",
    abstract: parameters.get("abstract") === "1",
    chosen: Object.fromEntries(DIMENSIONS.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : []))),
  };
}

/** The filter of works that the choices stand for. */
export function filterOf({ text, from, to, open, abstract, chosen }: Choices): WorkFilter {
  return {
    ...(text === "" ? {} : { text }),
    ...(from === "" && to === ""
      ? {}
      : { year: { ...(from === "" ? {} : { gte: Number(from) }), ...(to === "" ? {} : { lte: Number(to) }) } }),
    ...(open ? { isOpenAccess: true } : {}),
    ...(abstract ? { hasAbstract: true } : {}),
    ...Object.fromEntries(Object.entries(chosen).map(([name, value]) => [CONDITIONS[name as Dimension], [value]])),
  };
}

/** Whether works are chosen by more than words. */
export function isFiltered(choices: Choices): boolean {
  const { text: _, ...others } = filterOf(choices);
  return Object.keys(others).length > 0;
}

/** The order of works: the best first where there are words, else the newest. */
export function orderOf({ order, text }: Choices): WorkOrder {
  if (order === "newest" || (order === "" && text === "")) {
    return { field: "YEAR", direction: "DESC" };
  }
  if (order === "cited") {
    return { field: "CITATIONS", direction: "DESC" };
  }
  return text === "" ? { field: "YEAR", direction: "DESC" } : { field: "RELEVANCE", direction: "DESC" };
}

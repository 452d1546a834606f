import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";

import { type Answer, ask, Failure, type Problem } from "../../api/ask";
import { follow } from "../../api/follow";
import { useOperation } from "../../api/useOperation";
import { ALL_KINDS } from "../../entities/kinds";
import {
  AmongDocument,
  AroundDocument,
  type AroundQueryVariables,
  type EdgeKind,
  type EntityKind,
  type ExplorerSliceFragment,
  PathsDocument,
  type PathsQuery,
  RingsDocument,
} from "../../gql/graphql";
import { type Answers, combine, type Drawn, joined } from "./combine";
import { ALL_EDGES, PER_EXPANSION, type Picture } from "./picture";

export type Path = NonNullable<PathsQuery["pathsBetween"]>[number];

export interface Graph {
  /** Null until the first ring is there. */
  readonly drawn: Drawn | null;
  /** Seeds that name nothing. */
  readonly missing: readonly string[];
  /** Null where no path is asked for, or its answer has not come. */
  readonly paths: readonly Path[] | null;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly problems: readonly Problem[];
  readonly retry: () => void;
}

const NONE: readonly never[] = [];

/** The graph that a picture shows. */
export function useGraph(picture: Picture): Graph {
  const { seeds, depth, perKind, expanded } = picture;
  const common = useMemo(() => narrowed(picture), [picture]);
  const around = useRings({ seeds: [...seeds], depth, perKind, ...common });
  const expansions = useOperation(
    AroundDocument,
    { seeds: [...expanded], depth: 1, perKind: PER_EXPANSION, ...common },
    { enabled: expanded.length > 0, keep: true },
  );
  const [from = "", to = ""] = picture.path ?? [];
  const paths = useOperation(PathsDocument, { from, to, via: common.edges }, { enabled: picture.path !== null, keep: true });
  const found = picture.path === null ? null : (paths.data?.data.pathsBetween ?? null);
  const answers: Answers = {
    around: seeds.length === 0 ? null : sliceOf(around.data),
    expansions: expanded.length === 0 ? null : sliceOf(expansions.data),
    among: null,
  };
  const onPaths = useMemo(() => (found ?? NONE).flatMap(({ nodes }) => nodes.map(({ id }) => id)), [found]);
  const ids = joined(picture, answers, onPaths);
  const among = useOperation(AmongDocument, { ids: [...ids] }, { enabled: ids.length > 0 && !around.isFetching, keep: true });
  const between = ids.length === 0 ? null : (among.data?.data.inducedGraph ?? null);
  const all = [around, expansions, paths, among];
  const isAsked = seeds.length > 0 || ids.length > 0;
  const drawn = useMemo(
    () =>
      isAsked && answers.around === null && answers.expansions === null && between === null
        ? null
        : combine(picture, { ...answers, among: between }),
    // The answers are the same objects until others come.
    [picture, answers.around, answers.expansions, between, isAsked],
  );
  return {
    drawn,
    missing: answers.around?.missing ?? NONE,
    paths: found,
    isBusy: all.some(({ isFetching }) => isFetching),
    failure: all.find(({ error }) => error !== null)?.error ?? null,
    problems: [around, expansions, among].flatMap(({ data }) => data?.problems ?? []),
    retry: () => all.filter(({ error }) => error !== null).forEach(({ refetch }) => void refetch()),
  };
}

interface Narrowed {
  readonly kinds: EntityKind[] | null;
  readonly edges: EdgeKind[] | null;
  readonly years: Picture["years"] | null;
  readonly exclude: string[] | null;
}

/** The filters of a picture as arguments; null where it has none. */
export function narrowed({ hiddenKinds, hiddenEdges, years, dismissed }: Picture): Narrowed {
  return {
    kinds: hiddenKinds.length === 0 ? null : ALL_KINDS.filter((kind) => !hiddenKinds.includes(kind)),
    edges: hiddenEdges.length === 0 ? null : ALL_EDGES.filter((edge) => !hiddenEdges.includes(edge)),
    years: years.gte === null && years.lte === null ? null : years,
    exclude: dismissed.length === 0 ? null : [...dismissed],
  };
}

/**
 * The slice around the seeds, painted ring by ring; where something of them is shown already it stays until all of what
 * follows it is there. Where a proxy lets no stream through, it comes at once.
 */
function useRings(variables: AroundQueryVariables) {
  const seeds = String(variables.seeds);
  const shown = useRef("");
  const query = useQuery<Answer<{ researchGraph: ExplorerSliceFragment | null }>, Failure>({
    queryKey: ["rings", variables],
    queryFn: async ({ signal, client, queryKey }) => {
      let last: Answer<{ researchGraph: ExplorerSliceFragment | null }> | null = null;
      const isShown = shown.current === seeds;
      try {
        for await (const answer of follow(RingsDocument, variables, signal)) {
          last = answer;
          if (!isShown) {
            client.setQueryData(queryKey, answer);
          }
        }
      } catch (error) {
        if (signal.aborted || (error instanceof Failure && error.status !== null)) {
          throw error;
        }
        last = null;
      }
      return last ?? (await ask(AroundDocument, variables, signal));
    },
    enabled: variables.seeds.length > 0,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (query.data !== undefined && !query.isPlaceholderData) {
      shown.current = seeds;
    }
  }, [query.data, query.isPlaceholderData, seeds]);
  return query;
}

function sliceOf(answer: Answer<{ researchGraph: ExplorerSliceFragment | null }> | undefined): ExplorerSliceFragment | null {
  return answer?.data.researchGraph ?? null;
}

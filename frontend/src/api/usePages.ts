import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";

import type { TypedDocumentString } from "../gql/graphql";
import { ask, digestOf, Failure } from "./ask";

/** A part of a list, as all connections of the API have it. */
export interface Page<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Pages<Row> {
  /** Undefined while the first page is on its way. */
  readonly rows: readonly Row[] | undefined;
  readonly total: number;
  readonly failure: Failure | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly more: () => Promise<unknown>;
}

interface Asked<Data, Row> {
  readonly pageOf: (data: Data) => Page<Row> | null | undefined;
  /** The first page, where the page's own operation has brought it. */
  readonly first?: Page<Row> | null | undefined;
  readonly enabled?: boolean;
}

/** A list that is read page by page; `document` takes the cursor as its variable `after`. */
export function usePages<Data, Variables extends { readonly after?: unknown }, Row>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, "after">,
  { pageOf, first, enabled = true }: Asked<Data, Row>,
): Pages<Row> {
  const query = useInfiniteQuery<Page<Row>, Failure, InfiniteData<Page<Row>>, readonly unknown[], string | null>({
    queryKey: [digestOf(document), variables],
    queryFn: async ({ pageParam, signal }) => {
      const { data, problems } = await ask(document, { ...variables, after: pageParam } as unknown as Variables, signal);
      const page = pageOf(data);
      if (page === null || page === undefined) {
        const { message = "The list could not be read.", extensions: { code = "UNREADABLE", hint = "" } = {} } = problems[0] ?? {};
        throw new Failure(code, message, hint);
      }
      return page;
    },
    initialPageParam: null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    enabled,
    ...(first === null || first === undefined ? {} : { initialData: { pages: [first], pageParams: [null] } }),
  });
  return {
    rows: query.data?.pages.flatMap(({ nodes }) => nodes),
    total: query.data?.pages[0]?.totalCount ?? 0,
    failure: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => (query.data === undefined ? query.refetch() : query.fetchNextPage()),
  };
}

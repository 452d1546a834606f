import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";

import type { TypedDocumentString } from "../gql/graphql";
import { type Answer, ask, digestOf, Failure } from "./ask";

interface Options {
  /** False where nothing is to be asked yet. */
  readonly enabled?: boolean;
  /** Whether the answer to the last variables stays until that to the new ones has come. */
  readonly keep?: boolean;
}

/** The answer to a query of ours, asked again when the variables change. */
export function useOperation<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { enabled = true, keep = false }: Options = {},
): UseQueryResult<Answer<Data>, Failure> {
  return useQuery<Answer<Data>, Failure>({
    queryKey: [digestOf(document), variables],
    queryFn: ({ signal }) => ask(document, variables, signal),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

import { useMutation, type UseMutationResult } from "@tanstack/react-query";

import type { TypedDocumentString } from "../gql/graphql";
import { ask, digestOf, Failure } from "./ask";
import { cache } from "./cache";

interface Outcome {
  readonly __typename?: string;
  readonly message?: string;
  readonly code?: string;
}

/**
 * A mutation of ours. What the API refuses, as one of its error types or at all, is a Failure with its code and message.
 * `stale` are the documents whose answers are others afterwards.
 */
export function useAction<Data extends Readonly<Record<string, unknown>>, Variables>(
  document: TypedDocumentString<Data, Variables>,
  stale: readonly TypedDocumentString<unknown, never>[] = [],
): UseMutationResult<Data, Failure, Variables> {
  return useMutation<Data, Failure, Variables>({
    mutationFn: async (variables) => {
      const { data, problems } = await ask(document, variables);
      const outcome = Object.values(data)[0] as Outcome | null;
      if (outcome === null || outcome === undefined) {
        const { message = "The server did not say why.", extensions: { code = "UNREADABLE", hint = "" } = {} } = problems[0] ?? {};
        throw new Failure(code, message, hint);
      }
      if (outcome.code !== undefined) {
        throw new Failure(outcome.code, outcome.message ?? "It was refused.", "");
      }
      return data;
    },
    onSuccess: () => Promise.all(stale.map((read) => cache.invalidateQueries({ queryKey: [digestOf(read)] }))),
  });
}

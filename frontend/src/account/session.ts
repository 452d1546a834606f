import { useQuery, type UseQueryResult } from "@tanstack/react-query";

import { ask, type Failure } from "../api/ask";
import { cache } from "../api/cache";
import { ViewerDocument, type ViewerQuery } from "../gql/graphql";

export type Viewer = NonNullable<ViewerQuery["viewer"]>;

const KEY = ["viewer"];

// The cookie of a session is hidden from scripts; the server says in the document whether the browser has brought one.
let mayBeSignedIn = document.documentElement.dataset.session === "given";

/** Who is signed in: null for nobody. A browser without a session is not asked about. */
export function useViewer(): UseQueryResult<Viewer | null, Failure> {
  return useQuery<Viewer | null, Failure>({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await ask(ViewerDocument, {}, signal)).data.viewer,
    enabled: mayBeSignedIn,
    ...(mayBeSignedIn ? {} : { initialData: null }),
  });
}

/** Reads anew what the visitor's account is: what they are told may be of it. */
export const rereadViewer = (): Promise<void> => cache.invalidateQueries({ queryKey: KEY });

/** Reads anew who is signed in, and forgets what was read for whoever was before: all answers may be others now. */
export async function sessionChanged(signedIn: boolean): Promise<void> {
  mayBeSignedIn = signedIn;
  const viewer = signedIn ? (await ask(ViewerDocument, {})).data.viewer : null;
  cache.setQueryData(KEY, viewer);
  await cache.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
}

/** The address where one signs in and comes back from. */
export function signInAddress(from: string): string {
  return from === "/" || from.startsWith("/sign-in") ? "/sign-in" : `/sign-in?to=${encodeURIComponent(from)}`;
}

import { useQuery } from "@tanstack/react-query";

import { ask, digestOf } from "../api/ask";
import { UnreadDocument } from "../gql/graphql";

const EVERY = 60_000;

interface Unread {
  readonly messages: number;
  readonly notifications: number;
}

const NONE: Unread = { messages: 0, notifications: 0 };

/** How much is unread of whoever is signed in, looked at once a minute while the page is seen. */
export function useUnread(signedIn: boolean): Unread {
  const { data = NONE } = useQuery({
    queryKey: [digestOf(UnreadDocument)],
    queryFn: async ({ signal }) => {
      const { viewer } = (await ask(UnreadDocument, {}, signal)).data;
      return { messages: viewer?.unreadMessagesCount ?? 0, notifications: viewer?.unreadNotificationsCount ?? 0 };
    },
    enabled: signedIn,
    refetchInterval: EVERY,
  });
  return data;
}

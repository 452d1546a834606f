import { useEffect } from "react";

import { digestOf } from "../api/ask";
import { cache } from "../api/cache";
import { follow } from "../api/follow";
import { NewsDocument, type TypedDocumentString, UnreadDocument } from "../gql/graphql";
import { rereadViewer } from "./session";

const EVERY = 30_000;

/**
 * Reads documents anew when something happens that the visitor is told of, and twice a minute besides: who does not want to
 * be told of messages still sees them come. `stale` must be the same array at each call.
 */
export function useNews(stale: readonly TypedDocumentString<unknown, never>[]): void {
  useEffect(() => {
    const left = new AbortController();
    const read = () => {
      for (const document of [UnreadDocument, ...stale]) {
        void cache.invalidateQueries({ queryKey: [digestOf(document)] });
      }
    };
    const listen = async () => {
      for await (const _ of follow(NewsDocument, {}, left.signal)) {
        read();
        void rereadViewer();
      }
    };
    // A stream that cannot be had is no loss: the clock goes on.
    void listen().catch(() => undefined);
    const clock = setInterval(() => document.visibilityState === "visible" && read(), EVERY);
    return () => {
      left.abort();
      clearInterval(clock);
    };
  }, [stale]);
}

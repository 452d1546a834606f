import { QueryClient } from "@tanstack/react-query";

import { Failure } from "./ask";

/** The answers of this visit. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // Whoever is offline is told at once, instead of waiting for a connection that the browser believes in.
      networkMode: "always",
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && error instanceof Failure && error.mayPass && error.code !== "TIMEOUT",
      retryDelay: 600,
    },
    mutations: { networkMode: "always" },
  },
});

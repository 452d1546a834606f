import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";

import { examples } from "./examples";
import { ShareButton } from "./ShareButton";
import { readShared } from "./shared";

const socket = new URL("/graphql", window.location.href);
socket.protocol = socket.protocol === "https:" ? "wss:" : "ws:";
// It connects when the first subscription is run.
const wsClient = createClient({ url: socket.href });
const fetcher = createGraphiQLFetcher({ url: "/graphql", wsClient });
const shared = readShared(window.location.href);
const tabs = [...(shared === null ? [] : [shared]), ...examples.map((query) => ({ query }))];
// A query that came by a link opens in front; otherwise the tabs of the last visit come back.
const fromLink = shared === null ? {} : { initialQuery: shared.query, initialVariables: shared.variables };

export function GraphiQLPage() {
  return (
    <GraphiQL fetcher={fetcher} defaultTabs={tabs} schemaDescription {...fromLink}>
      <GraphiQL.Logo>
        <a href="/" className="home">
          BZPEER
        </a>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, copy, merge }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <ShareButton />
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>
  );
}

import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";

import { examples } from "./examples";
import { EXPLORER } from "./Explorer";
import { fetcher } from "./fetcher";
import { ShareButton } from "./ShareButton";
import { readShared } from "./shared";

const shared = readShared(window.location.href);
const tabs = [...(shared === null ? [] : [shared]), ...examples.map((query) => ({ query }))];
const plugins = [HISTORY_PLUGIN, EXPLORER];
// A query that came by a link opens in front; otherwise the tabs of the last visit come back.
const fromLink = shared === null ? {} : { initialQuery: shared.query, initialVariables: shared.variables };

export function GraphiQLPage() {
  return (
    <GraphiQL fetcher={fetcher} defaultTabs={tabs} plugins={plugins} schemaDescription {...fromLink}>
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

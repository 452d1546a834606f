// Follows a subscription with the clients of the npm packages graphql-ws and graphql-sse; prints what each received, one of them
// with an access token.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../../frontend/package.json", import.meta.url));
const ws = require("graphql-ws");
const sse = require("graphql-sse");

const [url, query, badQuery, authorization] = process.argv.slice(2);
const viewer = "{ viewer { email } }";

const collect = async (client, query) => {
  const received = { events: [], errors: [] };
  try {
    for await (const event of client.iterate({ query })) {
      received.events.push(event);
    }
  } catch (error) {
    received.errors = Array.isArray(error) ? error : [{ message: error.reason ?? String(error) }];
  }
  return received;
};

// A browser can send no header with a WebSocket: the token goes into its first message.
const overWebSocket = (connectionParams) =>
  ws.createClient({ url: url.replace(/^http/, "ws"), retryAttempts: 0, connectionParams });
const overEvents = (headers) => sse.createClient({ url, retryAttempts: 0, headers });

const found = {};
for (const [name, clientOf] of Object.entries({ "graphql-ws": overWebSocket, "graphql-sse": overEvents })) {
  const [stranger, account, impostor] = [{}, { authorization }, { authorization: "Bearer bzp_forged" }].map(clientOf);
  found[name] = {
    good: await collect(stranger, query),
    bad: await collect(stranger, badQuery),
    stranger: await collect(stranger, viewer),
    account: await collect(account, viewer),
    impostor: await collect(impostor, viewer),
  };
  await Promise.all([stranger, account, impostor].map((client) => client.dispose()));
}
console.log(JSON.stringify(found));

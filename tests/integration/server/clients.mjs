// Follows a subscription with the clients of the npm packages graphql-ws and graphql-sse; prints what each received.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../../frontend/package.json", import.meta.url));
const ws = require("graphql-ws");
const sse = require("graphql-sse");

const [url, query, badQuery] = process.argv.slice(2);

const collect = async (client, query) => {
  const received = { events: [], errors: [] };
  try {
    for await (const event of client.iterate({ query })) {
      received.events.push(event);
    }
  } catch (error) {
    received.errors = Array.isArray(error) ? error : [{ message: String(error) }];
  }
  return received;
};

const clients = {
  "graphql-ws": ws.createClient({ url: url.replace(/^http/, "ws"), retryAttempts: 0 }),
  "graphql-sse": sse.createClient({ url, retryAttempts: 0 }),
};
const found = {};
for (const [name, client] of Object.entries(clients)) {
  found[name] = { good: await collect(client, query), bad: await collect(client, badQuery) };
  await client.dispose();
}
console.log(JSON.stringify(found));

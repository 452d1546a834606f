import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { type Client, createClient } from "graphql-ws";

const socket = new URL("/graphql", window.location.href);
socket.protocol = socket.protocol === "https:" ? "wss:" : "ws:";

let connection: { readonly headers: string; readonly client: Client } | null = null;

/** A connection that says what the headers of the editor say: browsers send none with a WebSocket. */
function clientFor(given: Readonly<Record<string, unknown>>): Client {
  const headers = JSON.stringify(given);
  if (connection?.headers !== headers) {
    void connection?.client.dispose();
    const names = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]);
    // It connects when the first subscription is run.
    connection = { headers, client: createClient({ url: socket.href, connectionParams: Object.fromEntries(names) }) };
  }
  return connection.client;
}

export const fetcher: Fetcher = (parameters, options) =>
  createGraphiQLFetcher({ url: "/graphql", wsClient: clientFor(options?.headers ?? {}) })(parameters, options);

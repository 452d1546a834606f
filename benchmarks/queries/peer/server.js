// The peer: @neo4j/graphql, which makes one Cypher text of a GraphQL query, at its fastest: bare node:http, with parsed and
// validated documents kept. Settings: NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE, PORT, WORKERS.
import cluster from "node:cluster";
import http from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { execute, parse, specifiedRules, validate } from "graphql";
import neo4j from "neo4j-driver";
import { typeDefs } from "./types.js";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE, PORT, WORKERS = "1" } = process.env;
const REMEMBERED = 1000;

if (cluster.isPrimary && Number(WORKERS) > 1) {
  for (let i = 0; i < Number(WORKERS); i++) cluster.fork();
} else {
  const auth = NEO4J_PASSWORD ? neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD) : undefined;
  const driver = neo4j.driver(NEO4J_URI, auth, { telemetryDisabled: true });
  const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
  const documents = new Map();

  function prepared(query) {
    let found = documents.get(query);
    if (!found) {
      const document = parse(query);
      found = { document, errors: validate(schema, document, specifiedRules) };
      if (documents.size >= REMEMBERED) documents.clear();
      documents.set(query, found);
    }
    return found;
  }

  async function answer(body) {
    const { query, variables } = JSON.parse(body);
    const { document, errors } = prepared(query);
    if (errors.length) return { errors };
    const contextValue = { executionContext: driver, sessionConfig: { database: NEO4J_DATABASE } };
    return await execute({ schema, document, variableValues: variables, contextValue });
  }

  const server = http.createServer((request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", async () => {
      const result = await answer(Buffer.concat(parts).toString()).catch((error) => ({ errors: [{ message: error.message }] }));
      const body = Buffer.from(JSON.stringify(result));
      response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
      response.end(body);
    });
  });
  server.listen(Number(PORT), "127.0.0.1", () => console.log("ready"));
}

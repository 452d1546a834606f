// Fails where the schema breaks clients of the released one, unless the change is listed: one message a line, as printed
// here. What is listed and no longer so fails too, so that the list tells what the next release breaks, and no more.
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";
import { readFileSync } from "node:fs";

const folder = new URL("../schema/", import.meta.url);
const [
  released = new URL("released.graphql", folder),
  current = new URL("schema.graphql", folder),
  list = new URL("breaking_changes.txt", folder),
] = process.argv.slice(2);

const schemaOf = (file) => buildSchema(readFileSync(file, "utf8"));
const changes = await diff(schemaOf(released), schemaOf(current));
const breaking = new Set(
  changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking).map(({ message }) => message),
);
const lines = readFileSync(list, "utf8").split("\n").map((line) => line.trim());
const listed = new Set(lines.filter((line) => line && !line.startsWith("#")));

const problems = [
  ...[...breaking].filter((message) => !listed.has(message)).map((message) => `breaks clients: ${message}`),
  ...[...listed].filter((message) => !breaking.has(message)).map((message) => `is listed, but is not so: ${message}`),
];
for (const problem of problems) {
  console.error(problem);
}
if (problems.length > 0) {
  console.error("CONTRIBUTING.md, “Change the schema”, says what to do.");
  process.exit(1);
}

/** The path that opens GraphiQL with the query and its variables. */
export function graphiqlAddress(query: string, variables: Readonly<Record<string, unknown>> = {}): string {
  const parameters = new URLSearchParams({ query });
  if (Object.keys(variables).length > 0) {
    parameters.set("variables", JSON.stringify(variables, null, 2));
  }
  return `/graphql?${parameters.toString()}`;
}

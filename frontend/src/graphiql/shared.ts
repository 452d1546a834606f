/** A query as a link carries it. */
export interface SharedQuery {
  readonly query: string;
  readonly variables: string;
}

/** The query in the address of the page, or null where there is none. */
export function readShared(address: string): SharedQuery | null {
  const parameters = new URL(address).searchParams;
  const query = parameters.get("query");
  return query === null ? null : { query, variables: parameters.get("variables") ?? "" };
}

/** The address of the page with the query in it. */
export function shareAddress(address: string, { query, variables }: SharedQuery): string {
  const shared = new URL(address);
  shared.search = "";
  shared.hash = "";
  shared.searchParams.set("query", query);
  if (variables.trim() !== "") {
    shared.searchParams.set("variables", variables);
  }
  return shared.toString();
}

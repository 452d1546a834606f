import type { TypedDocumentString } from "../gql/graphql";

/** An error of GraphQL as the server sends it beside, or instead of, the data. */
export interface Problem {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly hint?: string };
}

/** What came of an operation: its data, and what is missing from it and why. */
export interface Answer<Data> {
  readonly data: Data;
  readonly problems: readonly Problem[];
}

/** An operation that gave no data. `code` is one of the server's, or OFFLINE, TIMEOUT or UNREADABLE of ours. */
export class Failure extends Error {
  override readonly name = "Failure";

  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly status: number | null = null,
  ) {
    super(message);
  }

  /** Whether the same request may well succeed a moment later. */
  get mayPass(): boolean {
    return this.status === null || this.status === 429 || this.status >= 500;
  }
}

const LONGEST_ADDRESS = 4_000;
const MILLISECONDS = 20_000;

type Sent = Readonly<Record<string, unknown>>;

/**
 * Runs an operation of ours. The server knows its text by the digest; one that is of another release says so, and is
 * sent the text. Queries are asked by GET, so that the browser keeps the answer under its entity tag.
 *
 * Throws a Failure, or the signal's reason.
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const named = { documentId: digestOf(document), variables };
  const first = await post<Data>(document, named, signal);
  const unknown = first.errors?.[0]?.extensions?.code === "PERSISTED_QUERY_NOT_FOUND";
  const { data, errors = [] } = unknown ? await post<Data>(document, { query: document.toString(), variables }, signal) : first;
  const problem = errors[0];
  if (data === undefined || data === null) {
    const { code = "UNREADABLE", hint = "" } = problem?.extensions ?? {};
    throw new Failure(code, problem?.message ?? "The server's answer has no data.", hint, first.status);
  }
  return { data, problems: errors };
}

/** The name of an operation for the server and for caches. */
export function digestOf(document: TypedDocumentString<unknown, never>): string {
  return String(document.__meta__?.["hash"]);
}

interface Received<Data> {
  readonly status: number;
  readonly data?: Data | null;
  readonly errors?: readonly Problem[];
}

async function post<Data>(
  document: { toString(): string },
  sent: Sent,
  signal: AbortSignal | undefined,
): Promise<Received<Data>> {
  const limit = AbortSignal.timeout(MILLISECONDS);
  const address = `/graphql?${new URLSearchParams(
    Object.entries(sent).map(([key, value]): [string, string] => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  ).toString()}`;
  const byGet = !isMutation(document.toString()) && address.length <= LONGEST_ADDRESS;
  const init: RequestInit = {
    signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    headers: { accept: "application/graphql-response+json, application/json;q=0.9" },
  };
  let response: Response;
  try {
    response = await (byGet
      ? fetch(address, init)
      : fetch("/graphql", {
          ...init,
          method: "POST",
          headers: { ...init.headers, "content-type": "application/json" },
          body: JSON.stringify(sent),
        }));
  } catch (error) {
    if (signal?.aborted === true) {
      throw error;
    }
    if (limit.aborted) {
      throw new Failure("TIMEOUT", "The server took too long to answer.", "Try again in a moment.");
    }
    throw new Failure("OFFLINE", "The server cannot be reached.", "Check your connection, then try again.");
  }
  try {
    const body = (await response.json()) as Omit<Received<Data>, "status">;
    return { ...body, status: response.status };
  } catch {
    throw new Failure("UNREADABLE", `The server answered with status ${response.status}.`, "Try again.", response.status);
  }
}

const isMutation = (text: string): boolean => /^\s*mutation\b/m.test(text);

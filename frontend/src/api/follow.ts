import type { TypedDocumentString } from "../gql/graphql";
import { type Answer, Failure, type Problem } from "./ask";

/**
 * Follows a subscription of ours by server-sent events: gives one answer after another until the server has no more.
 *
 * Throws a Failure, or the signal's reason.
 */
export async function* follow<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): AsyncGenerator<Answer<Data>, void> {
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      signal,
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
  } catch {
    signal.throwIfAborted();
    throw new Failure("OFFLINE", "The server cannot be reached.", "Check your connection, then try again.");
  }
  if (!response.ok || response.body === null || !(response.headers.get("content-type") ?? "").startsWith("text/event-stream")) {
    const body = (await response.json().catch(() => ({}))) as { readonly errors?: readonly Problem[] };
    throw failureOf(body.errors ?? [], response.status);
  }
  for await (const { event, data } of eventsOf(response.body, signal)) {
    if (event === "complete") {
      return;
    }
    if (event === "next") {
      const { data: result, errors = [] } = JSON.parse(data) as { readonly data?: Data | null; readonly errors?: readonly Problem[] };
      if (result === undefined || result === null) {
        throw failureOf(errors, response.status);
      }
      yield { data: result, problems: errors };
    }
  }
  throw new Failure("OFFLINE", "The connection ended before the answer did.", "Try again in a moment.");
}

interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/** The events of a stream, by the rules of the HTML standard, without their ids. */
export async function* eventsOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<ServerSentEvent, void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const fields = block.split("\n").map((line) => /^(event|data): ?(.*)$/.exec(line));
        const valuesOf = (name: string): string[] => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ""] : []));
        yield { event: valuesOf("event").join("") || "message", data: valuesOf("data").join("\n") };
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function failureOf([problem]: readonly Problem[], status: number): Failure {
  const { code = "UNREADABLE", hint = "" } = problem?.extensions ?? {};
  return new Failure(code, problem?.message ?? "The server's answer has no data.", hint, status);
}

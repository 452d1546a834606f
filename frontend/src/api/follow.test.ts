import { afterEach, describe, expect, test, vi } from "vitest";

import { TypedDocumentString } from "../gql/graphql";
import { Failure } from "./ask";
import { eventsOf, follow } from "./follow";

const encoder = new TextEncoder();
const never = new AbortController().signal;
const document = new TypedDocumentString<{ number: number }, Record<string, never>>("subscription { number }");

function streamOf(...pieces: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) {
        controller.enqueue(encoder.encode(piece));
      }
      controller.close();
    },
  });
}

function answering(body: BodyInit, status = 200, type = "text/event-stream"): void {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { status, headers: { "content-type": type } })));
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for await (const value of values) {
    found.push(value);
  }
  return found;
}

afterEach(() => vi.unstubAllGlobals());

describe("events", () => {
  test("are put together from pieces cut anywhere, comments left out", async () => {
    const events = await all(eventsOf(streamOf(": still here\n\nev", "ent: next\nda", 'ta: {"a": 1}\n\nevent: complete\ndata:\n\n'), never));
    expect(events.filter(({ event }) => event !== "message")).toEqual([
      { event: "next", data: '{"a": 1}' },
      { event: "complete", data: "" },
    ]);
  });
});

describe("a subscription", () => {
  test("gives each answer and ends", async () => {
    answering(streamOf('event: next\ndata: {"data": {"number": 1}}\n\n', 'event: next\ndata: {"data": {"number": 2}}\n\nevent: complete\ndata:\n\n'));
    const answers = await all(follow(document, {}, never));
    expect(answers.map(({ data }) => data.number)).toEqual([1, 2]);
  });

  test("that breaks off is a failure, so that half a graph is not taken for the whole", async () => {
    answering(streamOf('event: next\ndata: {"data": {"number": 1}}\n\n'));
    await expect(all(follow(document, {}, never))).rejects.toThrow(Failure);
  });

  test("that is refused says why", async () => {
    answering('{"errors": [{"message": "Too much.", "extensions": {"code": "BAD_BOUND"}}]}', 400, "application/json");
    await expect(all(follow(document, {}, never))).rejects.toMatchObject({ code: "BAD_BOUND", message: "Too much.", status: 400 });
  });
});

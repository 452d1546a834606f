import { type Body, type Link, placesOf } from "./layouts";
import type { LayoutName } from "../picture";

export interface LayoutRequest {
  readonly number: number;
  readonly layout: LayoutName;
  readonly bodies: readonly Body[];
  readonly links: readonly Link[];
}

export interface LayoutAnswer {
  readonly number: number;
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

// The page draws on while this reckons.
self.addEventListener("message", ({ data: { number, layout, bodies, links } }: MessageEvent<LayoutRequest>) => {
  const answer: LayoutAnswer = { number, places: placesOf(layout, bodies, links) };
  self.postMessage(answer);
});

import type { Point } from "../../../graph/layout";
import type { Colours } from "./colours";

/** A node as its label needs it, in pixels of the screen. */
export interface Labelled {
  readonly text: string;
  /** What stands below in small letters. */
  readonly note: string | null;
  readonly at: Point;
  readonly radius: number;
  readonly isSeed: boolean;
  /** Whether it is written whatever it covers. */
  readonly isCertain: boolean;
  readonly isDim: boolean;
}

const FONT = '"Inter Variable", system-ui, sans-serif';
const LINE = 15;
/** Half of the longest label, about. */
const WIDEST = 120;
const widths = new Map<string, number>();

/**
 * Writes the labels that cover no node and no other label, the first ones first. On a canvas of their own, because browsers write Arabic,
 * Devanagari or Chinese as they are written, which glyphs put side by side in a texture are not.
 */
export function writeLabels(
  context: CanvasRenderingContext2D,
  labels: readonly Labelled[],
  discs: readonly Pick<Labelled, "at" | "radius">[],
  colours: Colours,
): void {
  const { width, height } = context.canvas;
  const scale = window.devicePixelRatio;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.strokeStyle = colours.surface;
  const taken = new Grid(width / scale, height / scale);
  for (const { at, radius } of discs) {
    taken.take({ left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius }, true);
  }
  for (const label of labels) {
    const { text, note, at, radius, isSeed, isCertain, isDim } = label;
    const font = `${isSeed ? 650 : 500} ${isSeed ? 13 : 11.5}px ${FONT}`;
    const half = widthOf(context, font, text) / 2 + 3;
    const top = at.y + radius + 3;
    const box = { left: at.x - half, right: at.x + half, top, bottom: top + LINE * (note === null ? 1 : 2) };
    if (!taken.take(box, isCertain) && !isCertain) {
      continue;
    }
    context.globalAlpha = isDim ? 0.35 : 1;
    context.font = font;
    context.lineWidth = 3.5;
    context.fillStyle = colours.ink;
    context.strokeText(text, at.x, top);
    context.fillText(text, at.x, top);
    if (note !== null) {
      context.font = `500 10.5px ${FONT}`;
      context.fillStyle = colours.quiet;
      context.strokeText(note, at.x, top + LINE);
      context.fillText(note, at.x, top + LINE);
    }
  }
  context.globalAlpha = 1;
}

/** Whether neither a node nor its label is seen in a drawing of such a size. */
export function isOutside({ x, y }: Point, radius: number, width: number, height: number): boolean {
  const beside = Math.max(radius, WIDEST);
  return x < -beside || x > width + beside || y < -radius - 3 - 2 * LINE || y > height + radius;
}

function widthOf(context: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) {
    return known;
  }
  context.font = font;
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Boxes by the cells that they touch, so that a label is compared with its neighbours alone. */
class Grid {
  private readonly cells = new Map<number, Box[]>();

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {}

  /** Takes the place of a box if it is free, or is to be taken anyway. */
  take(box: Box, anyway: boolean): boolean {
    const touched = this.touched(box).map((cell) => {
      const boxes = this.cells.get(cell) ?? [];
      this.cells.set(cell, boxes);
      return boxes;
    });
    const isFree = touched.every((boxes) =>
      boxes.every(
        ({ left, right, top, bottom }) => box.right < left || right < box.left || box.bottom < top || bottom < box.top,
      ),
    );
    if (isFree || anyway) {
      touched.forEach((boxes) => boxes.push(box));
    }
    return isFree;
  }

  /** The numbers of the cells that a box touches, none of those that are not seen. */
  private touched({ left, right, top, bottom }: Box): number[] {
    const cells: number[] = [];
    const columns = Math.ceil(this.width / CELL) + 1;
    for (let y = cell(top, this.height); y <= cell(bottom, this.height); y += 1) {
      for (let x = cell(left, this.width); x <= cell(right, this.width); x += 1) {
        cells.push(y * columns + x);
      }
    }
    return cells;
  }
}

const CELL = 80;

const cell = (at: number, most: number): number => Math.floor(Math.max(0, Math.min(at, most)) / CELL);

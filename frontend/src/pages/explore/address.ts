import { ALL_KINDS } from "../../entities/kinds";
import type { Point } from "../../graph/layout";
import { ALL_EDGES, DEEPEST, EMPTY, isId, LAYOUTS, MOST_NODES, MOST_SEEDS, type Picture } from "./picture";

/** Reads a picture from the parameters of an address; what is not understood is left out. */
export function pictureOf(parameters: URLSearchParams): Picture {
  const ids = (name: string, most: number): readonly string[] =>
    [...new Set(parameters.getAll(name).flatMap((text) => text.split(",")))].filter(isId).slice(0, most);
  const hidden = (parameters.get("hide") ?? "").split(",");
  const path = ids("path", 2);
  const [first, second] = path;
  return {
    seeds: ids("seed", MOST_SEEDS),
    depth: bounded(parameters.get("steps"), 1, DEEPEST, EMPTY.depth),
    perKind: bounded(parameters.get("each"), 1, 50, EMPTY.perKind),
    expanded: ids("open", MOST_SEEDS),
    added: ids("with", MOST_NODES),
    dismissed: ids("without", MOST_NODES),
    pins: pinsOf(parameters.get("pin")),
    back: EMPTY.back,
    hiddenKinds: ALL_KINDS.filter((kind) => hidden.includes(kind)),
    hiddenEdges: ALL_EDGES.filter((edge) => hidden.includes(edge)),
    years: yearsOf(parameters.get("years")),
    layout: LAYOUTS.find((name) => name === parameters.get("layout")) ?? EMPTY.layout,
    path: first !== undefined && second !== undefined ? [first, second] : null,
  };
}

/** What of `seed` in an address cannot be an id. */
export function unreadableSeeds(parameters: URLSearchParams): readonly string[] {
  return parameters
    .getAll("seed")
    .flatMap((text) => text.split(","))
    .filter((text) => text !== "" && !isId(text));
}

/** Writes a picture as parameters; what is as always is left out. */
export function parametersOf(picture: Picture): URLSearchParams {
  const parameters = new URLSearchParams();
  const write = (name: string, value: string | null): void => {
    if (value !== null && value !== "") {
      parameters.set(name, value);
    }
  };
  const { gte, lte } = picture.years;
  write("seed", picture.seeds.join(","));
  write("steps", picture.depth === EMPTY.depth ? null : String(picture.depth));
  write("each", picture.perKind === EMPTY.perKind ? null : String(picture.perKind));
  write("open", picture.expanded.join(","));
  write("with", picture.added.join(","));
  write("without", picture.dismissed.join(","));
  write("hide", [...picture.hiddenKinds, ...picture.hiddenEdges].join(","));
  write("years", gte === null && lte === null ? null : `${gte ?? ""}-${lte ?? ""}`);
  write("layout", picture.layout === EMPTY.layout ? null : picture.layout);
  write("path", picture.path?.join(",") ?? null);
  write(
    "pin",
    Object.entries(picture.pins)
      .map(([id, { x, y }]) => `${id}:${Math.round(x)}:${Math.round(y)}`)
      .join(","),
  );
  return parameters;
}

/** The query of an address, in which commas and colons stay as they are. */
export const queryOf = (picture: Picture): string => parametersOf(picture).toString().replaceAll("%2C", ",").replaceAll("%3A", ":");

function pinsOf(text: string | null): Readonly<Record<string, Point>> {
  const pins = (text ?? "").split(",").slice(0, MOST_NODES).flatMap((part): [string, Point][] => {
    const [id = "", x, y] = part.split(":");
    const point = { x: Number(x), y: Number(y) };
    const isPlace = x !== undefined && y !== undefined && Math.abs(point.x) <= 1e6 && Math.abs(point.y) <= 1e6;
    return isId(id) && isPlace ? [[id, point]] : [];
  });
  return Object.fromEntries(pins);
}

function yearsOf(text: string | null): Picture["years"] {
  const [, from = "", to = ""] = /^(\d{0,4})-(\d{0,4})$/.exec(text ?? "") ?? [];
  return { gte: from === "" ? null : Number(from), lte: to === "" ? null : Number(to) };
}

function bounded(text: string | null, least: number, most: number, otherwise: number): number {
  const number = Number(text ?? "");
  return Number.isInteger(number) && number >= least && number <= most ? number : otherwise;
}


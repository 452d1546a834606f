import type { Point } from "../../graph/layout";
import { type Edge, type Node, shownOf, yearOf } from "./combine";
import type { Colours } from "./stage/colours";

/** A picture with its places, which are in pixels, downwards. */
export interface Figure {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly places: Readonly<Record<string, Point>>;
  readonly seeds: readonly string[];
  readonly colours: Colours;
}

/** GraphML (http://graphml.graphdrawing.org/specification.html), with the names that the server's exports use. */
export function graphml({ nodes, edges, places }: Figure): string {
  const keys: readonly [string, string, string][] = [
    ["node", "label", "string"],
    ["node", "kind", "string"],
    ["node", "subtitle", "string"],
    ["node", "depth", "int"],
    ["node", "weight", "double"],
    ["node", "degree", "int"],
    ["node", "remaining", "int"],
    ["node", "year", "int"],
    ["node", "x", "double"],
    ["node", "y", "double"],
    ["edge", "kind", "string"],
    ["edge", "weight", "double"],
  ];
  const data = (owner: string, values: Readonly<Record<string, string | number | null>>): string =>
    Object.entries(values)
      .map(([name, value]) => (value === null ? "" : `<data key="${owner}.${name}">${xml(value)}</data>`))
      .join("");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([owner, name, type]) => `<key id="${owner}.${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`),
    '<graph edgedefault="directed">',
    ...nodes.map((node) => `<node id="${xml(node.id)}">${data("node", valuesOf(node, places))}</node>`),
    ...edges.map(
      ({ id, source, target, kind, weight }) =>
        `<edge id="${xml(id)}" source="${xml(source)}" target="${xml(target)}">${data("edge", { kind, weight })}</edge>`,
    ),
    "</graph>",
    "</graphml>\n",
  ].join("\n");
}

/** GEXF 1.3 (https://gexf.net/schema.html) with the places and colours of its `viz` module, whose axis goes upwards. */
export function gexf({ nodes, edges, places, colours }: Figure): string {
  const names = ["kind", "subtitle", "depth", "weight", "degree", "remaining", "year"] as const;
  const types = { kind: "string", subtitle: "string", depth: "integer", weight: "double", degree: "integer", remaining: "integer", year: "integer" };
  const node = (one: Node): string => {
    const values = valuesOf(one, places);
    const attributes = names
      .map((name) => (values[name] === null ? "" : `<attvalue for="${name}" value="${xml(values[name] ?? "")}"/>`))
      .join("");
    const { x, y } = places[one.id] ?? { x: 0, y: 0 };
    const [red = 0, green = 0, blue = 0] = (colours.kinds[one.kind].match(/[\d.]+/g) ?? []).map((part) => Math.round(Number(part)));
    return (
      `<node id="${xml(one.id)}" label="${xml(one.label)}"><attvalues>${attributes}</attvalues>` +
      `<viz:position x="${x}" y="${-y}"/><viz:color r="${red}" g="${green}" b="${blue}"/></node>`
    );
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '<graph defaultedgetype="directed">',
    `<attributes class="node">${names.map((name) => `<attribute id="${name}" title="${name}" type="${types[name]}"/>`).join("")}</attributes>`,
    "<nodes>",
    ...nodes.map(node),
    "</nodes>",
    "<edges>",
    ...edges.map(
      ({ id, source, target, kind, weight }) =>
        `<edge id="${xml(id)}" source="${xml(source)}" target="${xml(target)}" kind="${kind}" label="${kind}" weight="${weight}"/>`,
    ),
    "</edges>",
    "</graph>",
    "</gexf>\n",
  ].join("\n");
}

/** A row for each node; RFC 4180. */
export function nodeTable({ nodes, places }: Figure): string {
  const names = ["label", "kind", "subtitle", "depth", "weight", "degree", "remaining", "year", "x", "y"] as const;
  return table(["id", ...names], nodes.map((node) => [node.id, ...names.map((name) => valuesOf(node, places)[name] ?? null)]));
}

/** A row for each edge. */
export function edgeTable({ nodes, edges }: Figure): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return table(
    ["source", "target", "kind", "weight", "source_label", "target_label"],
    edges.map(({ source, target, kind, weight }) => [source, target, kind, weight, labels.get(source) ?? "", labels.get(target) ?? ""]),
  );
}

function valuesOf(node: Node, places: Figure["places"]): Readonly<Record<string, string | number | null>> {
  const { label, kind, subtitle, depth, weight, degree } = node;
  const { shown, total } = shownOf(node);
  const { x = null, y = null } = places[node.id] ?? {};
  return { label, kind, subtitle, depth, weight, degree, remaining: total - shown, year: yearOf(node), x, y };
}

function table(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** As the server writes cells: an apostrophe before what a spreadsheet would take for a formula, and before an apostrophe. */
function cell(value: string | number | null): string {
  if (value === null || typeof value === "number") {
    return String(value ?? "");
  }
  const safe = /^(['\t\r\n]|\s*[=+\-@＝＋－＠])/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// Characters that XML 1.0 has no place for.
const NOT_XML = /[^\u{9}\u{a}\u{d}\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text or number inside XML. */
export function xml(value: string | number): string {
  return String(value)
    .replace(NOT_XML, "\u{fffd}")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

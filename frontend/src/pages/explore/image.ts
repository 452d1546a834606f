import { radiusOf, shortLabel } from "../../graph/layout";
import { type Figure, xml } from "./files";
import { SHAPES, type Shape } from "./kindShapes";
import type { Node } from "./combine";

const MARGIN = 60;
/** Of a canvas: Safari on phones has no more. */
const MOST_POINTS = 16_000_000;
const FONT = "Inter, system-ui, sans-serif";

/** The whole picture as SVG, in the colours that the page has now. */
export function svg({ nodes, edges, places, seeds, colours }: Figure): string {
  const at = (id: string) => places[id] ?? { x: 0, y: 0 };
  const xs = nodes.map(({ id }) => at(id).x);
  const ys = nodes.map(({ id }) => at(id).y);
  const [left, top] = [Math.min(0, ...xs) - MARGIN, Math.min(0, ...ys) - MARGIN];
  const [width, height] = [Math.max(0, ...xs) + MARGIN - left, Math.max(0, ...ys) + MARGIN - top];
  const line = ({ source, target, kind }: Figure["edges"][number]): string => {
    const [from, to] = [at(source), at(target)];
    return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"><title>${kind}</title></line>`;
  };
  const disc = (node: Node): string => {
    const { x, y } = at(node.id);
    const isSeed = seeds.includes(node.id);
    const radius = radiusOf({ ...node, depth: isSeed ? 0 : 1 });
    const label = shortLabel({ ...node, depth: isSeed ? 0 : 1 });
    return (
      `<g transform="translate(${x} ${y})"><title>${xml(node.label)}</title>` +
      `<path d="${outline(SHAPES[node.kind], radius)}" fill="${colours.kinds[node.kind]}"/>` +
      `<text y="${radius + 13}" font-size="${isSeed ? 14 : 10}" font-weight="${isSeed ? 650 : 450}">${xml(label)}</text></g>`
    );
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${colours.surface}"/>`,
    `<g stroke="${colours.line}" stroke-opacity="0.45">${edges.map(line).join("")}</g>`,
    `<g font-family="${FONT}" text-anchor="middle" fill="${colours.ink}" stroke="none">${nodes.map(disc).join("")}</g>`,
    "</svg>\n",
  ].join("\n");
}

/** Draws an SVG at twice its size, up to what every browser holds in one canvas. */
export async function pngOf(drawing: string): Promise<Blob> {
  const image = new Image();
  // The site's policy lets images come from data, but not from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  await image.decode();
  const scale = Math.min(2, Math.sqrt(MOST_POINTS / (image.width * image.height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("The picture is too large.")) : resolve(blob)), "image/png");
  });
}

function outline(shape: Shape, radius: number): string {
  const r = Math.round(radius * 10) / 10;
  switch (shape) {
    case "circle":
      return `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
    case "square":
      return `M${-r * 0.85} ${-r * 0.85}H${r * 0.85}V${r * 0.85}H${-r * 0.85}Z`;
    case "diamond":
      return `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`;
    case "triangle":
      return `M0 ${-r}L${r * 0.9} ${r * 0.7}H${-r * 0.9}Z`;
    case "rectangle":
      return `M${-r} ${-r * 0.6}H${r}V${r * 0.6}H${-r}Z`;
  }
}

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";

import { nearestTowards, type Point, radiusOf, shortLabel } from "../../../graph/layout";
import { type Drawn, type Node, shownOf, yearOf } from "../combine";
import { SHAPES } from "../kindShapes";
import type { Picture } from "../picture";
import type { EdgeAttributes, NodeAttributes } from "./attributes";
import { type Colours, coloursOf } from "./colours";
import { isOutside, type Labelled, writeLabels } from "./labels";
import type { LayoutAnswer, LayoutRequest } from "./layout.worker";
import type { Body } from "./layouts";
import { Motion } from "./Motion";
import { PRIMITIVES, widthOf } from "./shapes";
import { View } from "./View";

/** What is emphasised. */
export interface Marks {
  readonly selected: readonly string[];
  /** Where the keyboard is. */
  readonly current: string | null;
  /** Edges of the paths that are shown. */
  readonly path: ReadonlySet<string>;
}

/** What happens on the stage, in the words of the page. */
export interface StageEvents {
  readonly select: (id: string | null, added: boolean) => void;
  readonly expand: (id: string) => void;
  readonly pin: (at: Readonly<Record<string, Point>>, from: Readonly<Record<string, Point>>) => void;
  readonly settle: (isSettled: boolean) => void;
}

const LONG_PRESS = 500;
const SECOND_TAP = 320;
const NO_MARKS: Marks = { selected: [], current: null, path: new Set() };

/**
 * Draws a picture with WebGL and tells what is done to it. Layouts are reckoned by a worker. The axis of the drawing goes
 * upwards, that of all others downwards. Throws where the browser has no WebGL 2.
 */
export class Stage {
  private readonly graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  private readonly labels: CanvasRenderingContext2D;
  private readonly worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  private readonly still = window.matchMedia("(prefers-reduced-motion: reduce)");
  private readonly motion: Motion;
  /** What part of it is seen. */
  readonly view: View;
  private colours: Colours;
  private marks = NO_MARKS;
  private pointed: string | null = null;
  /** What is near what is pointed at or selected; null: everything is equal. */
  private lit: ReadonlySet<string> | null = null;
  private layout: Picture["layout"] = "force";
  private asked = 0;
  private press = 0;
  private tap = 0;
  private isHidden = false;
  private structure = "";

  constructor(
    private readonly container: HTMLElement,
    canvas: HTMLCanvasElement,
    private readonly events: StageEvents,
  ) {
    const labels = canvas.getContext("2d");
    if (labels === null) {
      throw new Error("This browser has no canvas.");
    }
    this.labels = labels;
    this.colours = coloursOf(container);
    this.sigma = new Sigma<NodeAttributes, EdgeAttributes>(this.graph, container, {
      primitives: PRIMITIVES,
      settings: {
        renderLabels: false,
        enableEdgeEvents: false,
        enableNodeDrag: true,
        itemSizesReference: "positions",
        minEdgeThickness: 1,
        nodePickingPadding: 5,
        // Which node is pointed at is read from a smaller picture: a quarter as many points to draw twice.
        pickingDownSizingRatio: 4,
        stagePadding: 28,
        minCameraRatio: 0.03,
        maxCameraRatio: 3,
        zoomDuration: this.still.matches ? 0 : 180,
        inertiaDuration: this.still.matches ? 0 : 200,
        doubleClickZoomingDuration: this.still.matches ? 0 : 200,
        allowInvalidContainer: true,
      },
      styles: {
        nodes: {
          x: { attribute: "x" },
          y: { attribute: "y" },
          size: { attribute: "radius" },
          shape: ({ kind }) => SHAPES[kind],
          color: ({ kind }) => this.colours.kinds[kind],
          opacity: ({ id }) => (this.isDim(id) ? 0.16 : 1),
          depth: ({ id }) => (this.isMarked(id) ? "topNodes" : "nodes"),
          backdropVisibility: ({ id, isSeed, isPinned }) => (isSeed || isPinned || this.isMarked(id) ? "visible" : "hidden"),
          backdropArea: "node",
          backdropPadding: ({ id, isSeed }) => (this.isMarked(id) ? 4 : isSeed ? 7 : 3),
          backdropColor: ({ kind }) => this.colours.soft[kind],
          backdropBorderColor: ({ id, kind }) =>
            this.isMarked(id) ? this.colours.ink : this.isDim(id) ? "transparent" : this.colours.kinds[kind],
          backdropBorderWidth: ({ id, isPinned }) => (this.isMarked(id) ? 2 : isPinned ? 1.5 : 0),
        },
        edges: {
          color: ({ id }) => (this.marks.path.has(id) ? this.colours.accent : this.isLit(id) ? this.colours.ink : this.colours.line),
          opacity: ({ id }) => (this.marks.path.has(id) ? 1 : this.lit === null ? 0.5 : this.isLit(id) ? 0.75 : 0.08),
          size: ({ id, kind, weight }) => (this.marks.path.has(id) ? 3.5 : widthOf(kind, weight)),
          head: ({ kind }) => (kind === "CITES" ? "arrow" : "none"),
          depth: ({ id }) => (this.marks.path.has(id) || this.isLit(id) ? "topEdges" : "edges"),
        },
        stage: { cursor: "grab" },
      },
    });
    const isStill = (): boolean => this.still.matches || this.isHidden;
    this.motion = new Motion(this.graph, isStill);
    this.view = new View(this.sigma, isStill);
    this.listen();
  }

  /** Shows a picture: new nodes come from a neighbour's place, what is gone disappears, then all is laid out. */
  show({ nodes, edges }: Drawn, picture: Picture): void {
    const { pins, back, layout, seeds } = picture;
    const ids = new Set(nodes.map(({ id }) => id));
    const edgeIds = new Set(edges.map(({ id }) => id));
    const before = new Map(this.graph.mapNodes((id, { x, y }) => [id, { x, y }]));
    if (this.graph.someNode((id) => !ids.has(id)) || this.graph.someEdge((id) => !edgeIds.has(id))) {
      // Sigma goes through the whole drawing for each node or edge that is dropped, but once for all of them.
      this.graph.clear();
    }
    const isNew = new Set(nodes.map(({ id }) => id).filter((id) => !before.has(id)));
    for (const node of nodes) {
      const pin = pins[node.id];
      const place = pin ?? back[node.id];
      const at = place === undefined ? undefined : { x: place.x, y: -place.y };
      const isSeed = seeds.includes(node.id);
      this.graph.mergeNode(node.id, {
        id: node.id,
        kind: node.kind,
        label: shortLabel({ ...node, depth: isSeed ? 0 : 1 }),
        note: noteOf(node),
        radius: radiusOf({ ...node, depth: isSeed ? 0 : 1 }),
        isSeed,
        isPinned: pin !== undefined,
        rank: (isSeed ? 0 : 1_000) + node.depth * 100 - Math.min(node.degree, 900) + (node.kind === "WORK" ? 1_500 : 0),
        ...(at ?? before.get(node.id) ?? { x: 0, y: 0 }),
      });
    }
    for (const { id, source, target, kind, weight } of edges) {
      if (!this.graph.hasEdge(id)) {
        this.graph.addEdgeWithKey(id, source, target, { id, kind, weight });
      }
    }
    for (const id of isNew) {
      const beside = pins[id] === undefined ? this.graph.neighbors(id).find((other) => !isNew.has(other)) : undefined;
      if (beside !== undefined) {
        const { x, y } = this.graph.getNodeAttributes(beside);
        this.graph.mergeNodeAttributes(id, { x, y });
      }
    }
    // Moving one node by force leaves the others where they are; in a circle or by year, what is free goes to its place.
    const held = layout === "force" ? "" : JSON.stringify(pins);
    const structure = [layout, ...[...ids].sort(), ...[...edgeIds].sort(), held].join(" ");
    if (structure !== this.structure) {
      const isOther = layout !== this.layout;
      this.structure = structure;
      this.layout = layout;
      this.layOut(nodes, isNew, isOther || layout !== "force", picture);
    }
    this.mark(this.marks);
  }

  /** Lays everything but what is pinned out anew. */
  layOutAnew({ nodes }: Drawn, picture: Picture): void {
    this.layOut(nodes, new Set(nodes.map(({ id }) => id)), true, picture);
  }

  mark(marks: Marks): void {
    this.marks = marks;
    this.emphasise();
  }

  /** Emphasises a node and what is near it, as pointing at it does. */
  private point(id: string | null): void {
    this.pointed = id;
    this.emphasise();
  }

  recolour(): void {
    this.colours = coloursOf(this.container);
    this.sigma.refresh();
  }

  /** Tells it whether it is seen. While it is not, it keeps its places up to date, and nothing else that can wait. */
  hide(isHidden: boolean): void {
    const isBack = this.isHidden && !isHidden;
    this.isHidden = isHidden;
    if (isBack) {
      this.pointed = null;
      this.emphasise();
    }
  }

  /** Brings a node into sight where it is not. */
  reveal(id: string): void {
    if (this.graph.hasNode(id)) {
      this.view.reveal(this.graph.getNodeAttributes(id));
    }
  }

  /** The nearest of a node's neighbours in the direction of an arrow key, else of all nodes. */
  towards(id: string, key: string): string | null {
    const near = new Set([id, ...(this.graph.hasNode(id) ? this.graph.neighbors(id) : [])]);
    const all = this.places();
    const nearby = new Map(Object.entries(all).filter(([other]) => near.has(other)));
    return nearestTowards(id, key, nearby) ?? nearestTowards(id, key, new Map(Object.entries(all)));
  }

  /** Where the nodes are, in the units of the layout, downwards. */
  places(): Readonly<Record<string, Point>> {
    return this.placesOf(this.graph.nodes());
  }

  private placesOf(ids: readonly string[]): Readonly<Record<string, Point>> {
    return Object.fromEntries(
      ids.map((id) => {
        const { x, y } = this.graph.getNodeAttributes(id);
        return [id, { x, y: -y }];
      }),
    );
  }

  colouring(): Colours {
    return this.colours;
  }

  dispose(): void {
    this.motion.stop();
    clearTimeout(this.press);
    clearTimeout(this.tap);
    this.worker.terminate();
    this.sigma.kill();
  }

  private listen(): void {
    const { sigma, events } = this;
    sigma.on("enterNode", ({ node }) => this.point(node));
    sigma.on("leaveNode", () => this.point(null));
    sigma.on("clickNode", ({ node, event }) => {
      const { original } = event;
      const select = (): void => events.select(node, original.shiftKey || original.ctrlKey || original.metaKey);
      clearTimeout(this.tap);
      if ("touches" in original) {
        // On a phone the panel covers what is tapped: it waits until no second tap can come.
        this.tap = window.setTimeout(select, SECOND_TAP);
      } else {
        select();
      }
    });
    sigma.on("clickStage", () => events.select(null, false));
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      clearTimeout(this.tap);
      events.expand(node);
    });
    sigma.on("downNode", ({ node, event }) => {
      clearTimeout(this.press);
      if ("touches" in event.original) {
        this.press = window.setTimeout(() => events.select(node, true), LONG_PRESS);
      }
    });
    const release = (): void => clearTimeout(this.press);
    sigma.on("upNode", release);
    sigma.on("upStage", release);
    sigma.on("nodeDrag", release);
    let from: Readonly<Record<string, Point>> = {};
    sigma.on("nodeDragStart", ({ allDraggedNodes }) => {
      from = this.placesOf(allDraggedNodes);
    });
    sigma.on("nodeDragEnd", ({ allDraggedNodes }) => {
      release();
      events.pin(this.placesOf(allDraggedNodes), from);
    });
    sigma.on("afterRender", () => this.writeLabels());
    this.worker.addEventListener("message", ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.number === this.asked) {
        this.moveTo(data.places);
      }
    });
  }

  private layOut(nodes: readonly Node[], isNew: ReadonlySet<string>, isWhole: boolean, { pins, layout }: Picture): void {
    const bodies = nodes.map((node): Body => {
      const { x, y, radius } = this.graph.getNodeAttributes(node.id);
      return {
        id: node.id,
        kind: node.kind,
        depth: node.depth,
        radius,
        year: yearOf(node),
        pin: pins[node.id] ?? null,
        at: isWhole || isNew.has(node.id) ? null : { x, y: -y },
      };
    });
    const links = this.graph.mapEdges((_, { weight }, source, target) => ({ source, target, weight: 0.5 + Math.min(1.5, weight) }));
    this.asked += 1;
    const request: LayoutRequest = { number: this.asked, layout, bodies, links };
    this.events.settle(false);
    this.worker.postMessage(request);
  }

  private moveTo(answer: LayoutAnswer["places"]): void {
    const places = new Map([...answer].map(([id, { x, y }]) => [id, { x, y: -y }]));
    this.view.frame([...places.values()]);
    this.motion.to(places, () => {
      this.view.fitAtFirst();
      this.events.settle(true);
    });
  }

  private emphasise(): void {
    const centre = this.pointed ?? (this.marks.selected.length === 1 ? this.marks.selected[0] : null) ?? null;
    this.lit = centre === null || !this.graph.hasNode(centre) ? null : new Set([centre, ...this.graph.neighbors(centre)]);
    if (!this.isHidden) {
      this.sigma.refresh({ skipIndexation: true, schedule: true });
    }
  }

  private isMarked(id: string): boolean {
    return id === this.pointed || id === this.marks.current || this.marks.selected.includes(id);
  }

  private isDim(id: string): boolean {
    return this.lit !== null && !this.lit.has(id) && !this.marks.selected.includes(id);
  }

  private isLit(edge: string): boolean {
    const centre = this.pointed ?? this.marks.selected[0];
    return this.lit !== null && this.graph.hasEdge(edge) && this.graph.extremities(edge).some((end) => end === centre);
  }

  private writeLabels(): void {
    if (this.isHidden) {
      return;
    }
    const { width, height } = this.sigma.getDimensions();
    const { canvas } = this.labels;
    const scale = window.devicePixelRatio;
    const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
    }
    const found: (Labelled & { readonly rank: number })[] = [];
    const discs: Pick<Labelled, "at" | "radius">[] = [];
    this.graph.forEachNode((id, { label, note, isSeed, radius: size, rank, x, y }) => {
      const at = this.sigma.graphToViewport({ x, y });
      const radius = this.sigma.scaleSize(size);
      // Seen from near, most nodes are far outside, and large.
      if (isOutside(at, radius, width, height)) {
        return;
      }
      const isMarked = this.isMarked(id);
      const isDim = this.isDim(id);
      if (!isDim) {
        discs.push({ at, radius });
      }
      if (!isDim || isSeed || isMarked) {
        found.push({
          text: label,
          note: isMarked ? note : null,
          at,
          radius,
          isSeed,
          isCertain: isMarked || isSeed,
          isDim,
          rank: isMarked ? -1 : rank,
        });
      }
    });
    found.sort((a, b) => a.rank - b.rank);
    writeLabels(this.labels, found, discs, this.colours);
  }
}

/** How many of a node's edges are shown: "12 of 340". */
function noteOf(node: Node): string | null {
  const { shown, total } = shownOf(node);
  return shown < total ? `${shown} of ${total.toLocaleString("en")}` : null;
}

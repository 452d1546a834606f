import { useEffect, useRef } from "react";

import { useOperation } from "../../api/useOperation";
import { ALL_KINDS } from "../../entities/kinds";
import { ExplorerViewDocument, type ExplorerViewQuery, type GraphViewInput } from "../../gql/graphql";
import type { Point } from "../../graph/layout";
import { narrowed } from "./useGraph";
import { ALL_EDGES, EMPTY, LAYOUTS, MOST_NODES, type Picture } from "./picture";

type View = NonNullable<ExplorerViewQuery["graphView"]>;

/** Opens the view that an address names, once it is there. */
export function useSavedView(id: string | null, open: (picture: Picture) => void) {
  const { data, isLoading } = useOperation(ExplorerViewDocument, { id: id ?? "" }, { enabled: id !== null });
  const view = id === null ? undefined : data?.data.graphView;
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (view !== undefined && view !== null && opened.current !== view.id) {
      opened.current = view.id;
      open(pictureOfView(view));
    }
  }, [view, open]);
  return { isLoading: isLoading || (view !== undefined && view !== null && opened.current !== view.id), isMissing: view === null };
}

/** The picture of a saved view: its nodes keep their places; those that its arguments do not give were added. */
export function pictureOfView(view: View): Picture {
  const given = new Set([...view.seeds, ...(view.slice?.nodes.map(({ id }) => id) ?? [])]);
  return {
    ...EMPTY,
    seeds: view.seeds,
    depth: view.depth,
    perKind: view.perKind,
    added: view.slice === null ? [] : view.pins.map(({ id }) => id).filter((id) => !given.has(id)),
    dismissed: view.exclude,
    pins: Object.fromEntries(view.pins.map(({ id, x, y }) => [id, { x, y }])),
    hiddenKinds: ALL_KINDS.filter((kind) => !view.kinds.includes(kind)),
    hiddenEdges: ALL_EDGES.filter((edge) => !view.edges.includes(edge)),
    years: { gte: view.years?.gte ?? null, lte: view.years?.lte ?? null },
    layout: LAYOUTS.find((name) => name === view.layout) ?? EMPTY.layout,
  };
}

/** What is saved of a picture: its arguments and the place of every node, by which expanded and added ones are known again. */
export function viewOf(picture: Picture, places: Readonly<Record<string, Point>>, name: string): GraphViewInput {
  const { kinds, edges, years, exclude } = narrowed(picture);
  const pins = Object.entries(places).slice(0, MOST_NODES);
  return {
    seeds: [...picture.seeds],
    depth: picture.depth,
    perKind: picture.perKind,
    kinds,
    edges,
    years,
    exclude,
    layout: picture.layout,
    pins: pins.map(([id, { x, y }]) => ({ id, x, y })),
    name: name.trim() === "" ? null : name.trim(),
  };
}

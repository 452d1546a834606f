"""Slices of the graph."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace

from graphdb.ids import kind_of
from graphdb.keyset import MAX_NESTED_PAGE, BadBoundError
from graphdb.records import WorkRecord
from graphdb.records.kinds import Entity
from graphdb.research_graph import bridge as between
from graphdb.research_graph.induced import induced_request
from graphdb.research_graph.records import EdgeKind, EntityKind, GraphEdgeRecord, GraphPathRecord, GraphSliceRecord
from graphdb.research_graph.request import SliceRequest, slice_request
from graphdb.research_graph.shortest_paths import path_request, shortest_paths
from graphdb.research_graph.traversal import read_slice
from resolvers.context import RequestContext
from resolvers.loaders.entities import EntityName
from resolvers.loaders.shared_works import SharedWorks


async def research_graph(
    context: RequestContext,
    seeds: Sequence[str],
    *,
    depth: int,
    kinds: Sequence[EntityKind] | None,
    edges: Sequence[EdgeKind] | None,
    per_kind: int,
    years: tuple[int | None, int | None],
    exclude: Sequence[str] = (),
) -> GraphSliceRecord:
    """Return the neighbourhood of `seeds`; raises `BadBoundError` and `BadIdError`."""
    request = _request(seeds, depth=depth, kinds=kinds, edges=edges, per_kind=per_kind, years=years, exclude=exclude)
    return await read_slice(context.graph, request)


def research_graph_by_rings(
    context: RequestContext,
    seeds: Sequence[str],
    *,
    depth: int,
    kinds: Sequence[EntityKind] | None,
    edges: Sequence[EdgeKind] | None,
    per_kind: int,
    years: tuple[int | None, int | None],
    exclude: Sequence[str] = (),
) -> AsyncGenerator[GraphSliceRecord, None]:
    """Return the neighbourhoods of `seeds` from depth 1 to `depth`; raises `BadBoundError` and `BadIdError` at once.

    Each is read anew from the seeds, so that it is the slice that its depth has by itself: what was truncated in a
    ring is not so any more when the next one shows it. The last ring costs more than those within it together.
    """
    request = _request(seeds, depth=depth, kinds=kinds, edges=edges, per_kind=per_kind, years=years, exclude=exclude)

    async def read() -> AsyncGenerator[GraphSliceRecord, None]:
        for reached in range(1, request.depth + 1):
            yield await read_slice(context.graph, replace(request, depth=reached))

    return read()


def _request(
    seeds: Sequence[str],
    *,
    depth: int,
    kinds: Sequence[EntityKind] | None,
    edges: Sequence[EdgeKind] | None,
    per_kind: int,
    years: tuple[int | None, int | None],
    exclude: Sequence[str],
) -> SliceRequest:
    return slice_request(
        seeds,
        depth=depth,
        kinds=kinds,
        edges=edges,
        per_kind=per_kind,
        first_year=years[0],
        last_year=years[1],
        exclude=exclude,
    )


async def induced_graph(context: RequestContext, ids: Sequence[str]) -> GraphSliceRecord:
    """Return the entities `ids` and every edge between two of them; raises `BadBoundError` and `BadIdError`."""
    return await read_slice(context.graph, induced_request(ids))


async def paths_between(
    context: RequestContext, start: str, end: str, *, via: Sequence[EdgeKind] | None, max_length: int, limit: int
) -> list[GraphPathRecord] | None:
    """Return the shortest paths between two entities, None if one of them is unknown.

    Raises `BadBoundError` and `BadIdError`.
    """
    return await shortest_paths(context.graph, path_request(start, end, via=via, max_length=max_length, limit=limit))


async def bridge(context: RequestContext, start: Sequence[str], end: Sequence[str], first: int) -> GraphSliceRecord:
    """Return what joins the entities `start` and `end`, with these; raises `BadBoundError` and `BadIdError`."""
    return await between.bridge(context.graph, between.bridge_request(start, end, first))


async def entity(context: RequestContext, id_: str) -> Entity | None:
    """Return the entity of a node of a slice; all nodes of a kind are read together."""
    kind = kind_of(id_)
    return await context.loaders.entity_by_name.load(EntityName(kind, "id", id_)) if kind else None


async def works(context: RequestContext, edge: GraphEdgeRecord, first: int) -> list[WorkRecord] | None:
    """Return the works that the two people of a collaboration share, None for an edge of another kind.

    Raises `BadBoundError`.
    """
    if not 1 <= first <= MAX_NESTED_PAGE:
        raise BadBoundError(f"`first` may be 1 to {MAX_NESTED_PAGE}, not {first}.")
    if edge.kind is not EdgeKind.COLLABORATED_WITH:
        return None
    found: list[WorkRecord] = await context.loaders.shared_works.load(SharedWorks(edge.source, edge.target, first))
    return found

"""Saved views of the graph."""

from graphdb.graph_views import GraphViewContent, GraphViewRecord, save_view
from graphdb.research_graph.records import GraphSliceRecord
from graphdb.research_graph.traversal import read_slice
from resolvers.context import RequestContext


async def save(context: RequestContext, content: GraphViewContent) -> GraphViewRecord:
    """Save a view, for anybody who has its id, and return it; one that is saved already stays as it is.

    Raises `UnknownSeedsError` and `GraphViewsFullError`.
    """
    return await save_view(context.graph, content)


async def view(context: RequestContext, id_: str) -> GraphViewRecord | None:
    """Return the view of an id, None if there is none."""
    return await context.loaders.graph_view.load(id_)


async def slice_of(context: RequestContext, record: GraphViewRecord) -> GraphSliceRecord:
    """Return the slice of a view as the graph is now."""
    return await read_slice(context.graph, record.request)

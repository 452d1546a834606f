"""The graph that some entities induce: these nodes alone, with every edge between two of them."""

from collections.abc import Sequence

from graphdb.entities import check_id
from graphdb.keyset import BadBoundError
from graphdb.research_graph.records import EdgeKind, EntityKind
from graphdb.research_graph.request import MAX_NODES, SliceRequest


def induced_request(ids: Sequence[str]) -> SliceRequest:
    """Return the request for the graph that the entities `ids` induce: a slice that is not expanded.

    Raises `BadBoundError` for more than 1,000 ids, `BadIdError` for what cannot be an id.
    """
    if len(ids) > MAX_NODES:
        raise BadBoundError(f"`ids` may hold {MAX_NODES} ids, not {len(ids)}.", "Ask for less at once.")
    return SliceRequest(
        seeds=tuple(check_id(id_) for id_ in dict.fromkeys(ids)),
        depth=0,
        kinds=frozenset(EntityKind),
        edges=frozenset(EdgeKind),
        per_kind=1,
        first_year=None,
        last_year=None,
        exclude=(),
    )

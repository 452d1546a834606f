"""Lists of what is somebody's own: what is listed hangs on an account, or on something that accounts share."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, LiteralString, TypeVar

from graphdb.accounts.moments import now, written
from graphdb.graph import Graph
from graphdb.keyset import Order, PageRequest, beyond, key_list, order_by
from graphdb.pages import Edge, Page, page_of

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class PrivateList(Generic[R]):
    """A list, without whose it is: that is a parameter."""

    match: LiteralString
    """MATCH with a WHERE that binds `n` once for each row; its parameters are members of `$list`, `now` among them."""
    row: LiteralString
    """Map projection of what `match` binds."""
    order: Order
    record: Callable[..., R]
    """Takes the members of `row` by name."""


@lru_cache(maxsize=64)
def private_list_cypher(list_: PrivateList[Any], backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of a list; columns as in `graphdb.import_runs`."""
    condition = beyond(list_.order, backward, "$list.start")
    after: LiteralString = f"AND ({condition}) " if started else ""
    exists: LiteralString = f"EXISTS {{ {list_.match} AND NOT ({condition}) }}" if started else "false"
    return f"""
RETURN COLLECT {{
  {list_.match} {after}
  WITH * ORDER BY {order_by(list_.order, backward)} LIMIT $list.limit
  RETURN [{list_.row}, {key_list(list_.order)}]
}} AS rows, COUNT {{ {list_.match} }} AS total, {exists} AS beyondStart
"""


async def private_page(graph: Graph, list_: PrivateList[R], request: PageRequest, **whose: Any) -> Page[Edge[R]]:
    """Return a page of a list, whose parameters are `whose`; one Cypher call."""
    cypher = private_list_cypher(list_, request.backward, request.start is not None)
    bounds = {"start": list(request.start or ()), "limit": request.size + 1, "now": written(now())}
    [[rows, total, beyond_start]] = await graph.read(cypher, list={**whose, **bounds})
    edges = [Edge(request, keys, list_.record(**row)) for row, keys in rows]
    return page_of(request, edges, total, beyond_start)

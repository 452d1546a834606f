"""What an account follows, as a list."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, LiteralString

from graphdb.entities import PROJECTION, entity
from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest, beyond, key_list, order_by
from graphdb.pages import Edge, Page, page_of
from graphdb.records.kinds import Entity

FOLLOW_ORDER = Order("SINCE DESC", (Key("e.since", str, descending=True), Key("n.id", str)))
"""What was followed last comes first."""


@dataclass(frozen=True, slots=True)
class FollowEdge(Edge[Entity]):
    """Something that is followed."""

    since: str
    """ISO 8601 date-time in UTC."""


@lru_cache(maxsize=4)
def follows_cypher(backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of what an account follows; columns as in `graphdb.import_runs`."""
    condition = beyond(FOLLOW_ORDER, backward, "$follows.start")
    kinds: LiteralString = "any(label IN labels(n) WHERE label IN $follows.kinds)"
    after: LiteralString = f"AND ({condition}) " if started else ""
    exists: LiteralString = (
        f"EXISTS {{ MATCH (a)-[e:FOLLOWS]->(n) WHERE {kinds} AND NOT ({condition}) }}" if started else "false"
    )
    return f"""
MATCH (a:Account {{id: $follows.account}})
RETURN COLLECT {{
  MATCH (a)-[e:FOLLOWS]->(n)
  WHERE {kinds} {after}
  WITH e, n ORDER BY {order_by(FOLLOW_ORDER, backward)} LIMIT $follows.limit
  RETURN [{PROJECTION}, e.since, {key_list(FOLLOW_ORDER)}]
}} AS rows, COUNT {{ MATCH (a)-[:FOLLOWS]->(n) WHERE {kinds} }} AS total, {exists} AS beyondStart
"""


async def follows(graph: Graph, account: str, kinds: Collection[str], request: PageRequest) -> Page[FollowEdge]:
    """Return a page of what an account follows of the `kinds`, which are labels; one Cypher call."""
    parameters: dict[str, Any] = {
        "account": account,
        "kinds": list(kinds),
        "start": list(request.start or ()),
        "limit": request.size + 1,
    }
    rows = await graph.read(follows_cypher(request.backward, request.start is not None), follows=parameters)
    found, total, beyond_start = rows[0] if rows else ([], 0, False)
    edges = [FollowEdge(request, keys, entity(row), since) for row, since, keys in found]
    return page_of(request, edges, total, beyond_start)

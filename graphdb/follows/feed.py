"""The feed: works that came into the graph after somebody began to follow what they belong to."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, LiteralString

from graphdb.entities import PROJECTION, entity
from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest, beyond, key_list, order_by
from graphdb.pages import Edge, Page, page_of
from graphdb.records import WorkRecord
from graphdb.records.kinds import Entity
from graphdb.records.work import WORK

FEED_ORDER = Order("IMPORTED DESC", (Key("n.importedAt", str, descending=True), Key("n.id", str)))
"""What came last comes first."""
REASONS = 5
"""Followed things that one work names at most."""


@dataclass(frozen=True, slots=True)
class FeedEdge(Edge[WorkRecord]):
    """A new work."""

    because: tuple[Entity, ...]
    """What is followed and has the work, `REASONS` at most, by id."""


# A work is new to a follower if it was imported since the follow began: of an author, by an institution's people, on a
# topic, in a source, or citing a work.
NEW_WORKS: LiteralString = """
  MATCH (a)-[f:FOLLOWS]->(p)
  CALL (f, p) {
    WITH f, p WHERE p:Researcher
    MATCH (p)-[:AUTHORED]->(n) WHERE n.importedAt >= f.since RETURN n
    UNION ALL
    WITH f, p WHERE p:Work
    MATCH (p)<-[:CITES]-(n) WHERE n.importedAt >= f.since RETURN n
    UNION ALL
    WITH f, p WHERE p:Topic
    MATCH (p)<-[:ABOUT]-(n) WHERE n.importedAt >= f.since RETURN n
    UNION ALL
    WITH f, p WHERE p:Institution
    MATCH (p)<-[:AFFILIATED_WITH]-()-[e:AUTHORED]->(n)
    WHERE n.importedAt >= f.since AND p.id IN e.institutionIds RETURN DISTINCT n
    UNION ALL
    WITH f, p WHERE p:Source
    MATCH (p)<-[:PUBLISHED_IN]-(n) WHERE n.importedAt >= f.since RETURN n
  }
"""


@lru_cache(maxsize=4)
def feed_cypher(backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of an account's feed; columns as in `graphdb.import_runs`."""
    condition = beyond(FEED_ORDER, backward, "$feed.start")
    after: LiteralString = f"WHERE {condition} " if started else ""
    exists: LiteralString = f"any(n IN works WHERE NOT ({condition}))" if started else "false"
    return f"""
MATCH (a:Account {{id: $feed.account}})
CALL (a) {{
{NEW_WORKS}
  RETURN collect(DISTINCT n) AS works
}}
RETURN COLLECT {{
  UNWIND works AS n
  WITH n {after}
  WITH n ORDER BY {order_by(FEED_ORDER, backward)} LIMIT $feed.limit
  RETURN [{WORK}, {key_list(FEED_ORDER)}]
}} AS rows, size(works) AS total, {exists} AS beyondStart
"""


BECAUSE: LiteralString = f"""
MATCH (a:Account {{id: $account}})
CALL (a) {{
{NEW_WORKS}
  WITH n, p WHERE n.id IN $works
  RETURN n.id AS work, p
}}
WITH work, p AS n ORDER BY n.id
WITH work, collect(n)[..$reasons] AS reasons
RETURN work, COLLECT {{ UNWIND reasons AS n RETURN {PROJECTION} }}
"""


async def feed(graph: Graph, account: str, request: PageRequest) -> Page[FeedEdge]:
    """Return a page of an account's feed; two Cypher calls, one where it is empty."""
    parameters: dict[str, Any] = {
        "account": account,
        "start": list(request.start or ()),
        "limit": request.size + 1,
    }
    rows = await graph.read(feed_cypher(request.backward, request.start is not None), feed=parameters)
    found, total, beyond_start = rows[0] if rows else ([], 0, False)
    ids = [row["id"] for row, _ in found]
    because: dict[str, tuple[Entity, ...]] = {}
    if ids:
        rows = await graph.read(BECAUSE, account=account, works=ids, reasons=REASONS)
        because = {work: tuple(map(entity, reasons)) for work, reasons in rows}
    edges = [FeedEdge(request, keys, WorkRecord(**row), because.get(row["id"], ())) for row, keys in found]
    return page_of(request, edges, total, beyond_start)

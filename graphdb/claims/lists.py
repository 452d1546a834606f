"""Claims as lists: an account's own, those that moderators look at, those that a co-author may vouch for."""

from collections.abc import Collection
from functools import lru_cache
from typing import LiteralString

from graphdb.claims.records import CLAIM, ClaimRecord, claim_record
from graphdb.claims.states import OPEN
from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest, beyond, key_list, order_by
from graphdb.pages import Edge, Page, page_of

NEWEST = Order("CREATED DESC", (Key("c.createdAt", str, descending=True), Key("c.id", str)))
"""Of an account's own claims: the newest first."""
OLDEST = Order("CREATED", (Key("c.createdAt", str), Key("c.id", str)))
"""Of the queue: who has waited longest comes first."""

_OWN: LiteralString = "MATCH (a:Account {id: $claims.account})-[:MADE]->(c:Claim)-[:CLAIMS]->(r:Researcher) WHERE true"
_QUEUE: LiteralString = (
    "MATCH (c:Claim)-[:CLAIMS]->(r:Researcher) WHERE c.state IN $claims.states "
    "AND ($claims.record IS NULL OR r.id = $claims.record) MATCH (a:Account)-[:MADE]->(c) WHERE true"
)
_TO_VOUCH: LiteralString = (
    "MATCH (v:Account {id: $claims.account})-[:OWNS]->(p:Researcher)-[:COLLABORATED_WITH]-(r:Researcher)"
    "<-[:CLAIMS]-(c:Claim) WHERE (p.orcidProven OR p.emailProven) AND c.state IN $claims.states "
    "AND NOT EXISTS { (c)-[:HAS_EVIDENCE]->(:Evidence {kind: 'COAUTHOR_VOUCH'})-[:BY]->(v) } "
    "WITH DISTINCT v, c, r MATCH (a:Account)-[:MADE]->(c) WHERE a <> v"
)
_LISTS: dict[str, LiteralString] = {"own": _OWN, "queue": _QUEUE, "to vouch": _TO_VOUCH}


@lru_cache(maxsize=16)
def claims_cypher(which: str, order: Order, backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of a list of claims; columns as in `graphdb.import_runs`."""
    found = _LISTS[which]
    condition = beyond(order, backward, "$claims.start")
    after: LiteralString = f"AND ({condition}) " if started else ""
    exists: LiteralString = f"EXISTS {{ {found} AND NOT ({condition}) }}" if started else "false"
    return f"""
RETURN COLLECT {{
  {found} {after}
  WITH a, c, r ORDER BY {order_by(order, backward)} LIMIT $claims.limit
  RETURN [{CLAIM}, {key_list(order)}]
}} AS rows, COUNT {{ {found} }} AS total, {exists} AS beyondStart
"""


async def _page(
    graph: Graph, which: str, request: PageRequest, **asked: str | list[str] | None
) -> Page[Edge[ClaimRecord]]:
    parameters = {
        **asked,
        "start": list(request.start or ()),
        "limit": request.size + 1,
    }
    cypher = claims_cypher(which, request.order, request.backward, request.start is not None)
    [[found, total, beyond_start]] = await graph.read(cypher, claims=parameters)
    edges = [Edge(request, keys, claim_record(row)) for row, keys in found]
    return page_of(request, edges, total, beyond_start)


async def claims_of(graph: Graph, account: str, request: PageRequest) -> Page[Edge[ClaimRecord]]:
    """Return a page of an account's claims; one Cypher call."""
    return await _page(graph, "own", request, account=account)


async def claim_queue(
    graph: Graph, states: Collection[str], record: str | None, request: PageRequest
) -> Page[Edge[ClaimRecord]]:
    """Return a page of all claims in one of `states`, of one record if that is given; one Cypher call."""
    return await _page(graph, "queue", request, states=sorted(states), record=record)


async def claims_to_vouch_for(graph: Graph, account: str, request: PageRequest) -> Page[Edge[ClaimRecord]]:
    """Return a page of co-authors' open claims that the account may vouch for and has not; one Cypher call."""
    return await _page(graph, "to vouch", request, account=account, states=sorted(OPEN))

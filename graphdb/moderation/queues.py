"""What moderators look through: people of one name, decisions, the audit log."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, LiteralString

import orjson

from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest, beyond, key_list, order_by, write_cursor
from graphdb.pages import Edge, Page, page_of
from graphdb.records import ResearcherRecord
from graphdb.records.researcher import RESEARCHER

EXAMINED = 2_000
"""People whose names a page compares; a page that finds fewer than are wanted among them ends there."""

BY_WORKS = Order(
    "WORKS DESC",
    (Key("n.worksCount", int, descending=True), Key("n.name", str, descending=True), Key("n.id", str, descending=True)),
)
"""Who has most works comes first; as the index `researcher_by_works` is sorted, read from its end."""


@lru_cache(maxsize=2)
def namesakes_cypher(started: bool) -> LiteralString:
    """Return the text that reads people, those with most works first, and whether each has namesakes to compare."""
    condition = beyond(BY_WORKS, backward=False, start="$start")
    after: LiteralString = f"n.worksCount <= $start[0] AND ({condition})" if started else "n.worksCount >= 0"
    return f"""
MATCH (n:Researcher)
WHERE {after}
WITH n ORDER BY {order_by(BY_WORKS, backward=False)} LIMIT $examined
WITH n, {key_list(BY_WORKS)} AS keys, EXISTS {{
  MATCH (o:Researcher {{nameKey: n.nameKey}})
  WHERE o <> n AND NOT EXISTS {{ (n)-[:AUTHORED]->()<-[:AUTHORED]-(o) }}
    AND NOT EXISTS {{ (n)<-[:KEEPS|SPLITS_OFF]-(:IdentityDecision {{kind: 'SPLIT'}})-[:KEEPS|SPLITS_OFF]->(o) }}
}} AS hasNamesakes
RETURN keys, CASE WHEN hasNamesakes THEN {RESEARCHER} END
"""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Some people of whose name there are others who may be the same."""

    researchers: tuple[ResearcherRecord, ...]
    end_cursor: str | None
    """Of the last one that was looked at; None: nobody was."""
    has_next_page: bool


async def namesakes(graph: Graph, request: PageRequest) -> Namesakes:
    """Return people of whose name there are others who may be the same, those with most works first; one Cypher call.

    It looks at `EXAMINED` people at most: where there are more, there is a next page, even if this one is empty.
    """
    rows = await graph.read(
        namesakes_cypher(request.start is not None), start=list(request.start or ()), examined=EXAMINED
    )
    found: list[ResearcherRecord] = []
    last: list[Any] | None = None
    for keys, properties in rows:
        if len(found) == request.size:
            break
        last = keys
        if properties is not None:
            found.append(ResearcherRecord(**properties))
    cursor = write_cursor(request.list_name, request.order, last) if last is not None else None
    more = len(rows) == EXAMINED or (last is not None and last != rows[-1][0])
    return Namesakes(tuple(found), cursor, more)


@dataclass(frozen=True, slots=True)
class IdentityDecisionRecord:
    """A merge or a split as it is on record."""

    id: str
    kind: str
    state: str
    keep: str
    other: str
    by: str | None
    reason: str | None
    decided_at: str | None
    undone_at: str | None
    undone_by: str | None
    waits_for: str | None
    works: list[str]


DECISION_ORDER = Order("NUMBER DESC", (Key("d.number", int, descending=True),))
"""The last one first."""
_DECISION: LiteralString = (
    "d{.id, .kind, .state, .keep, .other, .by, .reason, decided_at: d.decidedAt, undone_at: d.undoneAt, "
    "undone_by: d.undoneBy, waits_for: d.waitsFor, works: coalesce(d.works, [])}"
)


@lru_cache(maxsize=4)
def decisions_cypher(backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of decisions; columns as in `graphdb.import_runs`."""
    found: LiteralString = (
        "MATCH (d:IdentityDecision) WHERE ($list.id IS NULL OR d.keep = $list.id OR d.other = $list.id)"
    )
    return _page_cypher(found, "d", _DECISION, DECISION_ORDER, backward=backward, started=started)


async def identity_decisions(
    graph: Graph, researcher: str | None, request: PageRequest
) -> Page[Edge[IdentityDecisionRecord]]:
    """Return a page of the merges and splits, those about one researcher if her id is given; one Cypher call."""
    parameters = {"id": researcher, "start": list(request.start or ()), "limit": request.size + 1}
    [[found, total, beyond_start]] = await graph.read(
        decisions_cypher(request.backward, request.start is not None), list=parameters
    )
    edges = [Edge(request, keys, IdentityDecisionRecord(**row)) for row, keys in found]
    return page_of(request, edges, total, beyond_start)


@dataclass(frozen=True, slots=True)
class AuditDetail:
    """A name and its value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class AuditEventRecord:
    """Something that was done, as the audit log keeps it."""

    id: str
    at: str
    """ISO 8601 date-time in UTC, to the microsecond."""
    kind: str
    by: str
    """Id of an account, `operator` or `site`."""
    about: str | None
    """Id of what it was done to."""
    details: list[AuditDetail]


AUDIT_ORDER = Order("AT DESC", (Key("v.at", str, descending=True), Key("v.id", str, descending=True)))
"""The last one first."""


@lru_cache(maxsize=8)
def audit_cypher(named: str, backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of the audit log, of what is `named`: `by`, `about`, both or nothing."""
    conditions: dict[str, LiteralString] = {
        "": "true",
        "by": "v.by = $list.by",
        "about": "v.about = $list.about",
        "by about": "v.by = $list.by AND v.about = $list.about",
    }
    found: LiteralString = (
        f"MATCH (v:AuditEvent) WHERE {conditions[named]} AND ($list.kinds IS NULL OR v.kind IN $list.kinds)"
    )
    shown: LiteralString = "v{.id, .at, .kind, .by, .about, .details}"
    return _page_cypher(found, "v", shown, AUDIT_ORDER, backward=backward, started=started)


async def audit_events(
    graph: Graph, by: str | None, about: str | None, kinds: Sequence[str] | None, request: PageRequest
) -> Page[Edge[AuditEventRecord]]:
    """Return a page of the audit log; one Cypher call."""
    named = " ".join(name for name, value in (("by", by), ("about", about)) if value is not None)
    parameters = {
        "by": by,
        "about": about,
        "kinds": list(kinds) if kinds is not None else None,
        "start": list(request.start or ()),
        "limit": request.size + 1,
    }
    cypher = audit_cypher(named, request.backward, request.start is not None)
    [[found, total, beyond_start]] = await graph.read(cypher, list=parameters)
    edges = [Edge(request, keys, _event(row)) for row, keys in found]
    return page_of(request, edges, total, beyond_start)


def _event(row: dict[str, Any]) -> AuditEventRecord:
    details = orjson.loads(row["details"]) if row["details"] else {}
    told = [
        AuditDetail(name, value if isinstance(value, str) else orjson.dumps(value).decode())
        for name, value in sorted(details.items())
    ]
    return AuditEventRecord(**{**row, "details": told})


def _page_cypher(
    found: LiteralString, node: LiteralString, shown: LiteralString, order: Order, *, backward: bool, started: bool
) -> LiteralString:
    condition = beyond(order, backward, "$list.start")
    after: LiteralString = f"AND ({condition}) " if started else ""
    exists: LiteralString = f"EXISTS {{ {found} AND NOT ({condition}) }}" if started else "false"
    return f"""
RETURN COLLECT {{
  {found} {after}
  WITH {node} ORDER BY {order_by(order, backward)} LIMIT $list.limit
  RETURN [{shown}, {key_list(order)}]
}} AS rows, COUNT {{ {found} }} AS total, {exists} AS beyondStart
"""

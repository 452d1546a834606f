"""The lists of all entities of a kind, each page read off the composite index of its order.

An index is sorted one way, an order may not be: the citation count falls while titles rise. A page therefore joins
ranges that are each sorted as the index is, and takes the first rows of their union. They are, for the row that the
cursor stands for: the rest of the group that shares its first two keys, the rest of the group that shares the first,
and the groups beyond. Where the first key runs against the others, the page needs of the groups beyond all that come
before the one in which the page ends, and the head of that one. So a page reads a few times its own size, whatever the
size of the graph.
"""

from functools import lru_cache
from typing import LiteralString

from graphdb.entities import entity
from graphdb.graph import Graph
from graphdb.keyset import Order, PageRequest, key_list, order_by
from graphdb.pages import Edge, Page, page_of
from graphdb.records import InstitutionRecord, ResearcherRecord, SourceRecord, TopicRecord, WorkRecord
from graphdb.records.institution import INSTITUTION
from graphdb.records.researcher import RESEARCHER
from graphdb.records.source import SOURCE
from graphdb.records.topic import TOPIC
from graphdb.records.work import WORK

_PROJECTIONS: dict[str, tuple[LiteralString, LiteralString]] = {
    "Researcher": ("Researcher", RESEARCHER),
    "Work": ("Work", WORK),
    "Topic": ("Topic", TOPIC),
    "Institution": ("Institution", INSTITUTION),
    "Source": ("Source", SOURCE),
}
_POSITIONS: tuple[LiteralString, ...] = ("$start[0]", "$start[1]", "$start[2]", "$start[3]")


@lru_cache(maxsize=256)
def root_page_cypher(kind: str, order: Order, backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of all entities of `kind`.

    Parameters: limit, and start if `started`. One row: the page's rows in reading order, each a record and its keys;
    how many entities there are; whether there are rows on the other side of `start`.
    """
    label, projection = _PROJECTIONS[kind]
    ranges, edge = _ranges(label, order, backward, started)
    exists = _exists(label, order, not backward) if started else "false"
    variables: LiteralString = "edge" if edge else ""
    return (
        f"CALL () {{ MATCH (n:{label}) RETURN count(n) AS total }}\n"
        + edge
        + f"CALL ({variables}) {{\n"
        + f"CALL ({variables}) {{\n"
        + "  UNION ALL\n".join(ranges)
        + "}\n"
        + f"WITH n ORDER BY {order_by(order, backward)} LIMIT $limit\n"
        + f"RETURN collect([{projection}, {key_list(order)}]) AS page\n"
        + "}\n"
        + f"RETURN page, total, {exists} AS beyond_start"
    )


def _ranges(
    label: LiteralString, order: Order, backward: bool, started: bool
) -> tuple[list[LiteralString], LiteralString]:
    """Return the ranges that a page is made of, and the text that finds the `edge` group that one of them needs."""
    head, *rest = order.keys
    falling = head.descending != backward
    rest_falling = rest[0].descending != backward
    ranges: list[LiteralString] = []
    for depth in range(len(order.keys) - 1, 0, -1) if started else ():
        equal: list[LiteralString] = [
            key.expression + " = " + _POSITIONS[i] for i, key in enumerate(order.keys[:depth])
        ]
        key = order.keys[depth]
        sign: LiteralString = " < " if rest_falling else " > "
        ranges.append(
            _range(label, order, [*equal, key.expression + sign + _POSITIONS[depth]], rest_falling, "LIMIT $limit")
        )
    beyond: LiteralString = head.expression + (" < " if falling else " > ") + _POSITIONS[0]
    if falling == rest_falling:
        ranges.append(_range(label, order, [beyond] if started else [], falling, "LIMIT $limit"))
        return ranges, ""
    ranges.append(
        _range(
            label,
            order,
            [head.expression + (" > edge" if falling else " < edge"), *([beyond] if started else [])],
            falling,
            "",
        )
    )
    ranges.append(_range(label, order, [head.expression + " = edge"], rest_falling, "LIMIT $limit"))
    found = _where(order, [beyond] if started else [])
    edge = (
        "CALL () {\n"
        f"  MATCH (n:{label}) {found}\n"
        f"  WITH {head.expression} AS value ORDER BY value{' DESC' if falling else ''} LIMIT $limit\n"
        f"  RETURN {'min' if falling else 'max'}(value) AS edge\n"
        "}\n"
    )
    return ranges, edge


def _range(
    label: LiteralString, order: Order, conditions: list[LiteralString], falling: bool, limit: LiteralString
) -> LiteralString:
    text = f"  MATCH (n:{label}) {_where(order, conditions)}\n"
    if not limit:
        return text + "  RETURN n\n"
    # All keys stand in the clause, the fixed ones too: only so does the planner see that the index is sorted like this.
    parts: list[LiteralString] = [key.expression + (" DESC" if falling else "") for key in order.keys]
    return text + "  RETURN n ORDER BY " + ", ".join(parts) + " " + limit + "\n"


def _where(order: Order, conditions: list[LiteralString]) -> LiteralString:
    # A composite index serves a query that has a condition on each of its properties.
    open_keys: list[LiteralString] = [
        key.expression + " IS NOT NULL"
        for key in order.keys
        if not any(condition.startswith(key.expression + " ") for condition in conditions)
    ]
    return "WHERE " + " AND ".join([*conditions, *open_keys])


def _exists(label: LiteralString, order: Order, backward: bool) -> LiteralString:
    """Return the condition that there is a row at `start` or beyond it, read in the given direction."""
    checks: list[LiteralString] = []
    for depth in range(len(order.keys)):
        equal: list[LiteralString] = [
            key.expression + " = " + _POSITIONS[i] for i, key in enumerate(order.keys[:depth])
        ]
        key = order.keys[depth]
        sign: LiteralString = " < " if key.descending != backward else " > "
        if depth == len(order.keys) - 1:
            sign = " <= " if key.descending != backward else " >= "
        where = _where(order, [*equal, key.expression + sign + _POSITIONS[depth]])
        checks.append(f"EXISTS {{ MATCH (n:{label}) {where} }}")
    return "(" + " OR ".join(checks) + ")"


async def root_page(
    graph: Graph, kind: str, request: PageRequest
) -> Page[Edge[ResearcherRecord | WorkRecord | TopicRecord | InstitutionRecord | SourceRecord]]:
    """Return a page of all entities of `kind`, a label, in one Cypher call."""
    cypher = root_page_cypher(kind, request.order, request.backward, request.start is not None)
    ((rows, total, beyond_start),) = await graph.read(
        cypher, limit=request.size + 1, start=list(request.start) if request.start else None
    )
    edges = [Edge(request, keys, entity(record)) for record, keys in rows]
    return page_of(request, edges, total, beyond_start)

"""The lists of all entities of a kind, each page read off the composite index of its order.

Under a filter that names entities, or asks for words, the rows are found from there, and sorted. Any other filter is a
further condition on the ranges of the index.
"""

from functools import lru_cache
from typing import LiteralString

from graphdb.filters.compile import Filter, FilterShape
from graphdb.graph import Graph
from graphdb.index_page import IndexPage
from graphdb.keyset import Order, PageRequest, beyond, key_list
from graphdb.lists import first_rows, first_rows_language, stored_start
from graphdb.nested_list import NO_FILTER
from graphdb.pages import Edge, Page, page_of
from graphdb.records.kinds import Entity
from graphdb.selected import Rows, page_sizes, row_reader, rows_cypher
from graphdb.selection import ALL, ListSelection

_LABELS: dict[str, LiteralString] = {label: label for label in ("Researcher", "Work", "Topic", "Institution", "Source")}


@lru_cache(maxsize=256)
def root_page_cypher(
    kind: str,
    order: Order,
    backward: bool,
    started: bool,
    *,
    shape: FilterShape = NO_FILTER,
    selected: ListSelection = ALL,
    shown: LiteralString = "",
) -> LiteralString:
    """Return the text that reads a page of all entities of `kind` that fulfil a filter.

    Parameters: limit, start if `started`, filter where `shape` asks for something, and `page_sizes` of what is selected
    of a node. One row: the page's rows in reading order, as `row_reader` takes them (or of each the expression `shown`
    of the node `n`, and its keys); how many entities there are, 0 unless that is selected; whether there are rows on
    the other side of `start`.
    """
    label = _LABELS[kind]
    counted, started = selected.counted, started and selected.rows
    if not selected.rows:
        return _count_alone(label, shape)
    names: tuple[LiteralString, ...] = ("n", "score") if shape.text_index else ("n",)
    row: LiteralString = f"  RETURN collect([{shown}, {key_list(order)}]) AS page\n"
    if not shown:
        row = rows_cypher(Rows(label, order, selected), names, "page")
    if shape.text_index or shape.anchor:
        return _found_page(label, row, order, backward, started, shape=shape, counted=counted)
    condition: LiteralString = f"({shape.condition})" if shape.condition else ""
    page = IndexPage(label, order, backward, "$start" if started else "", condition, shape.variables)
    before_start = page.exists_before_start() if started else "false"
    edge = page.edge()
    variables = ", ".join((*(["edge"] if edge else []), *shape.variables))
    return (
        first_rows_language(shape)
        + shape.prelude
        + (
            f"CALL ({', '.join(shape.variables)}) {{ {root_rows(label, shape)} RETURN count(n) AS total }}\n"
            if counted
            else ""
        )
        + edge
        + f"CALL ({variables}) {{\n"
        + f"CALL ({variables}) {{\n"
        + page.ranges()
        + "}\n"
        + first_rows(order, backward, shape, ("n",))
        + row
        + "}\n"
        + f"RETURN page, {'total' if counted else '0 AS total'}, {before_start} AS beyond_start"
    )


def _count_alone(label: LiteralString, shape: FilterShape) -> LiteralString:
    distinct: LiteralString = "DISTINCT n" if shape.anchor else "n"
    return (
        f"{shape.prelude}CALL ({', '.join(shape.variables)}) {{\n  {root_rows(label, shape)}\n"
        f"  RETURN count({distinct}) AS total\n}}\nRETURN [] AS page, total, false AS beyond_start"
    )


def root_rows(label: LiteralString, shape: FilterShape, *conditions: LiteralString) -> LiteralString:
    """Return the clauses that find all entities of a label that fulfil a filter and `conditions`.

    From an anchor one may be met several times.
    """
    if shape.text_index:
        found: LiteralString = (
            f"CALL db.index.fulltext.queryNodes('{shape.text_index}', $filter.text) YIELD node AS n, score"
        )
        asked: LiteralString = shape.condition
    elif shape.anchor:
        found, asked = shape.anchor, shape.rest
    else:
        found, asked = f"MATCH (n:{label})", shape.condition
    parts: list[LiteralString] = [text for text in (asked, *conditions) if text]
    if not parts:
        return found
    # After an anchor that has a WHERE of its own, the conditions need another.
    joint: LiteralString = " WITH * WHERE " if shape.anchor or shape.text_index else " WHERE "
    return found + joint + " AND ".join(parts)


def _found_page(
    label: LiteralString,
    row: LiteralString,
    order: Order,
    backward: bool,
    started: bool,
    *,
    shape: FilterShape,
    counted: bool,
) -> LiteralString:
    """Return the text of a page whose rows are found by words or from an anchor."""
    variables = ", ".join(shape.variables)
    inner = ", ".join((*shape.variables, *(["start"] if started else [])))
    is_beyond: LiteralString = f"({beyond(order, backward, 'start')})" if started else ""
    names: tuple[LiteralString, ...] = ("n", "score") if shape.text_index else ("n",)
    text = first_rows_language(shape) + shape.prelude
    if started:
        text += stored_start(label, order, "$start", shape.variables, shape.text_index)
    text += (
        f"CALL ({inner}) {{\n  {root_rows(label, shape, is_beyond)}\n"
        f"{first_rows(order, backward, shape, names, distinct=not shape.text_index)}{row}}}\n"
    )
    if counted:
        distinct: LiteralString = "n" if shape.text_index else "DISTINCT n"
        text += f"CALL ({variables}) {{\n  {root_rows(label, shape)}\n  RETURN count({distinct}) AS total\n}}\n"
    if started:
        text += (
            f"CALL ({inner}) {{\n  {root_rows(label, shape, 'NOT ' + is_beyond)}\n"
            "  WITH n LIMIT 1\n  RETURN count(n) > 0 AS beyond_start\n}\n"
        )
    return (
        text + f"RETURN page, {'total' if counted else '0 AS total'}, "
        f"{'beyond_start' if started else 'false'} AS beyond_start"
    )


async def root_page(
    graph: Graph, kind: str, request: PageRequest, filter_: Filter | None = None, selected: ListSelection = ALL
) -> Page[Edge[Entity]]:
    """Return a page of all entities of `kind`, a label, that fulfil the filter, in one Cypher call."""
    shape = filter_.shape if filter_ else NO_FILTER
    cypher = root_page_cypher(
        kind, request.order, request.backward, request.start is not None, shape=shape, selected=selected
    )
    parameters = {"filter": filter_.parameter} if filter_ else {}
    start = list(request.start) if request.start else None
    ((rows, total, beyond_start),) = await graph.read(
        cypher, limit=selected.limit(request), start=start, **parameters, **page_sizes(selected.node)
    )
    read = row_reader(Rows(kind, request.order, selected))
    return page_of(request, [read(request, row) for row in rows], total, beyond_start)

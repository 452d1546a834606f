"""Lists that hang on an entity: the pages of many parents in one Cypher call, each cut off inside Neo4j."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, LiteralString, TypeVar

from graphdb.filters.compile import Filter, FilterShape
from graphdb.graph import Graph
from graphdb.hub_rows import can_be_walked, hub_rows
from graphdb.keyset import POSITIONS, Order, PageRequest, beyond, order_by
from graphdb.nested_list import NO_FILTER, NestedList
from graphdb.orders import RELEVANCE
from graphdb.pages import Edge, Page, page_of
from graphdb.selected import Rows, page_sizes, row_reader, rows_cypher
from graphdb.selection import ALL, ListSelection
from graphdb.sorting import VALUES_SORTED, first_sorted

E = TypeVar("E", bound=Edge[object])


@dataclass(frozen=True, slots=True)
class ListKey(Generic[E]):
    """One page of one parent's list."""

    list: NestedList[E]
    parent: str
    """Id of the entity that the list hangs on."""
    request: PageRequest
    arguments: tuple[tuple[str, int | None], ...] = ()
    """Names and values that the list's `condition` reads from `argument`."""
    filter: Filter | None = None
    # Pages of one request that differ in nothing else are few.
    selected: ListSelection = field(default=ALL, hash=False)


@lru_cache(maxsize=512)
def list_page_cypher(
    list_: NestedList[Any],
    order: Order,
    backward: bool,
    started: bool,
    *,
    shape: FilterShape = NO_FILTER,
    selected: ListSelection = ALL,
) -> LiteralString:
    """Return the text that reads a page of the list of each parent.

    Parameters: limit, and pages, a list of {id, start, argument}, filter where `shape` asks for something, and
    `page_sizes` of what is selected of a node. A row per parent that exists: its place in `pages`; the page's rows in
    reading order, as `row_reader` takes them; how many rows the list has, 0 unless that is selected; whether there are
    rows on the other side of `start`.
    """
    started = started and selected.rows
    if order.keys[0].expression != RELEVANCE:
        shape = shape.gathered
    filtered = shape != NO_FILTER
    is_beyond: LiteralString = f"({beyond(order, backward, 'start')})" if started else ""
    outer = ", ".join(("p", "argument", *shape.variables))
    rows = list_.rows(shape, is_beyond)
    if not filtered and can_be_walked(list_, order):
        rows = hub_rows(list_, order, backward, started=started)
    kept_by_start: tuple[LiteralString, ...] = ("i", "argument", "p", *shape.variables)
    kept: list[LiteralString] = ["n"]
    if shape.text_index:
        kept.append("score")
    if list_.binds_edge:
        kept.append("e")
    subqueries: LiteralString = ""
    total: LiteralString = list_.total if selected.counted and not filtered else "0"
    beyond_start: LiteralString = "false"
    if filtered and selected.counted:
        distinct: LiteralString = "DISTINCT n" if list_.repeats else "n"
        subqueries = f"CALL ({outer}) {{\n{list_.rows(shape)}  RETURN count({distinct}) AS total\n}}\n"
        total = "total"
    if started:
        if filtered:
            reverse = list_.rows(shape, "NOT " + is_beyond)
            subqueries += (
                f"CALL ({outer}, start) {{\n{reverse}  WITH n LIMIT 1\n  RETURN count(n) > 0 AS beyond_start\n}}\n"
            )
            beyond_start = "beyond_start"
        else:
            beyond_start = list_.exists("NOT " + is_beyond)
            if list_.walkable:
                # The row of the cursor is not beyond itself: as a rule it is still there, and no other needs a look.
                row: LiteralString = f"MATCH (n:{list_.listed} {{id: start{POSITIONS[len(order.keys) - 1]}}})"
                beyond_start = f"EXISTS {{ {row} WHERE NOT {is_beyond} AND {list_.exists()} }} OR {beyond_start}"
    read_rows: LiteralString = ""
    if selected.rows:
        read_rows = (
            f"CALL ({outer}{', start' if started else ''}) {{\n"
            f"{rows}"
            f"{first_rows(order, backward, shape, kept, distinct=list_.repeats)}"
            f"{rows_cypher(Rows(list_.listed, order, selected, list_), kept, 'rows')}"
            "}\n"
        )
    return (
        f"{first_rows_language(shape)}{shape.prelude}"
        "UNWIND range(0, size($pages) - 1) AS i\n"
        f"WITH {', '.join(('i', '$pages[i] AS page', '$pages[i].argument AS argument', *shape.variables))}\n"
        f"MATCH (p:{list_.parent} {{id: page.id}})\n"
        + (stored_start(list_.listed, order, "page.start", kept_by_start, shape.text_index) if started else "")
        + read_rows
        + f"{subqueries}"
        f"RETURN i, {'rows' if selected.rows else '[] AS rows'}, {total} AS total, {beyond_start} AS beyond_start"
    )


def first_rows(
    order: Order, backward: bool, shape: FilterShape, names: Sequence[LiteralString], *, distinct: bool = False
) -> LiteralString:
    """Return the clauses that keep the first `$limit` rows of the variables `names`, `distinct` ones if wanted."""
    kept: LiteralString = ", ".join(names)
    if not shape.holds_hits:
        return f"  WITH {'DISTINCT ' if distinct else ''}{kept} ORDER BY {order_by(order, backward)} LIMIT $limit\n"
    once: LiteralString = f"  WITH DISTINCT {kept}\n" if distinct else ""
    return once + first_sorted(order, names, "$limit", backward=backward)


def first_rows_language(shape: FilterShape) -> LiteralString:
    """Return what a text with `first_rows` of `shape` begins with."""
    return VALUES_SORTED if shape.holds_hits else ""


# Neo4j compares two stored strings by code point, but a stored one with a parameter by UTF-16 code unit. So the start's
# strings are taken from the row of the cursor, as long as it still has them; no index does it here, as in a root list.
# All of Lucene's scores shift a little with what is written to an index: so the start's is what its row has now.
def stored_start(
    listed: LiteralString,
    order: Order,
    start: LiteralString,
    kept: tuple[LiteralString, ...],
    text_index: LiteralString = "",
) -> LiteralString:
    """Return the clauses that bind `start` to the keys of a page's start, and keep the variables `kept`."""
    keys: list[LiteralString] = []
    row: LiteralString = f"OPTIONAL MATCH (c:{listed} {{id: {start}{POSITIONS[len(order.keys) - 1]}}})\n"
    scored: LiteralString = ""
    for i, key in enumerate(order.keys):
        given = start + POSITIONS[i]
        stored = key.expression.replace("n.", "c.")
        if key.expression == RELEVANCE:
            keys.append(f"coalesce(relevance, {given})")
            scored = (
                "CALL (c) {\n"
                f"  CALL db.index.fulltext.queryNodes('{text_index}', $filter.text) YIELD node AS n, score\n"
                f"  WITH n, score WHERE n = c\n  RETURN head(collect({RELEVANCE})) AS relevance\n}}\n"
            )
        elif key.type is str and i < len(order.keys) - 1:
            keys.append(f"CASE WHEN {stored} = {given} THEN {stored} ELSE {given} END")
        else:
            keys.append(given)
    bound = f"WITH {', '.join((*kept, '[' + ', '.join(keys) + '] AS start'))}\n"
    needs_row = scored or any(key.startswith("CASE") for key in keys)
    return row + scored + bound if needs_row else bound


async def list_pages(graph: Graph, keys: Sequence[ListKey[E]]) -> list[Page[E]]:
    """Return the page of each key, in one Cypher call.

    All keys agree in list, order, direction, size, filter, selection and in whether they have a start. A parent that is
    not in the graph has an empty list.
    """
    first = keys[0]
    request = first.request
    filter_ = first.filter
    selected = first.selected
    cypher = list_page_cypher(
        first.list,
        request.order,
        request.backward,
        request.start is not None,
        shape=filter_.shape if filter_ else NO_FILTER,
        selected=selected,
    )
    pages: list[Mapping[str, Any]] = [
        {"id": key.parent, "start": list(key.request.start or ()), "argument": dict(key.arguments)} for key in keys
    ]
    parameters = {"filter": filter_.parameter} if filter_ else {}
    sizes = page_sizes(selected.node)
    read = row_reader(Rows(first.list.listed, request.order, selected, first.list))
    found: list[Page[Any]] = [Page([], 0, False, False)] * len(keys)
    for i, rows, total, beyond_start in await graph.read(
        cypher, pages=pages, limit=selected.limit(request), **parameters, **sizes
    ):
        found[i] = page_of(request, [read(request, row) for row in rows], total, beyond_start)
    return found

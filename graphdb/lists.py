"""Lists that hang on an entity: the pages of many parents in one Cypher call, each cut off inside Neo4j."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, LiteralString, TypeVar

from graphdb.graph import Graph
from graphdb.keyset import Order, PageRequest, beyond, key_list, order_by
from graphdb.pages import Edge, Page, page_of

E = TypeVar("E", bound=Edge[object])


@dataclass(frozen=True, slots=True)
class NestedList(Generic[E]):
    """A connection of an entity, as the graph holds it."""

    name: LiteralString
    """Type and field of the API, such as `Researcher.works`; cursors carry it."""
    parent: LiteralString
    """Label of the entity that the list hangs on."""
    pattern: LiteralString
    """A path from the parent `p` to the listed node `n`, its edge called `e` where keys or rows need it."""
    listed: LiteralString
    """Label of the listed nodes."""
    row: LiteralString
    """Cypher expression of a row, over `n` and `e`."""
    total: LiteralString
    """Cypher expression over `p` for how many rows the list has: a degree or a counter, never a count of rows."""
    edge: Callable[[PageRequest, Sequence[Any], Any], E]
    """Makes the edge of a page from the request, the row's keys and the row."""
    repeats: bool = False
    """Several paths may lead to one node."""
    condition: LiteralString = ""
    """What a row must fulfil as well, over `n`, `e` and the parameters in `argument`."""


@dataclass(frozen=True, slots=True)
class ListKey(Generic[E]):
    """One page of one parent's list."""

    list: NestedList[E]
    parent: str
    """Id of the entity that the list hangs on."""
    request: PageRequest
    arguments: tuple[tuple[str, int | None], ...] = ()
    """Names and values that the list's `condition` reads from `argument`."""


@lru_cache(maxsize=512)
def list_page_cypher(list_: NestedList[Any], order: Order, backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of the list of each parent.

    Parameters: limit, and pages, a list of {id, start, argument}. A row per parent that exists: its place in `pages`;
    the page's rows in reading order, each a row of the list and its keys; how many rows the list has; whether there
    are rows on the other side of `start`.
    """
    beyond_start = f"({beyond(order, backward, 'start')})" if started else ""
    conditions: list[LiteralString] = [condition for condition in (list_.condition, beyond_start) if condition]
    where: LiteralString = "  WHERE " + " AND ".join(conditions) + "\n" if conditions else ""
    exists: LiteralString = "false"
    if started:
        reverse: list[LiteralString] = [
            condition for condition in (list_.condition, "NOT " + beyond_start) if condition
        ]
        exists = f"EXISTS {{ MATCH {list_.pattern} WHERE {' AND '.join(reverse)} }}"
    return (
        "UNWIND range(0, size($pages) - 1) AS i\n"
        "WITH i, $pages[i] AS page, $pages[i].argument AS argument\n"
        f"MATCH (p:{list_.parent} {{id: page.id}})\n"
        + (_stored_start(list_, order) if started else "")
        + f"CALL (p, argument{', start' if started else ''}) {{\n"
        f"  MATCH {list_.pattern}\n"
        f"{where}"
        f"  WITH {'DISTINCT n' if list_.repeats else '*'} ORDER BY {order_by(order, backward)} LIMIT $limit\n"
        f"  RETURN collect([{list_.row}, {key_list(order)}]) AS rows\n"
        "}\n"
        f"RETURN i, rows, {list_.total} AS total, {exists} AS beyond_start"
    )


# Neo4j compares two stored strings by code point, but a stored one with a parameter by UTF-16 code unit. So the start's
# strings are taken from the row of the cursor, as long as it still has them; no index does it here, as in a root list.
def _stored_start(list_: NestedList[Any], order: Order) -> LiteralString:
    positions: tuple[LiteralString, ...] = ("page.start[0]", "page.start[1]", "page.start[2]", "page.start[3]")
    keys: list[LiteralString] = []
    identity = positions[len(order.keys) - 1]
    for key, given in zip(order.keys, positions, strict=False):
        stored = key.expression.replace("n.", "c.")
        is_text = key.type is str and given != identity
        keys.append(f"CASE WHEN {stored} = {given} THEN {stored} ELSE {given} END" if is_text else given)
    start = f"[{', '.join(keys)}] AS start"
    if not any(key.startswith("CASE") for key in keys):
        return f"WITH i, argument, p, {start}\n"
    return f"OPTIONAL MATCH (c:{list_.listed} {{id: {identity}}})\nWITH i, argument, p, {start}\n"


async def list_pages(graph: Graph, keys: Sequence[ListKey[E]]) -> list[Page[E]]:
    """Return the page of each key, in one Cypher call.

    All keys agree in list, order, direction, size, and in whether they have a start. A parent that is not in the graph
    has an empty list.
    """
    first = keys[0]
    request = first.request
    cypher = list_page_cypher(first.list, request.order, request.backward, request.start is not None)
    pages: list[Mapping[str, Any]] = [
        {"id": key.parent, "start": list(key.request.start or ()), "argument": dict(key.arguments)} for key in keys
    ]
    found: list[Page[E]] = [Page([], 0, False, False)] * len(keys)
    for i, rows, total, beyond_start in await graph.read(cypher, pages=pages, limit=request.size + 1):
        own = keys[i].request
        edges = [first.list.edge(own, row_keys, row) for row, row_keys in rows]
        found[i] = page_of(own, edges, total, beyond_start)
    return found

"""Selections as Cypher, and what Neo4j answers as records.

The pages that hang on a node are subqueries below its own clauses, cut off before anything further is read below them.
A text depends on the shape of a selection: sizes of pages are parameters.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import Any, LiteralString

from graphdb.hub_rows import can_be_walked, hub_rows
from graphdb.keyset import Order, PageRequest, key_list, order_by
from graphdb.nested_list import NestedList, of_parent
from graphdb.pages import Edge, Page, page_of, plain_edge
from graphdb.records.columns import projection
from graphdb.records.kinds import RECORDS, Entity
from graphdb.records.partial import partial_record
from graphdb.selection import ListSelection, PageSelection, Selection, pages_within

MAX_PAGES = 40
"""Pages and facts of one selection at most: the longer a text, the longer Neo4j plans it."""

_DIGITS: tuple[LiteralString, ...] = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
_SIZES: tuple[LiteralString, ...] = tuple("size" + tens + ones for tens in _DIGITS[:4] for ones in _DIGITS)
_PAGES: tuple[LiteralString, ...] = tuple("page" + tens + ones for tens in _DIGITS[:4] for ones in _DIGITS)
_FACTS: tuple[LiteralString, ...] = tuple("fact" + ones for ones in _DIGITS)
"""Enough for each of a node to have one."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of a list are made of."""

    label: str
    """Of the nodes that are listed."""
    order: Order
    selected: ListSelection
    list: NestedList[Any] | None = None
    """None: the list of all nodes of the label."""

    @property
    def extras(self) -> LiteralString:
        """Cypher list of what is read of a row beside the node, empty: nothing."""
        return self.list.extras if self.list is not None and self.selected.extras else ""

    @property
    def node(self) -> Selection:
        """What is read of each node."""
        node = self.selected.node
        if node.properties is None or self.list is None or not self.extras:
            return node
        return replace(node, properties=node.properties | self.list.extras_need)


def entity_cypher(
    label: str, selection: Selection, kept: Sequence[LiteralString]
) -> tuple[LiteralString, LiteralString]:
    """Return the clauses that read what hangs on the node `n`, and the expression of what `entity_reader` takes.

    The clauses are to be put where `n` and the other variables `kept` are bound.
    """
    clauses, along = _along(selection, kept, "q", count())
    return clauses, f"[{', '.join([_node(label, selection), *along])}]"


def rows_cypher(rows: Rows, kept: Sequence[LiteralString], name: LiteralString) -> LiteralString:
    """Return the clauses that end the subquery of a list, where `kept` are bound, with the list `name` of its rows.

    Each is what `row_reader` takes.
    """
    return _rows(rows, kept, name, "q", count())


def _rows(
    rows: Rows, kept: Sequence[LiteralString], name: LiteralString, parent: LiteralString, places: Iterator[int]
) -> LiteralString:
    clauses, along = _along(rows.node, kept, parent, places)
    keys: LiteralString = key_list(rows.order) if rows.selected.places else "null"
    row: list[LiteralString] = [_node(rows.label, rows.node), keys, rows.extras or "null", *along]
    while row[-1] == "null":
        row.pop()
    return f"{clauses}  RETURN collect([{', '.join(row)}]) AS {name}\n"


def _along(
    selection: Selection, kept: Sequence[LiteralString], parent: LiteralString, places: Iterator[int]
) -> tuple[LiteralString, list[LiteralString]]:
    """Return the subqueries that read the pages and facts of the node `n`, and the expressions of these.

    Within the subqueries `n` is another node: there the one around is called `parent`.
    """
    if not selection.pages and not selection.facts:
        return "", []
    clauses: LiteralString = f"  WITH {', '.join(kept)}, n AS {parent}\n"
    along: list[LiteralString] = []
    for page in selection.pages:
        place = next(places)
        list_, request = page.key.list, page.key.request
        name: LiteralString = "[]"
        if page.selected.rows:
            name = _PAGES[place]
            own: list[LiteralString] = ["n", "e"] if list_.binds_edge else ["n"]
            distinct: LiteralString = "DISTINCT " if list_.repeats else ""
            found = of_parent(list_.rows(), parent)
            if can_be_walked(list_, request.order):
                limit: LiteralString = "$" + _SIZES[place]
                found = hub_rows(list_, request.order, request.backward, parent=parent, limit=limit)
            inner = Rows(list_.listed, request.order, page.selected, list_)
            clauses += (
                f"  CALL ({parent}) {{\n{found}"
                f"  WITH {distinct}{', '.join(own)} ORDER BY {order_by(request.order, request.backward)} "
                f"LIMIT ${_SIZES[place]}\n{_rows(inner, own, name, 'p' if parent == 'q' else 'q', places)}  }}\n"
            )
        total = of_parent(list_.total, parent) if page.selected.counted else "0"
        along.append(f"[{name}, {total}]")
    for name, fact in zip(_FACTS, selection.facts, strict=False):
        found = of_parent(fact.cypher, parent)
        clauses += f"  CALL ({parent}) {{ CALL ({parent}) {{\n{found}\n  }} RETURN fact AS {name} }}\n"
        along.append(name)
    return clauses, along


def _node(label: str, selection: Selection) -> LiteralString:
    _, columns = RECORDS[label]
    if _is_whole(selection):
        return projection(columns)
    return "[" + ", ".join([columns[name] for name in _names(label, selection)]) + "]"


def _is_whole(selection: Selection) -> bool:
    return selection.properties is None and not selection.pages and not selection.facts


def _names(label: str, selection: Selection) -> list[LiteralString]:
    _, columns = RECORDS[label]
    wanted = selection.properties
    return [name for name in columns if wanted is None or name == "id" or name in wanted]


def page_sizes(selection: Selection) -> dict[str, int]:
    """Return the parameters that the texts of a selection take: the sizes of its pages."""
    return {_SIZES[place]: page.selected.limit(page.key.request) for place, page in enumerate(pages_within(selection))}


@lru_cache(maxsize=1024)
def entity_reader(label: str, selection: Selection, first: int = 1) -> Callable[[Sequence[Any]], Entity]:
    """Return what makes a record of a row: the node's properties, and from `first` on what was read along with it."""
    record, _ = RECORDS[label]
    if _is_whole(selection):
        return lambda row: record(**row[0])
    make = partial_record(record, [*_names(label, selection), "along"])
    pages = [(page.key, _page_reader(page)) for page in selection.pages]
    facts = [(fact, fact.read) for fact in selection.facts]
    readers = [(i, key, reader) for i, (key, reader) in enumerate([*pages, *facts], first)]

    def read(row: Sequence[Any]) -> Entity:
        return make([*row[0], {key: reader(row[i]) for i, key, reader in readers} if readers else None])

    return read


@lru_cache(maxsize=1024)
def row_reader(rows: Rows) -> Callable[[PageRequest, Sequence[Any]], Edge[Any]]:
    """Return what makes the edge of a page of a row of a list."""
    entity = entity_reader(rows.label, rows.node, 3)
    edge = rows.list.edge if rows.list is not None else plain_edge
    places, extras = rows.selected.places, bool(rows.extras)

    def read(request: PageRequest, row: Sequence[Any]) -> Edge[Any]:
        # To ask for a cursor of what was read without places is an error, not another cursor.
        keys: Any = row[1] if places else None
        return edge(request, keys, entity(row), row[2] if extras else None)

    return read


def _page_reader(page: PageSelection) -> Callable[[Sequence[Any]], Page[Any]]:
    list_, request = page.key.list, page.key.request
    read = row_reader(Rows(list_.listed, request.order, page.selected, list_))

    def read_page(found: Sequence[Any]) -> Page[Any]:
        rows, total = found
        return page_of(request, [read(request, row) for row in rows], total, beyond_start=False)

    return read_page

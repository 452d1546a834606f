"""Connections of entities, as the graph holds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, LiteralString, TypeVar

from graphdb.filters.compile import FilterShape
from graphdb.keyset import PageRequest
from graphdb.pages import Edge

E = TypeVar("E", bound=Edge[object])

NO_FILTER = FilterShape()


@dataclass(frozen=True, slots=True, eq=False)
class NestedList(Generic[E]):
    """A connection of an entity, as the graph holds it; each is a constant, and equal to itself alone."""

    name: LiteralString
    """Type and field of the API, such as `Researcher.works`; cursors carry it."""
    parent: LiteralString
    """Label of the entity that the list hangs on."""
    pattern: LiteralString
    """A path from the parent `p` to the listed node `n`, its edge called `e` where keys or rows need it."""
    listed: LiteralString
    """Label of the listed nodes."""
    total: LiteralString
    """Cypher expression over `p` for how many rows the list has: a degree or a counter, never a count of rows."""
    edge: Callable[[PageRequest, Sequence[Any], Any, Any], E]
    """Makes the edge of a page from the request, the row's keys, the record of `n` and the row's `extras`, None where
    these were not read."""
    extras: LiteralString = ""
    """Cypher list of what a row says beside `n`, over `e`; empty: nothing."""
    extras_need: frozenset[str] = frozenset()
    """Fields of the record of `n` that are read where the extras are."""
    long: bool = False
    """Some parents have very many rows: to find the first of them again and again would be slow."""
    repeats: bool = False
    """Several paths may lead to one node."""
    walkable: bool = False
    """Whether a node is listed is soon found out from the node: few edges of the pattern lead away from it."""
    condition: LiteralString = ""
    """What a row must fulfil as well, over `n`, `e` and the parameters in `argument`."""

    @property
    def binds_edge(self) -> bool:
        """The edge `e` belongs to a row, because one path leads to each node."""
        return not self.repeats and "[e:" in self.pattern

    def rows(self, shape: FilterShape = NO_FILTER, *conditions: LiteralString) -> LiteralString:
        """Return the clauses that find the rows of the parent `p` that fulfil the filter and `conditions`."""
        found: LiteralString = ""
        if shape.text_index:
            found = f"  CALL db.index.fulltext.queryNodes('{shape.text_index}', $filter.text) YIELD node AS n, score\n"
        asked: list[LiteralString] = [text for text in (self.condition, shape.condition, *conditions) if text]
        where: LiteralString = "  WHERE " + " AND ".join(asked) + "\n" if asked else ""
        return f"{found}  MATCH {self.pattern}\n{where}"

    def exists(self, *conditions: LiteralString) -> LiteralString:
        """Return the condition that there is a row that fulfils `conditions`, or that `n` is one where it is bound."""
        return "EXISTS { " + " ".join(self.rows(NO_FILTER, *conditions).split("\n  ")).strip() + " }"


def of_parent(text: LiteralString, parent: LiteralString) -> LiteralString:
    """Return Cypher over the parent `p` for a parent that is called otherwise."""
    return text.replace("(p)", f"({parent})").replace("p.", f"{parent}.")

"""A page of a list, and the rows it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from graphdb.keyset import KeyValue, PageRequest, write_cursor
from graphdb.research_graph.records import TruncationRecord

if TYPE_CHECKING:
    from graphdb.extent import Extent

N_co = TypeVar("N_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Edge(Generic[N_co]):
    """One row of a list: the thing listed, and its place in the list."""

    request: PageRequest
    """Of the page that holds the row."""
    keys: Sequence[KeyValue]
    """The values that the list is ordered by, unique in the list."""
    node: N_co

    @property
    def cursor(self) -> str:
        """The opaque cursor of this row."""
        return write_cursor(self.request.list_name, self.request.order, self.keys)


@dataclass(frozen=True, slots=True)
class PageInfo:
    """Where a page lies in its list."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    """Of the first row; None for an empty page."""
    end_cursor: str | None


E_co = TypeVar("E_co", bound=Edge[object], covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[E_co]):
    """Some rows of a list, in the list's order."""

    edges: list[E_co]
    total_count: int
    """Rows of the whole list; 0 if they were not to be counted."""
    has_next_page: bool
    has_previous_page: bool
    extent: "Extent | None" = field(default=None, kw_only=True)
    """The list itself, where it is one of works that can be counted by their dimensions."""

    @property
    def nodes(self) -> list[object]:
        """The things listed."""
        return [edge.node for edge in self.edges]

    @property
    def page_info(self) -> PageInfo:
        """Where the page lies in its list."""
        start, end = (self.edges[0].cursor, self.edges[-1].cursor) if self.edges else (None, None)
        return PageInfo(self.has_next_page, self.has_previous_page, start, end)


@dataclass(frozen=True, slots=True)
class TruncatedPage(Page[E_co]):
    """A page of a list that was found by a traversal with bounds."""

    truncated: list[TruncationRecord]
    """What not all edges were followed of: `shown` says how many were. Empty where the list is whole."""


def page_of(request: PageRequest, edges: list[E_co], total: int, beyond_start: bool) -> Page[E_co]:
    """Return the page of `edges`, of which one more than `request.size` was read, in reading order.

    `beyond_start`: the list has rows on the other side of the request's start.
    """
    more = len(edges) > request.size
    edges = edges[: request.size]
    if request.backward:
        return Page(edges[::-1], total, has_next_page=beyond_start, has_previous_page=more)
    return Page(edges, total, has_next_page=more, has_previous_page=beyond_start)


def plain_edge(request: PageRequest, keys: Sequence[Any], node: Any, _extras: None) -> Edge[Any]:
    """Return the edge of a row that says nothing beside its node."""
    return Edge(request, keys, node)

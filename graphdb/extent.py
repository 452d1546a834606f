"""Which rows a list has, whatever page of it is read."""

from dataclasses import dataclass
from typing import Any

from graphdb.filters.compile import Filter
from graphdb.nested_list import NestedList


@dataclass(frozen=True, slots=True)
class Extent:
    """All rows of a list of works."""

    list: NestedList[Any] | None = None
    """None: all works of the graph."""
    parent: str | None = None
    """Id of the entity that the list hangs on; None for all works."""
    filter: Filter | None = None

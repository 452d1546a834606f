"""What is read of entities and of lists: some of their properties, facts, and pages of lists that hang on them.

A selection says what Cypher reads in one go, not what anything means: what it leaves out is read by itself, later,
where it is asked for all the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from graphdb.fact import Fact
from graphdb.keyset import PageRequest
from graphdb.nested_list import NestedList


@dataclass(frozen=True, slots=True)
class PageKey:
    """A page of a list, whatever entity the list hangs on; without a filter, and from one of the list's ends."""

    list: NestedList[Any]
    request: PageRequest
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # It is looked up once for each parent.
        object.__setattr__(self, "_hash", hash((self.list, self.request)))

    def __hash__(self) -> int:
        return self._hash


@dataclass(frozen=True, slots=True)
class Selection:
    """What is read of an entity."""

    properties: frozenset[str] | None = None
    """Fields of its record; its id is read in any case. None: all."""
    pages: tuple["PageSelection", ...] = ()
    """Each has another key."""
    facts: tuple[Fact[Any], ...] = ()
    """Each once."""


WHOLE = Selection()
"""All properties, and nothing else."""


@dataclass(frozen=True, slots=True)
class ListSelection:
    """What is read of a page of a list."""

    node: Selection = WHOLE
    """Of each entity that is listed."""
    rows: bool = True
    """There are rows to be read at all."""
    places: bool = True
    """Where each row lies, for its cursor, and whether there are further rows."""
    extras: bool = True
    """What the rows say beside the entities."""
    counted: bool = True
    """How many rows the whole list has."""

    def limit(self, request: PageRequest) -> int:
        """How many rows are to be read for a page: one more where it is to be known whether there are more."""
        return request.size + self.places


ALL = ListSelection()
"""Everything that a list says of whole entities."""


@dataclass(frozen=True, slots=True)
class PageSelection:
    """A page that is read with the entity that its list hangs on."""

    key: PageKey
    selected: ListSelection


def joined(selections: Iterable[Selection]) -> Selection:
    """Return what reads at least what each of `selections` reads; there is one at least."""
    return reduce(_joined, selections)


def joined_lists(selections: Iterable[ListSelection]) -> ListSelection:
    """Return what reads at least what each of `selections` reads; there is one at least."""
    return reduce(_joined_lists, selections)


def _joined(one: Selection, other: Selection) -> Selection:
    if one is other:
        return one
    pages = {page.key: page.selected for page in one.pages}
    for page in other.pages:
        known = pages.get(page.key)
        pages[page.key] = _joined_lists(known, page.selected) if known else page.selected
    whole = one.properties is None or other.properties is None
    return Selection(
        None if whole else (one.properties or frozenset()) | (other.properties or frozenset()),
        tuple(PageSelection(key, selected) for key, selected in pages.items()),
        tuple(dict.fromkeys((*one.facts, *other.facts))),
    )


def _joined_lists(one: ListSelection, other: ListSelection) -> ListSelection:
    if one is other:
        return one
    return ListSelection(
        _joined(one.node, other.node),
        rows=one.rows or other.rows,
        places=one.places or other.places,
        extras=one.extras or other.extras,
        counted=one.counted or other.counted,
    )


def pages_within(selection: Selection) -> Iterator[PageSelection]:
    """Return the pages of `selection`, each before those within it."""
    for page in selection.pages:
        yield page
        if page.selected.rows:
            yield from pages_within(page.selected.node)

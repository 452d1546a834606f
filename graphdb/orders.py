"""The total orders of lists of entities: what the caller asks for, then title or name ascending, then id.

Strings compare by code point; counters and years are never null.
"""

from enum import StrEnum
from typing import LiteralString

from graphdb.keyset import Key, KeyType, Order
from graphdb.standing import WORK_STANDING


class WorkOrderField(StrEnum):
    """What works can be ordered by."""

    YEAR = "YEAR"
    CITATIONS = "CITATIONS"
    TITLE = "TITLE"
    IMPORTED = "IMPORTED"
    RELEVANCE = "RELEVANCE"


class ResearcherOrderField(StrEnum):
    """What researchers can be ordered by."""

    NAME = "NAME"
    WORKS = "WORKS"
    CITATIONS = "CITATIONS"
    H_INDEX = "H_INDEX"


class EntityOrderField(StrEnum):
    """What topics, institutions and sources can be ordered by."""

    NAME = "NAME"
    WORKS = "WORKS"
    CITATIONS = "CITATIONS"


NAME: LiteralString = "n.name"
TITLE: LiteralString = "n.plainTitle"

RELEVANCE: LiteralString = f"score * {WORK_STANDING}"
"""How well a work answers to the words of a filter: Lucene's score, raised by the citations that the work has."""

_WORK_KEYS: dict[str, tuple[LiteralString, KeyType]] = {
    WorkOrderField.YEAR: ("n.sortYear", int),
    WorkOrderField.CITATIONS: ("n.citationCount", int),
    WorkOrderField.TITLE: (TITLE, str),
    WorkOrderField.IMPORTED: ("n.importedAt", str),
    WorkOrderField.RELEVANCE: (RELEVANCE, float),
}
_ENTITY_KEYS: dict[str, tuple[LiteralString, KeyType]] = {
    ResearcherOrderField.NAME: (NAME, str),
    ResearcherOrderField.WORKS: ("n.worksCount", int),
    ResearcherOrderField.CITATIONS: ("n.citationCount", int),
    ResearcherOrderField.H_INDEX: ("n.hIndex", int),
}


def _order(name: LiteralString, key: tuple[LiteralString, KeyType], text: LiteralString) -> Order:
    expression, type_ = key
    descending = name.endswith(" DESC")
    ties = () if expression == text else (Key(text, str),)
    return Order(name, (Key(expression, type_, descending), *ties, Key("n.id", str)))


_NAMES: dict[str, tuple[LiteralString, LiteralString]] = {
    "YEAR": ("YEAR ASC", "YEAR DESC"),
    "CITATIONS": ("CITATIONS ASC", "CITATIONS DESC"),
    "TITLE": ("TITLE ASC", "TITLE DESC"),
    "IMPORTED": ("IMPORTED ASC", "IMPORTED DESC"),
    "RELEVANCE": ("RELEVANCE ASC", "RELEVANCE DESC"),
    "NAME": ("NAME ASC", "NAME DESC"),
    "WORKS": ("WORKS ASC", "WORKS DESC"),
    "H_INDEX": ("H_INDEX ASC", "H_INDEX DESC"),
}
_WORK_ORDERS = {(f, d): _order(_NAMES[f][d], key, TITLE) for f, key in _WORK_KEYS.items() for d in (False, True)}
_ENTITY_ORDERS = {(f, d): _order(_NAMES[f][d], key, NAME) for f, key in _ENTITY_KEYS.items() for d in (False, True)}


def work_order(field: WorkOrderField = WorkOrderField.YEAR, descending: bool = True) -> Order:
    """Return an order of works; by default the newest year first, works without a year last."""
    return _WORK_ORDERS[field, descending]


def researcher_order(field: ResearcherOrderField = ResearcherOrderField.WORKS, descending: bool = True) -> Order:
    """Return an order of researchers; by default those with most works first."""
    return _ENTITY_ORDERS[field, descending]


def entity_order(field: EntityOrderField = EntityOrderField.WORKS, descending: bool = True) -> Order:
    """Return an order of topics, institutions or sources; by default those with most works first."""
    return _ENTITY_ORDERS[field, descending]

"""The ids of OpenAlex: what they are of, and those that stand for nothing."""

import re
from enum import StrEnum

from graphdb.identifiers import normalise
from importers.records import Identifier

SOURCE = "openalex"
SITE = "https://openalex.org"
ARXIV = "S4306400194"
DELETED = frozenset({"W4285719527", "A5317838346", "A9999999999"})
"""A work and two authors that stand for all that were deleted, or whose author is not known."""

_ID = re.compile(r"(?:https?://(?:api\.)?openalex\.org/)?(?:([a-z-]+)/)?([^/\s]+)", re.IGNORECASE)
_LEVELS = ("domains", "fields", "subfields")


class Kind(StrEnum):
    """What a record of OpenAlex is of; the others are not imported."""

    AUTHOR = "author"
    INSTITUTION = "institution"
    SOURCE = "source"
    TOPIC = "topic"
    WORK = "work"
    CONCEPT = "concept"
    FUNDER = "funder"
    PUBLISHER = "publisher"
    OTHER = "other"


_BY_LETTER = {
    "A": Kind.AUTHOR,
    "C": Kind.CONCEPT,
    "F": Kind.FUNDER,
    "I": Kind.INSTITUTION,
    "P": Kind.PUBLISHER,
    "S": Kind.SOURCE,
    "T": Kind.TOPIC,
    # Sources were called venues once.
    "V": Kind.SOURCE,
    "W": Kind.WORK,
}


def kind_of(id_: str) -> Kind:
    """Return what the record called `id_` is of."""
    if topic_code(id_) is not None:
        return Kind.TOPIC
    found = _ID.fullmatch(id_.strip())
    if found is None or found[1] == "keywords" or normalise(SOURCE, found[2]) is None:
        return Kind.OTHER
    return _BY_LETTER.get(found[2][0].upper(), Kind.OTHER)


def identifier(id_: str | None) -> Identifier | None:
    """Return the identifier of a work, person, institution or source; None for what stands for nothing."""
    value = normalise(SOURCE, id_) if id_ else None
    return Identifier(SOURCE, value) if value is not None and value not in DELETED else None


def topic_code(id_: str | int | None) -> str | None:
    """Return the code of a topic (`T10181`) or of what is above it (`subfields/1804`), None if it is none of them."""
    found = _ID.fullmatch(id_.strip()) if isinstance(id_, str) else None
    if found is None:
        return None
    if found[1] in _LEVELS:
        return f"{found[1]}/{found[2]}" if found[2].isdecimal() else None
    code = normalise(SOURCE, found[2])
    return code if code is not None and code.startswith("T") and found[1] in (None, "topics") else None

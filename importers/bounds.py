"""Names, titles and identifiers that are too long for the indexes of the graph: nobody's true ones are."""

import re
from collections.abc import Iterator

import msgspec

from graphdb.text import fold
from importers.inputs import Input
from importers.records import Record, Rejected, ResearcherEntry, WorkRecord
from importers.rejection import rejected

LONGEST = 4_000
"""Bytes of UTF-8; an index of Neo4j takes 8,167 for all properties of an entry together."""
_LONGEST_FOLDED = 7_500
_SURELY_SHORT = 500
"""Characters of a text that reaches no bound, folded or not."""

_INDEXED = {
    "name": "name",
    "preferred_name": "name",
    "plain_title": "title",
    "value": "identifier",
    "code": "topic's code",
    "key": "key",
}
"""What is looked up by the whole of it: field of a record, and what people call it."""
_MAYBE_LONG = re.compile(rb'(?:"(?:%b)":|\["[^"]*",)"(?:[^"\\]|\\.){%d}' % ("|".join(_INDEXED).encode(), _SURELY_SHORT))
"""Such a field in a record as JSON, or the value of an identifier, that may be too long: next to no record has one."""


def within_bounds(record: Record | Rejected, file: Input) -> Record | Rejected:
    """Return `record`, or why it cannot be used."""
    if isinstance(record, Rejected):
        return record
    raw = msgspec.json.encode(record)
    if _MAYBE_LONG.search(raw) is None:
        return record
    for field, text in _indexed(record):
        if len(text) > _SURELY_SHORT:
            size = len(text.encode())
            if size > LONGEST or len(fold(text).encode()) > _LONGEST_FOLDED:
                key = record.key if isinstance(record, WorkRecord | ResearcherEntry) else ""
                place = f"record {key[:100]}" if key else "a record"
                reason = f"a {_INDEXED[field]} in it has {size:,} bytes, which is too long; {LONGEST:,} are the most"
                return rejected(file, place, reason, raw)
    return record


def _indexed(struct: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """The fields of a record, and of what it holds, that are in an index."""
    for field in struct.__struct_fields__:
        value = getattr(struct, field)
        if isinstance(value, str):
            if field in _INDEXED:
                yield field, value
        elif isinstance(value, msgspec.Struct):
            yield from _indexed(value)
        elif isinstance(value, tuple):
            for each in value:
                if isinstance(each, msgspec.Struct):
                    yield from _indexed(each)

"""The institutions of the demo's affiliations: which are meant by what is printed, looked up by hand."""

from functools import cache
from pathlib import Path

import msgspec

from graphdb.text import fold
from importers.records import Identifier, InstitutionRecord

_TABLE = Path(__file__).with_name("institutions.jsonl")


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    spellings: tuple[str, ...]
    """Each way it is printed in the demo's works, departments and places included."""
    country: str
    type: str
    city: str | None = None
    ror: str | None = None


def institutions_of(printed: str) -> tuple[InstitutionRecord, ...]:
    """Return the institutions that an affiliation names, several of them separated by `; `, in its order, each once.

    A part that names no institution (a department by itself, a fellowship) has none.
    """
    table = _by_spelling()
    return tuple(dict.fromkeys(each for part in printed.split("; ") for each in table.get(part, ())))


@cache
def _by_spelling() -> dict[str, tuple[InstitutionRecord, ...]]:
    table: dict[str, tuple[InstitutionRecord, ...]] = {}
    for entry in msgspec.json.Decoder(_Entry).decode_lines(_TABLE.read_bytes()):
        named = Identifier("name", fold(entry.name))
        institution = InstitutionRecord(
            name=entry.name,
            identifiers=(Identifier("ror", entry.ror), named) if entry.ror else (named,),
            country=entry.country,
            city=entry.city,
            type=entry.type,
        )
        for spelling in entry.spellings:
            table[spelling] = (*table.get(spelling, ()), institution)
    return table

"""Reads the dumps of the Research Organization Registry."""

import os
from collections.abc import Iterable, Iterator

from importers.errors import FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input
from importers.json_records import first_members, json_records
from importers.records import Record, Rejected
from importers.ror.mapping import SOURCE, Organization, is_organization, records_of

_WITHIN = ("items",)


class Ror:
    """The registry's dumps and API answers, of version 1 or 2 of its schema."""

    name = "ror"
    source = SOURCE
    title = "ROR JSON"
    suffixes = (".json", ".jsonl")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether the first object has a ROR id and names."""
        return is_organization(first_members(head, _WITHIN))

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the JSON files at `paths`; a dump is published as a zip archive."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield an institution a record, or a merged id.

        Raises:
            FileRefused: The first record is none of ROR.
            FileCutShort: After the records before the place where the file breaks off or is no JSON any more.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}: its first record has no ROR id with names")
        yield from json_records(file, Organization, records_of, _WITHIN)

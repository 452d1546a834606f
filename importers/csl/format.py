"""Reads CSL-JSON, the format of citation processors, one item at a time."""

import os
from collections.abc import Iterable, Iterator

from importers.csl.mapping import SOURCE, CslItem, is_item, item_works
from importers.errors import FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input
from importers.json_records import first_members, json_records
from importers.records import Record, Rejected

# Zotero's API answers so.
_WITHIN = ("items",)


class Csl:
    """CSL-JSON: a list of items, a single one, one a line, or an answer of Zotero's."""

    name = "csl"
    source = SOURCE
    title = "CSL-JSON"
    suffixes = (".json", ".jsonl", ".csljson")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether the first object has a type of CSL's and fields of an item."""
        return is_item(first_members(head, _WITHIN))

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the JSON files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield a work an item.

        Raises:
            FileRefused: The first object is no item.
            FileCutShort: After the items before the place where the file breaks off or is no JSON any more.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}: its first object has no type and fields of an item")
        yield from json_records(file, CslItem, item_works, _WITHIN)

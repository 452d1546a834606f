"""Reads arXiv's metadata as JSON, one paper a line: the official snapshot, and the shape of the daily lists."""

import os
from collections.abc import Iterable, Iterator

from graphdb.identifiers import normalise
from importers.arxiv.works import SOURCE
from importers.arxiv_json.mapping import Line, work_of
from importers.errors import FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input
from importers.json_records import first_objects, json_records
from importers.records import Record, Rejected


class ArxivJson:
    """arXiv's metadata snapshot, and lists of its API's answers, as JSON lines."""

    name = "arxiv-json"
    source = SOURCE
    title = "arXiv JSON lines"
    suffixes = (".jsonl", ".json", ".ndjson")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether one of the first lines is of a paper: an arXiv id, categories and a title."""
        return any(
            isinstance(id_ := members.get("id"), str)
            and normalise("arxiv", id_) is not None
            and {"categories", "title"} <= members.keys()
            for members in first_objects(head)
        )

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the JSON files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield one work a line; a paper may stand on several.

        Raises:
            FileRefused: None of the first lines is a paper of arXiv.
            FileCutShort: After the lines before the place where the file breaks off or becomes unreadable.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}: no line has an arXiv id, a title and categories")
        yield from json_records(file, Line, lambda line: (work_of(line),))

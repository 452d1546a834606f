"""Reads records of ORCID: single files, lines, and the archive of the public data file."""

import os
import re
from collections.abc import Iterable, Iterator
from typing import Any

from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input, StreamBrokenError
from importers.json_records import first_members, json_records
from importers.orcid.archive import MAX_RECORD, first_member, is_tar, members
from importers.orcid.mapping import SOURCE, records_of
from importers.orcid.trees import tree_of, tree_of_json, tree_of_xml
from importers.records import Record, Rejected
from importers.rejection import UnusableError, rejected
from importers.xml_elements import XmlBrokenError, XmlRefusedError

_ROOT = re.compile(rb"""<(?:[\w-]+:)?record\s[^>]*["']http://www\.orcid\.org/ns/record["']""")


class Orcid:
    """ORCID's records of people: XML or JSON of versions 2 and 3, one a file, and the tar archives that hold many."""

    name = "orcid"
    source = SOURCE
    title = "ORCID record"
    suffixes = (".xml", ".json", ".jsonl")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether `head` opens a record, or an archive whose first file is one."""
        return is_archive_of_records(head) or _is_record(head)

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the XML and JSON files at `paths`, and archives of records, each as one input."""
        return find(paths, self.suffixes, left_aside, is_archive_of_records)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield a researcher, or a merged id, for each record.

        Raises:
            FileRefused: The file is no record of ORCID and no archive of records.
            FileCutShort: After the records before the place where the file breaks off or becomes unreadable.
        """
        head = file.head()
        if not self.matches(head, file.name):
            raise FileRefused(file.name, f"it is no {self.title}")
        if is_tar(head):
            yield from _archive(file)
        elif head.lstrip().startswith(b"<"):
            yield from _xml(file)
        else:
            yield from json_records(file, dict[str, Any], lambda record: records_of(tree_of_json(record)))


def is_archive_of_records(head: bytes) -> bool:
    """Say whether a file that begins with `head` is a tar archive whose first file is a record."""
    return is_tar(head) and _is_record(first_member(head))


def _is_record(head: bytes) -> bool:
    if head.lstrip().startswith(b"<"):
        return _ROOT.search(head) is not None
    return "orcid-identifier" in first_members(head)


def _xml(file: Input) -> Iterator[Record | Rejected]:
    with file.open() as stream:
        try:
            raw = stream.read(MAX_RECORD + 1)
            if len(raw) > MAX_RECORD:
                raise FileRefused(file.name, f"it is longer than {MAX_RECORD:,} bytes")
            record = tree_of_xml(raw)
        except StreamBrokenError as error:
            raise FileCutShort(file.name, "line 1", str(error)) from error
        except XmlRefusedError as error:
            raise FileRefused(file.name, f"it is no {Orcid.title}: {error}") from error
        except XmlBrokenError as error:
            raise FileCutShort(file.name, f"line {error.line}", str(error)) from error
    try:
        found = tuple(records_of(record))
    except UnusableError as error:
        yield rejected(file, "line 1", str(error), raw)
    else:
        yield from found


def _archive(file: Input) -> Iterator[Record | Rejected]:
    last = "its beginning"
    with file.open() as stream:
        try:
            for name, raw in members(stream):
                last = name
                yield from _member(file, name, raw)
        except StreamBrokenError as error:
            raise FileCutShort(file.name, f"after {last}", str(error)) from error


def _member(file: Input, name: str, raw: bytes | None) -> Iterator[Record | Rejected]:
    if raw is None:
        yield rejected(file, name, f"it is longer than {MAX_RECORD:,} bytes", "")
        return
    try:
        found = tuple(records_of(tree_of(raw)))
    except UnusableError as error:
        yield rejected(file, name, str(error), raw)
    else:
        yield from found

"""Reads RIS files, one reference at a time."""

import io
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import rispy

from importers import inputs
from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import MAX_LINE, Input, StreamBrokenError
from importers.records import Record, Rejected
from importers.rejection import UnusableError, rejected
from importers.ris.mapping import SOURCE, Reference, reference_work

_BEGINNING = re.compile(rb"^TY  ?-(?: |\r?$)", re.MULTILINE)
_TAG = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?\Z", re.DOTALL)
# Some programs write one blank where the format has two; where they do, they do it everywhere.
_NARROW_TAG = re.compile(r"([A-Z][A-Z0-9]) -(?: (.*))?\Z", re.DOTALL)
_OTHER_FORMATS = (b"<", b"{", b"[")


class Ris:
    """References in RIS, as reference managers and publishers export them."""

    name = "ris"
    source = SOURCE
    title = "RIS"
    suffixes = (".ris",)

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether a line in `head` gives the type of a reference, with which each begins."""
        return not head.lstrip().startswith(_OTHER_FORMATS) and _BEGINNING.search(head) is not None

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the RIS files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield a work a reference.

        Raises:
            FileRefused: No reference begins in the file.
            FileCutShort: After the references before the place where the file breaks off or becomes unreadable.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}: no line begins with `TY  - `")
        if b"\r" in file.head() and b"\n" not in file.head():
            what_to_do = "write them anew, for instance with: tr '\\r' '\\n'"
            raise FileRefused(file.name, f"its lines end in carriage returns alone: {what_to_do}")
        beginning = _BEGINNING.search(file.head())
        tag = _NARROW_TAG if beginning is not None and b"  " not in beginning[0] else _TAG
        last = "line 1"
        with file.open() as stream:
            try:
                for lines in _references(stream, tag):
                    last = lines.place
                    if lines.is_cut:
                        raise FileCutShort(file.name, lines.place, "the file ends before this reference does")
                    yield _record(file, lines)
            except StreamBrokenError as error:
                raise FileCutShort(file.name, f"after {last}", str(error)) from error


@dataclass(slots=True)
class _Lines:
    """The lines of one reference, each with those that go on with it."""

    place: str
    tagged: list[str] = field(default_factory=list)
    size: int = 0
    problem: str = ""
    is_cut: bool = False

    def add(self, raw: bytes | None, tag: re.Pattern[str]) -> str:
        """Take the next line and return its tag; "" for one that goes on with the line before it."""
        self.size += len(raw) if raw is not None else MAX_LINE + 1
        if raw is None or self.size > MAX_LINE:
            self.problem = f"it is longer than {MAX_LINE:,} bytes"
            self.tagged.clear()
            return ""
        try:
            line = raw.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            self.problem = f"it is not valid UTF-8 at byte {error.start} of a line"
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
        found = tag.match(line)
        if found is not None:
            self.tagged.append(f"{found[1]}  - {found[2] or ''}")
            return found[1]
        if self.tagged:
            self.tagged[-1] += f"\n{line}"
        return ""


def _references(stream: io.BufferedReader, tag: re.Pattern[str]) -> Iterator[_Lines]:
    lines: _Lines | None = None
    for number, raw in inputs.lines(stream):
        if raw is not None and _BEGINNING.match(raw):
            # Whoever forgets to end a reference begins the next one all the same.
            if lines is not None:
                yield lines
            lines = _Lines(f"line {number}")
        if lines is not None and lines.add(raw, tag) == "ER":
            yield lines
            lines = None
    if lines is not None:
        lines.is_cut = True
        yield lines


def _record(file: Input, lines: _Lines) -> Record | Rejected:
    raw = "\n".join(lines.tagged)
    try:
        if lines.problem:
            raise UnusableError(lines.problem)
        # A tag `UK` would take the place where rispy keeps those that it does not know.
        ended = (*(each for each in lines.tagged if not each.startswith(("ER", "UK"))), "ER  - ")
        # Fields that may not be repeated are, in what people export: all of them are kept.
        found = rispy.RisParser(enforce_list_tags=False).parse_lines(cast(Any, iter(ended)))
        return reference_work(Reference(found[0]))
    except UnusableError as error:
        return rejected(file, lines.place, str(error), raw)

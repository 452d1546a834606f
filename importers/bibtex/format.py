"""Reads BibTeX and BibLaTeX files, one entry at a time."""

import os
import re
from collections.abc import Iterable, Iterator

from importers.bibliography.types import BIBTEX
from importers.bibtex.entries import BibtexEntry, UnreadableEntry, entries
from importers.bibtex.inheritance import Inheritance
from importers.bibtex.mapping import NO_WORKS, SOURCE, entry_work
from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input, StreamBrokenError
from importers.records import Record, Rejected
from importers.rejection import UnusableError, rejected

# `@article{key, field =`, `@string{name = `, `@comment{`, at the start of a line. Only types that are known may have a
# parenthesis: `@open(0, mode=` is a decorator in Python.
_TYPES = "|".join((*BIBTEX, "misc", "online")).encode()
_ENTRY = re.compile(
    rb"""^[ \t]*@(?:(?:comment|preamble)[ \t]*\{"""
    rb"""|string[ \t]*[{(]\s*[\w:.+-]+\s*="""
    rb"""|(?:\w+[ \t]*\{|(?:%b)[ \t]*\()\s*[^\s,{}()"=\#%%]*\s*,\s*[\w-]+\s*=)""" % _TYPES,
    re.MULTILINE | re.IGNORECASE,
)
_OTHER_FORMATS = (b"<", b"{", b"[")


class Bibtex:
    """Bibliographies in BibTeX or BibLaTeX."""

    name = "bibtex"
    source = SOURCE
    title = "BibTeX"
    suffixes = (".bib", ".bibtex")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether a line in `head` begins an entry."""
        return not head.lstrip().startswith(_OTHER_FORMATS) and _ENTRY.search(head) is not None

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the BibTeX files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield a work an entry; one that inherits from an entry after it comes after that.

        Raises:
            FileRefused: No line begins an entry.
            FileCutShort: After the entries before the place where the file breaks off or becomes unreadable.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}: no line begins an entry")
        waiting = Inheritance()
        cut: FileCutShort | None = None
        with file.open() as stream:
            place = "line 1"
            try:
                for found in entries(stream):
                    place = found.place
                    if isinstance(found, BibtexEntry):
                        yield from (_record(file, entry) for entry in waiting.add(found) if entry.type not in NO_WORKS)
                    elif found.is_cut:
                        cut = FileCutShort(file.name, found.place, "the file ends in the middle of this entry")
                    else:
                        yield _rejected(file, found)
            except StreamBrokenError as error:
                cut = FileCutShort(file.name, f"after {place}", str(error))
        yield from (_record(file, entry) for entry in waiting.rest())
        if cut is not None:
            raise cut


def _record(file: Input, entry: BibtexEntry) -> Record | Rejected:
    try:
        return entry_work(entry)
    except UnusableError as error:
        return rejected(file, entry.place, str(error), entry.raw)


def _rejected(file: Input, found: UnreadableEntry) -> Rejected:
    return rejected(file, found.place, found.reason, found.raw)

"""Reads the citation pairs of the ACL Anthology Network: one `citing , cited` or `citing ==> cited` a line."""

import os
import re
from collections.abc import Iterable, Iterator

from graphdb.identifiers import normalise
from importers import inputs
from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import MAX_LINE, Input, StreamBrokenError
from importers.records import CitationRecord, Identifier, Record, Rejected

_PAIR = re.compile(r"\s*(\S+?)\s*(?:,|==>|\t)\s*(\S+)\s*")
_RAW_SIZE = 10_000


class AanCitations:
    """The ACL Anthology Network's list of who cites whom, by Anthology ids."""

    name = "aan"
    source = "aan"
    title = "ACL Anthology Network citation pairs"
    suffixes = (".txt",)

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether one of the first lines is a pair of Anthology ids."""
        lines = head.decode("utf-8", "replace").splitlines()[:100]
        return any(not isinstance(_citation(line), str) for line in lines)

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the text files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield one citation a line; blank lines and lines that start with `#` say nothing.

        Raises:
            FileRefused: None of the first lines is a pair of Anthology ids.
            FileCutShort: After the lines before the place where the file becomes unreadable.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}: no line reads `citing , cited`")
        number = 0
        with file.open() as stream:
            try:
                for number, raw in inputs.lines(stream):
                    if raw is None:
                        yield Rejected(file.name, f"line {number}", f"it is longer than {MAX_LINE:,} bytes", "")
                        continue
                    text = raw.decode("utf-8", "replace").strip()
                    if not text or text.startswith("#"):
                        continue
                    citation = _citation(text)
                    if isinstance(citation, str):
                        yield Rejected(file.name, f"line {number}", citation, text[:_RAW_SIZE])
                    else:
                        yield citation
            except StreamBrokenError as error:
                raise FileCutShort(file.name, f"line {number + 1}", str(error)) from error


def _citation(line: str) -> CitationRecord | str:
    """Return the citation of a line, or what is wrong with the line."""
    pair = _PAIR.fullmatch(line)
    if pair is None:
        return "it does not read `citing , cited` or `citing ==> cited`"
    citing, cited = normalise("acl", pair[1]), normalise("acl", pair[2])
    if citing is None or cited is None:
        return f"{pair[1] if citing is None else pair[2]!r} is no ACL Anthology id"
    return CitationRecord("aan", Identifier("acl", citing), Identifier("acl", cited))

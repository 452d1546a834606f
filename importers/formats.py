"""The formats that can be imported, by name, and which of them a file is of."""

import os
from collections.abc import Iterable, Iterator
from typing import Protocol

from importers.aan.format import AanCitations
from importers.acl.format import AclAnthology
from importers.arxiv_atom.format import ArxivAtom
from importers.arxiv_json.format import ArxivJson
from importers.arxiv_oai.format import ArxivOai
from importers.bibtex.format import Bibtex
from importers.crossref.format import Crossref
from importers.csl.format import Csl
from importers.dblp.format import Dblp
from importers.demo.format import Demo
from importers.errors import FileRefused
from importers.finding import LeftAside, find, log_left_aside
from importers.inputs import Input, refused
from importers.openalex.format import OpenAlex
from importers.openalex.snapshot import without_stale
from importers.orcid.format import Orcid, is_archive_of_records
from importers.records import Record, Rejected
from importers.ris.format import Ris
from importers.ror.format import Ror
from importers.s2.format import SemanticScholar


class Format(Protocol):
    """How files of one format are found, known and read."""

    @property
    def name(self) -> str:
        """What the format is called on the command line."""
        ...

    @property
    def source(self) -> str:
        """Whose word the records are: the `source` of each of them."""
        ...

    @property
    def title(self) -> str:
        """What the format is called in messages."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How its files are called, in lower case; `.gz` may follow. Empty: the format brings its own data."""
        ...

    def matches(self, head: bytes, name: str, /) -> bool:
        """Say whether the file called `name`, whose first unpacked bytes are `head`, is of this format."""
        ...

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the inputs at `paths`: files, archives, folders or `-`. What is wrong with one shows in `read`."""
        ...

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield the records of `file` in its order, holding one at a time.

        Raises:
            FileRefused: Before the first record: the file cannot be opened or is not of this format.
            FileCutShort: After the records before the place where the file breaks off or becomes unreadable.
        """
        ...


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        ArxivJson(),
        ArxivAtom(),
        ArxivOai(),
        OpenAlex(),
        Crossref(),
        AclAnthology(),
        AanCitations(),
        Dblp(),
        Orcid(),
        Ror(),
        SemanticScholar(),
        Bibtex(),
        Ris(),
        Csl(),
        Demo(),
    )
}


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def detect(file: Input) -> Format:
    """Return the format that `file` is of.

    Raises:
        FileRefused: No format knows the file, or it cannot be opened.
    """
    head = file.head()
    found = next((each for each in FORMATS.values() if each.matches(head, file.name)), None)
    if found is None:
        if head.startswith(_UTF_16):
            raise FileRefused(file.name, "it is UTF-16, not UTF-8: `iconv -f utf-16 -t utf-8` converts it")
        if file.opens_once and head[257:262] == b"ustar":
            raise FileRefused(
                file.name, "it is a tar archive, of which only ORCID's can be piped: name the file itself"
            )
        choices = ", ".join(name for name, each in FORMATS.items() if each.suffixes)
        raise FileRefused(file.name, f"its format is not known; if it is one of these, name it: {choices}")
    return found


def files_of(
    chosen: Format | None, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None
) -> list[Input]:
    """Return the inputs at `paths` that are to be read as `chosen`, or each as what `detect` says it is (None).

    What was found in a folder or an archive is left aside where it is plainly not wanted: with a format chosen, when
    another one knows it; without, when none does. A file that was named is never left aside: reading it says why not.
    Where nothing is wanted of all that was found, there is one input, which refuses to open.
    """
    paths = list(paths)
    told = left_aside if left_aside is not None else log_left_aside
    if chosen is not None:
        found = chosen.files(paths, told)
    else:
        suffixes = dict.fromkeys(suffix for each in FORMATS.values() for suffix in each.suffixes)
        found = without_stale(find(paths, tuple(suffixes), told, is_archive_of_records), told)
    kept = []
    for file in found:
        reason = None if file.was_named else _unwanted(file, chosen)
        if reason is None:
            kept.append(file)
        else:
            told(file.name, reason)
    if found and not kept:
        nothing = f"none of the files is {chosen.title}" if chosen is not None else "no format knows any of the files"
        return [refused(", ".join(str(os.fspath(path)) for path in paths), nothing)]
    return kept


def files_of_any_format(paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
    """Return the inputs at `paths` for `detect`."""
    return files_of(None, paths, left_aside)


def _unwanted(file: Input, chosen: Format | None) -> str | None:
    try:
        head = file.head()
    except FileRefused:
        return None
    if chosen is not None and chosen.matches(head, file.name):
        return None
    known = next((each for each in FORMATS.values() if each.matches(head, file.name)), None)
    if chosen is None:
        return None if known is not None else "no format knows it"
    return None if known is None else f"it is {known.title}"

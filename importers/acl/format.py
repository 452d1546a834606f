"""Reads the XML files of the ACL Anthology, one paper at a time."""

import os
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from importers.acl.mapping import SOURCE, NotAWorkError, VolumeContext, work_of
from importers.acl.people import LISTS, People, people_of
from importers.acl.venues import Volume, venue_of
from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input, StreamBrokenError
from importers.records import Record, Rejected
from importers.text import fold_space
from importers.xml_elements import XmlBrokenError, XmlRefusedError, elements, release

_ROOT = re.compile(rb"<collection\s[^>]*\bid\s*=")
_YEAR = re.compile(r"(?:1[89]|20)\d{2}")
_RAW_SIZE = 10_000


class AclAnthology:
    """The ACL Anthology's XML: a file is a collection of volumes of papers; `yaml/` beside `xml/` says who is who."""

    name = "acl"
    source = SOURCE
    title = "ACL Anthology XML"
    suffixes = (".xml",)

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether `head` opens a collection with an id; how the file is called does not matter."""
        return _ROOT.search(head) is not None

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the XML files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield the papers of a collection; its front matter and events are no works.

        Raises:
            FileRefused: Before the first paper: no Anthology XML, or entities are declared in it.
            FileCutShort: After the papers before the place where the XML breaks.
        """
        sidecar = next((found for name in LISTS if (found := file.beside(name)) is not None), None)
        try:
            people = people_of(sidecar)
        except StreamBrokenError as error:
            raise FileRefused(file.name, f"{sidecar.name if sidecar else ''} cannot be read: {error}") from error
        collection = _Collection(file, people)
        with file.open() as stream:
            try:
                for event, element in elements(stream, "collection", ("volume", "meta", "paper")):
                    if event == "start":
                        collection.enter(element)
                    elif element.tag == "meta":
                        collection.describe(element)
                    elif element.tag == "paper":
                        yield collection.work(element)
                        release(element)
                    elif element.tag == "volume":
                        release(element)
            except XmlRefusedError as error:
                raise FileRefused(file.name, f"it is not {self.title}: {error}") from error
            except XmlBrokenError as error:
                raise FileCutShort(file.name, f"line {error.line}", str(error)) from error


class _Collection:
    """Where the reading of a collection stands: its volume, and what the papers before have used up."""

    def __init__(self, file: Input, people: People) -> None:
        self._file = file
        self._people = people
        self._id = ""
        self._volume = ""
        self._context: VolumeContext | None = None
        self._dois: set[str] = set()
        self._numbers: set[str] = set()

    def enter(self, element: etree._Element) -> None:
        if element.tag == "collection":
            self._id = element.get("id", "")
            if not self._id:
                raise XmlRefusedError("the collection has no id")
        elif element.tag == "volume":
            self._volume = element.get("id", "")
            self._context = None
            self._numbers.clear()

    def describe(self, meta: etree._Element) -> None:
        parent = meta.getparent()
        # An event has a <meta> too, which is not about papers.
        if parent is not None and parent.tag == "volume":
            self._context = _context(meta, parent.get("type") == "journal", self._id, self._volume, self._file)

    def work(self, paper: etree._Element) -> Record | Rejected:
        number = paper.get("id", "")
        try:
            if self._context is None:
                raise NotAWorkError("no <meta> stands before it in its volume")
            if number in self._numbers:
                raise NotAWorkError("its id stands twice in the volume")
            work = work_of(paper, self._context, self._people, self._dois)
        except NotAWorkError as error:
            raw = str(etree.tostring(paper, encoding="unicode", with_tail=False))
            return Rejected(self._file.name, f"volume {self._volume} paper {number}", str(error), raw[:_RAW_SIZE])
        self._numbers.add(number)
        return work


def _context(meta: etree._Element, is_journal: bool, collection: str, volume: str, file: Input) -> VolumeContext:
    journal_title = meta.find("journal-title")
    title = meta.find("booktitle") if journal_title is None else journal_title
    year = fold_space(meta.findtext("year") or "")
    described = Volume(
        collection=collection,
        venue_ids=tuple(text for each in meta.iterchildren("venue") if (text := (each.text or "").strip())),
        title=fold_space("".join(map(str, title.itertext()))) if title is not None else "",
        is_journal=is_journal,
    )
    return VolumeContext(
        collection=collection,
        volume=volume,
        year=int(year) if _YEAR.fullmatch(year) else None,
        venue=venue_of(described, file),
        is_journal=is_journal,
    )

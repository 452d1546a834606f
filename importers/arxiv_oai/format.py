"""Reads what arXiv gives to harvesters by OAI-PMH, one record at a time."""

import os
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from importers.arxiv.works import SOURCE
from importers.arxiv_oai.mapping import work_of
from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input
from importers.records import Record, Rejected
from importers.rejection import UnusableError, rejected
from importers.text import fold_space
from importers.xml_elements import XmlBrokenError, XmlRefusedError, elements, local_name, release, root_name

_ROOTS = ("OAI-PMH", "ListRecords", "GetRecord", "record")
_OF_ARXIV = re.compile(rb"oai:arXiv\.org:|arxiv\.org/(?:OAI/|oai2?\b)", re.IGNORECASE)
_NAMESPACES = {
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_NOTHING_FOUND = "noRecordsMatch"


class ArxivOai:
    """arXiv's OAI-PMH answers, with its own metadata (arXiv, arXivRaw) or Dublin Core."""

    name = "arxiv-oai"
    source = SOURCE
    title = "OAI-PMH of arXiv"
    suffixes = (".xml",)

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether `head` opens an answer or a record, and names arXiv's archive."""
        return root_name(head) in _ROOTS and _OF_ARXIV.search(head) is not None

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the XML files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield the papers of an answer, or of a record that was kept by itself.

        Raises:
            FileRefused: Before the first paper: no OAI-PMH of arXiv, an answer that is an error, or entities are
                declared in it.
            FileCutShort: After the papers before the place where the XML breaks.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}")
        number = 0
        roots = tuple(f"{{*}}{name}" for name in _ROOTS)
        with file.open() as stream:
            try:
                for event, element in elements(stream, roots, ("{*}error",), _NAMESPACES):
                    if event == "start":
                        continue
                    if local_name(element) == "error" and element.get("code") != _NOTHING_FOUND:
                        said = fold_space(element.text or "")
                        raise FileRefused(file.name, f"arXiv answered with an error: {element.get('code')} {said}")
                    if local_name(element) == "record":
                        number += 1
                        yield _record(file, number, element)
                        release(element)
            except XmlRefusedError as error:
                raise FileRefused(file.name, f"it is not {self.title}: {error}") from error
            except XmlBrokenError as error:
                raise FileCutShort(file.name, f"line {error.line}", str(error)) from error


def _record(file: Input, number: int, record: etree._Element) -> Record | Rejected:
    try:
        return work_of(record)
    except UnusableError as error:
        name = fold_space(record.findtext("{*}header/{*}identifier") or "")
        raw = str(etree.tostring(record, encoding="unicode", with_tail=False))
        return rejected(file, f"record {number} {name}".rstrip(), str(error), raw)

"""Reads Crossref's works: its API's answers and dumps as JSON, and its XML."""

import os
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from importers.crossref.relations import SOURCE
from importers.crossref.shapes import Work
from importers.crossref.works import records_of
from importers.crossref.xml_works import PARTS, WHOLES, of_part, of_whole
from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input
from importers.json_records import first_objects, json_records
from importers.records import Record, Rejected
from importers.rejection import UnusableError, rejected
from importers.text import fold_space
from importers.xml_elements import XmlBrokenError, XmlRefusedError, elements, local_name, root_name

_WITHIN = ("message.items", "items", "message")
_OWN_ROOTS = ("doi_records", "doi_record", "crossref_result", "crossref", "doi_batch")
# Harvesters get and keep records of every archive under these.
_COMMON_ROOTS = ("OAI-PMH", "ListRecords", "GetRecord", "record")
_OF_CROSSREF = re.compile(rb"<(?:\w+:)?crossref[\s>]|www\.crossref\.org/(?:xschema|qrschema|schema)/|info:doi/")
_NAMESPACES = {
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "ai": "http://www.crossref.org/AccessIndicators.xsd",
    "fr": "http://www.crossref.org/fundref.xsd",
    "rel": "http://www.crossref.org/relations.xsd",
    "ct": "http://www.crossref.org/clinicaltrials.xsd",
    "xlink": "http://www.w3.org/1999/xlink",
}
# An answer about one DOI, and what Crossref says in the place of a work.
_ANSWER, _ERROR = "query", "error"


class Crossref:
    """Crossref's works as JSON or XML."""

    name = "crossref"
    source = SOURCE
    title = "works of Crossref"
    suffixes = (".json", ".jsonl", ".ndjson", ".xml")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether `head` opens Crossref's XML, or one of the first objects is a work as its API has them.

        A citation in CSL-JSON looks much the same, but has one title and not a list of them.
        """
        if _is_xml(head):
            root = root_name(head)
            return root in _OWN_ROOTS or (root in _COMMON_ROOTS and _OF_CROSSREF.search(head) is not None)
        return any(
            isinstance(members.get("DOI"), str)
            and isinstance(members.get("title") or [], list)
            and isinstance(members.get("container-title") or [], list)
            and not members.keys().isdisjoint(("title", "container-title", "prefix", "member", "indexed"))
            for members in first_objects(head, _WITHIN)
        )

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the JSON and XML files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield the works of a file; journals, issues and parts of works are rejected.

        Raises:
            FileRefused: Before the first work: nothing of Crossref's, or entities are declared in the XML.
            FileCutShort: After the works before the place where the file breaks off or becomes unreadable.
        """
        head = file.head()
        if not self.matches(head, file.name):
            raise FileRefused(file.name, f"they are not {self.title}, neither as JSON nor as XML")
        if _is_xml(head):
            yield from _xml_records(file, self.title)
        else:
            yield from json_records(file, Work, records_of, _WITHIN)


def _is_xml(head: bytes) -> bool:
    return head.lstrip().startswith(b"<")


def _xml_records(file: Input, title: str) -> Iterator[Record | Rejected]:
    roots = tuple(f"{{*}}{name}" for name in (*_OWN_ROOTS, *_COMMON_ROOTS))
    names = tuple(f"{{*}}{name}" for name in (*PARTS, *WHOLES, _ANSWER, _ERROR))
    reading = _XmlReading(file)
    with file.open() as stream:
        try:
            for event, element in elements(stream, roots, names, _NAMESPACES):
                if event == "start":
                    reading.enter(element)
                else:
                    yield from reading.leave(element)
        except XmlRefusedError as error:
            raise FileRefused(file.name, f"they are not {title}: {error}") from error
        except XmlBrokenError as error:
            raise FileCutShort(file.name, f"line {error.line}", str(error)) from error


class _XmlReading:
    """Where the reading of Crossref's XML stands: how many works the elements that are open have given."""

    def __init__(self, file: Input) -> None:
        self._file = file
        self._number = 0
        self._given: list[int] = []

    def enter(self, element: etree._Element) -> None:
        if local_name(element) in WHOLES or local_name(element) == _ANSWER:
            self._given.append(self._number)

    def leave(self, element: etree._Element) -> Iterator[Record | Rejected]:
        name = local_name(element)
        if name in PARTS:
            yield from self._records(element, of_part(element))
            _drop(element)
        elif name in WHOLES:
            is_deposit = next(element.iterancestors("{*}doi_batch"), None) is not None
            whole = of_whole(element)
            # With a chapter comes its book, which nobody asked for; in a deposit both are news.
            if self._given.pop() == self._number or (is_deposit and whole.doi and name != "journal"):
                yield from self._records(element, whole)
            _drop(element)
        elif name == _ANSWER:
            if self._given.pop() == self._number:
                said = fold_space("".join(map(str, element.itertext())))
                yield self._rejected(element, f"Crossref has no work for it ({element.get('status')}): {said}")
            _drop(element)
        elif name == _ERROR:
            yield self._rejected(element, f"Crossref says: {fold_space(element.text or '')}")
        elif name in ("doi_record", "record"):
            _drop(element)

    def _records(self, element: etree._Element, work: Work) -> Iterator[Record | Rejected]:
        try:
            records = records_of(work)
        except UnusableError as error:
            yield self._rejected(element, str(error), work.doi)
            return
        self._number += 1
        yield from records

    def _rejected(self, element: etree._Element, reason: str, doi: str = "") -> Rejected:
        self._number += 1
        raw = str(etree.tostring(element, encoding="unicode", with_tail=False))
        return rejected(self._file, f"work {self._number} {doi}".rstrip(), reason, raw)


def _drop(element: etree._Element) -> None:
    """Drop an element that has been used, and leave what stands beside it to the works that follow."""
    parent = element.getparent()
    element.clear()
    if parent is not None:
        parent.remove(element)

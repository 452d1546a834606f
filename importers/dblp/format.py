"""Reads DBLP's XML, one record at a time."""

import os
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from importers.dblp.characters import with_numbered_characters
from importers.dblp.homonyms import shared_names
from importers.dblp.mapping import WORKS, work_of
from importers.dblp.people import SOURCE, is_person, person_of
from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input
from importers.records import Record, Rejected
from importers.rejection import UnusableError, rejected
from importers.xml_elements import XmlBrokenError, XmlRefusedError, elements, release

# The dump and single records, a person's page, and the contents of a volume.
_ROOTS = ("dblp", "dblpperson", "bht")
_ROOT = re.compile(rb"<(?:!DOCTYPE\s+)?(?:%b)[\s>]" % "|".join(_ROOTS).encode())
_RECORDS = (*WORKS, "person")


class Dblp:
    """DBLP's dump, and the XML of its pages and records: publications, and the home pages that say who is who."""

    name = "dblp"
    source = SOURCE
    title = "DBLP XML"
    suffixes = (".xml",)

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether `head` is XML that opens with one of DBLP's root elements or its document type."""
        return head.lstrip().startswith(b"<") and _ROOT.search(head) is not None

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the XML files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield a work for each publication and a researcher, or a merged id, for each home page.

        A file is read twice, first for the names of several people; `importers.dblp.homonyms` says why.

        Raises:
            FileRefused: Before the first record: no DBLP XML, or entities are declared in it.
            FileCutShort: After the records before the place where the XML breaks.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}: its root element is none of DBLP's")
        unresolved = shared_names(file)
        with file.open() as packed, with_numbered_characters(packed) as stream:
            try:
                for event, element in elements(stream, _ROOTS, _RECORDS):
                    if event == "end" and element.tag not in _ROOTS:
                        record = _record(file, element, unresolved)
                        if record is not None:
                            yield record
                        release(element)
            except XmlRefusedError as error:
                raise FileRefused(file.name, f"it is not {self.title}: {error}") from error
            except XmlBrokenError as error:
                raise FileCutShort(file.name, f"line {error.line}", str(error)) from error


def _record(file: Input, element: etree._Element, unresolved: frozenset[str]) -> Record | Rejected | None:
    try:
        unknown = next(element.iter(etree.Entity), None)
        if unknown is not None:
            raise UnusableError(f"{unknown.text} is the name of no character")
        return person_of(element) if is_person(element) else work_of(element, unresolved)
    except UnusableError as error:
        raw = str(etree.tostring(element, encoding="unicode", with_tail=False))
        return rejected(file, f"record {element.get('key', '')}", str(error), raw)

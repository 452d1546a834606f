"""Reads arXiv's Atom feeds, the answers of its API and the lists of each day, one entry at a time."""

import os
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from importers.arxiv.works import SOURCE
from importers.arxiv_atom.mapping import work_of
from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input
from importers.records import Record, Rejected
from importers.rejection import UnusableError, rejected
from importers.xml_elements import XmlBrokenError, XmlRefusedError, elements, release, root_name

_ATOM = b"http://www.w3.org/2005/Atom"
_OF_ARXIV = re.compile(rb"arxiv\.org/(?:api/|abs/|atom/|schemas/atom)")
_NAMESPACES = {"arxiv": "http://arxiv.org/schemas/atom", "opensearch": "http://a9.com/-/spec/opensearch/1.1/"}


class ArxivAtom:
    """Feeds of arXiv, from its API or of the papers of a day: entries, each of one paper."""

    name = "arxiv-atom"
    source = SOURCE
    title = "an Atom feed of arXiv"
    suffixes = (".xml", ".atom")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether `head` opens an Atom feed that names arXiv's API, its feeds or a paper of arXiv."""
        return root_name(head) in ("feed", "entry") and _ATOM in head and _OF_ARXIV.search(head) is not None

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the feeds at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield the papers of a feed.

        Raises:
            FileRefused: Before the first paper: no feed of arXiv, or entities are declared in it.
            FileCutShort: After the papers before the place where the XML breaks.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}")
        number = 0
        with file.open() as stream:
            try:
                for event, element in elements(stream, ("{*}feed", "{*}entry"), (), _NAMESPACES):
                    if event == "end" and element.tag == "{http://www.w3.org/2005/Atom}entry":
                        number += 1
                        try:
                            yield work_of(element)
                        except UnusableError as error:
                            raw = str(etree.tostring(element, encoding="unicode", with_tail=False))
                            yield rejected(file, f"entry {number}", str(error), raw)
                        release(element)
            except XmlRefusedError as error:
                raise FileRefused(file.name, f"it is not {self.title}: {error}") from error
            except XmlBrokenError as error:
                raise FileCutShort(file.name, f"line {error.line}", str(error)) from error

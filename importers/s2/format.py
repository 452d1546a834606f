"""Reads what Semantic Scholar gives: the lines of its datasets and of its older corpus, and the answers of its API."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from importers.errors import FileRefused
from importers.finding import LeftAside, find
from importers.inputs import Input
from importers.json_records import first_members, json_records
from importers.records import Record, Rejected
from importers.rejection import UnusableError
from importers.s2.people import author_records, dataset_author_records
from importers.s2.shapes import (
    Author,
    Citation,
    CorpusPaper,
    DatasetAbstract,
    DatasetAuthor,
    DatasetCitation,
    DatasetPaper,
    Paper,
)
from importers.s2.works import (
    SOURCE,
    abstract_records,
    citation_records,
    corpus_paper_records,
    dataset_citation_records,
    dataset_paper_records,
    paper_records,
)

_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ANSWERS = ("data", "recommendedPapers")


def _kind(shape: Any, records_of: Callable[[Any], Iterator[Record]]) -> Callable[[msgspec.Raw], Iterator[Record]]:
    decoder = msgspec.json.Decoder(shape)
    return lambda raw: records_of(decoder.decode(raw))


# The first whose members are all there: nothing but Semantic Scholar names them so.
_KINDS: tuple[tuple[frozenset[str], Callable[[msgspec.Raw], Iterator[Record]]], ...] = (
    (frozenset({"citingcorpusid", "citedcorpusid"}), _kind(DatasetCitation, dataset_citation_records)),
    (frozenset({"citingPaper"}), _kind(Citation, citation_records)),
    (frozenset({"citedPaper"}), _kind(Citation, citation_records)),
    (frozenset({"authorid", "name"}), _kind(DatasetAuthor, dataset_author_records)),
    (frozenset({"authorId", "name"}), _kind(Author, author_records)),
    (frozenset({"paperId"}), _kind(Paper, paper_records)),
    (frozenset({"id", "outCitations"}), _kind(CorpusPaper, corpus_paper_records)),
    (frozenset({"corpusid", "title"}), _kind(DatasetPaper, dataset_paper_records)),
    (frozenset({"corpusid", "abstract"}), _kind(DatasetAbstract, abstract_records)),
)


class SemanticScholar:
    """Semantic Scholar's datasets (papers, abstracts, authors, citations), its corpus, and answers of its Graph API."""

    name = "s2"
    source = SOURCE
    title = "Semantic Scholar JSON"
    # The parts of the datasets are called `20240101_070407_00000_abcd.gz`.
    suffixes = (".json", ".jsonl", ".gz")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether the first object is a paper, an author or a citation, or an answer that holds some."""
        members = first_members(head, _ANSWERS).keys()
        return any(names <= members for names, _ in _KINDS)

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the JSON files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield works, researchers and citations; one record of a file may give several.

        Raises:
            FileRefused: The first record is none of Semantic Scholar's.
            FileCutShort: After the records before the place where the file breaks off or is no JSON any more.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}: its first record is no paper, author or citation")
        yield from json_records(file, msgspec.Raw, _records, _ANSWERS)


def _records(raw: msgspec.Raw) -> Iterator[Record]:
    members = _MEMBERS.decode(raw).keys()
    for names, records_of in _KINDS:
        if names <= members:
            return records_of(raw)
    raise UnusableError("it is no paper, author, citation or abstract of Semantic Scholar")

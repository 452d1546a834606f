"""What is read of Semantic Scholar's records: the datasets write lower case where the API writes camel case."""

from typing import TypeAlias

import msgspec


def lower(name: str) -> str:
    """Return a field's name as the datasets write it."""
    return name.replace("_", "")


class Field(msgspec.Struct):
    """A field of study."""

    category: str | None = None


class Journal(msgspec.Struct):
    """Where in a journal a paper stands."""

    name: str | None = None
    volume: str | None = None
    pages: str | None = None


class Venue(msgspec.Struct):
    """A journal or a conference."""

    name: str | None = None
    type: str | None = None
    issn: str | None = None
    url: str | None = None


class Pdf(msgspec.Struct):
    """Where the full text may be read."""

    url: str | None = None


ExternalIds: TypeAlias = dict[str, str | int | list[str] | None]


class Author(msgspec.Struct, rename="camel"):
    """An author: on a paper, or in an answer of the API, where her papers may come along."""

    author_id: str | None = None
    external_ids: ExternalIds | None = None
    url: str | None = None
    name: str | None = None
    aliases: list[str] | None = None
    affiliations: list[str] | None = None
    homepage: str | None = None
    papers: list["Paper | None"] | None = None


class DatasetAuthor(msgspec.Struct, rename=lower):
    """A line of the dataset `authors`."""

    author_id: str
    external_ids: ExternalIds | None = None
    name: str | None = None
    aliases: list[str] | None = None
    affiliations: list[str] | None = None
    homepage: str | None = None


class Paper(msgspec.Struct, rename="camel"):
    """A paper in an answer of the API, where papers that it cites and that cite it may come along."""

    paper_id: str | None = None
    corpus_id: int | str | None = None
    external_ids: ExternalIds | None = None
    url: str | None = None
    title: str | None = None
    abstract: str | None = None
    venue: str | None = None
    publication_venue: Venue | None = None
    year: int | None = None
    citation_count: int | None = None
    is_open_access: bool | None = None
    open_access_pdf: Pdf | None = None
    s2_fields_of_study: list[Field] | None = None
    publication_types: list[str] | None = None
    publication_date: str | None = None
    journal: Journal | None = None
    authors: list[Author | None] | None = None
    citations: list["Paper | None"] | None = None
    references: list["Paper | None"] | None = None


class DatasetPaper(msgspec.Struct, rename=lower):
    """A line of the dataset `papers`."""

    corpus_id: int | str
    external_ids: ExternalIds | None = None
    url: str | None = None
    title: str | None = None
    venue: str | None = None
    year: int | None = None
    citation_count: int | None = None
    is_open_access: bool | None = None
    s2_fields_of_study: list[Field] | None = None
    publication_types: list[str] | None = None
    publication_date: str | None = None
    journal: Journal | None = None
    authors: list[Author | None] | None = None


class CorpusAuthor(msgspec.Struct):
    """An author of a line of the corpus: several ids where it is not known who of them she is."""

    name: str | None = None
    ids: list[str] = []


class CorpusPaper(msgspec.Struct, rename="camel"):
    """A line of the corpus that was given out before there were datasets (2018 to 2021)."""

    id: str
    title: str | None = None
    paper_abstract: str | None = None
    authors: list[CorpusAuthor] = []
    out_citations: list[str] = []
    in_citations: list[str] = []
    year: int | None = None
    s2_url: str | None = None
    pdf_urls: list[str] = []
    venue: str | None = None
    journal_name: str | None = None
    journal_volume: str | None = None
    journal_pages: str | None = None
    doi: str | None = None
    pmid: str | None = None
    fields_of_study: list[str] | None = None


class OpenAccess(msgspec.Struct, rename=lower):
    """What the dataset `abstracts` says about the full text."""

    external_ids: ExternalIds | None = None
    url: str | None = None


class DatasetAbstract(msgspec.Struct, rename=lower):
    """A line of the dataset `abstracts`."""

    corpus_id: int | str
    abstract: str | None = None
    open_access_info: OpenAccess | None = None


class DatasetCitation(msgspec.Struct, rename=lower):
    """A line of the dataset `citations`."""

    citing_corpus_id: int | str | None = None
    cited_corpus_id: int | str | None = None


class Citation(msgspec.Struct, rename="camel"):
    """A citation in an answer of the API; the end that was asked about is not repeated."""

    citing_paper: Paper | None = None
    cited_paper: Paper | None = None

"""An item of a bibliography as a work, whichever format it was written in."""

import re
from dataclasses import dataclass, field

from graphdb.identifiers import normalise
from graphdb.ids import digest
from graphdb.text import fold, slug_base, title_key
from importers.addresses import identifier_at, identifier_of, with_arxiv
from importers.arxiv.works import ARCHIVE
from importers.bibliography.names import Name, stands_for_the_rest
from importers.bibliography.types import APPEARS_IN
from importers.dates import Published
from importers.records import (
    AuthorRecord,
    Identifier,
    IdentityRule,
    SourceKind,
    TopicRecord,
    VenueRecord,
    WorkRecord,
    WorkType,
)
from importers.rejection import UnusableError
from importers.text import fold_space, plain_abstract, plain_title

CITATION = "citation"
"""The scheme of works that no authority names: first author, year and title."""
_ISSN = re.compile(r"(?<![\d-])\d{4}-?\d{3}[\dXx](?![\d-])")
_ARXIV_NAMED = re.compile(
    r"\barxiv\b[\s:.]*(?P<id>(?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)?", re.IGNORECASE
)
# What DBLP calls the part of it that is of computer science.
_PARTS_OF_ARXIV = frozenset({"corr", "computing research repository"})
_DASHES = re.compile(r"\s*(?:-{2,3}|[–—])\s*")


@dataclass(slots=True)
class Item:
    """What an item says, in the format's own spelling but with its fields told apart."""

    source: str
    key: str
    """The item's key in its file; may be empty."""
    type: WorkType
    title: str
    authors: list[Name] = field(default_factory=list)
    published: Published | None = None
    abstract: str = ""
    venue: str = ""
    """The journal, the conference or the book that it appeared in."""
    issn: str = ""
    """One or several, with whatever is written around them."""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    language: str | None = None
    keywords: list[str] = field(default_factory=list)
    identifiers: list[tuple[str, str]] = field(default_factory=list)
    """(scheme, as written)."""
    addresses: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """Fields that may hold an arXiv id: `arXiv:1501.04916 [physics]`."""


def work_of(item: Item) -> WorkRecord:
    """Return the work that an item of a bibliography describes.

    Raises:
        UnusableError: The item has no title.
    """
    title = fold_space(item.title)
    plain = plain_title(item.title) or title
    if not plain:
        raise UnusableError("it has no title")
    authors = _authors(item)
    year = item.published.year if item.published else None
    identifiers = _identifiers(item) or (citation_identifier(plain, year, item.authors),)
    venue = _venue(item, is_in_arxiv=any(each.scheme == "arxiv" for each in identifiers))
    # Keys are the choice of whoever made the file: two files have the same one for different works.
    key = f"{identifiers[0].scheme}:{identifiers[0].value} {item.key}".strip()
    return WorkRecord(
        source=item.source,
        key=key,
        identifiers=identifiers,
        title=title,
        plain_title=plain,
        type=WorkType.PREPRINT if venue == ARCHIVE else item.type,
        authors=authors,
        abstract=plain_abstract(item.abstract),
        year=year,
        first_published_at=item.published.date if item.published else None,
        language=item.language,
        venue=venue,
        topics=_topics(item.keywords),
        url=next((each for each in map(fold_space, item.addresses) if "://" in each), None),
        volume=plain_title(item.volume) or None,
        issue=plain_title(item.issue) or None,
        pages=_DASHES.sub("-", plain_title(item.pages)) or None,
        publisher=plain_title(item.publisher) or None,
    )


def citation_identifier(plain: str, year: int | None, authors: list[Name]) -> Identifier:
    """Return the name of a work by its first author, its year and its plain title, the same in every format."""
    first = next((each for each in authors if each.sort_word and not stands_for_the_rest(each.printed)), None)
    author = slug_base(first.sort_word) if first is not None else "anonymous"
    return Identifier(CITATION, f"{author}-{year or 'undated'}-{digest(title_key(plain) or plain)}")


def _authors(item: Item) -> tuple[AuthorRecord, ...]:
    authors = []
    taken: set[str] = set()
    for name in item.authors:
        printed = name.printed
        if not printed or stands_for_the_rest(printed):
            continue
        orcid = normalise("orcid", name.orcid or "")
        if orcid is None or orcid in taken:
            authors.append(AuthorRecord(printed, raw_affiliation=name.affiliation))
            continue
        taken.add(orcid)
        key = Identifier("orcid", orcid)
        authors.append(AuthorRecord(printed, key, IdentityRule.AUTHORITY, raw_affiliation=name.affiliation))
    return tuple(authors)


def _identifiers(item: Item) -> tuple[Identifier, ...]:
    """Return what names the work: of each scheme the first."""
    found: dict[str, Identifier] = {}
    # `arXiv preprint arXiv:1412.6980` names arXiv before it names the work.
    named = (each for text in (*item.remarks, item.venue) for each in _ARXIV_NAMED.finditer(text) if each["id"])
    for identifier in (
        *(identifier_of(scheme, fold_space(written)) for scheme, written in item.identifiers),
        *(identifier_at(each) for each in item.addresses),
        *(identifier_of("arxiv", each["id"]) for each in named),
    ):
        if identifier is not None:
            found.setdefault(identifier.scheme, identifier)
    return with_arxiv(list(found.values()))


def _venue(item: Item, *, is_in_arxiv: bool) -> VenueRecord | None:
    name = plain_title(item.venue)
    if is_in_arxiv and (not name or _ARXIV_NAMED.match(name) or fold(name) in _PARTS_OF_ARXIV):
        return ARCHIVE
    if not name:
        return None
    issns = (normalise("issn", each) for each in _ISSN.findall(item.issn))
    identifiers = tuple(Identifier("issn", each) for each in dict.fromkeys(issns) if each)
    kind = APPEARS_IN.get(item.type, SourceKind.OTHER)
    return VenueRecord(name, kind, identifiers or (Identifier("name", fold(name) or name),))


def _topics(keywords: list[str]) -> tuple[TopicRecord, ...]:
    found: dict[str, str] = {}
    for keyword in keywords:
        name = plain_title(keyword).strip(" *")
        if code := fold(name):
            found.setdefault(code, name)
    return tuple(TopicRecord("keyword", code, name) for code, name in found.items())

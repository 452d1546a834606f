"""An item of CSL-JSON as a work."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from importers.bibliography.dates import date_in
from importers.bibliography.languages import language_code
from importers.bibliography.names import Name
from importers.bibliography.types import CSL
from importers.bibliography.works import Item, work_of
from importers.dates import Published, published
from importers.records import WorkRecord, WorkType

SOURCE = "csl"
Text = str | int | float | None
_OF_AN_ITEM = frozenset({"issued", "author", "container-title", "DOI", "URL", "publisher", "ISBN", "page"})
# Zotero keeps what has no field of its own on lines of the note: `PMID: 123`.
_IN_NOTE = re.compile(r"^\s*(DOI|PMID|PMCID)\s*:\s*(\S+)\s*$", re.MULTILINE | re.IGNORECASE)
_KEYWORD_END = re.compile(r"[,;]")


class CslName(msgspec.Struct, rename="kebab"):
    """A person, or an organisation with a literal name."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None
    name: str | None = None
    suffix: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    orcid: str | None = msgspec.field(default=None, name="ORCID")
    affiliation: Any = None
    """Not CSL's: Crossref gives a list of objects with a name."""


class CslDate(msgspec.Struct, rename="kebab"):
    """A date, in parts or as somebody wrote it."""

    date_parts: list[list[int | str | None] | None] | None = None
    raw: Text = None
    literal: Text = None
    year: Text = None


class CslItem(msgspec.Struct, rename="kebab"):
    """What is read of an item."""

    id: Text = None
    type: str | None = None
    title: str | None = None
    author: list[CslName] | None = None
    issued: CslDate | str | None = None
    abstract: str | None = None
    container_title: str | list[str] | None = None
    volume: Text = None
    issue: Text = None
    page: Text = None
    publisher: str | None = None
    language: str | None = None
    keyword: str | list[str] | None = None
    note: str | None = None
    number: Text = None
    doi: str | None = msgspec.field(default=None, name="DOI")
    url: str | None = msgspec.field(default=None, name="URL")
    issn: str | list[str] | None = msgspec.field(default=None, name="ISSN")
    pmid: Text = msgspec.field(default=None, name="PMID")
    pmcid: Text = msgspec.field(default=None, name="PMCID")


def is_item(members: dict[str, Any]) -> bool:
    """Say whether the members of a JSON object are those of a CSL item: a type of CSL's, and a title that is text."""
    type_, title = members.get("type"), members.get("title")
    is_typed = isinstance(type_, str) and type_ in CSL
    return is_typed and (title is None or isinstance(title, str)) and not _OF_AN_ITEM.isdisjoint(members)


def item_works(item: CslItem) -> Iterator[WorkRecord]:
    """Yield the work that an item describes.

    Raises:
        UnusableError: The item has no title.
    """
    note = item.note or ""
    yield work_of(
        Item(
            source=SOURCE,
            key=_text(item.id),
            type=CSL.get(item.type or "", WorkType.OTHER),
            title=item.title or "",
            authors=[_name(each) for each in item.author or ()],
            published=_published(item.issued),
            abstract=item.abstract or "",
            venue=next(iter(_texts(item.container_title)), ""),
            issn=" ".join(_texts(item.issn)),
            volume=_text(item.volume),
            issue=_text(item.issue),
            pages=_text(item.page),
            publisher=item.publisher or "",
            language=language_code(item.language or ""),
            keywords=[each for text in _texts(item.keyword) for each in _KEYWORD_END.split(text)],
            identifiers=[
                *((scheme, _text(each)) for scheme, each in _named(item) if each),
                *((found[1].lower(), found[2]) for found in _IN_NOTE.finditer(note)),
            ],
            addresses=[each for each in (item.url, item.doi) if each and "://" in each],
            remarks=[note, _text(item.number)],
        )
    )


def _named(item: CslItem) -> tuple[tuple[str, Text], ...]:
    return ("doi", item.doi), ("pmid", item.pmid), ("pmcid", item.pmcid)


def _name(name: CslName) -> Name:
    particles = (name.dropping_particle, name.non_dropping_particle)
    affiliations = name.affiliation if isinstance(name.affiliation, list) else ()
    places = (str(each.get("name") or "") for each in affiliations if isinstance(each, dict))
    is_person = name.family or name.given
    return Name(
        given=name.given or "",
        particle=" ".join(each for each in particles if each),
        family=name.family or "",
        suffix=name.suffix or "",
        literal="" if is_person else name.literal or name.name or "",
        orcid=name.orcid,
        affiliation="; ".join(each for each in places if each) or None,
    )


def _published(issued: CslDate | str | None) -> Published | None:
    if issued is None or isinstance(issued, str):
        return date_in(issued or "")
    # Of a range the beginning counts.
    first = next(iter(issued.date_parts or ()), None)
    found = published([_text(part) for part in first]) if first else None
    return found or next(
        filter(None, (date_in(_text(each)) for each in (issued.raw, issued.literal, issued.year))), None
    )


def _texts(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _text(value: Text) -> str:
    return "" if value is None else str(value)

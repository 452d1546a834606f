"""A line of arXiv's JSON, in either of its shapes, as a work."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

from graphdb.identifiers import normalise
from importers.arxiv_json.categories import NAMES
from importers.records import (
    AuthorRecord,
    Identifier,
    SourceKind,
    TopicRecord,
    VenueRecord,
    WorkRecord,
    WorkType,
)
from importers.text import clean_name, fold_space, plain_abstract, plain_title

SOURCE = "arxiv"
SITE = "https://arxiv.org"
ARCHIVE = VenueRecord("arXiv", SourceKind.ARCHIVE, (Identifier("archive", "arxiv"),), SITE)
# Other classifications (MSC, ACM) stand among the categories of some lines: `68T50`, `I.2.7; I.4.m`.
_CATEGORY = re.compile(r"[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2}|\.[a-z]+(?:-[a-z]+)?)?")
_WITHDRAWN = re.compile(
    r"\A\W*(?:this |the )?(?:paper|article|submission|manuscript|preprint|work|version)?\s*"
    r"(?:(?:has been|have been|was|is)\s+)?(?:temporarily )?(?:withdrawn|retracted)\b"
    r"(?!\s+from\b)"
    r"|\b(?:paper|article|submission|manuscript|preprint) (?:has been|was|is) (?:withdrawn|retracted)"
    r" (?:by|due|because)\b"
    r"|\bwithdrawn by (?:the )?(?:authors?|arxiv)\b",
    re.IGNORECASE,
)
_MAYBE_WITHDRAWN = re.compile(r"(?i:withdrawn|retracted)")
_WORD = re.compile(r"[^\W\d_]{2,}")


class Line(msgspec.Struct, frozen=True):
    """What is read of a line; the snapshot and the daily lists name some things differently."""

    id: str
    title: str
    categories: str | list[str] = ""
    authors: str | list[str] | None = None
    authors_parsed: list[list[str | None]] | None = None
    abstract: str | None = None
    summary: str | None = None
    comments: str | None = None
    comment: str | None = None
    doi: str | None = None
    versions: list[dict[str, str | None]] | None = None


class NotAWorkError(Exception):
    """The line cannot be used; the message says why."""


def work_of(line: Line) -> WorkRecord:
    """Return the work that a line describes.

    Raises:
        NotAWorkError: The id is no arXiv id, or the title is empty.
    """
    arxiv_id = normalise("arxiv", line.id)
    if arxiv_id is None:
        raise NotAWorkError(f"{line.id!r} is no arXiv id")
    title = fold_space(line.title)
    if not title:
        raise NotAWorkError("it has no title")
    created = _created(line.versions or ())
    comments = line.comments or line.comment
    return WorkRecord(
        source=SOURCE,
        key=arxiv_id,
        identifiers=(Identifier("arxiv", arxiv_id), *_doi(line.doi)),
        title=title,
        plain_title=plain_title(line.title) or title,
        type=WorkType.PREPRINT,
        authors=_authors(line),
        abstract=plain_abstract(line.abstract or line.summary),
        year=created[0].year if created else _year_of_id(arxiv_id),
        first_published_at=_iso(created[0]) if created else None,
        latest_version_at=_iso(created[-1]) if created else None,
        venue=ARCHIVE,
        topics=_topics(line.categories),
        url=f"{SITE}/abs/{arxiv_id}",
        pdf_url=f"{SITE}/pdf/{arxiv_id}",
        is_open_access=True,
        retracted=_is_withdrawn(comments, line.abstract or line.summary),
    )


def _authors(line: Line) -> tuple[AuthorRecord, ...]:
    if line.authors_parsed is not None:
        parsed = [[part or "" for part in parts] for parts in line.authors_parsed]
        written = [(" ".join((*parts[1:2], *parts[:1], *parts[2:3])), "; ".join(parts[3:])) for parts in parsed]
    elif isinstance(line.authors, list):
        written = [(name, "") for name in line.authors]
    else:
        written = [(name, "") for name in re.split(r",\s*(?:and\s+)?|\s+and\s+", fold_space(line.authors or ""))]
    authors = []
    for name, affiliation in written:
        # A collaboration is followed by a colon, which some lists make an author of its own.
        if cleaned := clean_name(name):
            place = plain_title(affiliation)
            is_place = any(word != "and" for word in _WORD.findall(place))
            authors.append(AuthorRecord(cleaned, raw_affiliation=place if is_place else None))
    return tuple(authors)


def _topics(categories: str | list[str]) -> tuple[TopicRecord, ...]:
    codes = categories.split() if isinstance(categories, str) else [code.strip() for code in categories]
    known = dict.fromkeys(code for code in codes if code in NAMES or _CATEGORY.fullmatch(code))
    return tuple(
        TopicRecord("arxiv", code, NAMES.get(code, code), primary=position == 0) for position, code in enumerate(known)
    )


def _doi(written: str | None) -> tuple[Identifier, ...]:
    # Several stand there for a paper that came out in parts: only the first is taken for the paper itself.
    found = (normalise("doi", each) for each in (written or "").split())
    return tuple(Identifier("doi", doi) for doi in found if doi)[:1]


def _created(versions: "list[dict[str, str | None]] | tuple[()]") -> list[datetime]:
    dates = []
    for version in versions:
        try:
            date = parsedate_to_datetime(version.get("created") or "")
        except (ValueError, OverflowError):
            continue
        dates.append(date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC))
    return dates


def _iso(date: datetime) -> str:
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


def _year_of_id(arxiv_id: str) -> int:
    year = int(arxiv_id.rpartition("/")[2][:2])
    return year + (1900 if year >= 91 else 2000)


def _is_withdrawn(*remarks: str | None) -> bool:
    return any(
        remark is not None and _MAYBE_WITHDRAWN.search(remark) is not None and _WITHDRAWN.search(remark) is not None
        for remark in remarks
    )

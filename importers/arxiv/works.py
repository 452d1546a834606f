"""A paper of arXiv as a work, whichever of arXiv's formats describes it."""

import re
from collections.abc import Iterable

import msgspec

from graphdb.identifiers import normalise
from importers.arxiv.categories import NAMES
from importers.records import (
    AuthorRecord,
    Identifier,
    SourceKind,
    TopicRecord,
    VenueRecord,
    WorkRecord,
    WorkType,
)
from importers.rejection import UnusableError
from importers.text import fold_space, plain_abstract, plain_title

SOURCE = "arxiv"
SITE = "https://arxiv.org"
ARCHIVE = VenueRecord("arXiv", SourceKind.ARCHIVE, (Identifier("archive", "arxiv"),), SITE)
# Other classifications (MSC, ACM) stand among the categories of some papers: `68T50`, `I.2.7; I.4.m`.
_CATEGORY = re.compile(r"[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2}|\.[a-z]+(?:-[a-z]+)?)?")
_BETWEEN_DOIS = re.compile(r"[\s,;]+(?=10\.\d)|\s+")
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


class Paper(msgspec.Struct, frozen=True):
    """What a format of arXiv says about a paper, not yet in normal form."""

    id: str
    """With or without address and version."""
    title: str
    authors: tuple[AuthorRecord, ...] = ()
    abstract: str | None = None
    comments: str | None = None
    categories: tuple[str, ...] = ()
    primary: str | None = None
    """The primary category; None: the first of `categories`."""
    doi: str | None = None
    first_published_at: str | None = None
    """ISO 8601, in UTC."""
    latest_version_at: str | None = None
    versions: tuple[str, ...] = ()
    """The dates of all its versions; empty where the format does not list them."""


def work_of(paper: Paper) -> WorkRecord:
    """Return the work that `paper` is.

    Raises:
        UnusableError: The id is no arXiv id, or the title is empty.
    """
    arxiv_id = normalise("arxiv", paper.id)
    if arxiv_id is None:
        raise UnusableError(f"{paper.id!r} is no arXiv id")
    title = fold_space(paper.title)
    if not title:
        raise UnusableError("it has no title")
    first = paper.first_published_at
    withdrawn = _withdrawal(paper.comments, paper.abstract)
    return WorkRecord(
        source=SOURCE,
        key=arxiv_id,
        identifiers=(Identifier("arxiv", arxiv_id), *_doi(paper.doi)),
        title=title,
        plain_title=plain_title(paper.title) or title,
        type=WorkType.PREPRINT,
        authors=paper.authors,
        abstract=plain_abstract(paper.abstract),
        year=int(first[:4]) if first else _year_of_id(arxiv_id),
        first_published_at=first,
        latest_version_at=paper.latest_version_at or first,
        venue=ARCHIVE,
        topics=_topics(paper.categories, paper.primary),
        url=f"{SITE}/abs/{arxiv_id}",
        # The last version of a withdrawn paper has no file.
        pdf_url=f"{SITE}/pdf/{arxiv_id}" if withdrawn is None else None,
        is_open_access=True,
        retracted=withdrawn is not None,
        withdrawn=withdrawn,
        versions=paper.versions,
    )


def _topics(categories: Iterable[str], primary: str | None) -> tuple[TopicRecord, ...]:
    codes = (code.strip() for code in (*((primary,) if primary else ()), *categories))
    known = dict.fromkeys(code for code in codes if code in NAMES or _CATEGORY.fullmatch(code))
    return tuple(
        TopicRecord("arxiv", code, NAMES.get(code, code), primary=position == 0) for position, code in enumerate(known)
    )


def _doi(written: str | None) -> tuple[Identifier, ...]:
    # Several stand there for a paper that came out in parts: only the first is taken for the paper itself.
    found = (normalise("doi", each) for each in _BETWEEN_DOIS.split((written or "").strip(" ,;\n")))
    return tuple(Identifier("doi", doi) for doi in found if doi)[:1]


def _year_of_id(arxiv_id: str) -> int:
    year = int(arxiv_id.rpartition("/")[2][:2])
    return year + (1900 if year >= 91 else 2000)


def _withdrawal(*remarks: str | None) -> str | None:
    for remark in remarks:
        if remark is not None and _MAYBE_WITHDRAWN.search(remark) and _WITHDRAWN.search(remark):
            return plain_title(remark)
    return None

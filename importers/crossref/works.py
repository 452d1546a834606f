"""A work of Crossref."""

import re
from collections.abc import Iterable

from graphdb.identifiers import normalise
from graphdb.text import fold
from importers.addresses import with_arxiv
from importers.crossref.markup import abstract_of, plain, printed
from importers.crossref.relations import RETRACTIONS, SOURCE, TEST_PREFIX, related
from importers.crossref.shapes import Contributor, Organization, PartialDate, Reference, Texts, Work
from importers.dates import Published, published
from importers.records import (
    AuthorRecord,
    Identifier,
    IdentityRule,
    InstitutionRecord,
    Record,
    SourceKind,
    VenueRecord,
    WorkRecord,
    WorkType,
)
from importers.rejection import UnusableError
from importers.text import clean_name

# Whose the DOI is now, and not who published the work.
_NO_PUBLISHER = "Test accounts"
_DELETED = "CrossRef Listing of Deleted DOIs"
_TYPES = {
    "book": WorkType.BOOK,
    "book-chapter": WorkType.CHAPTER,
    "book-part": WorkType.CHAPTER,
    "book-section": WorkType.CHAPTER,
    "book-track": WorkType.CHAPTER,
    "database": WorkType.DATASET,
    "dataset": WorkType.DATASET,
    "dissertation": WorkType.THESIS,
    "edited-book": WorkType.BOOK,
    "journal-article": WorkType.ARTICLE,
    "monograph": WorkType.BOOK,
    "peer-review": WorkType.REVIEW,
    "proceedings": WorkType.PROCEEDINGS,
    "proceedings-article": WorkType.CONFERENCE,
    "reference-book": WorkType.BOOK,
    "reference-entry": WorkType.CHAPTER,
    "report": WorkType.REPORT,
    "report-component": WorkType.REPORT,
}
# What was posted may be of any kind; where nothing is said, it is what the type is for.
_POSTED = {
    "": WorkType.PREPRINT,
    "dissertation": WorkType.THESIS,
    "preprint": WorkType.PREPRINT,
    "report": WorkType.REPORT,
    "working_paper": WorkType.PREPRINT,
}
_NO_WORKS = frozenset(
    {
        "book-series",
        "book-set",
        "component",
        "grant",
        "journal",
        "journal-issue",
        "journal-volume",
        "proceedings-series",
        "report-series",
    }
)
_KINDS = {
    "journal-article": SourceKind.JOURNAL,
    "posted-content": SourceKind.REPOSITORY,
    "proceedings-article": SourceKind.CONFERENCE,
}
# Only in capitals: `Retracted: …` is how some publishers call the notice.
_RETRACTED_TITLE = re.compile(r"\W*(?:RETRACTED|WITHDRAWN|REMOVED)(?: ARTICLE)?\s*[:\]]")
_OPEN = "creativecommons.org/"
_WORD = re.compile(r"[^\W\d_]{2,}")


def records_of(work: Work) -> tuple[Record, ...]:
    """Return a work, and what it says of others.

    Raises:
        UnusableError: As `work_of`.
    """
    record = work_of(work)
    return (record, *related(work, record.key))


def work_of(work: Work) -> WorkRecord:
    """Return a work.

    Raises:
        UnusableError: The DOI is none, a test or deleted, it is of something else than a work, or there is no title.
    """
    if work.type in _NO_WORKS:
        raise UnusableError(f"it is a {work.type}, which is not a work")
    doi = normalise("doi", work.doi)
    if doi is None:
        raise UnusableError(f"{work.doi!r} is no DOI")
    if doi.startswith(TEST_PREFIX):
        raise UnusableError(f"it is a test: nothing else is deposited under {TEST_PREFIX.rstrip('/')}")
    containers = _texts(work.container_title)
    if _DELETED in containers:
        raise UnusableError("Crossref has deleted its DOI")
    title, plain_title = _title(work)
    appeared = _published(work)
    is_open = any(_OPEN in (each.url or "") for each in work.license or ())
    return WorkRecord(
        source=SOURCE,
        key=doi,
        identifiers=with_arxiv([Identifier("doi", doi)]),
        title=title,
        plain_title=plain_title,
        type=_type(work),
        authors=_authors(work.author or ()),
        abstract=abstract_of(work.abstract),
        year=appeared.year if appeared is not None else None,
        first_published_at=appeared.date if appeared is not None else None,
        language=_language(work.language),
        venue=_venue(work, containers),
        references=tuple(dict.fromkeys(r for r in map(_cited, work.reference or ()) if isinstance(r, Identifier))),
        url=f"https://doi.org/{doi}",
        pdf_url=_pdf(work) if is_open else None,
        is_open_access=True if is_open else None,
        retracted=_is_retracted(work, title),
        external_citation_count=work.is_referenced_by_count,
        volume=_text(work.volume),
        issue=_text(work.issue),
        pages=_text(work.page) or _text(work.article_number),
        publisher=(plain(work.publisher) or None) if work.publisher != _NO_PUBLISHER else None,
        unresolved_references=tuple(
            dict.fromkeys(r for r in map(_cited, work.reference or ()) if isinstance(r, str) and r)
        ),
    )


def _title(work: Work) -> tuple[str, str]:
    title = next(iter(_texts(work.title)), "")
    plain_title = plain(title)
    if not plain_title:
        raise UnusableError("it has no title")
    subtitle = next(iter(_texts(work.subtitle)), "")
    if plain(subtitle) and plain(subtitle).casefold() not in plain_title.casefold():
        between = " " if plain_title[-1] in ":?!" else ": "
        title, plain_title = f"{title}{between}{subtitle}", f"{plain_title}{between}{plain(subtitle)}"
    return printed(title), plain_title


def _type(work: Work) -> WorkType:
    if work.type == "posted-content":
        return _POSTED.get(work.subtype or "", WorkType.OTHER)
    return _TYPES.get(work.type or "", WorkType.OTHER)


def _authors(contributors: Iterable[Contributor]) -> tuple[AuthorRecord, ...]:
    found = (_author(each) for each in contributors)
    return tuple(each for each in found if each is not None)


def _author(contributor: Contributor) -> AuthorRecord | None:
    person = " ".join(each for each in (contributor.given, contributor.family, contributor.suffix) if each)
    name = clean_name(person or contributor.name or "")
    if not name:
        return None
    orcid = normalise("orcid", contributor.orcid) if contributor.orcid else None
    affiliations = [(plain(each.name), each.id or ()) for each in contributor.affiliation or ()]
    institutions = (
        InstitutionRecord(place, (Identifier("ror", ror),))
        for place, ids in affiliations
        if place and (ror := next((ror for id_ in ids if (ror := normalise("ror", id_.id or ""))), None))
    )
    return AuthorRecord(
        name=name,
        key=Identifier("orcid", orcid) if orcid is not None else None,
        rule=IdentityRule.AUTHORITY if orcid is not None else IdentityRule.SINGLE_AUTHORSHIP,
        raw_affiliation="; ".join(dict.fromkeys(place for place, _ in affiliations if place)) or None,
        institutions=tuple(institutions),
    )


def _published(work: Work) -> Published | None:
    described = (_parts(each) for each in (work.indexed, work.deposited, work.created))
    described_in = next((found.year for parts in described if (found := published(parts)) is not None), None)
    dates = (
        published(_parts(each), described_in)
        for each in (
            *(work.issued, work.published, work.posted),
            *(work.published_online, work.published_print, work.approved),
        )
    )
    return next((date for date in dates if date is not None), None)


def _parts(date: PartialDate | None) -> list[int | str | None]:
    return next(iter((date.date_parts if date is not None else None) or ()), None) or []


def _language(code: str | None) -> str | None:
    short = (code or "").partition("-")[0].lower()
    return short if len(short) == 2 else None


def _venue(work: Work, containers: list[str]) -> VenueRecord | None:
    kind = _KINDS.get(work.type or "", SourceKind.OTHER)
    names = containers
    if not names and work.type == "posted-content":
        posted_by = [work.institution] if isinstance(work.institution, Organization) else work.institution or []
        names = [each.name for each in posted_by if each.name]
    name = plain(names[0]) if names else ""
    if not fold(name):
        return None
    # The printed journal's first, so that every record of a journal has the same one in front.
    in_print = [each.value for each in work.issn_type or () if each.type == "print" and each.value]
    issns = (normalise("issn", issn) for issn in (*in_print, *(work.issn or ())))
    identifiers = tuple(Identifier("issn", issn) for issn in dict.fromkeys(issns) if issn is not None)
    return VenueRecord(name, kind, identifiers or (Identifier("name", fold(name)),))


def _cited(reference: Reference) -> Identifier | str | None:
    """Return what a reference names by a DOI, or how it is printed."""
    doi = normalise("doi", reference.doi) if reference.doi else None
    if doi is not None:
        return with_arxiv([Identifier("doi", doi)])[-1]
    if reference.unstructured:
        return plain(reference.unstructured)
    said = (
        *(reference.author, reference.article_title, reference.journal_title, reference.volume_title),
        *(reference.series_title, reference.volume, reference.first_page, reference.year),
    )
    text = ", ".join(each for each in map(plain, said) if each)
    # A year or a page by itself names nothing.
    return text if _WORD.search(text) else None


def _pdf(work: Work) -> str | None:
    return next(
        (
            each.url
            for each in work.link or ()
            if each.content_type == "application/pdf" and each.intended_application != "similarity-checking"
        ),
        None,
    )


def _is_retracted(work: Work, title: str) -> bool:
    by_notice = any((each.type or "").lower() in RETRACTIONS for each in work.updated_by or ())
    return by_notice or _RETRACTED_TITLE.match(title) is not None


def _texts(texts: Texts) -> list[str]:
    return [each for each in texts or () if each and each.strip()]


def _text(value: str | int | None) -> str | None:
    return str(value).strip() or None if value is not None else None

"""A work of OpenAlex."""

from collections.abc import Iterable

from msgspec.structs import replace

from graphdb.identifiers import normalise
from graphdb.text import fold
from importers.addresses import identifier_at, with_arxiv
from importers.dates import Published, published
from importers.openalex.ids import SITE, SOURCE, identifier
from importers.openalex.registries import institution_in_short, orcid_of, venue_of
from importers.openalex.shapes import Authorship, Biblio, HostVenue, Location, Work
from importers.openalex.topics import topic_in_short
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
from importers.text import clean_name, fold_space, plain_title

_TYPES = {
    "article": WorkType.ARTICLE,
    "book": WorkType.BOOK,
    "book-chapter": WorkType.CHAPTER,
    "conference-paper": WorkType.CONFERENCE,
    "dataset": WorkType.DATASET,
    "dissertation": WorkType.THESIS,
    "editorial": WorkType.EDITORIAL,
    "letter": WorkType.ARTICLE,
    "peer-review": WorkType.REVIEW,
    "preprint": WorkType.PREPRINT,
    "reference-entry": WorkType.CHAPTER,
    "report": WorkType.REPORT,
    "review": WorkType.REVIEW,
    "software": WorkType.SOFTWARE,
}

# What OpenAlex calls an article, the publisher may have called this.
_PROCEEDINGS = "proceedings-article"


def work_of(work: Work) -> WorkRecord:
    """Return a work.

    Raises:
        UnusableError: The id is none or stands for what was deleted, or there is no title.
    """
    own = identifier(work.id)
    if own is None:
        raise UnusableError(f"{work.id!r} is no work, or stands for works that OpenAlex has deleted")
    title = fold_space(work.title or work.display_name or "")
    if not title:
        raise UnusableError("it has no title")
    appeared = _published(work)
    location = work.primary_location or _hosted(work.host_venue)
    biblio = work.biblio or Biblio()
    doi = normalise("doi", work.doi) if work.doi else None
    return WorkRecord(
        source=SOURCE,
        key=own.value,
        identifiers=with_arxiv([own, *((Identifier("doi", doi),) if doi else ()), *_arxiv(work), *_pubmed(work)]),
        title=title,
        plain_title=plain_title(title) or title,
        type=_type(work, location),
        authors=_authors(work.authorships or ()),
        abstract=_abstract(work.abstract_inverted_index or {}),
        year=appeared.year if appeared is not None else None,
        first_published_at=appeared.date if appeared is not None else None,
        language=_language(work.language),
        venue=_venue(location),
        topics=_topics(work),
        references=_references(work.referenced_works or ()),
        url=location.landing_page_url or (f"https://doi.org/{doi}" if doi else f"{SITE}/{own.value}"),
        pdf_url=next((each.pdf_url for each in (work.best_oa_location, location) if each and each.pdf_url), None),
        is_open_access=work.open_access.is_oa if work.open_access is not None else None,
        retracted=bool(work.is_retracted),
        external_citation_count=work.cited_by_count,
        volume=biblio.volume,
        issue=biblio.issue,
        pages="-".join(dict.fromkeys(page for page in (biblio.first_page, biblio.last_page) if page)) or None,
        publisher=location.source.host_organization_name if location.source is not None else None,
        # Lists of the API cut the authors at 100.
        supplement=bool(work.is_authors_truncated),
    )


def _hosted(venue: HostVenue | None) -> Location:
    """Return what was said of the place of a work before there were locations."""
    if venue is None:
        return Location()
    return Location(venue.url, source=replace(venue, host_organization_name=venue.publisher))


def _type(work: Work, location: Location) -> WorkType:
    type_ = _TYPES.get(work.type or "", WorkType.OTHER)
    in_proceedings = _PROCEEDINGS in (work.type_crossref, location.raw_type) or (
        location.source is not None and location.source.type == "conference"
    )
    return WorkType.CONFERENCE if type_ is WorkType.ARTICLE and in_proceedings else type_


def _language(code: str | None) -> str | None:
    short = (code or "").partition("-")[0].lower()
    return short if len(short) == 2 else None


def _published(work: Work) -> Published | None:
    described = (work.updated_date or work.created_date or "")[:4]
    described_in = int(described) if described.isdecimal() else None
    parts = (work.publication_date or "").split("-")
    return published(parts, described_in) or published([work.publication_year], described_in)


def _arxiv(work: Work) -> tuple[Identifier, ...]:
    """Return the arXiv id that the places of the work name, if they name one alone."""
    places = (each.landing_page_url for each in work.locations or () if each.landing_page_url)
    found = {each for place in places if (each := identifier_at(place)) is not None and each.scheme == "arxiv"}
    return tuple(found) if len(found) == 1 else ()


def _pubmed(work: Work) -> tuple[Identifier, ...]:
    address = (work.ids or {}).get("pmid")
    found = identifier_at(address) if isinstance(address, str) else None
    return (found,) if found is not None and found.scheme == "pmid" else ()


def _authors(authorships: Iterable[Authorship]) -> tuple[AuthorRecord, ...]:
    found = (_author(each) for each in authorships)
    return tuple(each for each in found if each is not None)


def _author(authorship: Authorship) -> AuthorRecord | None:
    author = authorship.author
    preferred = clean_name(author.display_name or "") if author is not None else ""
    printed = clean_name(authorship.raw_author_name or "")
    # `Last, First` is how some sources write it, not how the work prints it.
    name = preferred if preferred and ("," in printed or not printed) else printed
    if not name:
        return None
    own = identifier(author.id) if author is not None else None
    orcid = orcid_of(author.orcid) if author is not None else ()
    key, *others = (*orcid, *((own,) if own is not None else ())) or (None,)
    institutions = (institution_in_short(each) for each in authorship.institutions or ())
    places = (
        fold_space(each) for each in authorship.raw_affiliation_strings or [authorship.raw_affiliation_string or ""]
    )
    return AuthorRecord(
        name=name,
        key=key,
        rule=IdentityRule.AUTHORITY if key is not None else IdentityRule.SINGLE_AUTHORSHIP,
        identifiers=tuple(each for each in others if each is not None),
        preferred_name=preferred if key is not None and preferred else None,
        raw_affiliation="; ".join(dict.fromkeys(place for place in places if place)) or None,
        institutions=tuple(each for each in institutions if each is not None),
        corresponding=bool(authorship.is_corresponding),
    )


def _abstract(inverted: dict[str, list[int]]) -> str | None:
    words = sorted((place, word) for word, places in inverted.items() for place in places)
    return plain_title(" ".join(word for _, word in words)) or None


def _venue(location: Location) -> VenueRecord | None:
    if location.source is not None and (venue := venue_of(location.source)) is not None:
        return venue
    name = plain_title(location.raw_source_name or "")
    return VenueRecord(name, SourceKind.OTHER, (Identifier("name", fold(name)),)) if fold(name) else None


def _topics(work: Work) -> tuple[TopicRecord, ...]:
    primary = work.primary_topic.id if work.primary_topic is not None else None
    found: dict[str, TopicRecord] = {}
    for each in (*(work.topics or ()), *((work.primary_topic,) if work.primary_topic is not None else ())):
        topic = topic_in_short(each.id, each.display_name)
        if topic is not None and topic.code not in found:
            found[topic.code] = TopicRecord(
                SOURCE, topic.code, topic.name, score=each.score, primary=each.id == primary
            )
    return tuple(found.values())


def _references(ids: Iterable[str]) -> tuple[Identifier, ...]:
    return tuple(dict.fromkeys(found for id_ in ids if (found := identifier(id_)) is not None))

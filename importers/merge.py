"""One work out of all the records that describe it.

A pure function of the set of records: the order in which they were imported cannot show in the result.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from graphdb.ids import node_id
from graphdb.text import fold, name_key, slug_base, title_key
from graphdb.writer.state import AuthorshipState, EntityState, Key, PersonState, TopicState, WorkState
from importers.records import (
    AuthorRecord,
    Identifier,
    IdentityRule,
    InstitutionRecord,
    TopicRecord,
    VenueRecord,
    WorkRecord,
)

SOURCE_RANK = ("demo", "crossref", "acl", "openalex", "dblp", "arxiv", "s2")
"""Who is believed where sources differ, best first: what somebody curated, then the publisher, then aggregators."""

SCHEME_RANK = ("doi", "arxiv", "acl", "openalex", "dblp", "s2")
"""Which identifier of a work its id is made from, strongest first."""

CONFIDENCE = {
    IdentityRule.AUTHORITY: 1.0,
    IdentityRule.CURATED: 1.0,
    IdentityRule.ANTHOLOGY_NAME: 0.95,
    IdentityRule.NAME_AND_EVIDENCE: 0.95,
    IdentityRule.SINGLE_AUTHORSHIP: 1.0,
}


def work_key(identifiers: Iterable[Identifier]) -> Identifier:
    """Return the strongest of `identifiers` (at least one): the one that the work's id is made from."""
    return min(identifiers, key=lambda i: (_rank(i.scheme, SCHEME_RANK), i))


def merge(records: Sequence[WorkRecord]) -> WorkState:
    """Return the work that `records` (at least one, all of the same work) describe together."""
    ranked = sorted(records, key=lambda r: (r.supplement, _rank(r.source, SOURCE_RANK), r.source, r.key))
    identifiers = sorted({i for r in ranked for i in r.identifiers}, key=lambda i: (_rank(i.scheme, SCHEME_RANK), i))
    best = ranked[0]
    year = next((r.year for r in ranked if r.year is not None), None)
    authors = _align([r.authors for r in ranked])
    return WorkState(
        id=node_id("Work", identifiers[0].scheme, identifiers[0].value),
        identifiers=tuple((i.scheme, i.value) for i in identifiers),
        properties={
            "title": best.title,
            "plainTitle": best.plain_title,
            "titleKey": title_key(best.plain_title),
            "slugBase": slug_base(best.plain_title),
            "abstract": next((r.abstract for r in ranked if r.abstract), None),
            "type": best.type.value,
            "year": year,
            "sortYear": year or 0,
            "firstPublishedAt": min((r.first_published_at for r in ranked if r.first_published_at), default=None),
            "latestVersionAt": max((r.latest_version_at for r in ranked if r.latest_version_at), default=None),
            "language": next((r.language for r in ranked if r.language), None),
            "isOpenAccess": _any_known(r.is_open_access for r in ranked),
            "retracted": any(r.retracted for r in ranked),
            "url": next((r.url for r in ranked if r.url), None),
            "pdfUrl": next((r.pdf_url for r in ranked if r.pdf_url), None),
            "externalCitationCount": next(
                (r.external_citation_count for r in ranked if r.external_citation_count is not None), None
            ),
            "authorsCount": len(authors),
            "authorNames": [said[0].name for said in authors],
        },
        authorships=_authorships(authors),
        institutions=_institutions(authors),
        topics=_topics(ranked),
        venue=next((_venue(r.venue) for r in ranked if r.venue is not None), None),
        references=frozenset((r.source, (i.scheme, i.value)) for r in ranked for i in r.references),
    )


def _rank(value: str, ranks: Sequence[str]) -> int:
    return ranks.index(value) if value in ranks else len(ranks)


def _any_known(values: Iterable[bool | None]) -> bool | None:
    known = [v for v in values if v is not None]
    return any(known) if known else None


def _align(lists: Sequence[Sequence[AuthorRecord]]) -> list[list[AuthorRecord]]:
    """Return, for each author of the first non-empty list, what all lists say of that author, best source first.

    An author of another list is the same if the name key is the same, or else if the last names agree at the same
    position of lists of equal length. Others are left out: the best source's list is taken as whole.
    """
    present = [authors for authors in lists if authors]
    if not present:
        return []
    aligned = [[author] for author in present[0]]
    keys = [name_key(author.name) for author in present[0]]
    for authors in present[1:]:
        free = set(range(len(aligned)))
        for position, author in enumerate(authors):
            key = name_key(author.name)
            match = next((i for i in sorted(free) if keys[i] == key), None)
            same_place = len(authors) == len(aligned) and position in free
            if match is None and same_place and keys[position].split()[-1:] == key.split()[-1:]:
                match = position
            if match is not None:
                free.discard(match)
                aligned[match].append(author)
    return aligned


def _authorships(aligned: Sequence[Sequence[AuthorRecord]]) -> tuple[AuthorshipState, ...]:
    occurrences: Counter[str] = Counter()
    taken: set[Key] = set()
    states = []
    for position, said in enumerate(aligned, start=1):
        key = name_key(said[0].name)
        occurrences[key] += 1
        person = _person(said)
        if person is not None:
            # One person is one author of a work; a second author under her key is somebody else of the same name.
            person = None if person.key in taken else person
            taken.update(() if person is None else (person.key,))
        states.append(
            AuthorshipState(
                key=key if occurrences[key] == 1 else f"{key} #{occurrences[key]}",
                position=position,
                name=said[0].name,
                name_key=key,
                person=person,
                raw_affiliation=next((a.raw_affiliation for a in said if a.raw_affiliation), None),
                institution_ids=tuple(dict.fromkeys(_institution_id(i) for a in said for i in a.institutions)),
                corresponding=any(a.corresponding for a in said),
            )
        )
    return tuple(states)


def _person(said: Sequence[AuthorRecord]) -> PersonState | None:
    keyed = [a for a in said if a.key is not None]
    if not keyed or keyed[0].key is None:
        return None
    best = keyed[0]
    identifiers = {(i.scheme, i.value) for a in said for i in (a.key, *a.identifiers) if i is not None}
    return PersonState(
        key=(keyed[0].key.scheme, keyed[0].key.value),
        identifiers=tuple(sorted(identifiers)),
        rule=best.rule.value,
        confidence=CONFIDENCE[best.rule],
        preferred_name=next((a.preferred_name for a in keyed if a.preferred_name), None),
    )


@lru_cache(maxsize=4_096)
def _institution_id(institution: InstitutionRecord) -> str:
    key = _entity_key(institution.identifiers, institution.name)
    return node_id("Institution", *key)


def _entity_key(identifiers: Sequence[Identifier], name: str) -> Key:
    return (identifiers[0].scheme, identifiers[0].value) if identifiers else ("name", fold(name))


def _institutions(aligned: Sequence[Sequence[AuthorRecord]]) -> tuple[EntityState, ...]:
    found: dict[str, EntityState] = {}
    for institution in (i for said in aligned for a in said for i in a.institutions):
        id_ = _institution_id(institution)
        properties = {
            "slugBase": slug_base(institution.name),
            "ror": next((i.value for i in institution.identifiers if i.scheme == "ror"), None),
            "country": institution.country,
            "city": institution.city,
            "latitude": institution.latitude,
            "longitude": institution.longitude,
            "type": institution.type,
            "homepage": institution.homepage,
            "domains": list(institution.domains) or None,
        }
        found.setdefault(id_, EntityState(id_, institution.name, _keys(institution.identifiers), _known(properties)))
    return tuple(found.values())


def _topics(ranked: Sequence[WorkRecord]) -> tuple[TopicState, ...]:
    said: dict[Key, TopicRecord] = {}
    for record in ranked:
        for topic in record.topics:
            said.setdefault((topic.scheme, topic.code), topic)
    primary = next((key for key, topic in said.items() if topic.primary), None)
    states = []
    for key, topic in sorted(said.items()):
        properties = {"scheme": topic.scheme, "code": topic.code, "slugBase": slug_base(topic.name)}
        entity = EntityState(node_id("Topic", *key), topic.name, (), properties)
        states.append(TopicState(entity, topic.score, key == primary))
    return tuple(states)


@lru_cache(maxsize=4_096)
def _venue(venue: VenueRecord) -> EntityState:
    properties = {
        "slugBase": slug_base(venue.name),
        "kind": venue.kind.value,
        "url": venue.url,
        "issn": [i.value for i in venue.identifiers if i.scheme == "issn"] or None,
    }
    key = _entity_key(venue.identifiers, venue.name)
    return EntityState(node_id("Source", *key), venue.name, _keys(venue.identifiers), _known(properties))


def _keys(identifiers: Sequence[Identifier]) -> tuple[Key, ...]:
    return tuple((i.scheme, i.value) for i in identifiers)


def _known(properties: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in properties.items() if value is not None}

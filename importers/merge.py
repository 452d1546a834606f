"""One work out of all the records that describe it.

A pure function of the set of records: the order in which they were imported cannot show in the result.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from graphdb.fulltext.indexes import JOINED_BY
from graphdb.ids import node_id
from graphdb.text import name_key, slug_base
from graphdb.writer.state import AuthorshipState, Description, Key, PersonState, TopicState, WorkState
from importers.descriptions import institution_mention, topic_mention, venue_mention
from importers.records import AuthorRecord, Identifier, TopicRecord, WorkRecord, WorkType
from importers.versions import JOIN_RULE, is_joined_by_title

SOURCE_RANK = ("demo", "crossref", "acl", "openalex", "dblp", "arxiv", "s2")
"""Who is believed where sources differ, best first: what somebody curated, then the publisher, then aggregators."""

SCHEME_RANK = ("doi", "arxiv", "acl", "openalex", "dblp", "s2")
"""Which identifier of a work its id is made from, strongest first."""


def work_key(identifiers: Iterable[Identifier]) -> Identifier:
    """Return the strongest of `identifiers` (at least one): the one that the work's id is made from."""
    return min(identifiers, key=lambda i: (_rank(i.scheme, SCHEME_RANK), i))


def merge(records: Sequence[WorkRecord]) -> WorkState:
    """Return the work that `records` (at least one, all of the same work) describe together."""
    ranked = sorted(records, key=_believed)
    identifiers = sorted({i for r in ranked for i in r.identifiers}, key=lambda i: (_rank(i.scheme, SCHEME_RANK), i))
    best = ranked[0]
    year = next((r.year for r in ranked if r.year is not None), None)
    numbered = next((r for r in ranked if r.volume or r.issue or r.pages), best)
    authors = _align([(r.source, r.authors) for r in ranked])
    authorships = _authorships(authors)
    venue = next((r.venue for r in ranked if r.venue is not None), None)
    return WorkState(
        id=node_id("Work", identifiers[0].scheme, identifiers[0].value),
        identifiers=tuple((i.scheme, i.value) for i in identifiers),
        properties={
            "title": best.title,
            "plainTitle": best.plain_title,
            "slugBase": slug_base(best.plain_title),
            "abstract": next((r.abstract for r in ranked if r.abstract), None),
            "type": best.type.value,
            "year": year,
            "sortYear": year or 0,
            "firstPublishedAt": min((r.first_published_at for r in ranked if r.first_published_at), default=None),
            "latestVersionAt": max((r.latest_version_at for r in ranked if r.latest_version_at), default=None),
            "versions": next((list(r.versions) for r in ranked if r.versions), None),
            "language": next((r.language for r in ranked if r.language), None),
            "isOpenAccess": _any_known(r.is_open_access for r in ranked),
            "retracted": any(r.retracted for r in ranked),
            "withdrawn": next((r.withdrawn for r in ranked if r.withdrawn), None),
            "url": next((r.url for r in ranked if r.url), None),
            "pdfUrl": next((r.pdf_url for r in ranked if r.pdf_url), None),
            "volume": numbered.volume,
            "issue": numbered.issue,
            "pages": numbered.pages,
            "publisher": next((r.publisher for r in ranked if r.publisher), None),
            "unresolvedReferences": next(
                (list(r.unresolved_references) for r in ranked if r.unresolved_references), None
            ),
            "externalCitationCount": next(
                (r.external_citation_count for r in ranked if r.external_citation_count is not None), None
            ),
            "authorsCount": len(authors),
            "authorNames": JOINED_BY.join(said[0][1].name for said in authors) or None,
            "venueName": venue.name if venue else None,
            "joinRule": JOIN_RULE if len(ranked) > 1 and is_joined_by_title(ranked) else None,
        },
        authorships=authorships,
        topics=_topics(ranked),
        venue=next((venue_mention(r.source, r.venue) for r in ranked if r.venue is not None), None),
        references=frozenset((r.source, (i.scheme, i.value)) for r in ranked for i in r.references),
        mentions=tuple(dict.fromkeys(mention for r in ranked for mention in _mentions(r))),
        claims=_claims(ranked, authorships),
    )


def _believed(record: WorkRecord) -> tuple[bool, bool, int, str, str]:
    """Return what records of one work are sorted by, those that are believed first.

    A record that says a part of what its source knows comes last. Where a preprint and the published version are one
    work, it is the published one, unless somebody curated it otherwise or nobody but a bibliography says so.
    """
    rank = _rank(record.source, SOURCE_RANK)
    is_preprint = rank > 0 and (record.type is WorkType.PREPRINT or rank == len(SOURCE_RANK))
    return (record.supplement, is_preprint, rank, record.source, record.key)


def _rank(value: str, ranks: Sequence[str]) -> int:
    return ranks.index(value) if value in ranks else len(ranks)


def _any_known(values: Iterable[bool | None]) -> bool | None:
    known = [v for v in values if v is not None]
    return any(known) if known else None


def _align(lists: Sequence[tuple[str, Sequence[AuthorRecord]]]) -> list[list[tuple[str, AuthorRecord]]]:
    """Return, for each author of the first non-empty list, what all lists say of that author, best source first.

    Each with the source that says it. Whom the first list does not have is left out: it is taken as whole.
    """
    present = [(source, authors) for source, authors in lists if authors]
    if not present:
        return []
    source, first = present[0]
    aligned = [[(source, author)] for author in first]
    for source, authors in present[1:]:
        for i, j in _matches(first, authors):
            aligned[i].append((source, authors[j]))
    return aligned


def _matches(first: Sequence[AuthorRecord], second: Sequence[AuthorRecord]) -> list[tuple[int, int]]:
    """Return the places of those authors who are the same in two lists, in the order of the second.

    The name key is the same, or else, at the same place of lists of equal length, the last name and the first letter.
    """
    keys = [name_key(author.name) for author in first]
    free = set(range(len(first)))
    found = []
    for j, author in enumerate(second):
        key = name_key(author.name)
        same_name = [i for i in sorted(free) if keys[i] == key]
        match = j if j in same_name else next(iter(same_name), None)
        if match is None and len(first) == len(second) and j in free and _is_alike(keys[j], key):
            match = j
        if match is not None:
            free.discard(match)
            found.append((match, j))
    return found


def _is_alike(a: str, b: str) -> bool:
    return a.split()[-1:] == b.split()[-1:] and a[:1] == b[:1]


def _authorships(aligned: Sequence[Sequence[tuple[str, AuthorRecord]]]) -> tuple[AuthorshipState, ...]:
    occurrences: Counter[str] = Counter()
    taken: set[Key] = set()
    states = []
    for position, said in enumerate(aligned, start=1):
        name = said[0][1].name
        key = name_key(name)
        occurrences[key] += 1
        person = _person([author for _, author in said])
        if person is not None:
            # One person is one author of a work; a second author under her key is somebody else of the same name.
            person = None if person.key in taken else person
            taken.update(() if person is None else (person.key,))
        states.append(
            AuthorshipState(
                key=key if occurrences[key] == 1 else f"{key} #{occurrences[key]}",
                position=position,
                name=name,
                name_key=key,
                person=person,
                raw_affiliation=next((a.raw_affiliation for _, a in said if a.raw_affiliation), None),
                institutions=tuple(
                    dict.fromkeys(institution_mention(source, i).id for source, a in said for i in a.institutions)
                ),
                corresponding=any(a.corresponding for _, a in said),
            )
        )
    return tuple(states)


def _person(said: Sequence[AuthorRecord]) -> PersonState | None:
    keyed = [a for a in said if a.key is not None]
    if not keyed or keyed[0].key is None:
        return None
    best = keyed[0]
    return PersonState(
        key=(keyed[0].key.scheme, keyed[0].key.value),
        identifiers=_names_of(best),
        rule=best.rule.value,
        preferred_name=next((a.preferred_name for a in keyed if a.preferred_name), None),
    )


def _names_of(author: AuthorRecord) -> tuple[Key, ...]:
    """Return the identifiers of an author whom an authority names, () for others."""
    if author.key is None:
        return ()
    if not author.identifiers:
        return ((author.key.scheme, author.key.value),)
    return tuple(sorted({(i.scheme, i.value) for i in (author.key, *author.identifiers)}))


def _claims(ranked: Sequence[WorkRecord], authorships: Sequence[AuthorshipState]) -> frozenset[tuple[Key, ...]]:
    """Return which identifiers of people are one person's, by all records and not only those that are believed.

    What two records say is one person's is so whatever a third says: else the order in which they came would show.
    """
    said = {each.person.identifiers for each in authorships if each.person is not None}
    named = (_names_of(author) for r in ranked for author in r.authors if author.identifiers)
    claims = {names for names in named if len(names) > 1 and names not in said}
    keyed = [r.authors for r in ranked if any(a.key is not None for a in r.authors)]
    if len(keyed) > 1:
        for base in (r.authors for r in ranked if r.authors):
            claims |= _same_people(base, [authors for authors in keyed if authors is not base])
    return frozenset(claims)


def _same_people(base: Sequence[AuthorRecord], others: Sequence[Sequence[AuthorRecord]]) -> set[tuple[Key, ...]]:
    """Return pairs of keys of one author, of whom `others` say so by having the same place as one of `base`."""
    together = [[a] for a in base]
    for authors in others:
        for i, j in _matches(base, authors):
            together[i].append(authors[j])
    claims: set[tuple[Key, ...]] = set()
    for said in together:
        keyed = [a for a in said if a.key is not None]
        for a, b in combinations(keyed, 2):
            if a.key is not None and b.key is not None and a.key != b.key and not _contradict(a, b):
                claims.add(tuple(sorted(((a.key.scheme, a.key.value), (b.key.scheme, b.key.value)))))
    return claims


def _contradict(a: AuthorRecord, b: AuthorRecord) -> bool:
    """Say whether one authority has two names for two authors: then they are two people, or one name is mistaken."""
    names_a, names_b = dict(_names_of(a)), dict(_names_of(b))
    return any(names_b.get(scheme, value) != value for scheme, value in names_a.items())


def _mentions(record: WorkRecord) -> Iterator[Description]:
    """Yield what a record mentions, whether or not another record is believed before it."""
    for author in record.authors:
        for institution in author.institutions:
            yield institution_mention(record.source, institution)
    for topic in record.topics:
        yield topic_mention(record.source, topic)
    if record.venue is not None:
        yield venue_mention(record.source, record.venue)


def _topics(ranked: Sequence[WorkRecord]) -> tuple[TopicState, ...]:
    said: dict[Key, tuple[str, TopicRecord]] = {}
    for record in ranked:
        for topic in record.topics:
            said.setdefault((topic.scheme, topic.code), (record.source, topic))
    primary = next((key for key, (_, topic) in said.items() if topic.primary), None)
    return tuple(
        TopicState(topic_mention(source, topic), topic.score, key == primary)
        for key, (source, topic) in sorted(said.items())
    )

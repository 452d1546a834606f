"""One topic, institution, source or person out of all that sources say of it.

Pure functions of the set of descriptions: the order in which they were imported cannot show in the result. A registry's
own records are believed before what works say in passing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from graphdb.text import slug_base
from graphdb.writer.descriptions import Said
from importers.records import (
    InstitutionEntry,
    InstitutionRecord,
    ResearcherEntry,
    SourceEntry,
    SourceKind,
    TopicEntry,
    TopicRecord,
    VenueRecord,
)

MAX_VARIANTS = 100
"""A series of proceedings is called by the name of each of them: no more names are kept than are of use in a search."""

LEVELS = {"domain": 0, "field": 1, "subfield": 2, "topic": 3}
"""Depth in the hierarchy of a classification, the root being 0."""

# Who is believed, best first. What somebody curated comes before what is collected.
INSTITUTION_RANK = ("demo", "ror", "openalex", "crossref")
SOURCE_RANK = ("demo", "acl", "openalex", "crossref", "dblp", "s2")
TOPIC_RANK = ("demo", "openalex", "arxiv", "s2")
PERSON_RANK = ("orcid", "dblp", "openalex", "s2")

T = TypeVar("T")


def merge_institution(said: Iterable[Said]) -> dict[str, Any]:
    """Return the properties of the institution that `said` (at least one) describe."""
    ranked = _ranked(said, INSTITUTION_RANK)
    entries = [_INSTITUTION_ENTRY.decode(each.payload) for each in ranked if each.is_record]
    mentions = [_INSTITUTION.decode(each.payload) for each in ranked if not each.is_record]
    records = [*(entry.institution for entry in entries), *mentions]
    name = records[0].name
    return {
        "name": name,
        "slugBase": slug_base(name),
        "nameVariants": _variants(name, (each.name_variants for each in entries), (each.name for each in records)),
        "ror": _first(i.value for each in records for i in each.identifiers if i.scheme == "ror"),
        "country": _first(each.country for each in records),
        "city": _first(each.city for each in records),
        **_place(records),
        "type": _first(each.type for each in records),
        "homepage": _first(each.homepage for each in records),
        "domains": sorted({domain for each in records for domain in each.domains}) or None,
        "established": _first(each.established for each in entries),
        "active": entries[0].active if entries else None,
    }


def _place(records: Iterable[InstitutionRecord]) -> dict[str, float | None]:
    """Return both coordinates of one record, so that they are of one place."""
    placed = ((each.latitude, each.longitude) for each in records)
    latitude, longitude = next((pair for pair in placed if None not in pair), (None, None))
    return {"latitude": latitude, "longitude": longitude}


def merge_source(said: Iterable[Said]) -> dict[str, Any]:
    """Return the properties of the source that `said` (at least one) describe."""
    ranked = _ranked(said, SOURCE_RANK)
    entries = [_SOURCE_ENTRY.decode(each.payload) for each in ranked if each.is_record]
    mentions = [_VENUE.decode(each.payload) for each in ranked if not each.is_record]
    venues = [*(entry.venue for entry in entries), *mentions]
    name = venues[0].name
    kinds = (each.kind for each in venues if each.kind is not SourceKind.OTHER)
    return {
        "name": name,
        "slugBase": slug_base(name),
        "nameVariants": _variants(name, (each.name_variants for each in entries), (each.name for each in venues)),
        "kind": next(kinds, SourceKind.OTHER).value,
        "issn": sorted({i.value for each in venues for i in each.identifiers if i.scheme == "issn"}) or None,
        "url": _first(each.url for each in venues),
        "publisher": _first(each.publisher for each in entries),
    }


def merge_topic(said: Iterable[Said]) -> dict[str, Any]:
    """Return the properties of the topic that `said` (at least one) describe."""
    ranked = _ranked(said, TOPIC_RANK)
    entries = [_TOPIC_ENTRY.decode(each.payload) for each in ranked if each.is_record]
    mentions = [_TOPIC.decode(each.payload) for each in ranked if not each.is_record]
    topics = [*(entry.topic for entry in entries), *mentions]
    name = topics[0].name
    return {
        "name": name,
        "slugBase": slug_base(name),
        "scheme": topics[0].scheme,
        "code": topics[0].code,
        "level": _first(LEVELS.get(each.level or "") for each in entries),
        "description": _first(each.description for each in entries),
        "keywords": _first(list(each.keywords) or None for each in entries),
    }


def merge_researcher(said: Iterable[Said]) -> dict[str, Any]:
    """Return what the registries that have a record of a person (at least one) say of her."""
    entries = [_RESEARCHER_ENTRY.decode(each.payload) for each in _ranked(said, PERSON_RANK)]
    places = (
        affiliation.institution.name
        for entry in entries
        for affiliation in entry.affiliations
        if not affiliation.institution.identifiers
    )
    return {
        "preferredName": entries[0].name,
        "registryNames": _listed(name for entry in entries for name in (entry.name, *entry.name_variants)),
        "bio": _first(entry.bio for entry in entries),
        "urls": _listed(url for entry in entries for url in entry.urls),
        "rawAffiliations": _listed(places),
    }


MERGES: Mapping[str, Callable[[Iterable[Said]], dict[str, Any]]] = {
    "Topic": merge_topic,
    "Institution": merge_institution,
    "Source": merge_source,
    "Researcher": merge_researcher,
}
"""By the label of what is described."""


def broader_topic(said: Iterable[Said]) -> TopicRecord | None:
    """Return the next wider topic, by the best record that says one."""
    ranked = _ranked(said, TOPIC_RANK)
    return _first(_TOPIC_ENTRY.decode(each.payload).broader for each in ranked if each.is_record)


def overlaid(old: TopicEntry, new: TopicEntry) -> TopicEntry:
    """Return `new` with what only `old` says: a topic's record may be a short one, which stands in another's."""
    return TopicEntry(
        source=new.source,
        key=new.key,
        topic=new.topic,
        level=new.level or old.level,
        description=new.description or old.description,
        keywords=new.keywords or old.keywords,
        broader=new.broader or old.broader,
    )


_INSTITUTION_ENTRY = msgspec.json.Decoder(InstitutionEntry)
_INSTITUTION = msgspec.json.Decoder(InstitutionRecord)
_SOURCE_ENTRY = msgspec.json.Decoder(SourceEntry)
_VENUE = msgspec.json.Decoder(VenueRecord)
_TOPIC_ENTRY = msgspec.json.Decoder(TopicEntry)
_TOPIC = msgspec.json.Decoder(TopicRecord)
_RESEARCHER_ENTRY = msgspec.json.Decoder(ResearcherEntry)


def _ranked(said: Iterable[Said], ranks: Sequence[str]) -> list[Said]:
    def rank(each: Said) -> tuple[bool, int, str, str]:
        place = ranks.index(each.source) if each.source in ranks else len(ranks)
        return (not each.is_record, place, each.source, each.payload)

    return sorted(said, key=rank)


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _listed(values: Iterable[str]) -> list[str] | None:
    return list(dict.fromkeys(values)) or None


def _variants(name: str, of_registries: Iterable[Iterable[str]], printed: Iterable[str]) -> list[str] | None:
    """Return the other names, those that a registry gives first, and of the others the shortest."""
    known = dict.fromkeys(variant for variants in of_registries for variant in variants)
    others = dict.fromkeys(sorted(set(printed), key=lambda each: (len(each), each)))
    kept = [each for each in dict.fromkeys((*known, *others)) if each != name]
    return sorted(kept[:MAX_VARIANTS]) or None

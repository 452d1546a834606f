"""What sources say of topics, institutions, sources and people, in the form in which the graph keeps it."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

import msgspec

from graphdb.ids import digest, node_id
from graphdb.text import fold
from graphdb.writer.identity import Family
from graphdb.writer.institutions import INSTITUTIONS
from graphdb.writer.people import PEOPLE
from graphdb.writer.sources import SOURCES
from graphdb.writer.state import Description, Key
from importers.records import (
    Identifier,
    InstitutionEntry,
    InstitutionRecord,
    ResearcherEntry,
    SourceEntry,
    TopicEntry,
    TopicRecord,
    VenueRecord,
)

Entry = ResearcherEntry | InstitutionEntry | SourceEntry | TopicEntry
"""A registry's own record of something that is no work."""

_Names = tuple[tuple[Key, ...], tuple[Key, ...], str | None]
"""Identifiers that tell something apart, those that others may share, and the id of the node if there are none."""

_ENCODER = msgspec.json.Encoder()
_SEEN = 65_536
"""Wordings that are remembered: the same few stand on most works."""


@lru_cache(maxsize=_SEEN)
def institution_mention(source: str, institution: InstitutionRecord) -> Description:
    """Return what `source` says of an institution in passing."""
    return _mention(INSTITUTIONS, source, institution, institution.identifiers, institution.name)


@lru_cache(maxsize=_SEEN)
def venue_mention(source: str, venue: VenueRecord) -> Description:
    """Return what `source` says of a source in passing."""
    return _mention(SOURCES, source, venue, venue.identifiers, venue.name)


def topic_mention(source: str, topic: TopicRecord) -> Description:
    """Return what `source` says of a topic in passing, its place in the work left out."""
    return _topic_mention(source, topic.scheme, topic.code, topic.name)


@lru_cache(maxsize=_SEEN)
def _topic_mention(source: str, scheme: str, code: str, name: str) -> Description:
    payload = _ENCODER.encode(TopicRecord(scheme, code, name)).decode()
    return Description(
        id=digest("mention", "Topic", source, payload),
        label="Topic",
        source=source,
        payload=payload,
        entity=topic_id(scheme, code),
    )


def topic_id(scheme: str, code: str) -> str:
    """Return the id of a topic: it has no other names than its scheme's code."""
    return node_id("Topic", scheme, code)


def entry_of(entry: Entry) -> Description:
    """Return a registry's own record."""
    payload = _ENCODER.encode(entry)
    hash_ = blake2b(payload, digest_size=16).hexdigest()
    id_ = digest("record", entry.source, entry.key)
    label, (keys, shared, entity) = _names(entry)
    return Description(id_, label, entry.source, payload.decode(), keys, shared, entity, entry.key, hash_)


def _names(entry: Entry) -> tuple[str, _Names]:
    match entry:
        case TopicEntry(topic=topic):
            return "Topic", ((), (), topic_id(topic.scheme, topic.code))
        case InstitutionEntry(institution=institution):
            return "Institution", _told_apart(INSTITUTIONS, institution.identifiers, institution.name)
        case SourceEntry(venue=venue):
            return "Source", _told_apart(SOURCES, venue.identifiers, venue.name)
        case ResearcherEntry(identifiers=identifiers, name=name):
            return "Researcher", _told_apart(PEOPLE, identifiers, name)


def _mention(
    family: Family, source: str, record: InstitutionRecord | VenueRecord, identifiers: Iterable[Identifier], name: str
) -> Description:
    payload = _ENCODER.encode(record).decode()
    keys, shared, entity = _told_apart(family, identifiers, name)
    id_ = digest("mention", family.label, source, payload)
    return Description(id_, family.label, source, payload, keys, shared, entity)


def _told_apart(family: Family, identifiers: Iterable[Identifier], name: str) -> _Names:
    """Return the identifiers that tell something apart, the others but for names, and the id if there are none."""
    all_keys = list(dict.fromkeys((i.scheme, i.value) for i in identifiers))
    keys = tuple(key for key in all_keys if family.tells_apart(key[0]))
    shared = tuple(key for key in all_keys if not family.tells_apart(key[0]) and key[0] != "name")
    if keys:
        return keys, shared, None
    return (), shared, node_id(family.label, *(all_keys[0] if all_keys else ("name", fold(name) or name)))

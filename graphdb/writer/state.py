"""What the graph should hold of one work, whatever it holds now: the input of the writer."""

from collections.abc import Mapping
from typing import Any

import msgspec

Key = tuple[str, str]
"""An identifier: (scheme, value)."""


class PersonState(msgspec.Struct, frozen=True):
    """A person named by an authority."""

    key: Key
    """Her strongest identifier."""
    identifiers: tuple[Key, ...]
    """All that the same record gives, `key` included."""
    rule: str
    """Why the key names one person."""
    preferred_name: str | None = None
    """The name that the authority prefers."""


class AuthorshipState(msgspec.Struct, frozen=True):
    """One author of one work."""

    key: str
    """Unique within the work and independent of the list's order: the name key and the occurrence of it."""
    position: int
    """From 1."""
    name: str
    """As printed."""
    name_key: str
    person: PersonState | None = None
    """None: known by name only."""
    raw_affiliation: str | None = None
    institutions: tuple[str, ...] = ()
    """Ids of the mentions of the institutions that it names."""
    corresponding: bool = False


class Description(msgspec.Struct, frozen=True):
    """What one source says of one topic, institution, source or person."""

    id: str
    label: str
    source: str
    payload: str
    """As JSON."""
    keys: tuple[Key, ...] = ()
    """Identifiers that tell the thing from others: whatever shares one is the same."""
    shared: tuple[Key, ...] = ()
    """Identifiers that others may have as well."""
    entity: str | None = None
    """The id of the node where no identifier tells it from others: then the name does, or the scheme's code."""
    key: str | None = None
    """Of a registry's own record; None: works mention the thing in these words."""
    hash: str | None = None
    """Of a registry's own record: of its content."""


class TopicState(msgspec.Struct, frozen=True):
    """A work's edge to a topic."""

    topic: Description
    score: float | None
    primary: bool


class WorkState(msgspec.Struct, frozen=True):
    """One work with its outgoing edges, merged from all records that describe it."""

    id: str
    identifiers: tuple[Key, ...]
    """Sorted, the strongest first."""
    properties: Mapping[str, Any]
    """Of the node, without id, slug and counters."""
    authorships: tuple[AuthorshipState, ...]
    topics: tuple[TopicState, ...]
    venue: Description | None
    references: frozenset[tuple[str, Key]]
    """(source, identifier of the cited work)."""
    mentions: tuple[Description, ...] = ()
    """All topics, institutions and sources that a record names, also those that no edge leads to."""
    claims: frozenset[tuple[Key, ...]] = frozenset()
    """Identifiers of people that are one person's, as far as `authorships` do not say so."""


class RecordState(msgspec.Struct, frozen=True):
    """A source's record, kept so that the work can be made anew when another record of it arrives."""

    id: str
    source: str
    key: str
    hash: str
    payload: str
    """The mapped record as JSON."""
    join_key: str | None = None
    """Under which preprints and published versions of one title meet."""


class WorkChange(msgspec.Struct, frozen=True):
    """What one batch does to one work."""

    new: WorkState
    old: WorkState | None
    """None: the work is new."""
    old_ids: tuple[str, ...]
    """The nodes that are this work; several are merged into the first. Empty: the work is new."""
    records: tuple[RecordState, ...]
    """New and changed records."""
    awaited: bool = False
    """Something in the graph refers to it already, by one of its identifiers."""
    aliases: tuple[Key, ...] = ()
    """Identifiers that an authority has merged with those of the records."""


class Names(msgspec.Struct, frozen=True):
    """The nodes that the works of a batch name."""

    described: Mapping[str, str]
    """Of topics, institutions and sources, by the id of the description."""
    people: Mapping[Key, str]
    """Of those whom an authority names, by identifier."""

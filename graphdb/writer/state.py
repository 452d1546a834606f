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
    """All of them, `key` included."""
    rule: str
    """Why the key names one person."""
    confidence: float
    """0 to 1: how far the rule is to be trusted."""
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
    institution_ids: tuple[str, ...] = ()
    corresponding: bool = False


class EntityState(msgspec.Struct, frozen=True):
    """A topic, institution or source that a work points to."""

    id: str
    name: str
    identifiers: tuple[Key, ...]
    properties: Mapping[str, Any]


class TopicState(msgspec.Struct, frozen=True):
    """A work's edge to a topic."""

    topic: EntityState
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
    institutions: tuple[EntityState, ...]
    """Those that the authorships name."""
    topics: tuple[TopicState, ...]
    venue: EntityState | None
    references: frozenset[tuple[str, Key]]
    """(source, identifier of the cited work)."""


class RecordState(msgspec.Struct, frozen=True):
    """A source's record, kept so that the work can be made anew when another record of it arrives."""

    id: str
    source: str
    key: str
    hash: str
    payload: str
    """The mapped record as JSON."""


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

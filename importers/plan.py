"""What a batch of records changes in the graph."""

from collections.abc import Container, Mapping, Sequence
from hashlib import blake2b
from itertools import product

import msgspec

from graphdb.ids import digest
from graphdb.writer.identity import linked_keys
from graphdb.writer.lookup import record_hashes, records_by_join_key, records_of_works, works_by_identifier
from graphdb.writer.state import Key, RecordState, WorkChange, WorkState
from graphdb.writer.transaction import Transaction
from importers.merge import merge
from importers.records import WorkRecord
from importers.versions import are_versions, join_key, opposite

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(WorkRecord)


class Outcome(msgspec.Struct):
    """What became of the records of a batch."""

    written: int = 0
    """New, or changed since they were imported last."""
    unchanged: int = 0
    """Stored already as they are."""
    merged: int = 0
    """New, and of something that another record describes already."""


class Planned(msgspec.Struct, frozen=True):
    """The changes of a batch and what they count as."""

    changes: tuple[WorkChange, ...]
    outcome: Outcome


class Prepared(msgspec.Struct, frozen=True):
    """A record with all that can be made of it without looking at the graph."""

    record: WorkRecord
    state: RecordState
    """The form in which it is stored."""
    alone: WorkState
    """The work, if no other record describes it."""


def prepare(record: WorkRecord) -> Prepared:
    """Return `record` ready to be planned: what takes the time, so that it can be done ahead."""
    return Prepared(record, stored(record), merge([record]))


def stored(record: WorkRecord) -> RecordState:
    """Return the form in which `record` is kept."""
    payload = _ENCODER.encode(record)
    return RecordState(
        id=digest("record", record.source, record.key),
        source=record.source,
        key=record.key,
        hash=blake2b(payload, digest_size=16).hexdigest(),
        payload=payload.decode(),
        join_key=join_key(record),
    )


def plan(tx: Transaction, records: Sequence[Prepared]) -> Planned:
    """Return what `records` change, given what the graph holds.

    Of several versions of one record in a batch the last counts, as it would in batches of their own.
    """
    outcome = Outcome()
    latest: dict[str, Prepared] = {}
    for record in records:
        id_ = record.state.id
        if id_ in latest:
            same = latest[id_].state.hash == record.state.hash
            outcome.unchanged += same
            outcome.written += not same
        latest[id_] = record
    stored = record_hashes(tx, latest)
    fresh = [record for id_, record in latest.items() if stored.get(id_) != record.state.hash]
    outcome.unchanged += len(latest) - len(fresh)
    if not fresh:
        return Planned((), outcome)
    links = _Links()
    for each in fresh:
        links.add_record(each)
    known = works_by_identifier(tx, links.keys)
    for key, work in known.works.items():
        links.add_work(key, work)
    for keys in linked_keys(tx, "Work", known.merged) if known.merged else []:
        links.add_merged(keys)
    _tie_versions(tx, fresh, links)
    groups = links.groups(fresh)
    held = records_of_works(tx, {id_ for ids, _, _ in groups for id_ in ids})
    changes = []
    for ids, aliases, group in groups:
        changes.append(_change(ids, aliases, group, held, known.present))
        stands = bool(ids)
        for record in group:
            if record.state.id not in stored and stands:
                outcome.merged += 1
            else:
                outcome.written += 1
            stands = True
    return Planned(tuple(changes), outcome)


def replan(tx: Transaction, keys: Sequence[Sequence[Key]]) -> tuple[WorkChange, ...]:
    """Return what becomes of the works that stand, given groups of identifiers that name one work each."""
    known = works_by_identifier(tx, {key for group in keys for key in group})
    links = _Links()
    for group in keys:
        links.add_merged(group)
        for key in group:
            if key in known.works:
                links.add_work(key, known.works[key])
    groups = links.standing()
    held = records_of_works(tx, {id_ for ids, _ in groups for id_ in ids})
    return tuple(_change(ids, aliases, (), held, known.present) for ids, aliases in groups)


class _Links:
    """What belongs to one work: records, identifiers and works that stand, as a forest of sets."""

    def __init__(self) -> None:
        self.keys: set[Key] = set()
        """Identifiers of records."""
        self._merged: set[Key] = set()
        self._standing: set[str] = set()
        self._parent: dict[object, object] = {}

    def add_record(self, record: Prepared) -> None:
        """Take up a record with its identifiers."""
        for identifier in record.record.identifiers:
            key = (identifier.scheme, identifier.value)
            self.keys.add(key)
            self.tie(key, record.state.id)

    def add_merged(self, keys: Sequence[Key]) -> None:
        """Take up identifiers of which an authority says that they are one work's."""
        self._merged.update(keys)
        for key in keys:
            self.tie(key, keys[0])

    def add_work(self, one: object, work: str) -> None:
        """Note that a key or a record is of a work that stands."""
        self._standing.add(work)
        self.tie(one, work)

    def tie(self, one: object, other: object) -> None:
        """Note that two things are of one work: keys, or ids of records or works."""
        self._parent[self._root(one)] = self._root(other)

    def groups(self, records: Sequence[Prepared]) -> list[tuple[tuple[str, ...], tuple[Key, ...], list[Prepared]]]:
        """Return `records` by work, with the ids of the works that stand and the identifiers that were merged."""
        members: dict[object, list[Prepared]] = {}
        for each in records:
            members.setdefault(self._root(each.state.id), []).append(each)
        works, merged = self._works(), self._aliases()
        return [
            (tuple(sorted(works.get(group, ()))), tuple(sorted(merged.get(group, ()))), group_members)
            for group, group_members in members.items()
        ]

    def standing(self) -> list[tuple[tuple[str, ...], tuple[Key, ...]]]:
        """Return the works that stand by group, with the identifiers that were merged."""
        merged = self._aliases()
        return [
            (tuple(sorted(ids)), tuple(sorted(merged.get(group, ()))))
            for group, ids in sorted(self._works().items(), key=str)
        ]

    def _works(self) -> dict[object, set[str]]:
        found: dict[object, set[str]] = {}
        for work in self._standing:
            found.setdefault(self._root(work), set()).add(work)
        return found

    def _aliases(self) -> dict[object, set[Key]]:
        found: dict[object, set[Key]] = {}
        for key in self._merged:
            found.setdefault(self._root(key), set()).add(key)
        return found

    def _root(self, node: object) -> object:
        parent = self._parent
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node


def _tie_versions(tx: Transaction, fresh: Sequence[Prepared], links: _Links) -> None:
    """Tie records to those, of this batch and of works that stand, that describe other versions of the same work."""
    by_key: dict[str, list[Prepared]] = {}
    for each in fresh:
        if each.state.join_key is not None:
            by_key.setdefault(each.state.join_key, []).append(each)
    if not by_key:
        return
    for key, payload, work in records_by_join_key(tx, {opposite(key) for key in by_key}):
        other = _DECODER.decode(payload)
        for each in by_key[opposite(key)]:
            if are_versions(each.record, other):
                links.add_work(each.state.id, work)
    for key, records in by_key.items():
        for each, another in product(records, by_key.get(opposite(key), ())):
            if are_versions(each.record, another.record):
                links.tie(each.state.id, another.state.id)


def _change(
    ids: tuple[str, ...],
    aliases: tuple[Key, ...],
    group: Sequence[Prepared],
    held: Mapping[str, Mapping[str, str]],
    present: Container[Key],
) -> WorkChange:
    records = tuple(each.state for each in group)
    # Semantic Scholar numbers people and papers alike: another batch of names may have the same one.
    awaited = any(i.scheme == "s2" or (i.scheme, i.value) in present for each in group for i in each.record.identifiers)
    if not ids and len(group) == 1:
        return WorkChange(group[0].alone, None, (), records, awaited or bool(aliases), aliases)
    before = {record: _DECODER.decode(payload) for id_ in ids for record, payload in held.get(id_, {}).items()}
    after = before | {each.state.id: each.record for each in group}
    # The first of several works is kept; what it was is what its own records say.
    kept = [before[record] for record in held.get(ids[0], {})] if ids else []
    old = merge(kept) if kept else None
    return WorkChange(merge(list(after.values())), old, ids, records, awaited or bool(aliases), aliases)

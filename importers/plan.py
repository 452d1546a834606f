"""What a batch of records changes in the graph."""

from collections.abc import Container, Mapping, Sequence
from hashlib import blake2b

import msgspec

from graphdb.ids import digest
from graphdb.writer.lookup import record_hashes, records_of_works, works_by_identifier
from graphdb.writer.state import RecordState, WorkChange, WorkState
from graphdb.writer.transaction import Transaction
from importers.merge import merge
from importers.records import WorkRecord

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(WorkRecord)


class Outcome(msgspec.Struct):
    """What became of the records of a batch."""

    written: int = 0
    """New, or changed since they were imported last."""
    unchanged: int = 0
    """Stored already as they are."""
    merged: int = 0
    """New, and of a work that another record describes already."""


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
    payload = _ENCODER.encode(record)
    state = RecordState(
        id=digest("record", record.source, record.key),
        source=record.source,
        key=record.key,
        hash=blake2b(payload, digest_size=16).hexdigest(),
        payload=payload.decode(),
    )
    return Prepared(record, state, merge([record]))


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
    keys = {(i.scheme, i.value) for each in fresh for i in each.record.identifiers}
    present = works_by_identifier(tx, keys)
    works = {key: work for key, work in present.items() if work is not None}
    held = records_of_works(tx, set(works.values())) if works else {}
    changes = []
    for ids, group in _groups(fresh, works):
        changes.append(_change(ids, group, held, present))
        known = bool(ids)
        for record in group:
            if record.state.id not in stored and known:
                outcome.merged += 1
            else:
                outcome.written += 1
            known = True
    return Planned(tuple(changes), outcome)


def _groups(
    fresh: Sequence[Prepared], works: Mapping[tuple[str, str], str]
) -> list[tuple[tuple[str, ...], list[Prepared]]]:
    """Group the records that share an identifier, directly or through works that stand, with the ids of those works."""
    parent: dict[object, object] = {}

    def root(node: object) -> object:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for each in fresh:
        id_ = each.state.id
        for identifier in each.record.identifiers:
            key = (identifier.scheme, identifier.value)
            parent[root(key)] = root(id_)
            if key in works:
                parent[root(("work", works[key]))] = root(id_)
    groups: dict[object, list[Prepared]] = {}
    for each in fresh:
        groups.setdefault(root(each.state.id), []).append(each)
    standing: dict[object, set[str]] = {}
    for work in set(works.values()):
        standing.setdefault(root(("work", work)), set()).add(work)
    return [(tuple(sorted(standing.get(group, ()))), members) for group, members in groups.items()]


def _change(
    ids: tuple[str, ...],
    group: Sequence[Prepared],
    held: Mapping[str, Mapping[str, str]],
    present: Container[tuple[str, str]],
) -> WorkChange:
    records = tuple(each.state for each in group)
    awaited = any((i.scheme, i.value) in present for each in group for i in each.record.identifiers)
    if not ids and len(group) == 1:
        return WorkChange(new=group[0].alone, old=None, old_ids=(), records=records, awaited=awaited)
    before = {record: _DECODER.decode(payload) for id_ in ids for record, payload in held.get(id_, {}).items()}
    after = before | {each.state.id: each.record for each in group}
    # The first of several works is kept; what it was is what its own records say.
    kept = [before[record] for record in held.get(ids[0], {})] if ids else []
    return WorkChange(new=merge(list(after.values())), old=merge(kept) if kept else None, old_ids=ids, records=records)

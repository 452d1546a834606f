"""What a batch of records changes in the graph."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import msgspec

from graphdb.ids import digest
from graphdb.writer.lookup import record_hashes, records_of_works, works_by_identifier
from graphdb.writer.state import RecordState, WorkChange
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


def state_of(record: WorkRecord) -> RecordState:
    """Return the form in which `record` is stored."""
    payload = _ENCODER.encode(record)
    return RecordState(
        id=digest("record", record.source, record.key),
        source=record.source,
        key=record.key,
        hash=blake2b(payload, digest_size=16).hexdigest(),
        payload=payload.decode(),
    )


def plan(tx: Transaction, records: Sequence[WorkRecord]) -> Planned:
    """Return what `records` change, given what the graph holds.

    Of several versions of one record in a batch the last counts, as it would in batches of their own.
    """
    outcome = Outcome()
    latest: dict[str, tuple[RecordState, WorkRecord]] = {}
    for record in records:
        state = state_of(record)
        if state.id in latest:
            same = latest[state.id][0].hash == state.hash
            outcome.unchanged += same
            outcome.written += not same
        latest[state.id] = (state, record)
    stored = record_hashes(tx, latest)
    fresh = {id_: pair for id_, pair in latest.items() if stored.get(id_) != pair[0].hash}
    outcome.unchanged += len(latest) - len(fresh)
    if not fresh:
        return Planned((), outcome)
    keys = {(i.scheme, i.value) for _, record in fresh.values() for i in record.identifiers}
    works = works_by_identifier(tx, keys)
    held = records_of_works(tx, set(works.values())) if works else {}
    changes = []
    for ids, group in _groups(fresh, works):
        changes.append(_change(ids, group, held))
        known = bool(ids)
        for state, _ in group:
            if state.id not in stored and known:
                outcome.merged += 1
            else:
                outcome.written += 1
            known = True
    return Planned(tuple(changes), outcome)


Pair = tuple[RecordState, WorkRecord]


def _groups(
    fresh: Mapping[str, Pair], works: Mapping[tuple[str, str], str]
) -> list[tuple[tuple[str, ...], list[Pair]]]:
    """Group the records that share an identifier, directly or through works that stand, with the ids of those works."""
    parent: dict[object, object] = {}

    def root(node: object) -> object:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for id_, (_, record) in fresh.items():
        for identifier in record.identifiers:
            key = (identifier.scheme, identifier.value)
            parent[root(key)] = root(id_)
            if key in works:
                parent[root(("work", works[key]))] = root(id_)
    pairs: dict[object, list[Pair]] = {}
    for id_, pair in fresh.items():
        pairs.setdefault(root(id_), []).append(pair)
    standing: dict[object, set[str]] = {}
    for work in set(works.values()):
        standing.setdefault(root(("work", work)), set()).add(work)
    return [(tuple(sorted(standing.get(group, ()))), members) for group, members in pairs.items()]


def _change(ids: tuple[str, ...], group: Sequence[Pair], held: Mapping[str, Mapping[str, str]]) -> WorkChange:
    before = {record: _DECODER.decode(payload) for id_ in ids for record, payload in held.get(id_, {}).items()}
    after = before | {state.id: record for state, record in group}
    # The first of several works is kept; what it was is what its own records say.
    kept = [before[record] for record in held.get(ids[0], {})] if ids else []
    return WorkChange(
        new=merge(list(after.values())),
        old=merge(kept) if kept else None,
        old_ids=ids,
        records=tuple(state for state, _ in group),
    )

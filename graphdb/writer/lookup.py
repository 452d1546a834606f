"""What the graph holds already of the things that a batch names."""

from collections.abc import Iterable
from typing import Any

import msgspec
from neo4j import Result

from graphdb.writer.state import Key
from graphdb.writer.transaction import Transaction


def collected(result: Result) -> list[Any]:
    """Return the rows that a query collected into its only row: a row of its own costs more than what is in it."""
    rows: list[Any] = result.single(strict=True)[0]
    return rows


TAKE_LOCK = """
MERGE (lock:Lock {name: 'writer'})
SET lock.holder = $run
"""


def take_lock(tx: Transaction, run: str) -> None:
    """Hold the writer's lock until the transaction ends: two imports at once take turns batch by batch."""
    tx.run(TAKE_LOCK, run=run).consume()


# The hints: in an empty store the planner would rather begin with all works, of which there are none.
WORKS_BY_IDENTIFIER = """
UNWIND $keys AS key
MATCH (i:Identifier {scheme: key[0], value: key[1]})
USING INDEX SEEK i:Identifier(scheme, value)
OPTIONAL MATCH (i)-[:IDENTIFIES]->(w:Work)
RETURN collect([key[0], key[1], w.id,
  CASE WHEN w IS NULL THEN EXISTS { (i)-[e:SAME_AS]-() WHERE e.kind = 'Work' } ELSE false END])
"""


class KnownKeys(msgspec.Struct, frozen=True):
    """What identifiers of works are in the graph."""

    works: dict[Key, str]
    """The works that they identify."""
    present: set[Key]
    """Those that something refers to, whether the work stands or not."""
    merged: list[Key]
    """Those without a work that an authority has merged with others."""


def works_by_identifier(tx: Transaction, keys: Iterable[Key]) -> KnownKeys:
    """Return what the graph holds of the identifiers `keys`."""
    known = KnownKeys({}, set(), [])
    for scheme, value, work, is_merged in collected(tx.run(WORKS_BY_IDENTIFIER, keys=[list(key) for key in keys])):
        key = (scheme, value)
        known.present.add(key)
        if work is not None:
            known.works[key] = work
        elif is_merged:
            known.merged.append(key)
    return known


RECORD_HASHES = """
UNWIND $ids AS id
MATCH (record:Record {id: id})
RETURN collect([record.id, record.hash])
"""


def record_hashes(tx: Transaction, ids: Iterable[str]) -> dict[str, str]:
    """Return the content hashes of those of the records `ids` that are stored."""
    return dict(collected(tx.run(RECORD_HASHES, ids=list(ids))))


RECORDS_OF_WORKS = """
UNWIND $ids AS id
MATCH (:Work {id: id})<-[:DESCRIBES]-(record:Record)
RETURN collect([id, record.id, record.payload])
"""


def records_of_works(tx: Transaction, ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return, for each work id, the payloads of its records by record id."""
    found: dict[str, dict[str, str]] = {}
    for work, record, payload in collected(tx.run(RECORDS_OF_WORKS, ids=list(ids))):
        found.setdefault(work, {})[record] = payload
    return found


RECORDS_BY_JOIN_KEY = """
UNWIND $keys AS key
MATCH (record:Record {joinKey: key})
USING INDEX record:Record(joinKey)
MATCH (record)-[:DESCRIBES]->(w:Work)
RETURN collect([key, record.payload, w.id])
"""


def records_by_join_key(tx: Transaction, keys: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return the records of works under any of `keys`, each (key, payload, id of the work)."""
    return [(key, payload, work) for key, payload, work in collected(tx.run(RECORDS_BY_JOIN_KEY, keys=list(keys)))]


PAYLOADS = """
UNWIND $ids AS id
MATCH (record:Record {id: id})
RETURN collect([id, record.payload])
"""


def record_payloads(tx: Transaction, ids: Iterable[str]) -> dict[str, str]:
    """Return the payloads of those of the records `ids` that are stored."""
    return dict(collected(tx.run(PAYLOADS, ids=list(ids))))

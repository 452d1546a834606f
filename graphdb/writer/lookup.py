"""What the graph holds already of the things that a batch names."""

from collections.abc import Iterable
from typing import Any

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
RETURN collect([key[0], key[1], w.id])
"""


def works_by_identifier(tx: Transaction, keys: Iterable[Key]) -> dict[Key, str | None]:
    """Return the ids of the works that `keys` identify; None where a work by that name is only referred to so far.

    Unknown keys are left out.
    """
    rows = collected(tx.run(WORKS_BY_IDENTIFIER, keys=[list(key) for key in keys]))
    return {(scheme, value): id_ for scheme, value, id_ in rows}


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


RESEARCHERS_BY_IDENTIFIER = """
UNWIND $keys AS key
MATCH (i:Identifier {scheme: key[0], value: key[1]})
USING INDEX SEEK i:Identifier(scheme, value)
MATCH (i)-[:IDENTIFIES]->(r:Researcher)
RETURN collect([key[0], key[1], r.id])
"""


def researchers_by_identifier(tx: Transaction, keys: Iterable[Key]) -> dict[Key, str]:
    """Return the ids of the researchers that `keys` identify; unknown keys are left out."""
    rows = collected(tx.run(RESEARCHERS_BY_IDENTIFIER, keys=[list(key) for key in keys]))
    return {(scheme, value): id_ for scheme, value, id_ in rows}

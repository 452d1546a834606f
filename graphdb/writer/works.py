"""Work nodes with their identifiers and records."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphdb.writer.state import Key, RecordState, WorkChange
from graphdb.writer.transaction import Transaction

CREATE_WORKS = """
UNWIND $rows AS row
CREATE (w:Work)
SET w = row.work
FOREACH (key IN row.identifiers |
  CREATE (:Identifier {scheme: key[0], value: key[1]})-[:IDENTIFIES]->(w)
)
FOREACH (key IN row.awaited |
  MERGE (i:Identifier {scheme: key[0], value: key[1]})
  CREATE (i)-[:IDENTIFIES]->(w)
)
FOREACH (properties IN row.records |
  CREATE (record:Record)-[:DESCRIBES]->(w)
  SET record = properties
)
"""


def create_works(tx: Transaction, changes: Sequence[WorkChange], slugs: Mapping[str, str], run: str, now: str) -> None:
    """Create the nodes of works that are new, with their identifiers and records; `slugs` are by their ids."""
    rows: list[dict[str, Any]] = [
        {
            "work": {
                **change.new.properties,
                "id": change.new.id,
                "slug": slugs[change.new.id],
                "importedAt": now,
                "referencesCount": 0,
                "citationCount": 0,
                "followersCount": 0,
            },
            "identifiers": [] if change.awaited else [list(key) for key in change.new.identifiers],
            "awaited": [list(key) for key in _identifiers(change)] if change.awaited else [],
            "records": [{"id": record.id, **_stored(record, run, now)} for record in change.records],
        }
        for change in changes
    ]
    tx.run(CREATE_WORKS, rows=rows).consume()


def _identifiers(change: WorkChange) -> list[Key]:
    return list(dict.fromkeys((*change.new.identifiers, *change.aliases)))


def _stored(record: RecordState, run: str, now: str) -> dict[str, str | None]:
    return {
        "source": record.source,
        "key": record.key,
        "hash": record.hash,
        "payload": record.payload,
        "joinKey": record.join_key,
        "run": run,
        "importedAt": now,
    }


UPDATE_WORKS = """
UNWIND $rows AS row
MATCH (w:Work {id: row.id})
SET w += row.properties
WITH w
MATCH (w)<-[:AUTHORED]-(r:Researcher {keyed: false})
SET r:Unresolved
"""


def update_works(tx: Transaction, changes: Sequence[WorkChange]) -> None:
    """Set the properties of works that stand already (under their new ids).

    What else is said of a work may tell who its authors are: those known by name only wait for the name pass.
    """
    rows = [{"id": change.new.id, "properties": change.new.properties} for change in changes]
    tx.run(UPDATE_WORKS, rows=rows).consume()


RENAME_WORKS = """
UNWIND $rows AS row
MATCH (w:Work {id: row.old})
SET w.id = row.new
MERGE (alias:Identifier {scheme: 'id', value: row.old})
MERGE (alias)-[:IDENTIFIES]->(w)
WITH w
MATCH (w)<-[:AUTHORED]-(r:Researcher {keyed: false})
SET r:Unresolved
"""


def rename_works(tx: Transaction, renames: Sequence[tuple[str, str]]) -> None:
    """Give works, each (old id, new id), the id of a stronger identifier; the old id stays an alias.

    The ids of people known by name only are made from their works' ids: they wait for the name pass.
    """
    tx.run(RENAME_WORKS, rows=[{"old": old, "new": new} for old, new in renames]).consume()


MERGE_WORKS = """
UNWIND $rows AS row
MATCH (keep:Work {id: row.keep}), (gone:Work {id: row.gone})
CALL (keep, gone) {
  MATCH (i:Identifier)-[e:IDENTIFIES]->(gone)
  MERGE (i)-[:IDENTIFIES]->(keep)
  DELETE e
}
CALL (keep, gone) {
  MATCH (record:Record)-[e:DESCRIBES]->(gone)
  MERGE (record)-[:DESCRIBES]->(keep)
  DELETE e
}
CALL (keep, gone) {
  MATCH (r:Researcher)-[e:AUTHORED]->(gone)
  CREATE (r)-[a:AUTHORED]->(keep)
  SET a = properties(e)
}
CALL (keep, gone) {
  MATCH (decision)-[e:PLACES]->(gone)
  MERGE (decision)-[:PLACES {key: e.key}]->(keep)
}
CALL (keep, gone) {
  MATCH (citing:Work)-[e:CITES]->(gone)
  MERGE (citing)-[c:CITES]->(keep)
  ON CREATE SET c = properties(e)
  ON MATCH SET c.sources = c.sources + [s IN e.sources WHERE NOT s IN c.sources]
}
CALL (keep, gone) {
  MATCH (gone)-[e:CITES]->(cited:Work)
  MERGE (keep)-[c:CITES]->(cited)
  ON CREATE SET c = properties(e)
  ON MATCH SET c.sources = c.sources + [s IN e.sources WHERE NOT s IN c.sources]
}
CALL (keep, gone) {
  MATCH (account)-[e:FOLLOWS]->(gone)
  MERGE (account)-[f:FOLLOWS]->(keep)
  ON CREATE SET f = properties(e)
}
CALL (keep, gone) {
  UNWIND [['id', gone.id], ['slug:work', gone.slug]] AS alias
  WITH keep, alias WHERE alias[1] IS NOT NULL
  MERGE (i:Identifier {scheme: alias[0], value: alias[1]})
  MERGE (i)-[:IDENTIFIES]->(keep)
}
CALL (gone) {
  MATCH (gone)--(n:Researcher|Topic|Institution|Source|Work)
  SET n:Dirty
}
CALL (gone) {
  MATCH (gone)<-[:AUTHORED]-(r:Researcher {keyed: false})
  SET r:Unresolved
}
REMOVE keep:Fronted
WITH gone, gone.slugBase AS base
DETACH DELETE gone
RETURN base
"""


def merge_works(tx: Transaction, merges: Sequence[tuple[str, str]]) -> list[str]:
    """Fold works, each (kept id, other id), into one node: everything that pointed at the other points at the kept one.

    The other's own outgoing edges go with it; the caller writes the merged ones and the authorships anew. Returns the
    bases of the slugs that the others had.
    """
    return [
        base for keep, gone in merges for (base,) in tx.run(MERGE_WORKS, rows=[{"keep": keep, "gone": gone}]).values()
    ]


IDENTIFY_WORKS = """
UNWIND $rows AS row
MATCH (w:Work {id: row[0]})
MERGE (i:Identifier {scheme: row[1], value: row[2]})
MERGE (i)-[:IDENTIFIES]->(w)
"""


def identify_works(tx: Transaction, changes: Sequence[WorkChange]) -> list[Key]:
    """Point the further identifiers of works that stand already at them, and return these."""
    rows = [
        [change.new.id, *key]
        for change in changes
        for key in _identifiers(change)
        if change.old is None or key not in change.old.identifiers
    ]
    if rows:
        tx.run(IDENTIFY_WORKS, rows=sorted(rows, key=lambda r: r[1:])).consume()
    return [(scheme, value) for _, scheme, value in rows]


STORE_RECORDS = """
UNWIND $rows AS row
MATCH (w:Work {id: row.work})
MERGE (record:Record {id: row.id})
SET record += row.properties
MERGE (record)-[:DESCRIBES]->(w)
"""


def store_records(tx: Transaction, changes: Sequence[WorkChange], run: str, now: str) -> None:
    """Keep the new and changed records of works that stand already beside them."""
    rows = [
        {"work": change.new.id, "id": record.id, "properties": _stored(record, run, now)}
        for change in changes
        for record in change.records
    ]
    tx.run(STORE_RECORDS, rows=rows).consume()

"""Who answers to the ids of those who have lost all their authorships to others."""

from collections.abc import Sequence

from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

INHERIT = """
UNWIND $ids AS id
MATCH (gone:Researcher {id: id})-[:REPLACED_BY*1..9]->(heir:Researcher)
WHERE NOT heir.id IN $ids
WITH gone, min(heir.id) AS heirId
MATCH (heir:Researcher {id: heirId})
CALL (gone, heir) {
  MATCH (i:Identifier)-[e:IDENTIFIES]->(gone)
  WHERE i.scheme IN ['id', 'slug:researcher']
  MERGE (i)-[:IDENTIFIES]->(heir)
  DELETE e
}
UNWIND [['id', gone.id], ['slug:researcher', gone.slug]] AS alias
WITH heir, alias WHERE alias[1] IS NOT NULL
MERGE (i:Identifier {scheme: alias[0], value: alias[1]})
MERGE (i)-[:IDENTIFIES]->(heir)
"""


def inherit(tx: Transaction, ids: Sequence[str]) -> None:
    """Have the ids and slugs of the researchers `ids`, who are to be removed, answer with who has their authorships."""
    tx.run(INHERIT, ids=ids).consume()


LEFT_TO = """
MATCH (before:Researcher)-[:REPLACED_BY*1..9]->(:Researcher {id: $id})
WHERE NOT EXISTS { (before)-[:AUTHORED]->() } AND NOT EXISTS { (before)<-[:DESCRIBES]-() }
  AND NOT EXISTS { (before)<-[:FOLLOWS]-() } AND before.id <> $id
RETURN collect(DISTINCT before.id)
"""
SETTLED = """
UNWIND $ids AS id
MATCH (:Researcher {id: id})-[e:REPLACED_BY]->()
DELETE e
"""


def inherit_now(tx: Transaction, id_: str) -> None:
    """Do so at once for those whose authorships the researcher `id_` may have got, before she is put out of sight."""
    ids = collected(tx.run(LEFT_TO, id=id_))
    if ids:
        inherit(tx, ids)
        tx.run(SETTLED, ids=ids).consume()

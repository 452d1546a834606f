"""Authorships that name an institution by an id that it has no more."""

from typing import LiteralString

from graphdb.writer.decisions.record import any_decisions
from graphdb.writer.decisions.suspending import suspend
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

RENAMED = """
MATCH (alias:Identifier:Renamed)
WITH alias LIMIT $limit
MATCH (alias)-[:IDENTIFIES]->(n:Institution)
RETURN collect([alias.value, n.id])
"""
# Whoever names it is marked still from the write of the authorship, or else affiliated with it.
_NAMING: LiteralString = """
CALL () {
  MATCH (r:Researcher&(Dirty|Loaded))
  RETURN r
UNION
  UNWIND $ids AS id
  MATCH (:Institution {id: id})<-[:AFFILIATED_WITH]-(r:Researcher)
  RETURN r
}
MATCH (r)-[a:AUTHORED]->()
WHERE any(id IN a.institutionIds WHERE $current[id] IS NOT NULL)
"""
NAMING: LiteralString = _NAMING + "RETURN collect(DISTINCT r.id)"
FOLLOW: LiteralString = (
    _NAMING
    + """
WITH r, a, [id IN a.institutionIds | coalesce($current[id], id)] AS ids
SET a.institutionIds = reduce(kept = [], id IN ids | CASE WHEN id IN kept THEN kept ELSE kept + id END)
SET r:Dirty
FOREACH (_ IN CASE WHEN r.keyed THEN [] ELSE [1] END | SET r:Unresolved)
"""
)
SETTLED = """
UNWIND $ids AS id
MATCH (alias:Identifier {scheme: 'id', value: id})
REMOVE alias:Renamed
"""


def follow_renames(tx: Transaction, limit: int) -> int:
    """Put the current ids of up to `limit` renamed or merged institutions into authorships; return how many."""
    current = dict(collected(tx.run(RENAMED, limit=limit)))
    if current:
        ids = sorted(set(current.values()))
        if any_decisions(tx):
            suspend(tx, collected(tx.run(NAMING, current=current, ids=ids)))
        tx.run(FOLLOW, current=current, ids=ids).consume()
        tx.run(SETTLED, ids=sorted(current)).consume()
    return len(current)

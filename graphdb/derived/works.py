"""Works: waiting citations whose other end has arrived, and counters."""

from collections.abc import Sequence
from typing import LiteralString

from graphdb.derived.fronts import leave_fronts
from graphdb.standing import STANDING_WORDS
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

RESOLVE = """
UNWIND $ids AS id
MATCH (w:Work {id: id})
CALL (w) {
  MATCH (w)<-[:IDENTIFIES]-(:Identifier)-[r:REFERS_TO]->(i:Identifier)
  MATCH (i)-[:IDENTIFIES]->(cited:Work)
  RETURN r, w AS citing, cited
UNION
  MATCH (w)<-[:IDENTIFIES]-(:Identifier)<-[r:REFERS_TO]-(i:Identifier)
  MATCH (i)-[:IDENTIFIES]->(citing:Work)
  RETURN r, citing, w AS cited
}
WITH DISTINCT r, citing, cited, r.sources AS sources, r.run AS run
DELETE r
MERGE (citing)-[c:CITES]->(cited)
ON CREATE SET c.sources = sources, c.run = run
ON MATCH SET c.sources = c.sources + [s IN sources WHERE NOT s IN c.sources]
SET citing:Dirty, cited:Dirty
"""
RECOUNT: LiteralString = f"""
UNWIND $ids AS id
MATCH (n:Work {{id: id}})
SET n.referencesCount = COUNT {{ (n)-[:CITES]->() }}, n.citationCount = COUNT {{ (n)<-[:CITES]-() }}
SET n.standing = {STANDING_WORDS}
REMOVE n:Dirty
"""
MARK_NEIGHBOURS = """
UNWIND $ids AS id
MATCH (:Work {id: id})-[:AUTHORED|ABOUT|PUBLISHED_IN]-(n)
WITH DISTINCT n
WHERE NOT n:Dirty
SET n:Dirty
"""


def settle_works(tx: Transaction, ids: Sequence[str]) -> None:
    """Bring counters and waiting citations of the works `ids` up to date, and mark all that hangs on them."""
    if not ids:
        return
    tx.run(RESOLVE, ids=ids).consume()
    tx.run(RECOUNT, ids=ids).consume()
    tx.run(MARK_NEIGHBOURS, ids=ids).consume()
    leave_fronts(tx, ids)


DIRTY_WORKS = """
MATCH (w:Work:Dirty)
WITH w LIMIT $limit
RETURN collect(w.id)
"""


def settle_dirty_works(tx: Transaction, limit: int) -> int:
    """Settle up to `limit` of the works that citations or merges have touched; return how many there were."""
    ids = collected(tx.run(DIRTY_WORKS, limit=limit))
    settle_works(tx, ids)
    return len(ids)

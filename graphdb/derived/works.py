"""Works: waiting citations whose other end has arrived, and counters."""

from neo4j import ManagedTransaction

from graphdb.derived.slugs import assign_slugs
from graphdb.writer.lookup import collected

DIRTY_WORKS = """
MATCH (w:Work:Dirty)
WITH w LIMIT $limit
RETURN collect([w.id, w.slugBase])
"""
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
RECOUNT = """
UNWIND $ids AS id
MATCH (w:Work {id: id})
SET w.referencesCount = COUNT { (w)-[:CITES]->() }, w.citationCount = COUNT { (w)<-[:CITES]-() }
REMOVE w:Dirty
WITH w
MATCH (w)-[:AUTHORED|ABOUT|PUBLISHED_IN]-(n)
SET n:Dirty
"""


def recount_works(tx: ManagedTransaction, limit: int) -> int:
    """Bring up to `limit` dirty works up to date, marking all that hangs on them; return how many there were."""
    dirty = collected(tx.run(DIRTY_WORKS, limit=limit))
    if dirty:
        ids = [id_ for id_, _ in dirty]
        tx.run(RESOLVE, ids=ids).consume()
        tx.run(RECOUNT, ids=ids).consume()
        assign_slugs(tx, "Work", {base for _, base in dirty})
    return len(dirty)

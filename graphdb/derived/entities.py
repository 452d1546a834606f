"""Topics, institutions and sources: counters and slugs."""

from typing import LiteralString

from graphdb.derived.fronts import make_fronts
from graphdb.derived.slugs import assign_slugs
from graphdb.standing import STANDING_WORDS
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

DIRTY: dict[str, LiteralString] = {
    "Topic": "MATCH (n:Topic:Dirty) WITH n LIMIT $limit RETURN collect([n.id, n.slugBase])",
    "Institution": "MATCH (n:Institution:Dirty) WITH n LIMIT $limit RETURN collect([n.id, n.slugBase])",
    "Source": "MATCH (n:Source:Dirty) WITH n LIMIT $limit RETURN collect([n.id, n.slugBase])",
}
_DONE: LiteralString = f"SET n.standing = {STANDING_WORDS}\nREMOVE n:Dirty\n"
RECOUNT: dict[str, LiteralString] = {
    "Topic": """
UNWIND $ids AS id
MATCH (n:Topic {id: id})
CALL (n) { MATCH (n)<-[:ABOUT]-(w) RETURN count(w) AS works, sum(w.citationCount) AS citations }
CALL (n) { MATCH (n)<-[:ABOUT]-()<-[:AUTHORED]-(r) RETURN count(DISTINCT r) AS researchers }
SET n.worksCount = works, n.citationCount = citations, n.researchersCount = researchers
"""
    + _DONE,
    "Institution": """
UNWIND $ids AS id
MATCH (n:Institution {id: id})
CALL (n) {
  MATCH (n)<-[:AFFILIATED_WITH]-(r)
  CALL (n, r) { MATCH (r)-[a:AUTHORED]->(w) WHERE n.id IN a.institutionIds RETURN w }
  WITH DISTINCT w
  RETURN count(w) AS works, sum(w.citationCount) AS citations
}
SET n.worksCount = works, n.citationCount = citations, n.researchersCount = COUNT { (n)<-[:AFFILIATED_WITH]-() }
"""
    + _DONE,
    "Source": """
UNWIND $ids AS id
MATCH (n:Source {id: id})
CALL (n) { MATCH (n)<-[:PUBLISHED_IN]-(w) RETURN count(w) AS works, sum(w.citationCount) AS citations }
CALL (n) { MATCH (n)<-[:PUBLISHED_IN]-()<-[:AUTHORED]-(r) RETURN count(DISTINCT r) AS researchers }
SET n.worksCount = works, n.citationCount = citations, n.researchersCount = researchers
"""
    + _DONE,
}


def recount_entities(tx: Transaction, label: str, limit: int) -> int:
    """Bring up to `limit` dirty topics, institutions or sources up to date; return how many there were."""
    dirty = collected(tx.run(DIRTY[label], limit=limit))
    if dirty:
        recount(tx, label, [id_ for id_, _ in dirty])
        assign_slugs(tx, label, {base for _, base in dirty})
    return len(dirty)


def recount(tx: Transaction, label: str, ids: list[str]) -> None:
    """Bring the counters and fronts of the topics, institutions or sources `ids` up to date."""
    tx.run(RECOUNT[label], ids=ids).consume()
    make_fronts(tx, label, ids)

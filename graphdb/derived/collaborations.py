"""Who worked with whom: one edge a pair, from the smaller id to the larger."""

from graphdb.writer.transaction import Transaction

MAX_AUTHORS = 100
"""A work with more authors says little about who works with whom, and would make an edge for every pair."""

# A row each, since millions of ids in one list do not fit Neo4j's heap.
DIRTY_RESEARCHERS = """
MATCH (r:Researcher:Dirty)
RETURN r.id
"""


def dirty_researchers(tx: Transaction) -> list[str]:
    """Return the ids of all researchers whose edges wait to be recomputed."""
    return sorted(id_ for (id_,) in tx.run(DIRTY_RESEARCHERS))


# Weight: M. E. J. Newman, Scientific collaboration networks II, Phys. Rev. E 64, 016132 (2001), eq. 2.
# Rounded, because the sum of floating-point numbers depends on the order in which the store holds the edges.
COLLABORATE = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)-[old:COLLABORATED_WITH]->()
  DELETE old
}
CALL (r) {
  MATCH (r)-[:AUTHORED]->(w)
  WHERE 2 <= w.authorsCount <= $maxAuthors
  MATCH (w)<-[:AUTHORED]-(c)
  WHERE c.id > r.id
  RETURN c, count(w) AS works, sum(1.0 / (w.authorsCount - 1)) AS weight, min(w.year) AS firstYear,
    max(w.year) AS lastYear
}
CREATE (r)-[:COLLABORATED_WITH {works: works, weight: round(weight, 9), firstYear: firstYear, lastYear: lastYear}]->(c)
"""


def rebuild_collaborations(tx: Transaction, ids: list[str]) -> None:
    """Make the edges from the researchers `ids` to people of larger ids anew.

    Where a work changed all its authors are dirty, so that the edges from the smaller ids are made anew as well.
    """
    tx.run(COLLABORATE, ids=ids, maxAuthors=MAX_AUTHORS).consume()

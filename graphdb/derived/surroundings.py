"""What hangs on who has which works."""

from typing import LiteralString

SURROUNDINGS: LiteralString = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  RETURN r AS n
UNION
  MATCH (r)-[:AUTHORED]->()-[:AUTHORED|ABOUT|PUBLISHED_IN]-(n)
  RETURN n
UNION
  MATCH (r)-[:AFFILIATED_WITH|COLLABORATED_WITH]-(n)
  RETURN n
}
WITH DISTINCT n
"""
"""The clauses that give all `n` whose figures the works of the researchers `$ids` are counted in, and these."""

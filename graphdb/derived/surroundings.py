"""What hangs on who has which works."""

from collections.abc import Sequence
from typing import LiteralString

from graphdb.writer.transaction import Transaction

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

TOUCHED: LiteralString = f"""{SURROUNDINGS}WHERE NOT n:Dirty
SET n:Dirty
"""


def touch(tx: Transaction, researchers: Sequence[str]) -> None:
    """Have the figures made anew of `researchers`, and of all whose figures their works are counted in."""
    tx.run(TOUCHED, ids=researchers).consume()

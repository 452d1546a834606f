"""The hierarchy of topics."""

from collections.abc import Sequence

from graphdb.writer.transaction import Transaction

BROADEN = """
UNWIND $rows AS row
MATCH (n:Topic {id: row[0]})
CALL (n) {
  MATCH (n)-[old:BROADER]->()
  DELETE old
}
WITH n, row
MATCH (wider:Topic {id: row[1]})
WHERE wider <> n
CREATE (n)-[:BROADER]->(wider)
"""


def broaden_topics(tx: Transaction, broader: Sequence[tuple[str, str | None]]) -> None:
    """Make the wider topics what records say, each (id, id of the next wider or None)."""
    tx.run(BROADEN, rows=[list(row) for row in broader]).consume()

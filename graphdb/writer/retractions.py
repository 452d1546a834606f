"""Notices that works are retracted, also of works that are not in the graph yet."""

from collections.abc import Iterable, Sequence

from graphdb.writer.lookup import collected
from graphdb.writer.state import Key
from graphdb.writer.transaction import Transaction

Notice = tuple[str, Key, Key]
"""(source, notice, work)."""

KNOWN_NOTICES = """
UNWIND $rows AS row
MATCH (notice:Identifier {scheme: row[1], value: row[2]})
USING INDEX SEEK notice:Identifier(scheme, value)
MATCH (notice)-[e:RETRACTS]->(:Identifier {scheme: row[3], value: row[4]})
WHERE row[0] IN e.sources
RETURN collect(row)
"""
RETRACT = """
UNWIND $rows AS row
MERGE (notice:Identifier {scheme: row[1], value: row[2]})
MERGE (work:Identifier {scheme: row[3], value: row[4]})
MERGE (notice)-[e:RETRACTS]->(work)
ON CREATE SET e.sources = [row[0]], e.run = $run
ON MATCH SET e.sources = e.sources + row[0]
WITH work
MATCH (work)-[:IDENTIFIES]->(w:Work)
SET w.retracted = true
"""


def retract(tx: Transaction, notices: Iterable[Notice], run: str) -> int:
    """Keep `notices` and mark the works that they retract; return how many the graph did not hold yet."""
    rows = sorted([source, *notice, *work] for source, notice, work in set(notices))
    known = {tuple(row) for row in collected(tx.run(KNOWN_NOTICES, rows=rows))}
    new = [row for row in rows if tuple(row) not in known]
    if new:
        tx.run(RETRACT, rows=new, run=run).consume()
    return len(new)


MARK_RETRACTED = """
UNWIND $ids AS id
MATCH (w:Work {id: id})
WHERE EXISTS { (w)<-[:IDENTIFIES]-(:Identifier)<-[:RETRACTS]-() }
SET w.retracted = true
"""


def mark_retracted(tx: Transaction, ids: Sequence[str]) -> None:
    """Mark those of the works `ids` that a notice retracts: their own records do not say so."""
    if ids:
        tx.run(MARK_RETRACTED, ids=ids).consume()

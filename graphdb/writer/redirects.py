"""Identifiers that their authority has merged into others: the old ones still answer."""

from collections.abc import Sequence

from graphdb.writer.lookup import collected
from graphdb.writer.state import Key
from graphdb.writer.transaction import Transaction

Redirection = tuple[str, Key, Key]
"""(source, old, new)."""

KNOWN = """
UNWIND $rows AS row
MATCH (old:Identifier {scheme: row[1], value: row[2]})
USING INDEX SEEK old:Identifier(scheme, value)
MATCH (old)-[e:SAME_AS {kind: $kind}]->(new:Identifier {scheme: row[3], value: row[4]})
WHERE row[0] IN e.sources
RETURN collect(row)
"""
STORE = """
UNWIND $rows AS row
MERGE (old:Identifier {scheme: row[1], value: row[2]})
MERGE (new:Identifier {scheme: row[3], value: row[4]})
MERGE (old)-[e:SAME_AS {kind: $kind}]->(new)
ON CREATE SET e.sources = [row[0]], e.run = $run
ON MATCH SET e.sources = CASE WHEN row[0] IN e.sources THEN e.sources ELSE e.sources + row[0] END,
  e.run = coalesce(e.run, $run)
"""


def store_redirects(tx: Transaction, kind: str, redirects: Sequence[Redirection], run: str) -> list[Redirection]:
    """Keep that identifiers of things of the label `kind` were merged into others; return what was not known."""
    rows = [[source, *old, *new] for source, old, new in redirects]
    known = {tuple(row) for row in collected(tx.run(KNOWN, rows=rows, kind=kind))}
    new_rows = [row for row in rows if tuple(row) not in known]
    if new_rows:
        tx.run(STORE, rows=new_rows, kind=kind, run=run).consume()
    return [(source, (scheme, value), (into, name)) for source, scheme, value, into, name in new_rows]

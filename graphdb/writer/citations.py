"""Citations, also those with an end that is not in the graph yet."""

from collections.abc import Iterable, Sequence

from graphdb.writer.lookup import collected
from graphdb.writer.state import Key, WorkChange
from graphdb.writer.transaction import Transaction

Citation = tuple[str, Key, Key]
"""(source, citing, cited)."""

STANDING = """
UNWIND $rows AS row
OPTIONAL MATCH (a:Identifier {scheme: row[1], value: row[2]})
USING INDEX SEEK a:Identifier(scheme, value)
OPTIONAL MATCH (b:Identifier {scheme: row[3], value: row[4]})
USING INDEX SEEK b:Identifier(scheme, value)
OPTIONAL MATCH (a)-[:IDENTIFIES]->(citing:Work)
OPTIONAL MATCH (b)-[:IDENTIFIES]->(cited:Work)
OPTIONAL MATCH (citing)-[c:CITES]->(cited)
OPTIONAL MATCH (a)-[r:REFERS_TO]->(b)
RETURN collect([citing.id, cited.id, c.sources, r.sources])
"""
CITE = """
UNWIND $rows AS row
MATCH (citing:Work {id: row[0]}), (cited:Work {id: row[1]})
CREATE (citing)-[:CITES {sources: row[2], run: $run}]->(cited)
SET citing:Dirty, cited:Dirty
"""
CITE_AS_WELL = """
UNWIND $rows AS row
MATCH (:Work {id: row[0]})-[c:CITES]->(:Work {id: row[1]})
SET c.sources = c.sources + row[2]
"""
REFER = """
UNWIND $rows AS row
MERGE (citing:Identifier {scheme: row[1], value: row[2]})
MERGE (cited:Identifier {scheme: row[3], value: row[4]})
MERGE (citing)-[r:REFERS_TO]->(cited)
ON CREATE SET r.sources = [row[0]], r.run = $run
ON MATCH SET r.sources = CASE WHEN row[0] IN r.sources THEN r.sources ELSE r.sources + row[0] END
"""


def cite(tx: Transaction, citations: Iterable[Citation], run: str) -> int:
    """Write citations: an edge between works where both ends stand, else one between their identifiers that waits.

    Also where a source says that a work cites itself. Returns how many of them the graph did not hold yet.
    """
    rows = sorted([source, *citing, *cited] for source, citing, cited in set(citations))
    if not rows:
        return 0
    written = 0
    edges: dict[tuple[str, str], set[str]] = {}
    standing: dict[tuple[str, str], set[str]] = {}
    waiting = []
    for row, (citing_id, cited_id, sources, waiting_sources) in zip(
        rows, collected(tx.run(STANDING, rows=rows)), strict=True
    ):
        if row[0] in (sources or ()) or row[0] in (waiting_sources or ()):
            continue
        written += 1
        if citing_id is None or cited_id is None:
            waiting.append(row)
        else:
            (edges if sources is None else standing).setdefault((citing_id, cited_id), set()).add(row[0])
    if edges:
        tx.run(CITE, rows=[[*ends, sorted(sources)] for ends, sources in edges.items()], run=run).consume()
    if standing:
        tx.run(CITE_AS_WELL, rows=[[*ends, sorted(sources)] for ends, sources in standing.items()]).consume()
    if waiting:
        tx.run(REFER, rows=waiting, run=run).consume()
    return written


UNCITE = """
UNWIND $rows AS row
MATCH (citing:Work {id: row[0]})-[c:CITES]->(cited:Work)<-[:IDENTIFIES]-(:Identifier {scheme: row[2], value: row[3]})
WHERE row[1] IN c.sources
SET citing:Dirty, cited:Dirty, c.sources = [s IN c.sources WHERE s <> row[1]]
WITH c
WHERE size(c.sources) = 0
DELETE c
"""
UNREFER = """
UNWIND $rows AS row
MATCH (:Work {id: row[0]})<-[:IDENTIFIES]-(:Identifier)-[r:REFERS_TO]->(:Identifier {scheme: row[2], value: row[3]})
WHERE row[1] IN r.sources
SET r.sources = [s IN r.sources WHERE s <> row[1]]
WITH r
WHERE size(r.sources) = 0
DELETE r
"""


def link_references(tx: Transaction, changes: Sequence[WorkChange], run: str) -> None:
    """Make the citations that the works' records list what their states say."""
    gone = sorted(
        [change.new.id, source, *cited]
        for change in changes
        if change.old is not None
        for source, cited in change.old.references - change.new.references
    )
    if gone:
        tx.run(UNCITE, rows=gone).consume()
        tx.run(UNREFER, rows=gone).consume()
    cite(
        tx,
        (
            (source, change.new.identifiers[0], cited)
            for change in changes
            for source, cited in change.new.references - (change.old.references if change.old else frozenset())
        ),
        run,
    )

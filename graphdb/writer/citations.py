"""Citations, also those with an end that is not in the graph yet."""

from collections.abc import Iterable, Sequence

from graphdb.writer.lookup import collected
from graphdb.writer.state import Key, WorkChange
from graphdb.writer.transaction import Transaction

Citation = tuple[str, Key, Key]
"""(source, citing, cited)."""

KNOWN = """
UNWIND $rows AS row
OPTIONAL MATCH (a:Identifier {scheme: row[1], value: row[2]})
USING INDEX SEEK a:Identifier(scheme, value)
OPTIONAL MATCH (a)-[:IDENTIFIES]->(citing:Work)
OPTIONAL MATCH (b:Identifier {scheme: row[3], value: row[4]})
USING INDEX SEEK b:Identifier(scheme, value)
OPTIONAL MATCH (b)-[:IDENTIFIES]->(cited:Work)
RETURN collect([citing.id, cited.id])
"""
CITE = """
UNWIND $rows AS row
MATCH (citing:Work {id: row[0]}), (cited:Work {id: row[1]})
MERGE (citing)-[c:CITES]->(cited)
ON CREATE SET c.sources = [row[2]], c.run = $run, citing:Dirty, cited:Dirty
ON MATCH SET c.sources = CASE WHEN row[2] IN c.sources THEN c.sources ELSE c.sources + row[2] END
"""
REFER = """
UNWIND $rows AS row
MERGE (citing:Identifier {scheme: row[1], value: row[2]})
MERGE (cited:Identifier {scheme: row[3], value: row[4]})
MERGE (citing)-[r:REFERS_TO]->(cited)
ON CREATE SET r.sources = [row[0]], r.run = $run
ON MATCH SET r.sources = CASE WHEN row[0] IN r.sources THEN r.sources ELSE r.sources + row[0] END
"""


def cite(tx: Transaction, citations: Iterable[Citation], run: str) -> None:
    """Write citations: an edge between works where both ends stand, else one between their identifiers that waits.

    Also where a source says that a work cites itself.
    """
    rows = sorted([source, *citing, *cited] for source, citing, cited in set(citations))
    if not rows:
        return
    edges, waiting = [], []
    for row, (citing_id, cited_id) in zip(rows, collected(tx.run(KNOWN, rows=rows)), strict=True):
        if citing_id is None or cited_id is None:
            waiting.append(row)
        else:
            edges.append([citing_id, cited_id, row[0]])
    if edges:
        tx.run(CITE, rows=edges, run=run).consume()
    if waiting:
        tx.run(REFER, rows=waiting, run=run).consume()


KNOWN_CITATIONS = """
UNWIND $rows AS row
MATCH (a:Identifier {scheme: row[1], value: row[2]}), (b:Identifier {scheme: row[3], value: row[4]})
WHERE EXISTS { (a)-[r:REFERS_TO]->(b) WHERE row[0] IN r.sources }
  OR EXISTS {
    MATCH (a)-[:IDENTIFIES]->(citing:Work)
    MATCH (b)-[:IDENTIFIES]->(cited:Work)
    MATCH (citing)-[c:CITES]->(cited)
    WHERE row[0] IN c.sources
  }
RETURN collect(row)
"""


def known_citations(tx: Transaction, citations: Sequence[Citation]) -> set[Citation]:
    """Return those of `citations` that the graph holds already, as edges or waiting."""
    rows = [[source, *citing, *cited] for source, citing, cited in citations]
    return {
        (source, (scheme_a, value_a), (scheme_b, value_b))
        for source, scheme_a, value_a, scheme_b, value_b in collected(tx.run(KNOWN_CITATIONS, rows=rows))
    }


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

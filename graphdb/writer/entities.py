"""Topics, institutions and sources: the nodes that works point to, and the edges to them."""

from collections.abc import Iterable, Sequence

from graphdb.writer.state import EntityState, WorkChange
from graphdb.writer.transaction import Transaction

# The name is the smallest that any source prints: a choice that does not depend on who came first.
MERGE_TOPICS = """
UNWIND $rows AS row
MERGE (n:Topic {id: row.id})
ON CREATE SET n += row.properties, n.name = row.name, n.worksCount = 0, n.researchersCount = 0,
  n.citationCount = 0, n.followersCount = 0
ON MATCH SET n += row.properties, n.name = CASE WHEN row.name < n.name THEN row.name ELSE n.name END
SET n:Dirty
"""
MERGE_INSTITUTIONS = """
UNWIND $rows AS row
MERGE (n:Institution {id: row.id})
ON CREATE SET n += row.properties, n.name = row.name, n.worksCount = 0, n.researchersCount = 0,
  n.citationCount = 0, n.followersCount = 0
ON MATCH SET n += row.properties, n.name = CASE WHEN row.name < n.name THEN row.name ELSE n.name END
SET n:Dirty
WITH n, row
UNWIND row.identifiers AS key
MERGE (i:Identifier {scheme: key[0], value: key[1]})
MERGE (i)-[:IDENTIFIES]->(n)
"""
MERGE_SOURCES = """
UNWIND $rows AS row
MERGE (n:Source {id: row.id})
ON CREATE SET n += row.properties, n.name = row.name, n.worksCount = 0, n.researchersCount = 0,
  n.citationCount = 0, n.followersCount = 0
ON MATCH SET n += row.properties, n.name = CASE WHEN row.name < n.name THEN row.name ELSE n.name END
SET n:Dirty
WITH n, row
UNWIND row.identifiers AS key
MERGE (i:Identifier {scheme: key[0], value: key[1]})
MERGE (i)-[:IDENTIFIES]->(n)
"""


def merge_entities(tx: Transaction, changes: Sequence[WorkChange]) -> None:
    """Create the topics, institutions and sources that the works name and that do not stand yet."""
    if topics := _rows(t.topic for c in changes for t in c.new.topics):
        tx.run(MERGE_TOPICS, rows=topics).consume()
    if institutions := _rows(i for c in changes for i in c.new.institutions):
        tx.run(MERGE_INSTITUTIONS, rows=institutions).consume()
    if sources := _rows(c.new.venue for c in changes if c.new.venue is not None):
        tx.run(MERGE_SOURCES, rows=sources).consume()


def _rows(states: Iterable[EntityState]) -> list[dict[str, object]]:
    distinct: dict[str, EntityState] = {}
    for state in states:
        known = distinct.setdefault(state.id, state)
        if state.name < known.name:
            distinct[state.id] = state
    return [
        {
            "id": s.id,
            "name": s.name,
            "properties": dict(s.properties),
            "identifiers": [list(k) for k in s.identifiers if k[0] != "name"],
        }
        for _, s in sorted(distinct.items())
    ]


UNLINK_TOPICS = """
UNWIND $ids AS id
MATCH (:Work {id: id})-[e:ABOUT]->(t)
SET t:Dirty
DELETE e
"""
LINK_TOPICS = """
UNWIND $rows AS row
MATCH (w:Work {id: row[0]})
UNWIND row[1] AS topic
MATCH (t:Topic {id: topic[0]})
CREATE (w)-[:ABOUT {score: topic[1], primary: topic[2], run: $run}]->(t)
"""
UNLINK_SOURCES = """
UNWIND $ids AS id
MATCH (:Work {id: id})-[e:PUBLISHED_IN]->(s)
SET s:Dirty
DELETE e
"""
LINK_SOURCES = """
UNWIND $rows AS row
MATCH (w:Work {id: row[0]}), (s:Source {id: row[1]})
CREATE (w)-[:PUBLISHED_IN {run: $run}]->(s)
"""


def link_topics(tx: Transaction, changes: Sequence[WorkChange], run: str) -> None:
    """Make the ABOUT edges of the works what their states say."""
    changed = [c for c in changes if c.old is None or c.old.topics != c.new.topics]
    stale = [c.new.id for c in changed if c.old is not None]
    if stale:
        tx.run(UNLINK_TOPICS, ids=stale).consume()
    rows = [[c.new.id, [[t.topic.id, t.score, t.primary] for t in c.new.topics]] for c in changed if c.new.topics]
    if rows:
        tx.run(LINK_TOPICS, rows=rows, run=run).consume()


def link_sources(tx: Transaction, changes: Sequence[WorkChange], run: str) -> None:
    """Make the PUBLISHED_IN edges of the works what their states say."""
    changed = [c for c in changes if c.old is None or c.old.venue != c.new.venue]
    stale = [c.new.id for c in changed if c.old is not None]
    if stale:
        tx.run(UNLINK_SOURCES, ids=stale).consume()
    rows = [[c.new.id, c.new.venue.id] for c in changed if c.new.venue is not None]
    if rows:
        tx.run(LINK_SOURCES, rows=rows, run=run).consume()

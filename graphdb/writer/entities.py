"""The edges from works to topics and sources."""

from collections.abc import Sequence

from graphdb.writer.state import Names, WorkChange
from graphdb.writer.transaction import Transaction

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


def link_topics(tx: Transaction, changes: Sequence[WorkChange], names: Names, run: str) -> None:
    """Make the ABOUT edges of the works what their states say."""
    changed = [c for c in changes if c.old is None or c.old.topics != c.new.topics]
    stale = [c.new.id for c in changed if c.old is not None]
    if stale:
        tx.run(UNLINK_TOPICS, ids=stale).consume()
    rows = [
        [c.new.id, [[names.described[t.topic.id], t.score, t.primary] for t in c.new.topics]]
        for c in changed
        if c.new.topics
    ]
    if rows:
        tx.run(LINK_TOPICS, rows=rows, run=run).consume()


def link_sources(tx: Transaction, changes: Sequence[WorkChange], names: Names, run: str) -> None:
    """Make the PUBLISHED_IN edges of the works what their states say."""
    changed = [c for c in changes if c.old is None or c.old.venue != c.new.venue]
    stale = [c.new.id for c in changed if c.old is not None]
    if stale:
        tx.run(UNLINK_SOURCES, ids=stale).consume()
    rows = [[c.new.id, names.described[c.new.venue.id]] for c in changed if c.new.venue is not None]
    if rows:
        tx.run(LINK_SOURCES, rows=rows, run=run).consume()

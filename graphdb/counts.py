"""How much there is of each kind, from Neo4j's count store: the size of the graph does not matter."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.graph import Graph


@dataclass(frozen=True, slots=True)
class EntityCounts:
    """Nodes of each kind."""

    works: int
    researchers: int
    topics: int
    institutions: int
    sources: int


ENTITY_COUNTS: LiteralString = """
CALL () { MATCH (n:Work) RETURN count(n) AS works }
CALL () { MATCH (n:Researcher) RETURN count(n) AS researchers }
CALL () { MATCH (n:Topic) RETURN count(n) AS topics }
CALL () { MATCH (n:Institution) RETURN count(n) AS institutions }
CALL () { MATCH (n:Source) RETURN count(n) AS sources }
RETURN works, researchers, topics, institutions, sources
"""


async def entity_counts(graph: Graph) -> EntityCounts:
    """Count the entities of each kind; one round trip. Raises `GraphUnavailable`."""
    [row] = await graph.read(ENTITY_COUNTS)
    return EntityCounts(*row)


@dataclass(frozen=True, slots=True)
class GraphCounts(EntityCounts):
    """Nodes and edges of each kind."""

    authorships: int
    citations: int
    """Of works of the graph by works of the graph."""
    waiting_citations: int
    """Of which one end is not in the graph."""
    collaborations: int
    """Pairs of people."""
    affiliations: int
    topic_assignments: int
    """Topics of works, all together."""
    publications: int
    """Works in sources, all together."""
    identifiers: int
    records: int
    """What single sources say of single things."""
    import_runs: int
    last_imported_at: str | None
    """When the last import that came to its end did so: ISO 8601 date-time in UTC."""


GRAPH_COUNTS: LiteralString = """
CALL () { MATCH (n:Work) RETURN count(n) AS works }
CALL () { MATCH (n:Researcher) RETURN count(n) AS researchers }
CALL () { MATCH (n:Topic) RETURN count(n) AS topics }
CALL () { MATCH (n:Institution) RETURN count(n) AS institutions }
CALL () { MATCH (n:Source) RETURN count(n) AS sources }
CALL () { MATCH ()-[e:AUTHORED]->() RETURN count(e) AS authorships }
CALL () { MATCH ()-[e:CITES]->() RETURN count(e) AS citations }
CALL () { MATCH ()-[e:REFERS_TO]->() RETURN count(e) AS waitingCitations }
CALL () { MATCH ()-[e:COLLABORATED_WITH]->() RETURN count(e) AS collaborations }
CALL () { MATCH ()-[e:AFFILIATED_WITH]->() RETURN count(e) AS affiliations }
CALL () { MATCH ()-[e:ABOUT]->() RETURN count(e) AS topicAssignments }
CALL () { MATCH ()-[e:PUBLISHED_IN]->() RETURN count(e) AS publications }
CALL () { MATCH (n:Identifier) RETURN count(n) AS identifiers }
CALL () { MATCH (n:Record) RETURN count(n) AS records }
CALL () { MATCH (n:ImportRun) RETURN count(n) AS importRuns }
CALL () { MATCH (n:ImportRun {state: 'COMPLETED'}) RETURN max(n.endedAt) AS lastImportedAt }
RETURN works, researchers, topics, institutions, sources, authorships, citations, waitingCitations, collaborations,
  affiliations, topicAssignments, publications, identifiers, records, importRuns, lastImportedAt
"""


async def graph_counts(graph: Graph) -> GraphCounts:
    """Count what the graph holds; one round trip. Raises `GraphUnavailable`."""
    [row] = await graph.read(GRAPH_COUNTS)
    return GraphCounts(*row)

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

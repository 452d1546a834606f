"""Who could introduce two people to one another: the shortest way between them by people who have written together."""

from collections.abc import Sequence
from typing import LiteralString

from graphdb.graph import Graph

LONGEST = 4
"""Steps between two people, beyond which they are strangers to one another."""

# The text says 4, too: the bound of a path is no parameter. The store searches from both ends at once.
INTRODUCTIONS: LiteralString = """
UNWIND range(0, size($pairs) - 1) AS i
MATCH (a:Researcher {id: $pairs[i][0]}), (b:Researcher {id: $pairs[i][1]})
WHERE a <> b
MATCH path = shortestPath((a)-[:COLLABORATED_WITH*..4]-(b))
RETURN i, [n IN nodes(path) | n.id]
"""


async def introductions(graph: Graph, pairs: Sequence[tuple[str, str]]) -> list[list[str] | None]:
    """Return for each pair of researchers, by current ids, those on the shortest way from one to the other, with both.

    None where there is no way of `LONGEST` steps at most. One Cypher call.
    """
    found: list[list[str] | None] = [None] * len(pairs)
    for i, people in await graph.read(INTRODUCTIONS, pairs=[list(pair) for pair in pairs]):
        found[i] = people
    return found

"""The works that two people wrote together."""

from collections.abc import Sequence
from typing import LiteralString

from graphdb.graph import Graph
from graphdb.records import WorkRecord
from graphdb.records.work import WORK

SHARED_WORKS: LiteralString = f"""
UNWIND range(0, size($pairs) - 1) AS i
CALL (i) {{
  MATCH (a:Researcher {{id: $pairs[i][0]}})-[:AUTHORED]->(n)
  WHERE EXISTS {{ (n)<-[:AUTHORED]-(:Researcher {{id: $pairs[i][1]}}) }}
  WITH DISTINCT n ORDER BY n.sortYear DESC, n.plainTitle, n.id LIMIT $first
  RETURN collect({WORK}) AS works
}}
RETURN i, works
"""


async def shared_works(graph: Graph, pairs: Sequence[tuple[str, str]], first: int) -> list[list[WorkRecord]]:
    """Return for each pair of researchers' ids the first works that both authored, newest first, then by title.

    Raises `GraphUnavailable`, `QueryTimeout` and `QueryTooLarge`.
    """
    found: list[list[WorkRecord]] = [[] for _ in pairs]
    for i, works in await graph.read(SHARED_WORKS, pairs=[list(pair) for pair in pairs], first=first):
        found[i] = [WorkRecord(**work) for work in works]
    return found

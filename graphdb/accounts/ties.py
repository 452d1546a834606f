"""How an account stands to an entity."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from graphdb.graph import Graph


@dataclass(frozen=True, slots=True)
class Tie:
    """What an account has to do with an entity."""

    follows: bool = False
    owns: bool = False
    """It is the account's own author record: a claim of it was approved, and holds."""
    claim: str | None = None
    """State of the account's open claim of it."""


TIES: LiteralString = """
MATCH (a:Account {id: $account})
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Researcher {id: id}) RETURN n
  UNION ALL
  MATCH (n:Work {id: id}) RETURN n
  UNION ALL
  MATCH (n:Topic {id: id}) RETURN n
  UNION ALL
  MATCH (n:Institution {id: id}) RETURN n
  UNION ALL
  MATCH (n:Source {id: id}) RETURN n
}
RETURN id, EXISTS { (a)-[:FOLLOWS]->(n) }, EXISTS { (a)-[:OWNS]->(n) },
  head(COLLECT { MATCH (a)-[:MADE]->(c:Claim)-[:CLAIMS]->(n) WHERE c.openKey IS NOT NULL RETURN c.state })
"""


async def ties(graph: Graph, account: str, ids: Sequence[str]) -> list[Tie]:
    """Return how an account stands to each of the entities; one Cypher call."""
    rows = await graph.read(TIES, account=account, ids=list(dict.fromkeys(ids)))
    found = {id_: Tie(follows, owns, claim) for id_, follows, owns, claim in rows}
    return [found.get(id_, Tie()) for id_ in ids]

"""Records show what their owners say, also when these change."""

from collections.abc import Sequence
from typing import LiteralString

from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.moderation.deciding import decide
from graphdb.owner_edits.saying import show

EDITED: LiteralString = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
WHERE EXISTS { (r)<-[:EDITS]-() }
RETURN r.id
"""
EDITED_BY: LiteralString = """
MATCH (:Account {id: $account})-[:EDITED]->()-[:EDITS]->(r:Researcher)
RETURN DISTINCT r.id ORDER BY r.id
"""


async def edited(graph: Graph, ids: Sequence[str]) -> list[str]:
    """Return those of the records `ids` that somebody has edited; one Cypher call."""
    return [id_ for (id_,) in await graph.read(EDITED, ids=list(ids))]


async def edited_by(graph: Graph, account: str) -> list[str]:
    """Return the ids of the records that an account has edited; one Cypher call."""
    return [id_ for (id_,) in await graph.read(EDITED_BY, account=account)]


async def follow_owners(endpoint: Endpoint, records: Sequence[str]) -> None:
    """Have records whose owners may have changed show what these say.

    What stands on the record alone went with the owner already; names and affiliations are counted elsewhere too.
    """
    if records:
        await decide(endpoint, lambda writer: writer.transact(lambda tx: show(tx, records)))

"""What becomes of claims and vouches when an account is deleted."""

from typing import LiteralString

from graphdb.claims.acts import lock_record, settle
from graphdb.graph import Change

TOUCHED_RECORDS: LiteralString = """
MATCH (a:Account {id: $account})
CALL (a) {
  MATCH (a)-[:MADE]->(:Claim)-[:CLAIMS]->(r:Researcher)
  RETURN r.id AS id
UNION
  MATCH (a)<-[:BY]-(:Evidence {kind: 'COAUTHOR_VOUCH'})<-[:HAS_EVIDENCE]-(:Claim)-[:CLAIMS]->(r:Researcher)
  RETURN r.id AS id
}
RETURN DISTINCT id ORDER BY id
"""
DELETE_CLAIMS: LiteralString = """
MATCH (a:Account {id: $account})
CALL (a) {
  MATCH (a)-[:MADE]->(c:Claim)
  OPTIONAL MATCH (c)-[:HAS_EVIDENCE]->(e)
  DETACH DELETE e, c
}
CALL (a) {
  MATCH (a)<-[:BY]-(e:Evidence {kind: 'COAUTHOR_VOUCH'})
  DETACH DELETE e
}
"""


async def delete_claims(change: Change, account: str) -> None:
    """Delete an account's claims, with their evidence, and its vouches; the records are brought up to date."""
    records = [id_ for (id_,) in await change.run(TOUCHED_RECORDS, account=account)]
    for record in records:
        await lock_record(change, record)
    await change.run(DELETE_CLAIMS, account=account)
    if records:
        await settle(change, records, account)

"""Claims of a record that has lost all its works to another: they go where the works are."""

from collections.abc import Sequence

from graphdb.audit import SITE
from graphdb.claims.settling import settle_claims
from graphdb.steps import write_by
from graphdb.trust_history import TrustCause, rescore
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

LEAVE_CLAIMS = """
UNWIND $ids AS id
MATCH (bare:Researcher {id: id})-[:REPLACED_BY*1..9]->(heir:Researcher)
WHERE EXISTS { (heir)-[:AUTHORED]->() }
WITH bare, min(heir.id) AS heirId
MATCH (heir:Researcher {id: heirId})
MATCH (c:Claim)-[e:CLAIMS]->(bare)
CREATE (c)-[:CLAIMS]->(heir)
DELETE e
WITH DISTINCT bare, heir
CALL (bare, heir) {
  MATCH (edit:OwnerEdit)-[e:EDITS]->(bare)
  CREATE (edit)-[:EDITS]->(heir)
  DELETE e
}
RETURN collect(DISTINCT [bare.id, heir.id])
"""


def leave_claims(tx: Transaction, ids: Sequence[str]) -> dict[str, str]:
    """Give the claims and edits of records without works to who has these works now; return to whom, by whose."""
    moved: list[tuple[str, str]] = collected(tx.run(LEAVE_CLAIMS, ids=ids)) if ids else []
    heirs = sorted({heir for _, heir in moved})
    if heirs:
        write_by(tx, settle_claims(heirs, SITE))
        write_by(tx, rescore(heirs, TrustCause.CLAIM))
    return dict(moved)

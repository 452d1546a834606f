"""Brings a record up to date with its claims: states, keys, who owns it, and what is proven.

Every act on a claim ends with it, and so does every pass of the writer over researchers, so that it does not matter
whether a claim, an import or a merge came last.
"""

from collections.abc import Sequence
from typing import Any, LiteralString

from graphdb.accounts.moments import now, written
from graphdb.audit import CREATE_AUDIT_EVENT, AuditKind, audit_event
from graphdb.claims.evidence import EvidenceKind, Proof
from graphdb.claims.news import news_of
from graphdb.claims.standing import OpenClaim, Standing, standing
from graphdb.claims.states import OPEN, ClaimState
from graphdb.steps import Step, Steps

# Evidence holds by the graph as it is: an iD that a split has taken away, or a domain of an institution that the person
# is not affiliated with any more, proves nothing. What the owner says of an affiliation is no ground for the address
# that proves it. A vouch holds as long as the co-author's own record is proven.
HOLDS: LiteralString = """CASE e.kind
      WHEN 'ORCID' THEN EXISTS { (:Identifier {scheme: 'orcid', value: e.orcid})-[:IDENTIFIES]->(r) }
      WHEN 'INSTITUTIONAL_EMAIL' THEN EXISTS {
        MATCH (r)-[x:AFFILIATED_WITH]->(i:Institution)
        WHERE coalesce(x.source, '') <> 'owner'
          AND any(d IN coalesce(i.domains, []) WHERE e.domain = d OR e.domain ENDS WITH '.' + d)
      }
      WHEN 'COAUTHOR_VOUCH' THEN EXISTS {
        MATCH (e)-[:BY]->(:Account)-[:OWNS]->(p:Researcher)-[:COLLABORATED_WITH]-(r)
        WHERE p.orcidProven OR p.emailProven
      }
      ELSE true
    END"""
"""Whether the evidence `e` of a claim of the record `r` holds."""
PROOFS: LiteralString = f"COLLECT {{ MATCH (c)-[:HAS_EVIDENCE]->(e:Evidence) RETURN [e.kind, {HOLDS}] }}"

READ_CLAIMS: LiteralString = f"""
UNWIND $ids AS id
MATCH (r:Researcher {{id: id}})
RETURN r.id, COLLECT {{
  MATCH (a:Account)-[:MADE]->(c:Claim)-[:CLAIMS]->(r)
  WHERE c.state IN $open
  RETURN [c.id, a.id, c.state, c.createdAt, c.approvedAt, {PROOFS}, coalesce(c.byHand, false), c.openKey, c.holds]
}}, COLLECT {{ MATCH (a)-[:OWNS]->(r) RETURN a.id }},
  [r.claimState, coalesce(r.claimed, false), coalesce(r.orcidProven, false), coalesce(r.emailProven, false),
   coalesce(r.affiliationValidated, false), coalesce(r.vouches, 0)]
"""

TURN_CLAIMS: LiteralString = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
SET c += row.properties
"""
CLEAR_KEYS: LiteralString = """
UNWIND $claims AS id
MATCH (c:Claim {id: id})
SET c.openKey = null, c.holds = null
"""
SET_KEYS: LiteralString = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
SET c.openKey = row.openKey, c.holds = row.holds
"""
# Nobody follows their own record, and what an owner has said of it goes with the owner.
SET_OWNER: LiteralString = """
MATCH (r:Researcher {id: $id})
CALL (r) {
  MATCH ()-[e:OWNS]->(r)
  DELETE e
}
SET r += $unsaid
WITH r
CALL (r) {
  MATCH (a:Account {id: $account})
  CREATE (a)-[:OWNS {since: $now}]->(r)
  WITH a
  MATCH (a)-[e:FOLLOWS]->(r)
  SET r.followersCount = r.followersCount - 1
  DELETE e
}
"""
UNSAID: dict[str, Any] = {
    "ownerBio": None,
    "role": None,
    "openToCollaborate": None,
    "openToCollaborateSource": None,
}
"""Properties of a record on which its owner says nothing."""
SET_PROVEN: LiteralString = """
MATCH (r:Researcher {id: $id})
SET r += $properties
"""


def settle_claims(ids: Sequence[str], by: str) -> Steps[dict[str, Standing]]:
    """Bring the records `ids` up to date with their claims, and return what these come to.

    `by` is the id of the account whose act it follows from, or what stands in the audit log in its place. The score is
    not recomputed; see `graphdb.trust_history`.
    """
    found: dict[str, Standing] = {}
    rows = yield Step(READ_CLAIMS, {"ids": list(ids), "open": sorted(OPEN)})
    for id_, claims, owners, known in rows:
        record = standing([_claim(claim) for claim in claims])
        found[id_] = record
        yield from _turn(id_, record, by)
        yield from _keys(id_, [_claim(claim) for claim in claims], record)
        owner = [record.holder.account] if record.holder is not None else []
        if owners != owner:
            parameters = {"account": owner[0] if owner else None, "now": written(now()), "unsaid": UNSAID}
            yield Step(SET_OWNER, {"id": id_} | parameters)
        properties = proven_properties(record)
        if list(properties.values()) != _normal(known):
            yield Step(SET_PROVEN, {"id": id_, "properties": properties})
    return found


def proven_properties(record: Standing) -> dict[str, Any]:
    """Return the properties of a researcher that tell of its claims; null where nothing is claimed or proven."""
    proven = record.proven
    return {
        "claimState": record.state if record.state is not ClaimState.UNCLAIMED else None,
        "claimed": proven.held or None,
        "orcidProven": proven.orcid or None,
        "emailProven": proven.email or None,
        "affiliationValidated": proven.affiliation or None,
        "vouches": proven.vouches or None,
    }


NOBODYS: dict[str, Any] = proven_properties(standing([])) | UNSAID | {"verificationLevel": None}
"""The same of a record that nobody claims: what somebody who was one with another must not keep of them."""


def _normal(known: Sequence[Any]) -> list[Any]:
    return [value or None for value in known]


def _claim(row: Sequence[Any]) -> OpenClaim:
    id_, account, state, created_at, approved_at, proofs, by_hand, open_key, holds = row
    return OpenClaim(
        id=id_,
        account=account,
        state=ClaimState(state),
        created_at=created_at,
        approved_at=approved_at,
        proofs=tuple(Proof(EvidenceKind(kind), held) for kind, held in proofs),
        by_hand=by_hand,
        open_key=open_key,
        holds=holds,
    )


def _turn(record: str, found: Standing, by: str) -> Steps[None]:
    if not found.turns:
        return
    moment = written(now())
    rows = []
    for turn in found.turns:
        properties: dict[str, Any] = {"state": turn.to, "changedAt": moment}
        if turn.to is ClaimState.APPROVED and turn.before is not ClaimState.APPROVED:
            properties["approvedAt"] = moment
        if turn.to not in OPEN:
            properties |= {"openKey": None, "holds": None, "reason": "Another claim of this record was approved."}
        rows.append({"id": turn.claim, "properties": properties})
    yield Step(TURN_CLAIMS, {"rows": _kept_approvals(found, rows)})
    for turn in found.turns:
        details = {"act": turn.act, "from": turn.before, "to": turn.to, "record": record}
        event = audit_event(AuditKind.CLAIM_CHANGED, by, turn.claim, **details)
        yield Step(CREATE_AUDIT_EVENT, {"event": event})
        yield from news_of(turn, by)


def _kept_approvals(found: Standing, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A claim that is approved again after a dispute was approved when it was first."""
    first = {claim.id: claim.approved_at for claim in found.leaders if claim.approved_at is not None}
    for row in rows:
        if row["id"] in first and "approvedAt" in row["properties"]:
            row["properties"]["approvedAt"] = first[row["id"]]
    return rows


def _keys(record: str, claims: Sequence[OpenClaim], found: Standing) -> Steps[None]:
    ended = {turn.claim for turn in found.turns if turn.to not in OPEN}
    leaders = {claim.id for claim in found.leaders} - ended
    wanted = {
        claim.id: (
            f"{claim.account} {record}" if claim.id in leaders else None,
            record if found.holder is not None and claim.id == found.holder.id else None,
        )
        for claim in claims
        if claim.id not in ended
    }
    wrong = [claim.id for claim in claims if claim.id in wanted and wanted[claim.id] != (claim.open_key, claim.holds)]
    if wrong:
        # First without, since a key may pass from one to the other.
        yield Step(CLEAR_KEYS, {"claims": wrong})
        rows = [{"id": id_, "openKey": wanted[id_][0], "holds": wanted[id_][1]} for id_ in wrong]
        yield Step(SET_KEYS, {"rows": rows})

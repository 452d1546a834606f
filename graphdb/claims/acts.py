"""What people do about claims: make them, give them up, decide on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, LiteralString

from graphdb.accounts.lock import lock_account
from graphdb.accounts.moments import now, written
from graphdb.audit import AuditKind, audit
from graphdb.claims.errors import OwnClaimError, TooManyClaimsError, UnknownClaimError, UnknownRecordError
from graphdb.claims.evidence import EvidenceKind
from graphdb.claims.news import news_of
from graphdb.claims.settling import settle_claims
from graphdb.claims.standing import Turn
from graphdb.claims.states import OPEN, ClaimAct, ClaimState, after
from graphdb.graph import Change
from graphdb.ids import new_id
from graphdb.researcher import latest_institution
from graphdb.steps import change_by
from graphdb.trust_history import TrustCause, rescore

MAX_OPEN_CLAIMS = 10
"""Of an account that are not approved yet."""
MAX_CLAIMS_OF_ONE = 20
"""Claims that one account makes of one record in all."""


class ReviewDecision(StrEnum):
    """What a moderator decides on a claim."""

    APPROVE = "APPROVE"
    REJECT = "REJECT"
    REQUEST_EVIDENCE = "REQUEST_EVIDENCE"
    CONFIRM_AFFILIATION = "CONFIRM_AFFILIATION"


# What is read in the query that waits for a lock may be older than the lock.
LOCK_RECORD: LiteralString = """
OPTIONAL MATCH (known:Researcher {id: $id})
OPTIONAL MATCH (:Identifier {scheme: 'id', value: $id})-[:IDENTIFIES]->(alias:Researcher)
WITH coalesce(known, alias) AS r LIMIT 1
WHERE r IS NOT NULL
SET r.followersCount = coalesce(r.followersCount, 0)
RETURN r.id
"""


async def lock_record(change: Change, id_: str) -> str:
    """Hold a record to the end of the change, and return its id, which may be a newer one; `UnknownRecordError`."""
    rows = await change.run(LOCK_RECORD, id=id_)
    if not rows:
        raise UnknownRecordError
    return str(rows[0][0])


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """A claim in a change that holds its record."""

    id: str
    state: ClaimState
    account: str
    record: str
    approved: bool


FIND_CLAIM: LiteralString = """
MATCH (a:Account)-[:MADE]->(c:Claim {id: $id})-[:CLAIMS]->(r:Researcher)
RETURN r.id, a.id, c.state, c.approvedAt IS NOT NULL
"""


async def hold_claim(change: Change, id_: str) -> HeldClaim:
    """Hold the record of a claim to the end of the change, and return the claim; raises `UnknownClaimError`."""
    rows = await change.run(FIND_CLAIM, id=id_)
    if not rows:
        raise UnknownClaimError
    await lock_record(change, rows[0][0])
    rows = await change.run(FIND_CLAIM, id=id_)
    if not rows:
        raise UnknownClaimError
    [[record, account, state, approved]] = rows
    return HeldClaim(id_, ClaimState(state), account, record, approved)


CLAIM_STATE: LiteralString = """
MATCH (a:Account {id: $account}), (r:Researcher {id: $record})
CALL (a, r) {
  MATCH (a)-[:MADE]->(c:Claim)-[:CLAIMS]->(r)
  RETURN collect([c.id, c.state]) AS own
}
CALL (a) {
  MATCH (a)-[:MADE]->(c:Claim)
  WHERE c.state IN $waiting
  RETURN count(c) AS waiting
}
RETURN own, waiting, a.orcid, CASE WHEN a.signIns > 0 THEN a.email END
"""
CREATE_CLAIM: LiteralString = """
MATCH (a:Account {id: $account}), (r:Researcher {id: $record})
MERGE (c:Claim {openKey: $claim.openKey})
SET c += $claim
CREATE (a)-[:MADE]->(c)-[:CLAIMS]->(r)
"""


async def claim_record_of(change: Change, account: str, researcher: str, note: str | None) -> str:
    """Claim a record for an account, and return the claim's id: the one that is open, where there is one.

    What the account has proven already, its ORCID iD and its address, is evidence at once. Raises `UnknownRecordError`,
    `TooManyClaimsError` and `UnknownAccountError`.
    """
    await lock_account(change, account)
    record = await lock_record(change, researcher)
    waiting = sorted(OPEN - {ClaimState.APPROVED})
    [[own, count, orcid, email]] = await change.run(CLAIM_STATE, account=account, record=record, waiting=waiting)
    for id_, state in own:
        if state in OPEN:
            return str(id_)
    if count >= MAX_OPEN_CLAIMS or len(own) >= MAX_CLAIMS_OF_ONE:
        raise TooManyClaimsError(
            f"You have made {len(own)} claims of this record."
            if len(own) >= MAX_CLAIMS_OF_ONE
            else f"{count} claims of yours wait to be decided, which is as many as may be.",
            "Withdraw one that you do not need." if count >= MAX_OPEN_CLAIMS else "Write to the operators of the site.",
        )
    id_ = new_id("Claim")
    moment = written(now())
    claim = {
        "id": id_,
        "openKey": f"{account} {record}",
        "state": after(ClaimState.UNCLAIMED, ClaimAct.CLAIM),
        "note": note,
        "createdAt": moment,
        "changedAt": moment,
        "byHand": any(state == ClaimState.REVOKED for _, state in own) or None,
    }
    await change.run(CREATE_CLAIM, account=account, record=record, claim=claim)
    made = Turn(id_, account, ClaimAct.CLAIM, ClaimState.UNCLAIMED, ClaimState.PENDING)
    await _told(change, account, record, made)
    held = HeldClaim(id_, ClaimState.PENDING, account, record, approved=False)
    if orcid is not None:
        await give(change, held, EvidenceKind.ORCID, orcid=orcid)
    if email is not None:
        await give(change, held, EvidenceKind.INSTITUTIONAL_EMAIL, email=email, domain=email.rpartition("@")[2])
    await settle(change, [record], account)
    return id_


GIVE: LiteralString = """
MATCH (c:Claim {id: $claim}), (a:Account {id: $by})
MERGE (e:Evidence {key: $evidence.key})
ON CREATE SET e = $evidence
MERGE (c)-[:HAS_EVIDENCE]->(e)
MERGE (e)-[:BY]->(a)
RETURN e.id = $evidence.id
"""
# Evidence that proves nothing of the record is not kept.
PROVES: dict[EvidenceKind, LiteralString] = {
    EvidenceKind.ORCID: """
MATCH (r:Researcher {id: $record})
RETURN EXISTS { (:Identifier {scheme: 'orcid', value: $value})-[:IDENTIFIES]->(r) }
""",
    EvidenceKind.INSTITUTIONAL_EMAIL: """
MATCH (r:Researcher {id: $record})
RETURN EXISTS {
  MATCH (r)-[x:AFFILIATED_WITH]->(i:Institution)
  WHERE coalesce(x.source, '') <> 'owner'
    AND any(d IN coalesce(i.domains, []) WHERE $value = d OR $value ENDS WITH '.' + d)
}
""",
}


async def give(change: Change, claim: HeldClaim, kind: EvidenceKind, *, by: str | None = None, **said: Any) -> bool:
    """Add a piece of evidence to a claim, and return whether it proves its point; the same one is kept once.

    `by` is the account that gives it, the claimant's unless said. The claim is to be settled afterwards.
    """
    giver = by or claim.account
    if kind in PROVES:
        value = said["orcid"] if kind is EvidenceKind.ORCID else said["domain"]
        [[proves]] = await change.run(PROVES[kind], record=claim.record, value=value)
        if not proves:
            return False
    id_ = new_id("Evidence")
    names = ("orcid", "email", "institution", "url", "text")
    value = next((said[name] for name in names if said.get(name)), "")
    key = f"{claim.id} {kind} {giver if kind is EvidenceKind.COAUTHOR_VOUCH else value}"
    evidence = {"id": id_, "key": key, "kind": kind, "addedAt": written(now()), **said}
    [[new]] = await change.run(GIVE, claim=claim.id, by=giver, evidence=evidence)
    if new:
        await audit(change, AuditKind.CLAIM_EVIDENCE_ADDED, giver, claim.id, evidence=id_, of=kind)
    return True


SET_STATE: LiteralString = """
MATCH (c:Claim {id: $id})
SET c += $properties
"""


async def turn(change: Change, claim: HeldClaim, act: ClaimAct, by: str, reason: str | None = None) -> ClaimState:
    """Have an act done to a claim, which is to be settled afterwards, and return its new state.

    Raises `ClaimStateError`.
    """
    to = after(claim.state, act, approved=claim.approved)
    moment = written(now())
    properties: dict[str, Any] = {"state": to, "changedAt": moment, "reason": reason}
    if act is ClaimAct.APPROVE and not claim.approved:
        properties["approvedAt"] = moment
    if to not in OPEN:
        properties |= {"openKey": None, "holds": None}
    await change.run(SET_STATE, id=claim.id, properties=properties)
    await _told(change, by, claim.record, Turn(claim.id, claim.account, act, claim.state, to))
    return to


async def _told(change: Change, by: str, record: str, turned: Turn) -> None:
    details = {"act": turned.act, "from": turned.before, "to": turned.to, "record": record}
    await audit(change, AuditKind.CLAIM_CHANGED, by, turned.claim, **details)
    for step in news_of(turned, by):
        await change.run(step.cypher, **step.parameters)


# Whose vouches hold depends on whether their own records are proven.
VOUCHED_FOR: LiteralString = """
UNWIND $records AS id
MATCH (:Researcher {id: id})<-[:CLAIMS]-(:Claim)<-[:MADE]-(a:Account)
MATCH (a)<-[:BY]-(:Evidence {kind: 'COAUTHOR_VOUCH'})<-[:HAS_EVIDENCE]-(c:Claim)-[:CLAIMS]->(r:Researcher)
WHERE NOT r.id IN $records AND c.state IN $open
RETURN DISTINCT r.id
"""


async def settle(change: Change, records: Sequence[str], by: str) -> None:
    """Bring records up to date with their claims, and those whose claims the owners of these vouch for."""
    await change_by(change, settle_claims(records, by))
    await change_by(change, rescore(records, TrustCause.CLAIM))
    vouched = [id_ for (id_,) in await change.run(VOUCHED_FOR, records=list(records), open=sorted(OPEN))]
    if vouched:
        await change_by(change, settle_claims(vouched, by))
        await change_by(change, rescore(vouched, TrustCause.CLAIM))


async def withdraw(change: Change, account: str, id_: str) -> None:
    """Give up a claim of the account's; raises `UnknownClaimError` and `ClaimStateError`. Withdrawn already is none."""
    await lock_account(change, account)
    claim = await hold_claim(change, id_)
    if claim.account != account:
        raise UnknownClaimError
    if claim.state is ClaimState.WITHDRAWN:
        return
    await turn(change, claim, ClaimAct.WITHDRAW, account)
    await settle(change, [claim.record], account)


RIVALS: LiteralString = """
MATCH (r:Researcher {id: $record})<-[:CLAIMS]-(c:Claim)<-[:MADE]-(a:Account)
WHERE c.state IN $open AND a.id <> $account
RETURN c.id, c.state, a.id, c.approvedAt IS NOT NULL
ORDER BY c.id
"""


async def review(change: Change, moderator: str, id_: str, decision: ReviewDecision, reason: str | None) -> None:
    """Decide on a claim for a moderator, who must not be the claimant.

    To approve one decides against all others of the record. Raises `UnknownClaimError`, `ClaimStateError` and
    `OwnClaimError`.
    """
    claim = await _others_claim(change, moderator, id_)
    if decision is ReviewDecision.CONFIRM_AFFILIATION:
        after(claim.state, ClaimAct.ADD_EVIDENCE)
        where = await latest_institution(change, claim.record)
        await give(change, claim, EvidenceKind.ORGANISATION, by=moderator, text=reason, institution=where)
    else:
        await turn(change, claim, ClaimAct(decision.value), moderator, reason)
    if decision is ReviewDecision.APPROVE:
        await give(change, claim, EvidenceKind.MODERATOR_LOOK, by=moderator, text=reason)
        rivals = await change.run(RIVALS, record=claim.record, account=claim.account, open=sorted(OPEN))
        for rival, state, account, approved in rivals:
            lost = HeldClaim(rival, ClaimState(state), account, claim.record, approved)
            act = ClaimAct.REVOKE if approved else ClaimAct.LOSE
            await turn(change, lost, act, moderator, "Another claim of this record was approved.")
    await settle(change, [claim.record], moderator)


async def revoke(change: Change, moderator: str, id_: str, reason: str | None) -> None:
    """Take an approval back for a moderator; raises what `review` raises."""
    claim = await _others_claim(change, moderator, id_)
    await turn(change, claim, ClaimAct.REVOKE, moderator, reason)
    await settle(change, [claim.record], moderator)


async def _others_claim(change: Change, moderator: str, id_: str) -> HeldClaim:
    claim = await hold_claim(change, id_)
    if claim.account == moderator:
        raise OwnClaimError("This claim is your own.", "Another moderator decides on it.")
    return claim

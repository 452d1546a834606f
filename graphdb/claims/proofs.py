"""Adding evidence to a claim: by the claimant, by a confirmed address, by a co-author."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, LiteralString

from graphdb.accounts.errors import LinkUsedError
from graphdb.accounts.lock import lock_account
from graphdb.accounts.sign_in import USE_LINK
from graphdb.claims.acts import HeldClaim, give, hold_claim, settle, turn
from graphdb.claims.errors import (
    EvidenceRefusedError,
    NotCoauthorError,
    OwnClaimError,
    TooManyClaimsError,
    UnknownClaimError,
)
from graphdb.claims.evidence import EvidenceKind
from graphdb.claims.states import OPEN, ClaimAct, ClaimState, after
from graphdb.graph import Change
from graphdb.ids import new_id

MAX_EVIDENCE = 30
"""Pieces of evidence of one claim that the claimant gives."""

EVIDENCE_COUNT: LiteralString = """
MATCH (a:Account {id: $account}), (c:Claim {id: $claim})
RETURN COUNT { (c)-[:HAS_EVIDENCE]->()-[:BY]->(a) }, a.orcid, CASE WHEN a.signIns > 0 THEN a.email END
"""


async def own_claim(change: Change, account: str, id_: str) -> tuple[HeldClaim, str | None, str | None]:
    """Hold a claim of the account's that takes evidence, and return it with the account's proven iD and address.

    Raises `UnknownClaimError`, `ClaimStateError` and `TooManyClaimsError`.
    """
    await lock_account(change, account)
    claim = await hold_claim(change, id_)
    if claim.account != account:
        raise UnknownClaimError
    after(claim.state, ClaimAct.ADD_EVIDENCE)
    [[count, orcid, email]] = await change.run(EVIDENCE_COUNT, account=account, claim=id_)
    if count >= MAX_EVIDENCE:
        raise TooManyClaimsError(f"The claim has {count} pieces of evidence, which is as many as may be.")
    return claim, orcid, email


async def add_evidence(
    change: Change, account: str, id_: str, kind: EvidenceKind, *, text: str | None = None, url: str | None = None
) -> None:
    """Add what the account has proven of itself, its ORCID iD or its address, or a statement with a link.

    Raises what `own_claim` raises, and `EvidenceRefusedError` where it proves nothing of the record.
    """
    claim, orcid, email = await own_claim(change, account, id_)
    said: dict[str, Any]
    if kind is EvidenceKind.ORCID:
        if orcid is None:
            raise EvidenceRefusedError("You have not signed in at ORCID with this account.", "Sign in at ORCID.")
        said = {"orcid": orcid}
    elif kind is EvidenceKind.INSTITUTIONAL_EMAIL:
        if email is None:
            raise EvidenceRefusedError("Your account has no address.", "Give one that is to be confirmed.")
        said = {"email": email, "domain": email.rpartition("@")[2]}
    else:
        said = {"text": text, "url": url}
    await _given(change, claim, kind, account, **said)


OPEN_CLAIMS: LiteralString = """
MATCH (:Account {id: $account})-[:MADE]->(c:Claim)
WHERE c.state IN $open
RETURN c.id
ORDER BY c.id
"""


async def bring_orcid(change: Change, account: str) -> None:
    """Add the ORCID iD that the account has proven to all claims of its own that stand, where it proves anything."""
    for (id_,) in await change.run(OPEN_CLAIMS, account=account, open=sorted(OPEN)):
        # Of another record's claim it is no evidence, and a claim with all the evidence that it may have keeps that.
        with suppress(EvidenceRefusedError, TooManyClaimsError):
            await add_evidence(change, account, id_, EvidenceKind.ORCID)


@dataclass(frozen=True, slots=True)
class EmailLink:
    """What a link in a letter proves: that its reader has the address, which is to be evidence for a claim."""

    id: str
    account: str
    claim: str
    email: str
    expires_at: str
    """From then on nobody needs to remember that it was used."""


async def add_confirmed_email(change: Change, link: EmailLink) -> None:
    """Add an address whose letter was read; the link works once.

    Raises what `own_claim` and `add_evidence` raise, and `LinkUsedError`.
    """
    use = new_id("Evidence")
    [[first]] = await change.run(USE_LINK, id=link.id, expires=link.expires_at, by=use)
    if not first:
        raise LinkUsedError
    held, _, _ = await own_claim(change, link.account, link.claim)
    domain = link.email.rpartition("@")[2]
    await _given(change, held, EvidenceKind.INSTITUTIONAL_EMAIL, link.account, email=link.email, domain=domain)


async def _given(change: Change, claim: HeldClaim, kind: EvidenceKind, by: str, **said: Any) -> None:
    if not await give(change, claim, kind, by=by, **said):
        raise EvidenceRefusedError(*_REFUSED[kind])
    if claim.state is ClaimState.NEEDS_EVIDENCE:
        await turn(change, claim, ClaimAct.ADD_EVIDENCE, by)
    await settle(change, [claim.record], by)


_REFUSED = {
    EvidenceKind.ORCID: (
        "No source names your ORCID iD for this record.",
        "Add a work of the record to your ORCID record, or bring other evidence.",
    ),
    EvidenceKind.INSTITUTIONAL_EMAIL: (
        "The address is at no domain of an institution that the record is affiliated with.",
        "Use one of an institution that `institutions` of the record names and that lists its domains at ROR.",
    ),
}

PROVEN_RECORDS: LiteralString = """
MATCH (:Account {id: $account})-[:OWNS]->(p:Researcher)
WHERE p.orcidProven OR p.emailProven
RETURN p.id
"""
IS_COAUTHOR: LiteralString = """
MATCH (r:Researcher {id: $record})
RETURN any(id IN $records WHERE EXISTS { (r)-[:COLLABORATED_WITH]-(:Researcher {id: id}) })
"""


async def vouch(change: Change, account: str, id_: str) -> None:
    """Vouch for somebody else's claim as a verified co-author, which once more is no error.

    That there is such a claim is told to its claimant and to verified co-authors. Raises `UnknownClaimError`,
    `ClaimStateError`, `OwnClaimError` and `NotCoauthorError`.
    """
    await lock_account(change, account)
    try:
        claim = await hold_claim(change, id_)
    except UnknownClaimError:
        claim = None
    if claim is not None and claim.account == account:
        raise OwnClaimError("This claim is your own.", "Somebody else who wrote a work with you may vouch.")
    own = [record for (record,) in await change.run(PROVEN_RECORDS, account=account)]
    if not own:
        raise NotCoauthorError(
            "Only owners of co-authors' records who have proven them may vouch.",
            "Claim your own record, and prove it by ORCID or an institutional address.",
        )
    if claim is None:
        raise UnknownClaimError
    [[is_coauthor]] = await change.run(IS_COAUTHOR, record=claim.record, records=own)
    if not is_coauthor:
        raise UnknownClaimError
    after(claim.state, ClaimAct.ADD_EVIDENCE)
    await give(change, claim, EvidenceKind.COAUTHOR_VOUCH, by=account)
    if claim.state is ClaimState.NEEDS_EVIDENCE:
        await turn(change, claim, ClaimAct.ADD_EVIDENCE, account)
    await settle(change, [claim.record], account)

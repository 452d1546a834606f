"""Signing in at ORCID, and proving that an iD is one's own."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.accounts.errors import OrcidDiffersError, OrcidTakenError
from graphdb.accounts.lock import lock_account
from graphdb.accounts.moments import now, written
from graphdb.accounts.records import ACCOUNT, AccountRecord, SessionRecord
from graphdb.accounts.sign_in import Arrival, begin_session
from graphdb.audit import AuditKind, audit
from graphdb.graph import Change
from graphdb.ids import new_id


@dataclass(frozen=True, slots=True)
class OrcidProof:
    """What ORCID says of somebody who has signed in there."""

    orcid: str
    """Bare iD."""
    name: str | None
    """As the person shows it to everybody."""


# The write takes the lock before the next query reads.
ACCOUNT_BY_ORCID: LiteralString = """
MERGE (a:Account {orcid: $orcid})
ON CREATE SET a.id = $id, a.createdAt = $now, a.name = $name
SET a.lockedAt = $now
"""

STATE_BY_ORCID: LiteralString = f"""
MATCH (a:Account {{orcid: $orcid}})
RETURN {ACCOUNT}
"""


async def sign_in_at_orcid(
    change: Change, proof: OrcidProof, arrival: Arrival, account: str | None
) -> tuple[AccountRecord, SessionRecord]:
    """Begin a session for the account that an iD belongs to.

    `account` is the id of whoever is signed in already: the iD becomes theirs. For others an account is made, if there
    is none. Raises `OrcidTakenError` where the iD is somebody else's, and `OrcidDiffersError` where the account has
    proved another one.
    """
    if account is None:
        id_ = new_id("Account")
        await change.run(ACCOUNT_BY_ORCID, orcid=proof.orcid, id=id_, name=proof.name, now=written(now()))
        [[row]] = await change.run(STATE_BY_ORCID, orcid=proof.orcid)
        if row["id"] == id_:
            await audit(change, AuditKind.ACCOUNT_CREATED, id_, id_)
            await audit(change, AuditKind.ORCID_PROVEN, id_, id_)
        return await begin_session(change, AccountRecord(**row), arrival)
    return await begin_session(change, await _prove(change, proof, account), arrival)


# A lock of its own: two accounts that prove one iD at once must meet before either has it.
MEET_AT_ORCID: LiteralString = """
MERGE (l:Lock {name: 'orcid'})
SET l.askedAt = $now
"""

OWNERS: LiteralString = f"""
MATCH (a:Account {{id: $account}})
OPTIONAL MATCH (owner:Account {{orcid: $orcid}})
RETURN {ACCOUNT}, owner.id
"""

PROVE_ORCID: LiteralString = f"""
MATCH (a:Account {{id: $account}})
SET a.orcid = $orcid, a.name = coalesce(a.name, $name)
RETURN {ACCOUNT}
"""


async def _prove(change: Change, proof: OrcidProof, account: str) -> AccountRecord:
    await lock_account(change, account)
    await change.run(MEET_AT_ORCID, now=written(now()))
    [[row, owner]] = await change.run(OWNERS, account=account, orcid=proof.orcid)
    if owner == account:
        return AccountRecord(**row)
    if owner is not None:
        raise OrcidTakenError
    if row["orcid"] is not None:
        raise OrcidDiffersError(row["orcid"])
    [[row]] = await change.run(PROVE_ORCID, account=account, orcid=proof.orcid, name=proof.name)
    await audit(change, AuditKind.ORCID_PROVEN, account, account)
    return AccountRecord(**row)

"""Invitations from the owner of one author record to the owner of another: DRAFT, then SENT, then answered or over.

An invitation that is a draft or waits for its answer has an `openKey`, made of the two accounts, which is unique: so no
two wait between the same two people. All that is done to one holds both accounts first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from graphdb.accounts.lock import lock_account, lock_accounts
from graphdb.accounts.moments import after, now, written
from graphdb.accounts.text import check_client_id, paragraphs
from graphdb.audit import AuditKind, audit
from graphdb.collaboration.errors import (
    ClaimNeededError,
    InvitationClosedError,
    TooManyInvitationsError,
    UnknownInvitationError,
)
from graphdb.collaboration.records import InvitationRecord, InvitationState, invitation, invitation_state
from graphdb.collaboration.standing import standings
from graphdb.follows.errors import UnknownEntityError
from graphdb.graph import Change, Graph
from graphdb.ids import new_id
from graphdb.notifications.notify import notify, seen
from graphdb.notifications.records import NotificationKind

LONGEST_MESSAGE = 2_000
LIFE = 30 * 86_400.0
"""Seconds for which an invitation waits for its answer."""
MAX_OPEN = 50
"""Invitations of one account that are drafts or wait, at once."""
MAX_A_DAY = 20
"""Invitations that an account sends in 24 hours."""

_ROW: LiteralString = invitation("$account", "$now")


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """What somebody wants to send; `new_invitation` makes it."""

    message: str | None
    is_draft: bool
    client_id: str | None


def new_invitation(message: str | None, *, is_draft: bool, client_id: str | None) -> NewInvitation:
    """Return an invitation with a message within its bound; raises `BadAccountInputError`."""
    return NewInvitation(paragraphs("message", message, LONGEST_MESSAGE), is_draft, check_client_id(client_id))


MADE_BEFORE: LiteralString = f"""
MATCH (sender:Account {{id: $account}})-[:SENT]->(n:Invitation {{clientKey: $key}})
RETURN {_ROW}
"""

# What is read in the query that waits for a lock may be older than the lock.
OWNER: LiteralString = """
MATCH (b:Account)-[:OWNS]->(:Researcher {id: $researcher})
RETURN b.id
"""

END_WAITING: LiteralString = """
UNWIND $keys AS key
MATCH (n:Invitation {openKey: key})
WHERE n.state = 'SENT' AND n.expiresAt <= $now
SET n.state = 'EXPIRED', n.openKey = null
"""

COUNT_INVITATIONS: LiteralString = """
MATCH (:Account {id: $account})-[:SENT]->(n:Invitation)
WHERE n.openKey IS NOT NULL OR n.sentAt > $yesterday
RETURN count(CASE WHEN n.openKey <> $key THEN 1 END), count(CASE WHEN n.sentAt > $yesterday THEN 1 END)
"""

SAVE_INVITATION: LiteralString = f"""
MATCH (sender:Account {{id: $account}}), (receiver:Account {{id: $owner}})
MERGE (n:Invitation {{openKey: $key}})
ON CREATE SET n.id = $id, n.createdAt = $now
MERGE (sender)-[:SENT]->(n)
MERGE (n)-[:INVITES]->(receiver)
WITH sender, n
MATCH (sender)-[:OWNS]->(own:Researcher)
WITH sender, n, own ORDER BY own.worksCount DESC, own.id LIMIT 1
SET n.fromResearcher = own.id, n += $properties
RETURN {_ROW}
"""


async def save_invitation(change: Change, account: str, researcher: str, wanted: NewInvitation) -> InvitationRecord:
    """Draft or send an invitation to the owner of a record, who is told of it, and return it.

    A draft to the same person becomes the invitation. Under a client id that was used before nothing is done, and the
    invitation of then returned. Raises `UnknownEntityError`, a `NotAllowedError`, `TooManyInvitationsError`, and
    `UnknownAccountError` where the account was deleted meanwhile.
    """
    moment, id_ = now(), new_id("Invitation")
    times = {"now": written(moment), "account": account}
    client_key = f"{account} {wanted.client_id or id_}"
    await lock_account(change, account)
    for (row,) in await change.run(MADE_BEFORE, key=client_key, **times):
        return InvitationRecord(**row)
    owners = [owner for (owner,) in await change.run(OWNER, researcher=researcher)]
    await lock_accounts(change, [account, *owners])
    [standing] = await standings(change, account, [researcher])
    if standing is None:
        raise UnknownEntityError
    if standing.obstacle is not None:
        raise standing.obstacle
    key = f"{account} {standing.owner}"
    await change.run(END_WAITING, keys=[key, f"{standing.owner} {account}"], now=times["now"])
    [[open_, today]] = await change.run(COUNT_INVITATIONS, account=account, key=key, yesterday=after(moment, -86_400))
    if open_ >= MAX_OPEN:
        raise TooManyInvitationsError(f"{open_} of your invitations wait for an answer.", "Withdraw one of them.")
    if today >= MAX_A_DAY and not wanted.is_draft:
        raise TooManyInvitationsError(f"You have sent {today} invitations in a day.", "Send further ones tomorrow.")
    properties: dict[str, Any] = {
        "state": InvitationState.DRAFT if wanted.is_draft else InvitationState.SENT,
        "message": wanted.message,
        "toResearcher": researcher,
        "clientKey": client_key,
    }
    if not wanted.is_draft:
        properties |= {"sentAt": times["now"], "expiresAt": after(moment, LIFE)}
    [[row]] = await change.run(SAVE_INVITATION, owner=standing.owner, key=key, id=id_, properties=properties, **times)
    kind = AuditKind.INVITATION_DRAFTED if wanted.is_draft else AuditKind.INVITATION_SENT
    await audit(change, kind, account, row["id"])
    record = InvitationRecord(**row)
    if not wanted.is_draft and standing.owner is not None:
        received = NotificationKind.INVITATION_RECEIVED
        await notify(change, standing.owner, received, record.id, by=record.from_researcher)
    return record


PARTIES: LiteralString = """
MATCH (sender:Account)-[:SENT]->(n:Invitation {id: $id})-[:INVITES]->(receiver:Account)
WHERE receiver.id = $account AND n.sentAt IS NOT NULL AND NOT EXISTS { (receiver)-[:BLOCKS]->(sender) }
  OR sender.id = $account
RETURN sender.id, receiver.id
"""

STATE: LiteralString = f"""
MATCH (n:Invitation {{id: $id}})
RETURN {invitation_state("$now")}, [[n.fromResearcher, $sender], [n.toResearcher, $receiver]]
"""

OWN_THEIR_RECORDS: LiteralString = """
UNWIND $ends AS end
OPTIONAL MATCH (:Account {id: end[1]})-[:OWNS]->(r:Researcher)
WHERE r.id = end[0] OR EXISTS { (:Identifier {scheme: 'id', value: end[0]})-[:IDENTIFIES]->(r) }
WITH end, count(r) AS owned
RETURN min(owned) > 0
"""

ANSWER: LiteralString = f"""
MATCH (sender:Account)-[:SENT]->(n:Invitation {{id: $id}})
SET n.state = $state, n.openKey = null, n.answeredAt = $now
RETURN {_ROW}
"""

OPEN_CONVERSATION: LiteralString = """
MATCH (n:Invitation {id: $id}), (sender:Account {id: $sender}), (receiver:Account {id: $receiver})
MERGE (c:Conversation {pairKey: $pair})
ON CREATE SET c.id = $conversation, c.createdAt = $now, c.lastAt = $now, c.messages = 0
MERGE (n)-[:OPENED]->(c)
MERGE (sender)-[s:TALKS]->(c)
MERGE (receiver)-[r:TALKS]->(c)
SET s.researcher = n.fromResearcher, r.researcher = n.toResearcher,
    s.readTo = coalesce(s.readTo, 0), r.readTo = coalesce(r.readTo, 0)
"""


async def answer_invitation(change: Change, account: str, id_: str, *, accept: bool) -> InvitationRecord:
    """Accept or decline an invitation to the account, and return it; who had sent it is told.

    Accepting opens the conversation of the two. The same answer again is no error. Raises `UnknownInvitationError`,
    `InvitationClosedError`, and `ClaimNeededError` where one of the two has lost their record.
    """
    sender, receiver = await _hold(change, account, id_)
    if receiver != account:
        raise UnknownInvitationError
    wanted = InvitationState.ACCEPTED if accept else InvitationState.DECLINED
    [[state, ends]] = await change.run(STATE, id=id_, now=written(now()), sender=sender, receiver=receiver)
    if state != wanted:
        if state != InvitationState.SENT:
            raise InvitationClosedError(state)
        if accept and not (await change.run(OWN_THEIR_RECORDS, ends=ends))[0][0]:
            raise ClaimNeededError("One of you does not own their author record any more.", "Claim it first.")
    fresh = state != wanted
    row = await _settled(change, account, id_, wanted) if fresh else await _as_it_is(change, account, id_)
    if fresh and accept:
        await change.run(
            OPEN_CONVERSATION,
            id=id_,
            sender=sender,
            receiver=receiver,
            pair=" ".join(sorted((sender, receiver))),
            conversation=new_id("Conversation"),
            now=written(now()),
        )
        row = await _as_it_is(change, account, id_)
    if fresh:
        await seen(change, account, id_)
        told = NotificationKind.INVITATION_ACCEPTED if accept else NotificationKind.INVITATION_DECLINED
        await notify(change, sender, told, id_, by=row.to_researcher)
    return row


async def withdraw_invitation(change: Change, account: str, id_: str) -> InvitationRecord:
    """Take back an invitation of the account's that is a draft or waits, which again is no error.

    Raises `UnknownInvitationError` and `InvitationClosedError`.
    """
    sender, receiver = await _hold(change, account, id_)
    if sender != account:
        raise UnknownInvitationError
    [[state, _]] = await change.run(STATE, id=id_, now=written(now()), sender=sender, receiver=receiver)
    if state == InvitationState.WITHDRAWN:
        return await _as_it_is(change, account, id_)
    if state not in {InvitationState.DRAFT, InvitationState.SENT}:
        raise InvitationClosedError(state)
    await seen(change, receiver, id_)
    return await _settled(change, account, id_, InvitationState.WITHDRAWN)


async def _hold(change: Change, account: str, id_: str) -> tuple[str, str]:
    """Hold both accounts, and return the ids of who sent an invitation and of whom it was sent to."""
    parties = await change.run(PARTIES, account=account, id=id_)
    if not parties:
        raise UnknownInvitationError
    await lock_accounts(change, parties[0])
    # What was read before the lock may have changed.
    parties = await change.run(PARTIES, account=account, id=id_)
    if not parties:
        raise UnknownInvitationError
    return parties[0][0], parties[0][1]


_KINDS = {
    InvitationState.ACCEPTED: AuditKind.INVITATION_ACCEPTED,
    InvitationState.DECLINED: AuditKind.INVITATION_DECLINED,
    InvitationState.WITHDRAWN: AuditKind.INVITATION_WITHDRAWN,
}


async def _settled(change: Change, account: str, id_: str, state: InvitationState) -> InvitationRecord:
    [[row]] = await change.run(ANSWER, id=id_, account=account, state=state, now=written(now()))
    await audit(change, _KINDS[state], account, id_)
    return InvitationRecord(**row)


INVITATIONS: LiteralString = f"""
UNWIND $ids AS id
MATCH (sender:Account)-[:SENT]->(n:Invitation {{id: id}})-[:INVITES]->(receiver:Account)
WHERE receiver.id = $account AND n.sentAt IS NOT NULL AND NOT EXISTS {{ (receiver)-[:BLOCKS]->(sender) }}
  OR sender.id = $account
RETURN id, {_ROW}
"""


async def invitations_by_id(source: Graph | Change, account: str, ids: Sequence[str]) -> list[InvitationRecord | None]:
    """Return the invitation of each id that the account sent or got, None where it is none; one Cypher call."""
    ask = source.read if isinstance(source, Graph) else source.run
    rows = await ask(INVITATIONS, account=account, ids=list(dict.fromkeys(ids)), now=written(now()))
    found = {id_: InvitationRecord(**row) for id_, row in rows}
    return [found.get(id_) for id_ in ids]


async def _as_it_is(change: Change, account: str, id_: str) -> InvitationRecord:
    [found] = await invitations_by_id(change, account, [id_])
    if found is None:
        raise UnknownInvitationError
    return found


EXPIRE: LiteralString = """
MATCH (n:Invitation)
WHERE n.expiresAt <= $now AND n.state = 'SENT'
WITH n LIMIT $most
SET n.state = 'EXPIRED', n.openKey = null
RETURN count(n)
"""


async def expire_invitations(graph: Graph, most: int = 10_000) -> int:
    """Say of up to `most` invitations whose time is over that they have expired; return how many it were."""
    [[count]] = await graph.write(EXPIRE, now=written(now()), most=most)
    return int(count)

"""Blocking people: who is blocked can neither invite nor write, and is not told."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.accounts.lock import lock_account, lock_accounts
from graphdb.accounts.moments import now, written
from graphdb.audit import AuditKind, audit
from graphdb.collaboration.errors import OneselfError, TooManyBlocksError, UnknownPersonError
from graphdb.graph import Change, Graph
from graphdb.ids import kind_of, kind_of_peoples
from graphdb.keyset import Key, Order, PageRequest
from graphdb.pages import Edge, Page
from graphdb.private_lists import PrivateList, private_page

MAX_BLOCKS = 1_000
"""Of an account."""

_OTHER_OF: dict[str, LiteralString] = {
    "Account": "MATCH (b:Account {id: $id})",
    "Researcher": "MATCH (b:Account)-[:OWNS]->(:Researcher {id: $id})",
    "Conversation": "MATCH (:Account {id: $account})-[:TALKS]->(:Conversation {id: $id})<-[:TALKS]-(b:Account)",
    "Message": """MATCH (:Account {id: $account})-[:TALKS]->(c:Conversation)<-[:TALKS]-(b:Account)
MATCH (:Message {id: $id, conversation: c.id})""",
    "Invitation": """MATCH (a:Account {id: $account})-[:SENT|INVITES]-(n:Invitation {id: $id})
MATCH (n)-[:SENT|INVITES]-(b:Account) WHERE b <> a AND (n.sentAt IS NOT NULL OR EXISTS { (a)-[:SENT]->(n) })""",
}
OTHER: dict[str, LiteralString] = {kind: f"{match}\nRETURN DISTINCT b.id" for kind, match in _OTHER_OF.items()}


async def person_behind(change: Change, account: str, id_: str) -> str:
    """Return the account behind an id: its own, of the record it owns, or of what it shares with `account`.

    Of a researcher it must be the current id. Raises `UnknownPersonError`.
    """
    query = OTHER.get(kind_of_peoples(id_) or kind_of(id_) or "")
    rows = await change.run(query, account=account, id=id_) if query is not None else []
    if not rows:
        raise UnknownPersonError
    return str(rows[0][0])


COUNT_BLOCKS: LiteralString = "MATCH (:Account {id: $account})-[e:BLOCKS]->() RETURN count(e)"

BLOCK: LiteralString = """
MATCH (a:Account {id: $account}), (b:Account {id: $other})
MERGE (a)-[e:BLOCKS]->(b)
ON CREATE SET e.since = $now, e.fresh = true
WITH e, b, e.fresh IS NOT NULL AS fresh
OPTIONAL MATCH (b)-[:OWNS]->(r:Researcher)
WITH e, fresh, min(r.id) AS researcher
SET e.fresh = null, e.researcher = coalesce(researcher, e.researcher)
RETURN fresh
"""

WITHDRAW_BETWEEN: LiteralString = """
MATCH (n:Invitation {openKey: $account + ' ' + $other})
SET n.state = 'WITHDRAWN', n.openKey = null, n.answeredAt = $now
RETURN n.id
"""


async def block(change: Change, account: str, id_: str) -> str:
    """Block the person behind an id, and return their account; again is no error.

    What the account has sent to that person and waits is withdrawn. Raises `UnknownPersonError`, `OneselfError`,
    `TooManyBlocksError`.
    """
    await lock_account(change, account)
    other = await person_behind(change, account, id_)
    if other == account:
        raise OneselfError("blocks")
    await lock_accounts(change, [account, other])
    [[count]] = await change.run(COUNT_BLOCKS, account=account)
    if count >= MAX_BLOCKS:
        raise TooManyBlocksError(MAX_BLOCKS)
    moment = written(now())
    [[fresh]] = await change.run(BLOCK, account=account, other=other, now=moment)
    for (invitation,) in await change.run(WITHDRAW_BETWEEN, account=account, other=other, now=moment):
        await audit(change, AuditKind.INVITATION_WITHDRAWN, account, invitation)
    if fresh:
        await audit(change, AuditKind.ACCOUNT_BLOCKED, account, other)
    return other


UNBLOCK: LiteralString = """
MATCH (:Account {id: $account})-[e:BLOCKS]->(:Account {id: $other})
DELETE e
RETURN $other
"""


async def unblock(change: Change, account: str, id_: str) -> str:
    """Block the person behind an id no longer, and return their account; raises `UnknownPersonError`."""
    await lock_account(change, account)
    other = await person_behind(change, account, id_)
    if await change.run(UNBLOCK, account=account, other=other):
        await audit(change, AuditKind.ACCOUNT_UNBLOCKED, account, other)
    return other


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """Somebody who is blocked."""

    id: str
    """Of the account."""
    since: str
    """ISO 8601 date-time in UTC."""
    researcher: str | None
    """Id of the author record that the account owned."""


BLOCK_ORDER = Order("SINCE DESC", (Key("e.since", str, descending=True), Key("n.id", str)))
"""Who was blocked last comes first."""

BLOCKS: PrivateList[BlockRecord] = PrivateList(
    "MATCH (:Account {id: $list.account})-[e:BLOCKS]->(n:Account) WHERE true",
    "n{.id, since: e.since, researcher: e.researcher}",
    BLOCK_ORDER,
    BlockRecord,
)


async def blocks(graph: Graph, account: str, request: PageRequest) -> Page[Edge[BlockRecord]]:
    """Return a page of those whom the account has blocked; one Cypher call."""
    return await private_page(graph, BLOCKS, request, account=account)

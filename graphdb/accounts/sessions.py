"""The sessions of an account."""

from collections.abc import Sequence
from typing import LiteralString

from graphdb.accounts.errors import UnknownSessionError
from graphdb.accounts.moments import now, written
from graphdb.accounts.records import SESSION, SessionRecord
from graphdb.audit import AuditKind, audit
from graphdb.graph import Change, Graph

SESSIONS_BY_ACCOUNT: LiteralString = f"""
UNWIND range(0, size($accounts) - 1) AS i
MATCH (a:Account {{id: $accounts[i]}})-[:HAS_SESSION]->(s:Session)
WHERE s.expiresAt > $now
WITH i, s ORDER BY s.lastSeenAt DESC, s.id
RETURN i, collect({SESSION})
"""


async def sessions_by_account(graph: Graph, accounts: Sequence[str]) -> list[list[SessionRecord]]:
    """Return the sessions of each account that hold, the last seen first; one Cypher call."""
    found: list[list[SessionRecord]] = [[] for _ in accounts]
    for i, rows in await graph.read(SESSIONS_BY_ACCOUNT, accounts=list(accounts), now=written(now())):
        found[i] = [SessionRecord(**row) for row in rows]
    return found


REVOKE_SESSION: LiteralString = """
MATCH (:Account {id: $account})-[:HAS_SESSION]->(s:Session {id: $id})
DETACH DELETE s
RETURN $id
"""


async def revoke_session(change: Change, account: str, id_: str) -> None:
    """End a session of the account; raises `UnknownSessionError` where it has none of that id."""
    if not await change.run(REVOKE_SESSION, account=account, id=id_):
        raise UnknownSessionError
    await audit(change, AuditKind.SESSION_REVOKED, account, id_)


async def sign_out(change: Change, account: str, id_: str) -> None:
    """End the session that asks; one that has ended meanwhile is no error."""
    if await change.run(REVOKE_SESSION, account=account, id=id_):
        await audit(change, AuditKind.SIGNED_OUT, account, id_)

"""Signing in: an account and a session for somebody who has proved an e-mail address."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.accounts.errors import LinkUsedError
from graphdb.accounts.moments import after, now, written
from graphdb.accounts.records import ACCOUNT, SESSION, AccountRecord, SessionRecord, SignInMethod
from graphdb.accounts.secret import hash_of
from graphdb.accounts.viewer import IDLE, LONGEST
from graphdb.audit import AuditKind, audit
from graphdb.graph import Change, Graph
from graphdb.ids import new_id

MAX_SESSIONS = 50
"""Of an account at once; the one that was seen longest ago gives way."""
LONGEST_USER_AGENT = 200

SIGN_INS_OF: LiteralString = """
OPTIONAL MATCH (a:Account {email: $email})
RETURN coalesce(a.signIns, 0)
"""


async def sign_ins_of(graph: Graph, email: str) -> int:
    """Return how often the account of an address has signed in, 0 if there is none; one Cypher call."""
    [[count]] = await graph.read(SIGN_INS_OF, email=email)
    return int(count)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who signs in."""

    secret: str
    """Of the session that begins; it has never been anybody's."""
    method: SignInMethod
    user_agent: str | None
    replaces: str | None = None
    """Secret of the session that the browser came with, which ends."""


@dataclass(frozen=True, slots=True)
class SignInLink:
    """What a link in a letter proves."""

    id: str
    email: str
    sign_ins: int
    """Of the account when it was written."""
    expires_at: str
    """From then on nobody needs to remember that it was used."""


USE_LINK: LiteralString = """
MERGE (l:UsedLink {id: $id})
ON CREATE SET l.expiresAt = $expires, l.by = $by
RETURN l.by = $by
"""

# The write takes the lock before the next query reads.
ACCOUNT_OF: LiteralString = """
MERGE (a:Account {email: $email})
ON CREATE SET a.id = $id, a.createdAt = $now
SET a.lockedAt = $now
"""

STATE_OF: LiteralString = f"""
MATCH (a:Account {{email: $email}})
RETURN {ACCOUNT}, a.id = $id
"""


async def sign_in_by_link(change: Change, link: SignInLink, arrival: Arrival) -> tuple[AccountRecord, SessionRecord]:
    """Begin a session for the account of the link's address, which is made if there is none.

    Raises `LinkUsedError` where the link, or a later one, has been used.
    """
    id_, use = new_id("Account"), new_id("Session")
    [[first]] = await change.run(USE_LINK, id=link.id, expires=link.expires_at, by=use)
    if not first:
        raise LinkUsedError
    await change.run(ACCOUNT_OF, email=link.email, id=id_, now=written(now()))
    [[row, created]] = await change.run(STATE_OF, email=link.email, id=id_)
    account = AccountRecord(**row)
    if account.sign_ins != link.sign_ins:
        raise LinkUsedError
    if created:
        await audit(change, AuditKind.ACCOUNT_CREATED, account.id, account.id)
    return await begin_session(change, account, arrival)


END_SESSION: LiteralString = """
MATCH (s:Session {tokenHash: $hash})
DETACH DELETE s
"""

BEGIN_SESSION: LiteralString = f"""
MATCH (a:Account {{id: $account}})
SET a.signIns = coalesce(a.signIns, 0) + 1
CREATE (a)-[:HAS_SESSION]->(s:Session)
SET s = $session
WITH a, s
CALL (a, s) {{
  MATCH (a)-[:HAS_SESSION]->(other:Session)
  WHERE other <> s
  WITH other ORDER BY other.lastSeenAt DESC, other.id
  SKIP $others
  DETACH DELETE other
}}
RETURN {ACCOUNT}, {SESSION}
"""


async def begin_session(
    change: Change, account: AccountRecord, arrival: Arrival
) -> tuple[AccountRecord, SessionRecord]:
    """Begin a session of an account; the one that the browser came with ends, whosever it was."""
    if arrival.replaces is not None:
        await change.run(END_SESSION, hash=hash_of(arrival.replaces))
    moment = now()
    session = {
        "id": new_id("Session"),
        "tokenHash": hash_of(arrival.secret),
        "method": arrival.method,
        "userAgent": (arrival.user_agent or "")[:LONGEST_USER_AGENT] or None,
        "createdAt": written(moment),
        "lastSeenAt": written(moment),
        "expiresAt": after(moment, IDLE),
        "endsAt": after(moment, LONGEST),
    }
    [[row, begun]] = await change.run(BEGIN_SESSION, account=account.id, session=session, others=MAX_SESSIONS - 1)
    await audit(change, AuditKind.SIGNED_IN, account.id, begun["id"], method=arrival.method)
    return AccountRecord(**row), SessionRecord(**begun)

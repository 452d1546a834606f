"""Who asks, by the secret that came with the request."""

from typing import LiteralString

from graphdb.accounts.moments import after, now, written
from graphdb.accounts.records import (
    ACCESS_TOKEN,
    ACCOUNT,
    SESSION,
    AccessTokenRecord,
    AccountRecord,
    SessionRecord,
)
from graphdb.accounts.secret import hash_of
from graphdb.graph import Graph

SEEN_AGAIN = 3600.0
"""Seconds after which it is written anew that a session or token was used."""
IDLE = 30 * 86_400.0
"""Seconds without use after which a session ends."""
LONGEST = 180 * 86_400.0
"""Seconds after which a session ends in any case."""

VIEWER_BY_SESSION: LiteralString = f"""
MATCH (s:Session {{tokenHash: $hash}})<-[:HAS_SESSION]-(a:Account)
WHERE s.expiresAt > $now
RETURN {ACCOUNT}, {SESSION}, s.lastSeenAt < $seenAgain
"""

SEE_SESSION: LiteralString = """
MATCH (s:Session {id: $id})
SET s.lastSeenAt = $now, s.expiresAt = CASE WHEN s.endsAt < $expires THEN s.endsAt ELSE $expires END
"""


async def viewer_by_session(graph: Graph, secret: str) -> tuple[AccountRecord, SessionRecord] | None:
    """Return whose session the secret is of, None if it is of none that holds.

    One Cypher call, and once an hour another that says that the session is in use.
    """
    moment = now()
    times = {"now": written(moment), "seenAgain": after(moment, -SEEN_AGAIN)}
    rows = await graph.read(VIEWER_BY_SESSION, hash=hash_of(secret), **times)
    if not rows:
        return None
    [[account, session, unseen]] = rows
    if unseen:
        await graph.write(SEE_SESSION, id=session["id"], now=times["now"], expires=after(moment, IDLE))
    return AccountRecord(**account), SessionRecord(**session)


VIEWER_BY_ACCESS_TOKEN: LiteralString = f"""
MATCH (t:AccessToken {{tokenHash: $hash}})<-[:HAS_ACCESS_TOKEN]-(a:Account)
WHERE t.expiresAt > $now
RETURN {ACCOUNT}, {ACCESS_TOKEN}, coalesce(t.lastUsedAt < $seenAgain, true)
"""

SEE_ACCESS_TOKEN: LiteralString = """
MATCH (t:AccessToken {id: $id})
SET t.lastUsedAt = $now
"""  # noqa: S105


async def viewer_by_access_token(graph: Graph, secret: str) -> tuple[AccountRecord, AccessTokenRecord] | None:
    """Return whose access token the secret is, None if it is none that holds; as many calls as for a session."""
    moment = now()
    times = {"now": written(moment), "seenAgain": after(moment, -SEEN_AGAIN)}
    rows = await graph.read(VIEWER_BY_ACCESS_TOKEN, hash=hash_of(secret), **times)
    if not rows:
        return None
    [[account, token, unseen]] = rows
    if unseen:
        await graph.write(SEE_ACCESS_TOKEN, id=token["id"], now=times["now"])
    return AccountRecord(**account), AccessTokenRecord(**token)

"""Who gets a digest by e-mail, and what stands in it."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.graph import Graph
from graphdb.notifications.records import NOTIFICATION, NotificationRecord

SHOWN = 20
"""Notifications that stand in a digest; of more, their number."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What an account is to be sent."""

    account: str
    email: str
    to: int
    """Number of the last notification that it tells of."""
    count: int
    told: tuple[NotificationRecord, ...]
    """The last ones, the newest first."""


# Those who have something new since their last digest, and have got none today.
DUE: LiteralString = f"""
MATCH (a:Account)
WHERE a.id > $after AND a.email IS NOT NULL AND coalesce(a.digest, 'DAILY') = 'DAILY'
  AND coalesce(a.digestDay, '') <> $day AND coalesce(a.notified, 0) > coalesce(a.digestTo, 0)
WITH a ORDER BY a.id LIMIT $most
CALL (a) {{
  MATCH (n:Notification {{account: a.id}})
  WHERE n.number > coalesce(a.digestTo, 0) AND n.readAt IS NULL
  WITH n ORDER BY n.number DESC
  RETURN collect(n) AS waiting
}}
RETURN a.id, a.email, a.notified, size(waiting), COLLECT {{
  UNWIND waiting[..$shown] AS n
  RETURN {NOTIFICATION}
}}
"""


async def due_digests(graph: Graph, day: str, after: str, most: int = 100) -> list[Digest]:
    """Return the digests of up to `most` accounts that have got none on the day, by account, from `after` on.

    One without notifications has nothing that was not read meanwhile. One Cypher call.
    """
    rows = await graph.read(DUE, day=day, after=after, most=most, shown=SHOWN)
    return [
        Digest(id_, email, to, count, tuple(NotificationRecord(**row) for row in told))
        for id_, email, to, count, told in rows
    ]


SENT: LiteralString = """
MATCH (a:Account {id: $account})
SET a.digestDay = coalesce($day, a.digestDay), a.digestTo = $to
"""


async def note_digest(graph: Graph, account: str, day: str | None, to: int) -> None:
    """Note that an account has got the digest of a day, or needed none (None), for notifications up to a number."""
    await graph.write(SENT, account=account, day=day, to=to)

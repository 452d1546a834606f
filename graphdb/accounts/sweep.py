"""What is of no use any more: sessions, access tokens and used links whose time is over."""

from typing import LiteralString

from graphdb.accounts.moments import after, now
from graphdb.graph import Graph

KEPT = 7 * 86_400.0
"""Seconds that things are kept after their end: a clock that was ahead for a while must not sign everybody out."""
REMEMBERED = 90 * 86_400.0
"""Seconds after which a notification is of no use any more, read or not."""

SWEEP: LiteralString = """
CALL () {
  MATCH (n:Session) WHERE n.expiresAt < $before RETURN n LIMIT $most
  UNION ALL
  MATCH (n:AccessToken) WHERE n.expiresAt < $before RETURN n LIMIT $most
  UNION ALL
  MATCH (n:UsedLink) WHERE n.expiresAt < $before RETURN n LIMIT $most
  UNION ALL
  MATCH (n:Notification) WHERE n.at < $forgotten RETURN n LIMIT $most
}
DETACH DELETE n
RETURN count(*)
"""


async def sweep(graph: Graph, most: int = 10_000) -> int:
    """Delete up to `most` of each kind that ended a week ago, and of old notifications; return how many it were.

    One Cypher call.
    """
    [[count]] = await graph.write(SWEEP, before=after(now(), -KEPT), forgotten=after(now(), -REMEMBERED), most=most)
    return int(count)

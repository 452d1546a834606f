"""The notifications of an account."""

from typing import LiteralString

from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest
from graphdb.notifications.records import NOTIFICATION, NotificationRecord
from graphdb.pages import Edge, Page
from graphdb.private_lists import PrivateList, private_page

NOTIFICATION_ORDER = Order("NEWEST", (Key("n.number", int, descending=True),))
"""What happened last comes first."""

NOTIFICATIONS: PrivateList[NotificationRecord] = PrivateList(
    "MATCH (n:Notification {account: $list.account}) WHERE n.number > 0 AND (n.readAt IS NULL OR NOT $list.unread)",
    NOTIFICATION,
    NOTIFICATION_ORDER,
    NotificationRecord,
)


async def notifications(
    graph: Graph, account: str, request: PageRequest, *, unread: bool
) -> Page[Edge[NotificationRecord]]:
    """Return a page of the notifications of an account, or of those that it has not read; one Cypher call."""
    return await private_page(graph, NOTIFICATIONS, request, account=account, unread=unread)


UNREAD_COUNT: LiteralString = """
MATCH (n:Notification {account: $account})
WHERE n.number > 0 AND n.readAt IS NULL
RETURN count(n)
"""


async def unread_count(graph: Graph, account: str) -> int:
    """Return how many notifications an account has not read; one Cypher call."""
    [[count]] = await graph.read(UNREAD_COUNT, account=account)
    return int(count)


NOTIFICATION_BY_ID: LiteralString = f"""
MATCH (n:Notification {{id: $id, account: $account}})
RETURN {NOTIFICATION}
"""


async def notification_by_id(graph: Graph, account: str, id_: str) -> NotificationRecord | None:
    """Return a notification of the account's, None if it is none; one Cypher call."""
    rows = await graph.read(NOTIFICATION_BY_ID, account=account, id=id_)
    return NotificationRecord(**rows[0][0]) if rows else None


LATEST: LiteralString = "MATCH (a:Account {id: $account}) RETURN coalesce(a.notified, 0)"


async def latest_number(graph: Graph, account: str) -> int:
    """Return the number that was last given to a notification of the account, 0 if none was; one Cypher call."""
    rows = await graph.read(LATEST, account=account)
    return int(rows[0][0]) if rows else 0


NOTIFICATIONS_SINCE: LiteralString = f"""
MATCH (n:Notification {{account: $account}})
WHERE n.number > $number
WITH n ORDER BY n.number LIMIT $most
RETURN {NOTIFICATION}
"""


async def notifications_since(graph: Graph, account: str, number: int, most: int = 100) -> list[NotificationRecord]:
    """Return what an account was told after the notification with a number, in its order; one Cypher call."""
    rows = await graph.read(NOTIFICATIONS_SINCE, account=account, number=number, most=most)
    return [NotificationRecord(**row) for (row,) in rows]

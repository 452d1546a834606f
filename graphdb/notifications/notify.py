"""Telling an account of something, in the transaction in which it happens; and noting that it was read."""

from typing import LiteralString

from graphdb.accounts.moments import now, written
from graphdb.errors import GraphError
from graphdb.graph import Change
from graphdb.ids import new_id
from graphdb.notifications.records import NotificationKind
from graphdb.steps import Step


class UnknownNotificationError(GraphError):
    """The account has no notification of that id."""

    def __init__(self) -> None:
        super().__init__("You have no notification of that id.", "`viewer.notifications` lists them.")


# Counting first takes the account's lock: numbers are given in the order in which changes take effect, so that whoever
# has seen one has seen all smaller ones.
NOTIFY: LiteralString = """
MATCH (a:Account {id: $account})
SET a.notified = coalesce(a.notified, 0) + 1
WITH a
WHERE NOT $kind IN coalesce(a.muted, [])
MERGE (n:Notification {openKey: a.id + ' ' + $kind + ' ' + $about})
ON CREATE SET n.id = $id, n.account = a.id, n.kind = $kind, n.about = $about, n.count = 0
SET n.number = a.notified, n.at = $now, n.count = n.count + $count, n.by = coalesce($by, n.by), n.detail = $detail
"""


def telling(
    account: str,
    kind: NotificationKind,
    about: str,
    *,
    by: str | None = None,
    count: int = 1,
    detail: str | None = None,
) -> Step:
    """Return the query that tells an account of something that happened to what has the id `about`.

    What happens again to the same thing before it was read is counted in the same notification. `by` is the id of the
    author record of who did it, `detail` a state. Kinds that the account does not want to hear of, and accounts that do
    not exist any more, are passed over.
    """
    parameters = {
        "account": account,
        "kind": kind,
        "about": about,
        "by": by,
        "count": count,
        "detail": detail,
        "id": new_id("Notification"),
        "now": written(now()),
    }
    return Step(NOTIFY, parameters)


async def notify(
    change: Change,
    account: str,
    kind: NotificationKind,
    about: str,
    *,
    by: str | None = None,
    count: int = 1,
    detail: str | None = None,
) -> None:
    """Tell an account of something, as `telling` says; one Cypher call."""
    step = telling(account, kind, about, by=by, count=count, detail=detail)
    await change.run(step.cypher, **step.parameters)


SEEN: LiteralString = """
UNWIND $kinds AS kind
MATCH (n:Notification {openKey: $account + ' ' + kind + ' ' + $about})
SET n.readAt = $now, n.openKey = null
"""


async def seen(change: Change, account: str, about: str) -> None:
    """Note that the account has seen what has the id `about`: what tells of it counts as read; one Cypher call."""
    await change.run(SEEN, account=account, about=about, kinds=list(NotificationKind), now=written(now()))


READ: LiteralString = """
MATCH (n:Notification {id: $id, account: $account})
SET n.readAt = coalesce(n.readAt, $now), n.openKey = null
RETURN n.id
"""


async def mark_notification_read(change: Change, account: str, id_: str) -> None:
    """Note that a notification was read, which again is no error; raises `UnknownNotificationError`."""
    if not await change.run(READ, account=account, id=id_, now=written(now())):
        raise UnknownNotificationError


READ_ALL: LiteralString = """
MATCH (n:Notification {account: $account})
WHERE n.number > 0 AND n.readAt IS NULL
SET n.readAt = $now, n.openKey = null
RETURN count(n)
"""


async def mark_all_read(change: Change, account: str) -> int:
    """Note that all notifications of an account were read, and return how many were not."""
    [[count]] = await change.run(READ_ALL, account=account, now=written(now()))
    return int(count)

"""Telling people of new works of what they follow: those that their feeds got by an import, once it is over.

Each account remembers up to which moment of import it was told. That, and the notifications, are written in one
transaction: who dies in between leaves nothing half told, and the next one goes on.
"""

from contextlib import suppress
from functools import partial
from typing import LiteralString

from graphdb.accounts.errors import UnknownAccountError
from graphdb.accounts.lock import lock_account
from graphdb.accounts.moments import after, now
from graphdb.follows.feed import NEW_WORKS
from graphdb.graph import Change, Graph, QueryTimeout
from graphdb.notifications.notify import notify
from graphdb.notifications.records import NotificationKind

SILENT = 600.0
"""Seconds after which an import that says nothing is not waited for."""
SETTLED = 2.0
"""Seconds after which what was imported outside of any run is all there."""
TIMEOUT = 60.0
"""Seconds that it may take to look through what one account follows."""
AT_ONCE = 500
"""Accounts that are looked for at once."""

# Of an import that goes on it is not known what belongs to whom: names are resolved at its end.
IMPORTS_GOING_ON: LiteralString = """
MATCH (r:ImportRun {state: 'RUNNING'})
WHERE coalesce(r.savedAt, r.startedAt) > $silent
RETURN min(r.startedAt)
"""

# All properties of the index are named, without which it does not serve.
LATEST_IMPORT: LiteralString = """
MATCH (n:Work)
WHERE n.importedAt < $until AND n.plainTitle IS NOT NULL AND n.id IS NOT NULL
RETURN n.importedAt ORDER BY n.importedAt DESC LIMIT 1
"""

TO_BE_TOLD: LiteralString = """
MATCH (a:Account)
WHERE a.id > $after AND coalesce(a.newWorksTo, '') < $latest AND EXISTS { (a)-[:FOLLOWS]->() }
RETURN a.id ORDER BY a.id LIMIT $most
"""

NEW_WORKS_BY_FOLLOWED: LiteralString = f"""
MATCH (a:Account {{id: $account}})
CALL (a) {{
{NEW_WORKS}
  WITH p, n WHERE n.importedAt > coalesce(a.newWorksTo, '') AND n.importedAt <= $latest
  RETURN p, count(DISTINCT n) AS works
}}
RETURN p.id, works ORDER BY p.id
"""

WAS_TOLD: LiteralString = "MATCH (a:Account {id: $account}) SET a.newWorksTo = $latest"


async def announce_new_works(graph: Graph) -> int:
    """Tell everybody of the new works of what they follow, and return how many were told of something."""
    moment = now()
    [[going]] = await graph.read(IMPORTS_GOING_ON, silent=after(moment, -SILENT))
    settled = after(moment, -SETTLED)
    rows = await graph.read(LATEST_IMPORT, until=min(going or settled, settled))
    if not rows:
        return 0
    [[latest]] = rows
    told, last, patient = 0, "", graph.with_timeout(TIMEOUT)
    while accounts := await graph.read(TO_BE_TOLD, after=last, latest=latest, most=AT_ONCE):
        for (account,) in accounts:
            # Who follows so much that it takes too long is left for the next time, and holds up nobody else.
            with suppress(QueryTimeout):
                told += await patient.change(partial(_announce, account=account, latest=latest))
        last = accounts[-1][0]
    return told


async def _announce(change: Change, *, account: str, latest: str) -> bool:
    try:
        await lock_account(change, account)
    except UnknownAccountError:
        return False
    followed = await change.run(NEW_WORKS_BY_FOLLOWED, account=account, latest=latest)
    for id_, works in followed:
        await notify(change, account, NotificationKind.NEW_WORKS, id_, count=works)
    await change.run(WAS_TOLD, account=account, latest=latest)
    return bool(followed)

"""What people say of themselves in their account."""

from typing import LiteralString

from graphdb.accounts.lock import lock_account
from graphdb.accounts.records import ACCOUNT, AccountRecord
from graphdb.audit import AuditKind, audit
from graphdb.graph import Change

UPDATE_ACCOUNT: LiteralString = f"""
MATCH (a:Account {{id: $id}})
WITH a, coalesce(a.name, '') <> coalesce($name, '') AS new
SET a.name = $name
RETURN {ACCOUNT}, new
"""


async def rename_account(change: Change, account: str, name: str | None) -> AccountRecord:
    """Change what somebody is called on the site; None: nothing in particular."""
    await lock_account(change, account)
    [[row, new]] = await change.run(UPDATE_ACCOUNT, id=account, name=name)
    if new:
        await audit(change, AuditKind.ACCOUNT_UPDATED, account, account, fields=["name"])
    return AccountRecord(**row)

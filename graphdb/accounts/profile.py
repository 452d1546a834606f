"""What people say of themselves in their account, and what they want to be told of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from graphdb.accounts.lock import lock_account
from graphdb.accounts.records import ACCOUNT, AccountRecord
from graphdb.audit import AuditKind, audit
from graphdb.graph import Change
from graphdb.notifications.records import EmailDigest, NotificationKind


@dataclass(frozen=True, slots=True)
class Named:
    """What somebody is to be called; None: nothing in particular."""

    name: str | None


@dataclass(frozen=True, slots=True)
class AccountWishes:
    """What is to be changed of an account; None leaves a thing as it is."""

    named: Named | None = None
    digest: EmailDigest | None = None
    muted: Sequence[NotificationKind] | None = None

    def properties(self) -> dict[str, Any]:
        """The properties of the node that change, as they will be: what is as it is by default is not kept."""
        changed: dict[str, Any] = {}
        if self.named is not None:
            changed["name"] = self.named.name
        if self.digest is not None:
            changed["digest"] = None if self.digest is EmailDigest.DAILY else self.digest.value
        if self.muted is not None:
            changed["muted"] = sorted({kind.value for kind in self.muted}) or None
        return changed


_FIELDS = {"name": "name", "digest": "emailDigest", "muted": "mutedNotifications"}

UPDATE_ACCOUNT: LiteralString = f"""
MATCH (a:Account {{id: $id}})
WITH a, [key IN keys($properties) WHERE coalesce(a[key], '') <> coalesce($properties[key], '')] AS new
SET a += $properties
RETURN {ACCOUNT}, new
"""


async def update_account(change: Change, account: str, wishes: AccountWishes) -> AccountRecord:
    """Change what was wished of an account, and return it; raises `UnknownAccountError`."""
    await lock_account(change, account)
    [[row, new]] = await change.run(UPDATE_ACCOUNT, id=account, properties=wishes.properties())
    if new:
        fields = sorted(_FIELDS[key] for key in new)
        await audit(change, AuditKind.ACCOUNT_UPDATED, account, account, fields=fields)
    return AccountRecord(**row)

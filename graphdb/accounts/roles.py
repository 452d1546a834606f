"""Who may moderate."""

from typing import LiteralString

from graphdb.accounts.errors import UnknownAccountError
from graphdb.accounts.moments import now, written
from graphdb.accounts.records import ACCOUNT, AccountRecord, AccountRole
from graphdb.audit import OPERATOR, AuditKind, audit
from graphdb.graph import Change, Graph
from graphdb.ids import new_id

GRANT_ROLE: LiteralString = f"""
MERGE (a:Account {{email: $email}})
ON CREATE SET a.id = $id, a.createdAt = $now
WITH a, coalesce(a.role = $role, false) AS had
SET a.role = $role
RETURN {ACCOUNT}, had, a.id = $id
"""


async def grant_role(change: Change, email: str, role: AccountRole, by: str = OPERATOR) -> AccountRecord:
    """Give an account a role; one that does not exist yet is made, and has the role when it signs in."""
    id_ = new_id("Account")
    [[row, had, created]] = await change.run(GRANT_ROLE, email=email, role=role, id=id_, now=written(now()))
    account = AccountRecord(**row)
    if created:
        await audit(change, AuditKind.ACCOUNT_CREATED, by, account.id)
    if not had:
        await audit(change, AuditKind.ROLE_GRANTED, by, account.id, role=role)
    return account


REVOKE_ROLE: LiteralString = f"""
MATCH (a:Account {{email: $email}})
WITH a, coalesce(a.role = $role, false) AS had
SET a.role = CASE WHEN had THEN null ELSE a.role END
RETURN {ACCOUNT}, had
"""


async def revoke_role(change: Change, email: str, role: AccountRole, by: str = OPERATOR) -> AccountRecord:
    """Take a role from an account; raises `UnknownAccountError`."""
    rows = await change.run(REVOKE_ROLE, email=email, role=role)
    if not rows:
        raise UnknownAccountError(f"There is no account of {email}.")
    [[row, had]] = rows
    if had:
        await audit(change, AuditKind.ROLE_REVOKED, by, row["id"], role=role)
    return AccountRecord(**row)


ACCOUNTS_WITH_ROLE: LiteralString = f"""
MATCH (a:Account {{role: $role}})
WITH a ORDER BY a.email, a.id
RETURN {ACCOUNT}
"""


async def accounts_with_role(graph: Graph, role: AccountRole) -> list[AccountRecord]:
    """Return who has a role, by address."""
    return [AccountRecord(**row) for (row,) in await graph.read(ACCOUNTS_WITH_ROLE, role=role)]

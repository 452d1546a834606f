"""Taking turns: what one account does at once is done one after the other."""

from collections.abc import Iterable
from typing import LiteralString

from graphdb.accounts.errors import UnknownAccountError
from graphdb.accounts.moments import now, written
from graphdb.graph import Change

LOCK_ACCOUNT: LiteralString = """
MATCH (a:Account {id: $id})
SET a.lockedAt = $now
RETURN a.id
"""


async def lock_account(change: Change, account: str) -> None:
    """Wait until no other change holds the account, and hold it to the end of this one; one Cypher call.

    What is read in later queries is what the others have left. Raises `UnknownAccountError` for an account that was
    deleted while the request was on its way.
    """
    if not await change.run(LOCK_ACCOUNT, id=account, now=written(now())):
        raise UnknownAccountError("The account does not exist any more.", "Sign in again.")


LOCK_ACCOUNTS: LiteralString = """
UNWIND $ids AS id
MATCH (a:Account {id: id})
SET a.lockedAt = $now
RETURN a.id
"""


async def lock_accounts(change: Change, ids: Iterable[str]) -> None:
    """Hold several accounts as `lock_account` holds one, whatever order they are named in; one Cypher call.

    Accounts that do not exist any more are left out.
    """
    await change.run(LOCK_ACCOUNTS, ids=sorted(set(ids)), now=written(now()))

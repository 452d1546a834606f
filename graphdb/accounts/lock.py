"""Taking turns: what one account does at once is done one after the other."""

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

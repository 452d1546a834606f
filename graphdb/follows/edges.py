"""The edges from accounts to what they follow, and the counters that are kept with them."""

from typing import LiteralString

from graphdb.accounts.lock import lock_account
from graphdb.accounts.moments import now, written
from graphdb.follows.errors import OwnRecordError, TooManyFollowsError, UnknownEntityError
from graphdb.graph import Change
from graphdb.ids import kind_of

MAX_FOLLOWS = 2_000
"""Of an account: the feed looks at all of them."""


def _lock(label: LiteralString) -> LiteralString:
    return f"""
MATCH (n:{label} {{id: $id}})
SET n.followersCount = coalesce(n.followersCount, 0)
RETURN n.id
"""


# What is read in the query that waits for a lock may be older than the lock.
STATE: LiteralString = """
MATCH (a:Account {id: $account})
CALL (a) {
  MATCH (a)-[e:FOLLOWS|OWNS]->(n)
  WHERE n.id = $id
  RETURN collect(type(e)) AS ties
}
RETURN 'OWNS' IN ties, 'FOLLOWS' IN ties, COUNT { (a)-[:FOLLOWS]->() }
"""


def _follow(label: LiteralString) -> LiteralString:
    return f"""
MATCH (a:Account {{id: $account}}), (n:{label} {{id: $id}})
CREATE (a)-[:FOLLOWS {{since: $now}}]->(n)
SET n.followersCount = n.followersCount + 1
"""


def _unfollow(label: LiteralString) -> LiteralString:
    return f"""
MATCH (:Account {{id: $account}})-[e:FOLLOWS]->(n:{label} {{id: $id}})
SET n.followersCount = n.followersCount - 1
DELETE e
RETURN n.id
"""


_LABELS: tuple[LiteralString, ...] = ("Researcher", "Work", "Topic", "Institution", "Source")
LOCK: dict[str, LiteralString] = {label: _lock(label) for label in _LABELS}
FOLLOW: dict[str, LiteralString] = {label: _follow(label) for label in _LABELS}
UNFOLLOW: dict[str, LiteralString] = {label: _unfollow(label) for label in _LABELS}


async def follow(change: Change, account: str, id_: str) -> bool:
    """Have the account follow an entity, and return whether it did not before.

    Raises `UnknownEntityError`, `OwnRecordError`, `TooManyFollowsError`, and `UnknownAccountError` where the account
    was deleted meanwhile.
    """
    label = await _locked(change, account, id_)
    [[own, follows, count]] = await change.run(STATE, account=account, id=id_)
    if own:
        raise OwnRecordError
    if follows:
        return False
    if count >= MAX_FOLLOWS:
        raise TooManyFollowsError(MAX_FOLLOWS)
    await change.run(FOLLOW[label], account=account, id=id_, now=written(now()))
    return True


async def unfollow(change: Change, account: str, id_: str) -> bool:
    """Have the account follow an entity no longer, and return whether it did; raises what `follow` raises of that."""
    label = await _locked(change, account, id_)
    return bool(await change.run(UNFOLLOW[label], account=account, id=id_))


async def _locked(change: Change, account: str, id_: str) -> str:
    """Hold the account and the entity, always in this order, and return the entity's label."""
    label = kind_of(id_)
    await lock_account(change, account)
    if label is None or not await change.run(LOCK[label], id=id_):
        raise UnknownEntityError
    return label

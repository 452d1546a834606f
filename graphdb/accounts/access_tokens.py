"""Personal access tokens: what programs come with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from graphdb.accounts.errors import BadAccountInputError, TooManyAccessTokensError, UnknownAccessTokenError
from graphdb.accounts.lock import lock_account
from graphdb.accounts.moments import after, now, written
from graphdb.accounts.records import ACCESS_TOKEN, AccessScope, AccessTokenRecord
from graphdb.accounts.secret import hash_of
from graphdb.accounts.text import check_client_id, line
from graphdb.audit import AuditKind, audit
from graphdb.graph import Change, Graph
from graphdb.ids import new_id

MAX_ACCESS_TOKENS = 50
"""Of an account that hold at once."""
MAX_DAYS = 366
PREFIX = "bzp_"
"""Of every access token, so that one that has leaked into a file can be found."""
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class NewAccessToken:
    """An access token that is to be; `new_access_token` makes it."""

    name: str
    scopes: tuple[AccessScope, ...]
    days: int
    client_id: str | None


def new_access_token(
    name: str, scopes: Sequence[AccessScope], days: int, client_id: str | None = None
) -> NewAccessToken:
    """Return a token with a name of one line, for 1 to 366 days; raises `BadAccountInputError`."""
    if not scopes:
        raise BadAccountInputError("`scopes` must name one scope at least.", "READ is the least.")
    if not 1 <= days <= MAX_DAYS:
        raise BadAccountInputError(f"`expiresInDays` may be 1 to {MAX_DAYS}, not {days}.")
    check_client_id(client_id)
    called = line("name", name, _LONGEST_NAME)
    if called is None:
        raise BadAccountInputError("`name` must not be empty.", "Say what the token is for.")
    return NewAccessToken(called, tuple(scope for scope in AccessScope if scope in scopes), days, client_id)


COUNT_ACCESS_TOKENS: LiteralString = """
MATCH (:Account {id: $account})-[:HAS_ACCESS_TOKEN]->(t:AccessToken)
WHERE t.expiresAt > $now AND t.clientKey <> $key
RETURN count(t)
"""

CREATE_ACCESS_TOKEN: LiteralString = f"""
MATCH (a:Account {{id: $account}})
MERGE (t:AccessToken {{clientKey: $key}})
ON CREATE SET t += $token
MERGE (a)-[:HAS_ACCESS_TOKEN]->(t)
RETURN {ACCESS_TOKEN}, t.id = $token.id
"""


async def create_access_token(
    change: Change, account: str, wanted: NewAccessToken, secret: str
) -> tuple[AccessTokenRecord, bool]:
    """Make an access token, and return it and whether it is new: with a `client_id` that was used before it is not.

    Raises `TooManyAccessTokensError`.
    """
    moment, id_ = now(), new_id("AccessToken")
    key = f"{account} {wanted.client_id or id_}"
    await lock_account(change, account)
    [[held]] = await change.run(COUNT_ACCESS_TOKENS, account=account, now=written(moment), key=key)
    if held >= MAX_ACCESS_TOKENS:
        raise TooManyAccessTokensError(
            f"You have {held} access tokens, which is as many as there may be.", "Revoke one that is not used any more."
        )
    token = {
        "id": id_,
        "tokenHash": hash_of(secret),
        "name": wanted.name,
        "scopes": list(wanted.scopes),
        "createdAt": written(moment),
        "expiresAt": after(moment, wanted.days * 86_400),
    }
    [[row, created]] = await change.run(CREATE_ACCESS_TOKEN, account=account, key=key, token=token)
    if created:
        await audit(change, AuditKind.ACCESS_TOKEN_CREATED, account, id_, scopes=list(wanted.scopes))
    return AccessTokenRecord(**row), created


ACCESS_TOKENS_BY_ACCOUNT: LiteralString = f"""
UNWIND range(0, size($accounts) - 1) AS i
MATCH (a:Account {{id: $accounts[i]}})-[:HAS_ACCESS_TOKEN]->(t:AccessToken)
WHERE t.expiresAt > $now
WITH i, t ORDER BY t.createdAt DESC, t.id
RETURN i, collect({ACCESS_TOKEN})
"""


async def access_tokens_by_account(graph: Graph, accounts: Sequence[str]) -> list[list[AccessTokenRecord]]:
    """Return the access tokens of each account that hold, the newest first; one Cypher call."""
    found: list[list[AccessTokenRecord]] = [[] for _ in accounts]
    for i, rows in await graph.read(ACCESS_TOKENS_BY_ACCOUNT, accounts=list(accounts), now=written(now())):
        found[i] = [AccessTokenRecord(**row) for row in rows]
    return found


REVOKE_ACCESS_TOKEN: LiteralString = """
MATCH (:Account {id: $account})-[:HAS_ACCESS_TOKEN]->(t:AccessToken {id: $id})
DETACH DELETE t
RETURN $id
"""  # noqa: S105


async def revoke_access_token(change: Change, account: str, id_: str) -> None:
    """End an access token of the account; raises `UnknownAccessTokenError` where it has none of that id."""
    if not await change.run(REVOKE_ACCESS_TOKEN, account=account, id=id_):
        raise UnknownAccessTokenError
    await audit(change, AuditKind.ACCESS_TOKEN_REVOKED, account, id_)

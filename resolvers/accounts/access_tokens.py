"""The access tokens of who asks."""

from graphdb.accounts import access_tokens as tokens
from graphdb.accounts.access_tokens import PREFIX, NewAccessToken
from graphdb.accounts.records import AccessTokenRecord
from graphdb.accounts.secret import new_secret
from resolvers.authorisation import in_session, viewer_who_reads
from resolvers.context import RequestContext


async def access_tokens_of(context: RequestContext, account: str) -> list[AccessTokenRecord]:
    """Return the access tokens of an account, the newest first; none to anybody else."""
    viewer = viewer_who_reads(context)
    if viewer is None or viewer.account.id != account:
        return []
    return await context.loaders.access_tokens.load(account)


async def create(context: RequestContext, wanted: NewAccessToken) -> tuple[AccessTokenRecord, str | None]:
    """Make an access token for who asks, and return it with its secret, which is None if it was made before.

    Raises `TooManyAccessTokensError` and what `in_session` raises.
    """
    account, _ = in_session(context)
    secret = new_secret(PREFIX)
    record, created = await context.graph.change(
        lambda change: tokens.create_access_token(change, account.id, wanted, secret)
    )
    return record, secret if created else None


async def revoke(context: RequestContext, id_: str) -> str:
    """End an access token of who asks, and return its id; raises `UnknownAccessTokenError`, and as `in_session`."""
    account, _ = in_session(context)
    await context.graph.change(lambda change: tokens.revoke_access_token(change, account.id, id_))
    return id_

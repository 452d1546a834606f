"""The sessions of who asks."""

from graphdb.accounts.records import AccountRecord, SessionRecord
from graphdb.accounts.sessions import revoke_session
from resolvers.authorisation import in_session, viewer_who_reads
from resolvers.context import RequestContext


def viewer_account(context: RequestContext) -> AccountRecord | None:
    """Return the account of who asks; None for somebody who is not signed in."""
    viewer = viewer_who_reads(context)
    return viewer.account if viewer is not None else None


async def sessions_of(context: RequestContext, account: str) -> list[SessionRecord]:
    """Return the sessions of an account, the last seen first; none to anybody else."""
    viewer = viewer_who_reads(context)
    if viewer is None or viewer.account.id != account:
        return []
    return await context.loaders.sessions.load(account)


def is_current(context: RequestContext, session: str) -> bool:
    """Whether it is the session that asks."""
    viewer = context.viewer
    return viewer is not None and viewer.session is not None and viewer.session.id == session


async def revoke(context: RequestContext, id_: str) -> str:
    """End a session of who asks, and return its id; raises `UnknownSessionError` and what `in_session` raises."""
    account, current = in_session(context)
    await context.graph.change(lambda change: revoke_session(change, account.id, id_))
    if current.id == id_ and context.caller.cookie is not None:
        context.caller.cookie.forgotten = True
    return id_

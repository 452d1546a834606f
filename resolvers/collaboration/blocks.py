"""Whom the viewer has blocked."""

from collections.abc import Awaitable, Callable

from graphdb.collaboration import blocks
from graphdb.collaboration.blocks import BLOCK_ORDER, BlockRecord
from graphdb.collaboration.errors import UnknownPersonError
from graphdb.graph import Change
from graphdb.ids import kind_of
from graphdb.keyset import MAX_NESTED_PAGE, PageArguments, page_request
from graphdb.pages import Edge, Page
from resolvers.attempts import Limit
from resolvers.authorisation import own_account, signed_in
from resolvers.collaboration.people import researcher_of
from resolvers.context import RequestContext

BLOCKING = Limit("block people", 120, 3600)
"""Of an account: blocks and their ends."""


async def block(context: RequestContext, id_: str) -> str:
    """Block the person behind an id, and return their account.

    Raises what `blocks.block` raises, `TooManyAttemptsError`, and what `signed_in` raises.
    """
    return await _changed(context, id_, blocks.block)


async def unblock(context: RequestContext, id_: str) -> str:
    """Block the person behind an id no longer, and return their account; raises what `block` raises of that."""
    return await _changed(context, id_, blocks.unblock)


async def _changed(context: RequestContext, id_: str, change_edge: Callable[[Change, str, str], Awaitable[str]]) -> str:
    account = signed_in(context)
    context.services.attempts.take(BLOCKING, account.id)
    current = id_
    if kind_of(id_) is not None:
        record = await researcher_of(context, id_) if kind_of(id_) == "Researcher" else None
        if record is None:
            raise UnknownPersonError
        current = record.id
    other = await context.graph.change(lambda change: change_edge(change, account.id, current))
    context.loaders.standing.clear_all()
    context.loaders.conversation.clear_all()
    return other


async def blocks_of(context: RequestContext, account: str, arguments: PageArguments) -> Page[Edge[BlockRecord]]:
    """Return a page of whom an account has blocked; raises `BadBoundError`, `BadCursorError`, `NotSignedInError`."""
    own_account(context, account)
    request = page_request("Account.blocked", BLOCK_ORDER, arguments, MAX_NESTED_PAGE)
    return await blocks.blocks(context.graph, account, request)

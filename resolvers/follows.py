"""What the viewer follows, and what is new there."""

from collections.abc import Awaitable, Callable, Collection

from graphdb.follows import edges, lists
from graphdb.follows import feed as feeds
from graphdb.follows.errors import UnknownEntityError
from graphdb.follows.feed import FEED_ORDER, FeedEdge
from graphdb.follows.lists import FOLLOW_ORDER, FollowEdge
from graphdb.graph import Change
from graphdb.ids import kind_of
from graphdb.keyset import MAX_NESTED_PAGE, PageArguments, page_request
from graphdb.pages import Page
from graphdb.records.kinds import Entity
from graphdb.research_graph.records import EntityKind
from resolvers.attempts import Limit
from resolvers.authorisation import own_account, signed_in, viewer_who_reads
from resolvers.context import RequestContext
from resolvers.loaders.entities import EntityName

FOLLOWING = Limit("follow", 600, 3600)
"""Of an account: follows and their ends."""


async def follow(context: RequestContext, id_: str) -> Entity:
    """Follow an entity, which again is no error, and return it as it is now.

    Raises `UnknownEntityError`, `OwnRecordError`, `TooManyFollowsError` and what `signed_in` raises.
    """
    return await _changed(context, id_, edges.follow)


async def unfollow(context: RequestContext, id_: str) -> Entity:
    """Follow an entity no longer, and return it as it is now; raises what `follow` raises of that."""
    return await _changed(context, id_, edges.unfollow)


async def _changed(
    context: RequestContext, id_: str, change_edge: Callable[[Change, str, str], Awaitable[bool]]
) -> Entity:
    account = signed_in(context)
    context.services.attempts.take(FOLLOWING, account.id)
    current = await _entity(context, id_)
    await context.graph.change(lambda change: change_edge(change, account.id, current.id))
    context.loaders.entity_by_name.clear_all()
    context.loaders.tie.clear_all()
    return await _entity(context, current.id)


async def _entity(context: RequestContext, id_: str) -> Entity:
    kind = kind_of(id_)
    found = await context.loaders.entity_by_name.load(EntityName(kind, "id", id_)) if kind is not None else None
    if found is None:
        raise UnknownEntityError
    return found


def viewer_follows(context: RequestContext, id_: str) -> bool | Awaitable[bool]:
    """Whether the viewer follows an entity; False for somebody who is not signed in, who costs nothing to ask."""
    viewer = viewer_who_reads(context)
    return _follows(context, viewer.account.id, id_) if viewer is not None else False


async def _follows(context: RequestContext, account: str, id_: str) -> bool:
    return (await context.loaders.tie.load((account, id_))).follows


async def follows_of(
    context: RequestContext, account: str, kinds: Collection[EntityKind] | None, arguments: PageArguments
) -> Page[FollowEdge]:
    """Return a page of what an account follows; raises `BadBoundError`, `BadCursorError`, `NotSignedInError`."""
    own_account(context, account)
    labels = sorted(kind.value.capitalize() for kind in (kinds if kinds is not None else EntityKind))
    request = page_request(f"Account.follows {','.join(labels)}", FOLLOW_ORDER, arguments, MAX_NESTED_PAGE)
    return await lists.follows(context.graph, account, labels, request)


async def feed_of(context: RequestContext, account: str, arguments: PageArguments) -> Page[FeedEdge]:
    """Return a page of an account's feed; raises `BadBoundError`, `BadCursorError`, `NotSignedInError`."""
    own_account(context, account)
    return await feeds.feed(
        context.graph, account, page_request("Account.feed", FEED_ORDER, arguments, MAX_NESTED_PAGE)
    )

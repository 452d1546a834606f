"""The viewer's notifications: as a list, one by one as they come, and what has been read of them."""

import asyncio
from collections.abc import AsyncGenerator

from graphdb.graph import Graph
from graphdb.ids import kind_of
from graphdb.keyset import MAX_NESTED_PAGE, PageArguments, page_request
from graphdb.notifications import lists
from graphdb.notifications.lists import NOTIFICATION_ORDER
from graphdb.notifications.notify import mark_all_read, mark_notification_read
from graphdb.notifications.records import NotificationRecord
from graphdb.pages import Edge, Page
from graphdb.records import WorkRecord
from graphdb.records.kinds import Entity
from resolvers.authorisation import own_account, signed_in, viewer_who_reads
from resolvers.collaboration.people import researcher_of
from resolvers.context import RequestContext
from resolvers.loaders.entities import EntityName
from resolvers.notifications.sentences import sentence
from resolvers.refusals import NotSignedInError

SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 4.0
"""Seconds between two looks at what is new."""


async def notifications_of(
    context: RequestContext, account: str, arguments: PageArguments, *, unread: bool
) -> Page[Edge[NotificationRecord]]:
    """Return a page of an account's notifications; raises `BadBoundError`, `BadCursorError`, `NotSignedInError`."""
    own_account(context, account)
    name = f"Account.notifications {'unread' if unread else 'all'}"
    request = page_request(name, NOTIFICATION_ORDER, arguments, MAX_NESTED_PAGE)
    return await lists.notifications(context.graph, account, request, unread=unread)


async def unread_of(context: RequestContext, account: str) -> int:
    """Return how many notifications an account has not read; raises `NotSignedInError`."""
    own_account(context, account)
    return await lists.unread_count(context.graph, account)


async def own_notification(context: RequestContext, id_: str) -> NotificationRecord | None:
    """Return a notification of the viewer's, None if it is none."""
    viewer = viewer_who_reads(context)
    return await lists.notification_by_id(context.graph, viewer.account.id, id_) if viewer is not None else None


async def mark_read(context: RequestContext, id_: str) -> NotificationRecord | None:
    """Note that the viewer has read a notification; raises `UnknownNotificationError`, and as `signed_in`."""
    account = signed_in(context)
    await context.graph.change(lambda change: mark_notification_read(change, account.id, id_))
    return await lists.notification_by_id(context.graph, account.id, id_)


async def read_all(context: RequestContext) -> int:
    """Note that the viewer has read all notifications, and return how many were new; raises what `signed_in` raises."""
    account = signed_in(context)
    return await context.graph.change(lambda change: mark_all_read(change, account.id))


def follow_notifications(context: RequestContext) -> AsyncGenerator[NotificationRecord, None]:
    """Give each notification of the viewer's as it comes, and again when it is told again.

    Raises `NotSignedInError` at once.
    """
    viewer = viewer_who_reads(context)
    if viewer is None:
        raise NotSignedInError
    return _follow(context.graph, viewer.account.id)


async def _follow(graph: Graph, account: str) -> AsyncGenerator[NotificationRecord, None]:
    # Other workers and jobs write notifications too, so the graph is asked again and again, less often while
    # it is quiet.
    known = await lists.latest_number(graph, account)
    pause = SHORTEST_PAUSE
    while True:
        found = await lists.notifications_since(graph, account, known)
        for each in found:
            yield each
            known = each.number
        pause = SHORTEST_PAUSE if found else min(pause * 1.5, LONGEST_PAUSE)
        await asyncio.sleep(pause)


async def about_entity(context: RequestContext, record: NotificationRecord) -> Entity | None:
    """Return what a notification is about, where that is something of the graph."""
    kind = kind_of(record.about)
    return await context.loaders.entity_by_name.load(EntityName(kind, "id", record.about)) if kind is not None else None


async def in_words(context: RequestContext, record: NotificationRecord) -> str:
    """Return a notification as a sentence."""
    by, about = await asyncio.gather(researcher_of(context, record.by), about_entity(context, record))
    named = about.title if isinstance(about, WorkRecord) else about.name if about is not None else None
    name = by.name if by is not None else None
    return sentence(record.kind, by=name, about=named, count=record.count, detail=record.detail)

"""Notifications: what the viewer is told of."""

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from graphdb.notifications.records import NotificationKind, NotificationRecord
from resolvers.collaboration.people import researcher_of
from resolvers.notifications import notifications
from resolvers.notifications.about import about as about_thing
from schema.fields import field, subscription
from schema.mutations import mutation
from schema.node import Info, Node
from schema.paging import ListConnection, ListEdge
from schema.user_errors import ForbiddenError, NotSignedInError

if TYPE_CHECKING:
    from schema.researcher import Researcher

strawberry.enum(
    NotificationKind,
    description="What has happened: something that is followed has new works; an invitation has come, or was accepted "
    "or declined; a message has come; a claim was decided; an edit of the viewer's was decided on, or undone by a "
    "moderator; a report of the viewer's was decided on; a report of something of the viewer's was upheld; the account "
    "was suspended.",
)


@strawberry.type(description="Something that the viewer is told of. It is shown to nobody else.")
class Notification(Node):
    """Read from a `NotificationRecord`."""

    kind: NotificationKind = strawberry.field(description="What has happened.")
    at: str = strawberry.field(description="When it last happened: ISO 8601 date-time in UTC.")
    read_at: str | None = strawberry.field(description="When it was read; null until then.")
    count: int = strawberry.field(description="How often it happened, or how many works are new.")
    detail: str | None = strawberry.field(description="What was decided, as a state such as `APPROVED`.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, NotificationRecord)

    @field("What happened, as a sentence in plain text.")
    async def text(self, info: Info) -> str:
        return await notifications.in_words(info.context, _record(self))

    @field(
        "What it is about: what is followed, an invitation, a conversation, a claim, an edit, a report, the "
        "account; null if it is gone."
    )
    async def about(self, info: Info) -> Node | None:
        return cast("Node | None", await about_thing(info.context, _record(self)))

    @field("Author record of the person who did it; null if it was nobody, or is gone.")
    async def by(self, info: Info) -> Annotated["Researcher", strawberry.lazy("schema.researcher")] | None:
        return cast("Researcher", await researcher_of(info.context, _record(self).by))


def _record(notification: Notification) -> NotificationRecord:
    return cast("NotificationRecord", cast("object", notification))


@strawberry.type(description="A notification in a list.")
class NotificationEdge(ListEdge):
    """A row."""

    node: Notification = strawberry.field(description="The notification.")


@strawberry.type(description="A page of the list of notifications.")
class NotificationConnection(ListConnection):
    """A page."""

    edges: list[NotificationEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Notification] = strawberry.field(description="The notifications of the page.")


@strawberry.type(description="All notifications count as read.")
class AllNotificationsRead:
    """The payload of `markAllNotificationsRead`."""

    count: int = strawberry.field(description="How many had not been read.")


MarkAllNotificationsReadResult = Annotated[
    AllNotificationsRead | NotSignedInError | ForbiddenError,
    strawberry.union("MarkAllNotificationsReadResult", description="What became of a wish to have read everything."),
]


@strawberry.type
class NotificationMutation:
    """Root fields."""

    @mutation("Note that the viewer has read all notifications.", NotSignedInError, ForbiddenError)
    async def mark_all_notifications_read(self, info: Info) -> MarkAllNotificationsReadResult | None:
        return AllNotificationsRead(count=await notifications.read_all(info.context))


@strawberry.type
class NotificationSubscription:
    """Root fields that give one event after another."""

    @subscription(
        "Each notification of the viewer's from now on, and again when it is told again before it was read. An error "
        "to somebody who is not signed in."
    )
    async def notifications(self, info: Info) -> AsyncGenerator[Notification, None]:
        return cast("AsyncGenerator[Notification, None]", notifications.follow_notifications(info.context))

"""What counts as read: conversations and notifications have one mutation."""

from graphdb.collaboration.conversations import ConversationRecord
from graphdb.ids import kind_of_peoples
from graphdb.notifications.notify import UnknownNotificationError
from graphdb.notifications.records import NotificationRecord
from resolvers.collaboration import conversations
from resolvers.context import RequestContext
from resolvers.notifications import notifications


async def mark_read(context: RequestContext, id_: str) -> ConversationRecord | NotificationRecord:
    """Note that the viewer has read a conversation, it up to a message, or a notification, and return which.

    Raises `UnknownConversationError`, `UnknownNotificationError`, and what `signed_in` raises.
    """
    if kind_of_peoples(id_) != "Notification":
        return await conversations.mark_read(context, id_)
    record = await notifications.mark_read(context, id_)
    if record is None:
        raise UnknownNotificationError
    return record

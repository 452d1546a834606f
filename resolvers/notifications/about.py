"""What notifications are about."""

from graphdb.notifications.records import NotificationRecord
from graphdb.records.kinds import Entity
from resolvers.context import RequestContext
from resolvers.notifications.notifications import about_entity
from resolvers.private_nodes import PrivateNode, private_node


async def about(context: RequestContext, record: NotificationRecord) -> Entity | PrivateNode | None:
    """Return what a notification is about; None where it is gone, or not the viewer's to see any more."""
    return await about_entity(context, record) or await private_node(context, record.about)

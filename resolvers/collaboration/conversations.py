"""The viewer's conversations."""

from graphdb.collaboration import conversations, messages
from graphdb.collaboration.conversations import CONVERSATION_ORDER, MESSAGE_ORDER, ConversationRecord
from graphdb.collaboration.errors import UnknownConversationError
from graphdb.collaboration.records import MessageRecord
from graphdb.keyset import MAX_NESTED_PAGE, PageArguments, page_request
from graphdb.pages import Edge, Page
from resolvers.attempts import Limit
from resolvers.authorisation import in_good_standing, own_account, signed_in, suspended_until, viewer_who_reads
from resolvers.collaboration.people import researcher_of
from resolvers.collaboration.permissions import CLOSED, Permission, unless, why_not_written_to
from resolvers.context import RequestContext
from resolvers.refusals import AccountSuspendedError

WRITING = Limit("write messages", 300, 3600)
"""Of an account."""


async def conversations_of(
    context: RequestContext, account: str, arguments: PageArguments
) -> Page[Edge[ConversationRecord]]:
    """Return a page of an account's conversations; raises `BadBoundError`, `BadCursorError`, `NotSignedInError`."""
    own_account(context, account)
    request = page_request("Account.conversations", CONVERSATION_ORDER, arguments, MAX_NESTED_PAGE)
    return await conversations.conversations(context.graph, account, request)


async def unread_messages_of(context: RequestContext, account: str) -> int:
    """Return how many messages to an account it has not read; raises `NotSignedInError`."""
    own_account(context, account)
    return await conversations.unread_messages(context.graph, account)


async def messages_of(
    context: RequestContext, conversation: str, arguments: PageArguments
) -> Page[Edge[MessageRecord]] | None:
    """Return a page of a conversation of the viewer's; raises `BadBoundError` and `BadCursorError`."""
    viewer = viewer_who_reads(context)
    if viewer is None:
        return None
    request = page_request(f"Conversation.messages {conversation}", MESSAGE_ORDER, arguments, MAX_NESTED_PAGE)
    return await conversations.messages(context.graph, viewer.account.id, conversation, request)


async def may_write(context: RequestContext, record: ConversationRecord) -> Permission:
    """Return whether the viewer may write into a conversation of theirs."""
    viewer, other = viewer_who_reads(context), await researcher_of(context, record.other)
    if viewer is None or other is None:
        return Permission(False, CLOSED)
    if (until := suspended_until(viewer.account)) is not None:
        return unless(str(AccountSuspendedError(until)))
    standing = await context.loaders.standing.load((viewer.account.id, other.id))
    if standing is None or standing.conversation != record.id:
        return Permission(False, CLOSED)
    return unless(why_not_written_to(standing))


async def own_conversation(context: RequestContext, id_: str) -> ConversationRecord | None:
    """Return a conversation of the viewer's, None if it is none."""
    viewer = viewer_who_reads(context)
    return await context.loaders.conversation.load((viewer.account.id, id_)) if viewer is not None else None


async def own_message(context: RequestContext, id_: str) -> MessageRecord | None:
    """Return a message of a conversation of the viewer's, None if it is none."""
    viewer = viewer_who_reads(context)
    return await messages.message_of(context.graph, viewer.account.id, id_) if viewer is not None else None


async def send(context: RequestContext, conversation: str, text: str, client_id: str | None) -> MessageRecord:
    """Write a message; raises what `send_message` raises, `TooManyAttemptsError`, and as `in_good_standing`."""
    account = in_good_standing(context)
    context.services.attempts.take(WRITING, account.id)
    kept = messages.message_text(text)
    return await context.graph.change(
        lambda change: messages.send_message(change, account.id, conversation, kept, client_id)
    )


async def mark_read(context: RequestContext, id_: str) -> ConversationRecord:
    """Note that the viewer has read a conversation, or it up to a message, and return the conversation.

    Raises `UnknownConversationError` and what `signed_in` raises.
    """
    account = signed_in(context)
    conversation = await context.graph.change(lambda change: messages.mark_read(change, account.id, id_))
    context.loaders.conversation.clear_all()
    found = await context.loaders.conversation.load((account.id, conversation))
    if found is None:
        raise UnknownConversationError
    return found

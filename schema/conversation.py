"""Conversations, and the messages in them."""

from typing import TYPE_CHECKING, Annotated, ClassVar, cast

import strawberry

from graphdb.collaboration import errors as domain
from graphdb.collaboration.conversations import ConversationRecord
from graphdb.collaboration.records import MessageRecord
from graphdb.keyset import PageArguments
from resolvers.collaboration import conversations
from resolvers.collaboration.people import researcher_of
from resolvers.notifications import reading
from schema.fields import field
from schema.mutations import mutation
from schema.node import Info, Node
from schema.nodes import from_record
from schema.paging import After, First, ListConnection, ListEdge
from schema.trust import Permission
from schema.user_errors import (
    ForbiddenError,
    InvalidTextError,
    NotSignedInError,
    TooManyAttemptsError,
    UnknownIdError,
    UserError,
)

if TYPE_CHECKING:
    from schema.researcher import Researcher


@strawberry.type(description="A message. It is shown to the two people of its conversation.")
class Message(Node):
    """Read from a `MessageRecord`."""

    text: str = strawberry.field(description="Plain text, whatever it looks like; empty where it is withheld.")
    withheld: bool = strawberry.field(description="A moderator took the text out of sight.")
    sent_at: str = strawberry.field(description="When it was sent: ISO 8601 date-time in UTC.")
    by_viewer: bool = strawberry.field(description="The viewer has written it.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, MessageRecord)

    @field("Author record by which its writer is known in the conversation; null if it is gone.")
    async def sender(self, info: Info) -> Annotated["Researcher", strawberry.lazy("schema.researcher")] | None:
        record = cast("MessageRecord", cast("object", self))
        return cast("Researcher", await researcher_of(info.context, record.sender))


def as_message(record: MessageRecord) -> Message:
    """Return a record as what a field of type `Message` gives: the executor reads the record itself."""
    return cast("Message", cast("object", record))


@strawberry.type(description="A message in a list.")
class MessageEdge(ListEdge):
    """A row."""

    node: Message = strawberry.field(description="The message.")


@strawberry.type(description="A page of the messages of a conversation.")
class MessageConnection(ListConnection):
    """A page."""

    edges: list[MessageEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Message] = strawberry.field(description="The messages of the page.")


@strawberry.type(description="What two people write to each other. It is shown to the two alone.")
class Conversation(Node):
    """Read from a `ConversationRecord`."""

    created_at: str = strawberry.field(description="When it was opened: ISO 8601 date-time in UTC.")
    last_at: str = strawberry.field(description="When the last message was sent, or it was opened.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, ConversationRecord)

    @field("Author record of the other one; null if they have left.")
    async def other(self, info: Info) -> Annotated["Researcher", strawberry.lazy("schema.researcher")] | None:
        return cast("Researcher", await researcher_of(info.context, _record(self).other))

    @field("How many messages of the other one the viewer has not read.")
    def unread_count(self) -> int:
        return _record(self).unread

    @field("Whether the viewer may write here, and why not.")
    async def viewer_can_write(self, info: Info) -> Permission:
        return cast("Permission", await conversations.may_write(info.context, _record(self)))

    @field("The messages, the last one first.")
    async def messages(self, info: Info, *, first: First = None, after: After = None) -> MessageConnection | None:
        page = await conversations.messages_of(info.context, self.id, PageArguments(first, after))
        return cast("MessageConnection", page)


def _record(conversation: Conversation) -> ConversationRecord:
    return cast("ConversationRecord", cast("object", conversation))


@strawberry.type(description="A conversation in a list.")
class ConversationEdge(ListEdge):
    """A row."""

    node: Conversation = strawberry.field(description="The conversation.")


@strawberry.type(description="A page of the list of the viewer's conversations.")
class ConversationConnection(ListConnection):
    """A page."""

    edges: list[ConversationEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Conversation] = strawberry.field(description="The conversations of the page.")


@strawberry.type(description="The message is sent.")
class MessageSent:
    """The payload of `sendMessage`."""

    sent_message: Message = strawberry.field(description="The message.")


@strawberry.type(description="It counts as read.")
class MarkedRead:
    """The payload of `markRead`."""

    node: Node = strawberry.field(
        description="What was read: a notification, or a conversation, of which a message may have been named."
    )


@strawberry.type(
    description="Nothing can be written in the conversation: the other one has left, has lost their record, or does "
    "not want it. Which of these is not told."
)
class ConversationClosedError(UserError):
    """From the domain's errors that nobody would read it."""

    tells_of: ClassVar = (domain.ConversationClosedError, domain.BlockedByViewerError)


SendMessageResult = Annotated[
    MessageSent
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | ConversationClosedError
    | InvalidTextError
    | TooManyAttemptsError,
    strawberry.union("SendMessageResult", description="What became of a message that was to be sent."),
]
MarkReadResult = Annotated[
    MarkedRead | NotSignedInError | ForbiddenError | UnknownIdError,
    strawberry.union("MarkReadResult", description="What became of something that was to count as read."),
]


@strawberry.type
class ConversationMutation:
    """Root fields."""

    @mutation(
        "Write a message into a conversation of the viewer's.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        ConversationClosedError,
        InvalidTextError,
        TooManyAttemptsError,
    )
    async def send_message(
        self,
        info: Info,
        conversation_id: Annotated[strawberry.ID, strawberry.argument(description="Id of the conversation.")],
        text: Annotated[str, strawberry.argument(description="Plain text of 1 to 5,000 characters.")],
        client_id: Annotated[
            str | None,
            strawberry.argument(
                description="Chosen by the client: the same one sends nothing again when the first answer was lost."
            ),
        ] = None,
    ) -> SendMessageResult | None:
        return MessageSent(
            sent_message=as_message(await conversations.send(info.context, conversation_id, text, client_id))
        )

    @mutation(
        "Note that the viewer has read a conversation, or it up to a message, or a notification. What was read stays "
        "read; with a conversation its notifications are.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
    )
    async def mark_read(
        self,
        info: Info,
        id: Annotated[
            strawberry.ID, strawberry.argument(description="Id of the conversation, the message, or the notification.")
        ],
    ) -> MarkReadResult | None:
        return MarkedRead(node=from_record(await reading.mark_read(info.context, id)))

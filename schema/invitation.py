"""Invitations to collaborate, from the owner of one author record to the owner of another."""

from typing import TYPE_CHECKING, Annotated, ClassVar, cast

import strawberry

from graphdb.collaboration import errors as domain
from graphdb.collaboration.invitations import new_invitation
from graphdb.collaboration.records import InvitationRecord, InvitationState
from resolvers.collaboration import invitations
from resolvers.collaboration.people import researcher_of
from schema.fields import field
from schema.mutations import mutation
from schema.node import Info, Node
from schema.paging import ListConnection, ListEdge
from schema.user_errors import (
    ForbiddenError,
    InvalidTextError,
    NotSignedInError,
    TooManyAttemptsError,
    UnknownIdError,
    UserError,
)

if TYPE_CHECKING:
    from schema.conversation import Conversation
    from schema.researcher import Researcher

strawberry.enum(
    InvitationState,
    description="How an invitation stands: it is a draft, which nobody but its writer sees; it waits for its answer; "
    "it was accepted, or declined; nobody answered in time; or who sent it took it back. The last four are final.",
)

InvitationStates = Annotated[
    list[InvitationState] | None, strawberry.argument(description="States of the invitations wanted; all if null.")
]


@strawberry.type(description="An invitation to collaborate. It is shown to the two people whom it is between.")
class Invitation(Node):
    """Read from an `InvitationRecord`."""

    state: InvitationState = strawberry.field(description="How it stands.")
    message: str | None = strawberry.field(description="What the one who invites writes, as plain text.")
    by_viewer: bool = strawberry.field(description="The viewer has sent it, or drafts it.")
    created_at: str = strawberry.field(description="When it was first written: ISO 8601 date-time in UTC.")
    sent_at: str | None = strawberry.field(description="When it was sent; null for what never was.")
    expires_at: str | None = strawberry.field(description="Until when it waits for its answer: 30 days.")
    answered_at: str | None = strawberry.field(description="When it was accepted, declined or withdrawn.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, InvitationRecord)

    @field("Author record of the one who invites; null if it is gone.")
    async def sender(self, info: Info) -> Annotated["Researcher", strawberry.lazy("schema.researcher")] | None:
        return cast("Researcher", await researcher_of(info.context, _record(self).from_researcher))

    @field("Author record of the one who is invited; null if it is gone.")
    async def receiver(self, info: Info) -> Annotated["Researcher", strawberry.lazy("schema.researcher")] | None:
        return cast("Researcher", await researcher_of(info.context, _record(self).to_researcher))

    @field(
        "Who could introduce the two: the shortest way from the one who invites to the other by people who have "
        "written together, both included; null if there is none of 4 steps at most."
    )
    async def introduction(
        self, info: Info
    ) -> list[Annotated["Researcher", strawberry.lazy("schema.researcher")]] | None:
        return cast("list[Researcher]", await invitations.introduction(info.context, _record(self)))

    @field("The conversation that it opened; null for one that was not accepted, or whose conversation is gone.")
    async def conversation(
        self, info: Info
    ) -> Annotated["Conversation", strawberry.lazy("schema.conversation")] | None:
        return cast("Conversation", await invitations.conversation_of(info.context, _record(self)))


def _record(invitation: Invitation) -> InvitationRecord:
    return cast("InvitationRecord", cast("object", invitation))


def as_invitation(record: InvitationRecord) -> Invitation:
    """Return a record as what a field of type `Invitation` gives: the executor reads the record itself."""
    return cast("Invitation", cast("object", record))


@strawberry.type(description="An invitation in a list.")
class InvitationEdge(ListEdge):
    """A row."""

    node: Invitation = strawberry.field(description="The invitation.")


@strawberry.type(description="A page of a list of invitations.")
class InvitationConnection(ListConnection):
    """A page."""

    edges: list[InvitationEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Invitation] = strawberry.field(description="The invitations of the page.")


@strawberry.input(description="An invitation to send, or to keep as a draft.")
class SendInvitationInput:
    """See `NewInvitation`."""

    to: strawberry.ID = strawberry.field(description="Global id of the researcher to invite, old or current.")
    message: str | None = strawberry.field(
        default=None, description="What to write, as plain text of 2,000 characters at most."
    )
    draft: bool = strawberry.field(
        default=False,
        description="Keep it as a draft, which is changed by drafting again and sent by sending to the same person.",
    )
    client_id: str | None = strawberry.field(
        default=None,
        description="Chosen by the client: the same one does nothing again when the first answer was lost.",
    )


@strawberry.type(description="The invitation is sent, or kept as a draft.")
class InvitationSent:
    """The payload of `sendInvitation`."""

    invitation: Invitation = strawberry.field(description="The invitation.")


@strawberry.type(description="The invitation is answered.")
class InvitationAnswered:
    """The payload of `respondToInvitation`."""

    invitation: Invitation = strawberry.field(description="The invitation.")


@strawberry.type(description="The invitation is taken back.")
class InvitationWithdrawn:
    """The payload of `withdrawInvitation`."""

    invitation: Invitation = strawberry.field(description="The invitation.")


@strawberry.type(
    description="The viewer cannot invite this person, or not now: the message says why, as `viewerCan.invite` does."
)
class InvitationNotAllowedError(UserError):
    """From the domain's errors that something stands between two people."""

    tells_of: ClassVar = (domain.NotAllowedError,)


@strawberry.type(description="As many invitations of the viewer wait, or were sent in a day, as may be.")
class TooManyInvitationsError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.TooManyInvitationsError,)


@strawberry.type(description="The invitation is answered, withdrawn or expired, which is final.")
class InvitationClosedError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.InvitationClosedError,)


SendInvitationResult = Annotated[
    InvitationSent
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | InvitationNotAllowedError
    | InvalidTextError
    | TooManyInvitationsError
    | TooManyAttemptsError,
    strawberry.union("SendInvitationResult", description="What became of an invitation that was to be sent."),
]
RespondToInvitationResult = Annotated[
    InvitationAnswered
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | InvitationClosedError
    | InvitationNotAllowedError
    | TooManyAttemptsError,
    strawberry.union("RespondToInvitationResult", description="What became of an answer to an invitation."),
]
WithdrawInvitationResult = Annotated[
    InvitationWithdrawn
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | InvitationClosedError
    | TooManyAttemptsError,
    strawberry.union("WithdrawInvitationResult", description="What became of an invitation that was to be withdrawn."),
]

InvitationId = Annotated[strawberry.ID, strawberry.argument(description="Id of the invitation.")]


@strawberry.type
class InvitationMutation:
    """Root fields."""

    @mutation(
        "Invite the owner of an author record to collaborate; only who owns a record themselves may.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        InvitationNotAllowedError,
        InvalidTextError,
        TooManyInvitationsError,
        TooManyAttemptsError,
    )
    async def send_invitation(
        self, info: Info, input: Annotated[SendInvitationInput, strawberry.argument(description="The invitation.")]
    ) -> SendInvitationResult | None:
        wanted = new_invitation(input.message, is_draft=input.draft, client_id=input.client_id)
        return InvitationSent(invitation=as_invitation(await invitations.send(info.context, input.to, wanted)))

    @mutation(
        "Accept or decline an invitation that the viewer got. Accepting opens a conversation; the same answer again is "
        "no error.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        InvitationClosedError,
        InvitationNotAllowedError,
        TooManyAttemptsError,
    )
    async def respond_to_invitation(
        self,
        info: Info,
        id: InvitationId,
        accept: Annotated[bool, strawberry.argument(description="Accept it; decline it otherwise.")],
    ) -> RespondToInvitationResult | None:
        return InvitationAnswered(invitation=as_invitation(await invitations.respond(info.context, id, accept=accept)))

    @mutation(
        "Take back an invitation that the viewer sent and that has not been answered, or a draft. Again is no error.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        InvitationClosedError,
        TooManyAttemptsError,
    )
    async def withdraw_invitation(self, info: Info, id: InvitationId) -> WithdrawInvitationResult | None:
        return InvitationWithdrawn(invitation=as_invitation(await invitations.withdraw(info.context, id)))

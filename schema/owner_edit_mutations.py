"""What owners do to their author records, and what moderators decide on it."""

from typing import Annotated, ClassVar, cast

import strawberry

from graphdb.keyset import PageArguments
from graphdb.owner_edits import errors as domain
from graphdb.owner_edits.records import OwnerEditKind, OwnerEditState
from graphdb.owner_edits.works import HeldByNameError
from graphdb.records import WorkRecord
from resolvers import owner_edits
from resolvers.entities import lookup
from resolvers.owner_edits import Said
from schema.entity import given_lookup
from schema.fields import field
from schema.moderation import DecisionRefusedError
from schema.mutations import mutation
from schema.node import Info
from schema.owner_edits import OfResearcher, OwnerEdit, OwnerEditConnection, as_edit
from schema.paging import After, First
from schema.researcher import Researcher
from schema.user_errors import (
    ForbiddenError,
    InvalidTextError,
    NotSignedInError,
    TooManyAttemptsError,
    UnknownIdError,
    UserError,
)
from schema.work import LOOKUP_SCHEMES, WorkLookup


@strawberry.type(description="The author record is not the viewer's.")
class NotOwnerError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.NotOwnerError,)


@strawberry.type(description="The edit is in a state, or the viewer's own, so that this cannot be done to it.")
class EditStateError(UserError):
    """From the domain's error of this name, and that of a moderator's own proposal."""

    tells_of: ClassVar = (domain.EditStateError, domain.OwnProposalError)


@strawberry.type(description="The work is not in the graph; the message says what to do.")
class WorkNotInGraphError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.WorkNotInGraphError,)


@strawberry.type(description="The work cannot be proposed, or the proposal not be carried out; `code` says why.")
class ProposalRefusedError(UserError):
    """From what stands against a proposal."""

    tells_of: ClassVar = (
        domain.AlreadyAuthorError,
        domain.NoAuthorOfThatNameError,
        domain.TooManyProposalsError,
        HeldByNameError,
    )


@strawberry.input(description="Where the owner of an author record works.")
class AffiliationInput:
    """See `resolvers.owner_edits.update`."""

    institution: strawberry.ID = strawberry.field(description="Global id of the institution.")
    since: int | None = strawberry.field(default=None, description="First year there, from 1900 on.")


@strawberry.input(
    description="What the owner wants the record to say. What is left out stays; what is null is taken back, so that "
    "it says again what sources say."
)
class ResearcherInput:
    """See `resolvers.owner_edits.update`."""

    name: str | None = strawberry.field(
        default=strawberry.UNSET, description="The name shown, in 100 characters at most; others become variants."
    )
    bio: str | None = strawberry.field(
        default=strawberry.UNSET, description="A text about the person, in 2,000 characters at most: plain text."
    )
    role: str | None = strawberry.field(
        default=strawberry.UNSET, description="What the person is, in 100 characters at most."
    )
    affiliation: AffiliationInput | None = strawberry.field(
        default=strawberry.UNSET, description="Where the person works."
    )
    open_to_collaborate: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Whether the person is open to collaborate."
    )

    def said(self) -> Said:
        """Return what is given, without what is left out."""
        texts = {
            OwnerEditKind.NAME: self.name,
            OwnerEditKind.BIO: self.bio,
            OwnerEditKind.ROLE: self.role,
        }
        place, openness = self.affiliation, self.open_to_collaborate
        return Said(
            {kind: text for kind, text in texts.items() if text is not strawberry.UNSET},
            [] if openness is strawberry.UNSET else [openness],
            [] if place is strawberry.UNSET else [(place.institution, place.since) if place else None],
        )


@strawberry.type(description="The record says what its owner wants.")
class ResearcherUpdated:
    """The payload of `updateResearcher`."""

    researcher: Researcher | None = strawberry.field(description="The record.")


@strawberry.type(description="The work is not on the record any more.")
class WorkDisowned:
    """The payload of `disownWork`."""

    edit: OwnerEdit = strawberry.field(description="The edit, by whose id it is undone.")


@strawberry.type(description="Moderators will look at it.")
class WorkProposed:
    """The payload of `proposeWork`."""

    edit: OwnerEdit = strawberry.field(description="The edit: the one that waits already, where there is one.")


@strawberry.type(description="The edit is undone.")
class OwnerEditUndone:
    """The payload of `undoOwnerEdit`."""

    edit: OwnerEdit = strawberry.field(description="The edit.")


@strawberry.type(description="The proposal is decided on.")
class WorkProposalReviewed:
    """The payload of `reviewWorkProposal`."""

    edit: OwnerEdit = strawberry.field(description="The edit.")


UpdateResearcherResult = Annotated[
    ResearcherUpdated
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | NotOwnerError
    | InvalidTextError
    | TooManyAttemptsError,
    strawberry.union("UpdateResearcherResult", description="What became of what an owner wanted a record to say."),
]
DisownWorkResult = Annotated[
    WorkDisowned
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | NotOwnerError
    | DecisionRefusedError
    | TooManyAttemptsError,
    strawberry.union("DisownWorkResult", description="What became of a work that was to be taken off a record."),
]
ProposeWorkResult = Annotated[
    WorkProposed
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | NotOwnerError
    | WorkNotInGraphError
    | ProposalRefusedError
    | DecisionRefusedError
    | TooManyAttemptsError,
    strawberry.union("ProposeWorkResult", description="What became of a work that was proposed."),
]
UndoOwnerEditResult = Annotated[
    OwnerEditUndone
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | NotOwnerError
    | EditStateError
    | TooManyAttemptsError,
    strawberry.union("UndoOwnerEditResult", description="What became of an edit that was to be undone."),
]
ReviewWorkProposalResult = Annotated[
    WorkProposalReviewed
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | EditStateError
    | ProposalRefusedError
    | DecisionRefusedError,
    strawberry.union("ReviewWorkProposalResult", description="What became of a decision on a proposed work."),
]

RecordId = Annotated[strawberry.ID, strawberry.argument(description="Global id of the author record.")]
EditId = Annotated[strawberry.ID, strawberry.argument(description="Id of the edit.")]


@strawberry.type
class OwnerEditQuery:
    """Root fields."""

    @field("Edits of author records by their owners, for moderators: the last one first.")
    async def owner_edits(
        self,
        info: Info,
        *,
        states: Annotated[
            list[OwnerEditState] | None, strawberry.argument(description="In any of these states; all if null.")
        ] = None,
        researcher: OfResearcher = None,
        first: First = None,
        after: After = None,
    ) -> OwnerEditConnection | None:
        page = await owner_edits.all_edits(info.context, states, researcher, PageArguments(first, after))
        return cast("OwnerEditConnection", page)


@strawberry.type
class OwnerEditMutation:
    """Root fields."""

    @mutation(
        "Have the viewer's author record say something, whatever sources say. What it says already is no edit.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        NotOwnerError,
        InvalidTextError,
        TooManyAttemptsError,
    )
    async def update_researcher(
        self,
        info: Info,
        id: RecordId,
        input: Annotated[ResearcherInput, strawberry.argument(description="What it is to say.")],
    ) -> UpdateResearcherResult | None:
        done = await owner_edits.update(info.context, id, input.said())
        return ResearcherUpdated(researcher=cast("Researcher", done))

    @mutation(
        "Take a work of somebody else off the viewer's author record, and keep it off, whatever is imported. The last "
        "one stays. Disowned already is no error.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        NotOwnerError,
        DecisionRefusedError,
        TooManyAttemptsError,
    )
    async def disown_work(
        self,
        info: Info,
        researcher_id: RecordId,
        work_id: Annotated[strawberry.ID, strawberry.argument(description="Global id of the work.")],
    ) -> DisownWorkResult | None:
        return WorkDisowned(edit=as_edit(await owner_edits.disown(info.context, researcher_id, work_id)))

    @mutation(
        "Say that a work of the graph, which is not on the viewer's author record, is theirs. A moderator decides.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        NotOwnerError,
        WorkNotInGraphError,
        ProposalRefusedError,
        DecisionRefusedError,
        TooManyAttemptsError,
    )
    async def propose_work(
        self,
        info: Info,
        researcher_id: RecordId,
        by: Annotated[WorkLookup, strawberry.argument(description="Which work.")],
        position: Annotated[
            int | None,
            strawberry.argument(
                description="Which of its authors the viewer is, from 1. If null, the one whose name is one of theirs."
            ),
        ] = None,
    ) -> ProposeWorkResult | None:
        name, value = given_lookup(by)
        found = await lookup(info.context, WorkRecord, "Work", LOOKUP_SCHEMES.get(name, name), value)
        work = found.id if found is not None else None
        return WorkProposed(edit=as_edit(await owner_edits.propose(info.context, researcher_id, work, position)))

    @mutation(
        "Undo an edit: the viewer's own, or as a moderator anybody's. A proposal that waits is withdrawn. Undone "
        "already is no error.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        NotOwnerError,
        EditStateError,
        TooManyAttemptsError,
    )
    async def undo_owner_edit(self, info: Info, id: EditId) -> UndoOwnerEditResult | None:
        return OwnerEditUndone(edit=as_edit(await owner_edits.undo(info.context, id)))

    @mutation(
        "Put a proposed work on its author record, or refuse to, as a moderator. Whose it was by the sources keeps the "
        "rest.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        EditStateError,
        ProposalRefusedError,
        DecisionRefusedError,
    )
    async def review_work_proposal(
        self,
        info: Info,
        id: EditId,
        *,
        accept: Annotated[bool, strawberry.argument(description="The work is theirs.")],
        reason: Annotated[
            str | None,
            strawberry.argument(description="Why, for the owner to read, in 1,000 characters at most."),
        ] = None,
    ) -> ReviewWorkProposalResult | None:
        done = await owner_edits.decide_on(info.context, id, accepted=accept, reason=reason)
        return WorkProposalReviewed(edit=as_edit(done))

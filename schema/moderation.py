"""What moderators decide on who is who, and what they look through."""

from typing import Annotated, ClassVar, cast

import strawberry

from graphdb.accounts import errors as accounts
from graphdb.audit import AuditKind
from graphdb.entities import BadIdError
from graphdb.keyset import PageArguments
from graphdb.moderation import errors as domain
from graphdb.moderation.queues import AuditEventRecord, IdentityDecisionRecord
from graphdb.records.decision import DecisionRecord, PersonFigures
from resolvers import moderation
from schema.fields import field
from schema.mutations import mutation
from schema.node import Info
from schema.paging import After, First, ListConnection, ListEdge
from schema.researcher import Researcher
from schema.user_errors import ForbiddenError, NotSignedInError, UnknownIdError, UserError

strawberry.enum(AuditKind, description="What was done.")


@strawberry.type(description="A researcher before or after a decision.")
class FiguresOfPerson:
    """Read from `PersonFigures`."""

    id: strawberry.ID = strawberry.field(description="Global id. In a preview nobody may answer to it.")
    name: str = strawberry.field(description="The name shown.")
    works_count: int = strawberry.field(description="Works.")
    citation_count: int = strawberry.field(description="Citations of the works.")
    h_index: int = strawberry.field(description="The h-index.")
    topics_count: int = strawberry.field(description="Topics.")
    sources_count: int = strawberry.field(description="Sources.")
    institutions_count: int = strawberry.field(description="Institutions.")
    collaborators_count: int = strawberry.field(description="Collaborators.")
    close_collaborators_count: int = strawberry.field(description="Close collaborators.")
    followers_count: int = strawberry.field(description="Followers.")
    trust_score: int = strawberry.field(description="Trust score.")

    @field("Identifiers, without old ids and slugs: of each the scheme and the value, with a blank between them.")
    def identifiers(self) -> list[str]:
        figures = cast("PersonFigures", cast("object", self))
        return [f"{scheme} {value}" for scheme, value in figures.identifiers]

    @field("The researcher as they are now; null if nobody answers to the id.")
    async def researcher(self, info: Info) -> Researcher | None:
        return cast("Researcher | None", await moderation.researcher_of(info.context, self.id))


@strawberry.type(description="What a merge, a split, or the undoing of one did, or would do.")
class DecisionOutcome:
    """Read from a `DecisionRecord`."""

    id: strawberry.ID | None = strawberry.field(description="Id of the decision; null: it was a preview.")
    kind: str = strawberry.field(description="`MERGE` or `SPLIT`.")
    state: str = strawberry.field(
        description="`APPLIED`, `UNDONE`, or `PENDING`: an import is on, at whose end it takes effect."
    )
    before: list[FiguresOfPerson] = strawberry.field(
        description="The people whom it is about, as they were; she whose works they are first."
    )
    after: list[FiguresOfPerson] = strawberry.field(description="Those who are there afterwards.")
    works: list[strawberry.ID] = strawberry.field(description="Ids of the works that change hands.")
    contradictions: list[str] = strawberry.field(
        description="Of a merge: schemes in which one authority has different identifiers for the two."
    )

    @field("Identifiers that change hands: of each the scheme and the value, with a blank between them.")
    def identifiers(self) -> list[str]:
        record = cast("DecisionRecord", cast("object", self))
        return [f"{scheme} {value}" for scheme, value in record.identifiers]


@strawberry.type(description="The decision cannot be taken; `code` says why.")
class DecisionRefusedError(UserError):
    """From the domain's errors of decisions, and ids that cannot be ones."""

    tells_of: ClassVar = (domain.DecisionError, BadIdError, accounts.BadAccountInputError)


@strawberry.type(description="Two researchers are one, or would be.")
class ResearchersMerged:
    """The payload of `mergeResearchers`."""

    decision: DecisionOutcome = strawberry.field(description="What it did.")


@strawberry.type(description="Works are another researcher's, or would be.")
class ResearcherSplit:
    """The payload of `splitResearcher`."""

    decision: DecisionOutcome = strawberry.field(description="What it did.")


@strawberry.type(description="A merge or a split is taken back, or would be.")
class MergeUndone:
    """The payload of `undoMerge`."""

    decision: DecisionOutcome = strawberry.field(description="What it did.")


MergeResearchersResult = Annotated[
    ResearchersMerged | NotSignedInError | ForbiddenError | UnknownIdError | DecisionRefusedError,
    strawberry.union("MergeResearchersResult", description="What became of a merge."),
]
SplitResearcherResult = Annotated[
    ResearcherSplit | NotSignedInError | ForbiddenError | UnknownIdError | DecisionRefusedError,
    strawberry.union("SplitResearcherResult", description="What became of a split."),
]
UndoMergeResult = Annotated[
    MergeUndone | NotSignedInError | ForbiddenError | UnknownIdError | DecisionRefusedError,
    strawberry.union("UndoMergeResult", description="What became of a decision that was to be taken back."),
]

Preview = Annotated[bool, strawberry.argument(description="Tell what would be, and write nothing.")]
Reason = Annotated[
    str | None, strawberry.argument(description="Why, for other moderators, in 1,000 characters at most.")
]
ERRORS = (NotSignedInError, ForbiddenError, UnknownIdError, DecisionRefusedError)


@strawberry.type
class ModerationMutation:
    """Root fields."""

    @mutation(
        "Make two researchers one, as a moderator. Works, identifiers, followers and claims go along, the old id goes "
        "on answering, and imports to come keep it so, until it is undone.",
        *ERRORS,
    )
    async def merge_researchers(
        self,
        info: Info,
        keep: Annotated[strawberry.ID, strawberry.argument(description="Who keeps id, name and slug.")],
        merge: Annotated[strawberry.ID, strawberry.argument(description="Who is the same person.")],
        *,
        preview: Preview = False,
        reason: Reason = None,
    ) -> MergeResearchersResult | None:
        done = await moderation.merge(info.context, keep, merge, reason=reason, preview=preview)
        return ResearchersMerged(decision=_outcome(done))

    @mutation(
        "Give works of a researcher to a new one, as a moderator, who is never joined by name. Identifiers, followers "
        "and claims stay.",
        *ERRORS,
    )
    async def split_researcher(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Whose works they are.")],
        works: Annotated[
            list[strawberry.ID], strawberry.argument(description="Which are somebody else's: 100 at most, not all.")
        ],
        *,
        preview: Preview = False,
        reason: Reason = None,
    ) -> SplitResearcherResult | None:
        done = await moderation.split(info.context, id, works, reason=reason, preview=preview)
        return ResearcherSplit(decision=_outcome(done))

    @mutation("Take back a merge or a split, as a moderator. Other decisions about the same people stand.", *ERRORS)
    async def undo_merge(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Id of the decision.")],
        *,
        preview: Preview = False,
        reason: Reason = None,
    ) -> UndoMergeResult | None:
        done = await moderation.undo(info.context, id, reason=reason, preview=preview)
        return MergeUndone(decision=_outcome(done))


def _outcome(record: DecisionRecord) -> DecisionOutcome:
    return cast("DecisionOutcome", cast("object", record))


@strawberry.type(description="People who may be the same as others of their names.")
class PossibleDuplicateQueue:
    """Read from `Namesakes`."""

    researchers: list[Researcher] = strawberry.field(
        description="Those with most works first; `possibleDuplicates` of each says who may be the same."
    )
    end_cursor: str | None = strawberry.field(description="Pass it as `after` to go on.")
    has_next_page: bool = strawberry.field(description="There are more people to look at, of whom some may be such.")


@strawberry.type(description="A merge or a split as it is on record.")
class IdentityDecision:
    """Read from an `IdentityDecisionRecord`."""

    id: strawberry.ID = strawberry.field(description="Id, by which it is undone.")
    kind: str = strawberry.field(description="`MERGE` or `SPLIT`.")
    state: str = strawberry.field(description="`APPLIED`, `PENDING` or `UNDONE`.")
    keep: strawberry.ID = strawberry.field(description="Id of who was kept, or whose works they were.")
    other: strawberry.ID = strawberry.field(description="Id of who was merged, or split off.")
    by: str | None = strawberry.field(description="Id of the account that took it.")
    reason: str | None = strawberry.field(description="Why.")
    decided_at: str | None = strawberry.field(description="When: ISO 8601 date-time in UTC.")
    undone_at: str | None = strawberry.field(description="When it was taken back; null: it stands.")
    undone_by: str | None = strawberry.field(description="Id of the account that took it back.")
    waits_for: str | None = strawberry.field(description="Why it is not applied, where it is not for an import.")
    works: list[strawberry.ID] = strawberry.field(description="Ids of the works that changed hands.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, IdentityDecisionRecord)


@strawberry.type(description="A decision in a list.")
class IdentityDecisionEdge(ListEdge):
    """A row."""

    node: IdentityDecision = strawberry.field(description="The decision.")


@strawberry.type(description="A page of the list of decisions.")
class IdentityDecisionConnection(ListConnection):
    """A page."""

    edges: list[IdentityDecisionEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[IdentityDecision] = strawberry.field(description="The decisions of the page.")


@strawberry.type(description="Something more that the log says of an event.")
class AuditDetail:
    """Read from the record of this name."""

    name: str = strawberry.field(description="What.")
    value: str = strawberry.field(description="An id or a state; lists and numbers as JSON.")


@strawberry.type(description="Something that was done, as the audit log keeps it for ever: ids and states alone.")
class AuditEvent:
    """Read from an `AuditEventRecord`."""

    id: strawberry.ID = strawberry.field(description="Id of the event.")
    at: str = strawberry.field(description="When: ISO 8601 date-time in UTC, to the microsecond.")
    kind: AuditKind = strawberry.field(description="What was done.")
    by: str = strawberry.field(description="Id of the account that did it; `operator`, or `site` for what followed.")
    about: str | None = strawberry.field(description="Id of what it was done to.")
    details: list[AuditDetail] = strawberry.field(description="What more there is to say, by name.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, AuditEventRecord)


@strawberry.type(description="An event in a list.")
class AuditEventEdge(ListEdge):
    """A row."""

    node: AuditEvent = strawberry.field(description="The event.")


@strawberry.type(description="A page of the audit log.")
class AuditEventConnection(ListConnection):
    """A page."""

    edges: list[AuditEventEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[AuditEvent] = strawberry.field(description="The events of the page.")


@strawberry.input(description="Which events a moderator wants to see.")
class AuditFilter:
    """See `resolvers.moderation.audit_events`."""

    by: str | None = strawberry.field(default=None, description="Of this account, or of `operator` or `site`.")
    about: str | None = strawberry.field(default=None, description="About what has this id.")
    kinds: list[AuditKind] | None = strawberry.field(default=None, description="Of any of these kinds.")


@strawberry.type
class ModerationQuery:
    """Root fields."""

    @field(
        "People of whose name there are others who may be the same, for moderators: who has most works comes first. A "
        "page looks at 2,000 people at most, and may end before it is full. How many there are in all is not told: "
        "that would take looking at everybody."
    )
    async def possible_duplicates(
        self, info: Info, *, first: First = None, after: After = None
    ) -> PossibleDuplicateQueue | None:
        found = await moderation.namesakes(info.context, PageArguments(first, after))
        return cast("PossibleDuplicateQueue", found)

    @field("Merges and splits, for moderators: the last one first.")
    async def identity_decisions(
        self,
        info: Info,
        *,
        researcher: Annotated[
            strawberry.ID | None, strawberry.argument(description="Only those about this researcher.")
        ] = None,
        first: First = None,
        after: After = None,
    ) -> IdentityDecisionConnection | None:
        page = await moderation.identity_decisions(info.context, researcher, PageArguments(first, after))
        return cast("IdentityDecisionConnection", page)

    @field("The audit log, for moderators: the last event first.")
    async def audit_events(
        self,
        info: Info,
        *,
        filter: Annotated[AuditFilter | None, strawberry.argument(description="Which.")] = None,
        first: First = None,
        after: After = None,
    ) -> AuditEventConnection | None:
        wanted = filter or AuditFilter()
        arguments = PageArguments(first, after)
        page = await moderation.audit_events(info.context, wanted.by, wanted.about, wanted.kinds, arguments)
        return cast("AuditEventConnection", page)

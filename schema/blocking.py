"""Blocking people, and reporting what should not be here."""

from typing import TYPE_CHECKING, Annotated, ClassVar, cast

import strawberry

from graphdb.accounts.errors import BadAccountInputError
from graphdb.collaboration import errors as domain
from graphdb.collaboration.blocks import BlockRecord
from graphdb.collaboration.reports import ReportDecision, ReportReason, ReportRecord, ReportState
from graphdb.keyset import PageArguments
from resolvers.collaboration import blocks, reports
from resolvers.collaboration.people import researcher_of
from schema.fields import field
from schema.mutations import mutation
from schema.node import Info, Node
from schema.paging import After, First, ListConnection, ListEdge
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

strawberry.enum(
    ReportReason,
    description="What is wrong: it is sent to many who do not want it; it harasses; somebody says to be somebody else; "
    "what the graph says is wrong; something else.",
)
strawberry.enum(ReportState, description="How a report stands: it waits for a moderator, or one has closed it.")
strawberry.enum(ReportDecision, description="What a moderator found: the report was right, or it was not.")


@strawberry.type(description="Somebody whom the viewer has blocked.")
class BlockedAccount:
    """Read from a `BlockRecord`."""

    id: strawberry.ID = strawberry.field(description="Id of the account, by which it is unblocked.")
    since: str = strawberry.field(description="Since when: ISO 8601 date-time in UTC.")

    @field("Author record that the account owned when it was blocked; null if there was none, or it is gone.")
    async def researcher(self, info: Info) -> Annotated["Researcher", strawberry.lazy("schema.researcher")] | None:
        record = cast("BlockRecord", cast("object", self))
        return cast("Researcher", await researcher_of(info.context, record.researcher))


@strawberry.type(description="Somebody whom the viewer has blocked, in a list.")
class BlockedAccountEdge(ListEdge):
    """A row."""

    node: BlockedAccount = strawberry.field(description="Who is blocked.")


@strawberry.type(description="A page of the list of those whom the viewer has blocked.")
class BlockedAccountConnection(ListConnection):
    """A page."""

    edges: list[BlockedAccountEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[BlockedAccount] = strawberry.field(description="Those of the page.")


@strawberry.type(description="Something that was reported. It is shown to moderators and to the one who reports.")
class Report(Node):
    """Read from a `ReportRecord`."""

    state: ReportState = strawberry.field(description="How it stands.")
    reason: ReportReason = strawberry.field(description="What is said to be wrong.")
    text: str | None = strawberry.field(description="What the one who reports says about it, as plain text.")
    quoted: str | None = strawberry.field(
        description="What a message or invitation said when it was reported; null of other things."
    )
    created_at: str = strawberry.field(description="When it was made: ISO 8601 date-time in UTC.")
    closed_at: str | None = strawberry.field(description="When a moderator closed it.")
    decision: ReportDecision | None = strawberry.field(description="What the moderator found; null while it waits.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, ReportRecord)

    @field("Id of what is reported.")
    def about_id(self) -> strawberry.ID:
        return strawberry.ID(_record(self).about)

    @field("Author record of the one whose thing it is; null if nobody is known.")
    async def against(self, info: Info) -> Annotated["Researcher", strawberry.lazy("schema.researcher")] | None:
        return cast("Researcher", await researcher_of(info.context, _record(self).against))

    @field("Author record of the one who reports; null if they own none.")
    async def reporter(self, info: Info) -> Annotated["Researcher", strawberry.lazy("schema.researcher")] | None:
        return cast("Researcher", await researcher_of(info.context, _record(self).reporter))


def _record(report: Report) -> ReportRecord:
    return cast("ReportRecord", cast("object", report))


def _as_report(record: ReportRecord) -> Report:
    return cast("Report", cast("object", record))


@strawberry.type(description="A report in a list.")
class ReportEdge(ListEdge):
    """A row."""

    node: Report = strawberry.field(description="The report.")


@strawberry.type(description="A page of the list of reports.")
class ReportConnection(ListConnection):
    """A page."""

    edges: list[ReportEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Report] = strawberry.field(description="The reports of the page.")


@strawberry.type(description="The person is blocked: they can neither invite the viewer nor write, and are not told.")
class AccountBlocked:
    """The payload of `blockAccount`."""

    id: strawberry.ID = strawberry.field(description="Id of their account.")


@strawberry.type(description="The person is not blocked.")
class AccountUnblocked:
    """The payload of `unblockAccount`."""

    id: strawberry.ID = strawberry.field(description="Id of their account.")


@strawberry.type(description="Moderators will look at it.")
class Reported:
    """The payload of `report`."""

    report: Report = strawberry.field(description="The report.")


@strawberry.type(description="The report is closed.")
class ReportClosed:
    """The payload of `closeReport`."""

    report: Report = strawberry.field(description="The report.")


@strawberry.type(description="It is the viewer, or the viewer's own.")
class OneselfError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.OneselfError,)


@strawberry.type(description="The viewer has as many of these as there may be.")
class TooManyError(UserError):
    """From the domain's errors that there are too many blocks, or too many reports."""

    tells_of: ClassVar = (domain.TooManyBlocksError, domain.TooManyReportsError)


@strawberry.type(description="The report was closed before, with another decision.")
class ReportClosedError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.ReportClosedError,)


@strawberry.type(description="The report was not upheld: nobody is suspended for it.")
class ReportNotUpheldError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.ReportNotUpheldError,)


@strawberry.type(description="The account is suspended, or is not any more.")
class AccountSuspended:
    """The payload of `suspendAccount`."""

    until: str | None = strawberry.field(
        description="Until when: ISO 8601 date-time in UTC; null: it is not suspended."
    )


@strawberry.type(description="`days` is not within its bounds.")
class SuspensionLengthError(UserError):
    """From the domain's `BadAccountInputError`."""

    tells_of: ClassVar = (BadAccountInputError,)


BlockAccountResult = Annotated[
    AccountBlocked
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | OneselfError
    | TooManyError
    | TooManyAttemptsError,
    strawberry.union("BlockAccountResult", description="What became of a wish to block somebody."),
]
UnblockAccountResult = Annotated[
    AccountUnblocked | NotSignedInError | ForbiddenError | UnknownIdError | TooManyAttemptsError,
    strawberry.union("UnblockAccountResult", description="What became of a wish to block somebody no longer."),
]
ReportResult = Annotated[
    Reported
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | OneselfError
    | TooManyError
    | InvalidTextError
    | TooManyAttemptsError,
    strawberry.union("ReportResult", description="What became of a report."),
]
CloseReportResult = Annotated[
    ReportClosed | NotSignedInError | ForbiddenError | UnknownIdError | ReportClosedError,
    strawberry.union("CloseReportResult", description="What became of a report that was to be closed."),
]

SuspendAccountResult = Annotated[
    AccountSuspended
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | OneselfError
    | ReportNotUpheldError
    | SuspensionLengthError,
    strawberry.union("SuspendAccountResult", description="What became of a wish to suspend somebody."),
]

PersonsId = Annotated[
    strawberry.ID,
    strawberry.argument(
        description="Id of a claimed author record, whose owner is meant; of an invitation, conversation or message of "
        "the viewer's, of which the other one is; or of an account."
    ),
]


@strawberry.input(description="Something to report to the moderators.")
class ReportInput:
    """See `resolvers.collaboration.reports.report`."""

    about: strawberry.ID = strawberry.field(
        description="Global id of what is wrong: an entity, or an invitation, conversation or message of the viewer's."
    )
    reason: ReportReason = strawberry.field(description="What is wrong with it.")
    text: str | None = strawberry.field(default=None, description="More about it, in 2,000 characters at most.")


@strawberry.type
class BlockingQuery:
    """Root fields."""

    @field("What was reported, for moderators: what waits longest comes first, then by id. An error to all others.")
    async def reports(
        self,
        info: Info,
        *,
        states: Annotated[
            list[ReportState] | None, strawberry.argument(description="States of the reports wanted; all if null.")
        ] = None,
        first: First = None,
        after: After = None,
    ) -> ReportConnection | None:
        page = await reports.all_reports(info.context, states, PageArguments(first, after))
        return cast("ReportConnection", page)


@strawberry.type
class BlockingMutation:
    """Root fields."""

    @mutation(
        "Block somebody: they can neither invite the viewer nor write, and are not told. What the viewer has sent to "
        "them and waits is withdrawn. Again is no error.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        OneselfError,
        TooManyError,
        TooManyAttemptsError,
    )
    async def block_account(self, info: Info, id: PersonsId) -> BlockAccountResult | None:
        return AccountBlocked(id=strawberry.ID(await blocks.block(info.context, id)))

    @mutation(
        "Block somebody no longer. Who is not blocked is no error.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        TooManyAttemptsError,
    )
    async def unblock_account(self, info: Info, id: PersonsId) -> UnblockAccountResult | None:
        return AccountUnblocked(id=strawberry.ID(await blocks.unblock(info.context, id)))

    @mutation(
        "Report something to the moderators. The same thing again, while that waits, is the same report.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        OneselfError,
        TooManyError,
        InvalidTextError,
        TooManyAttemptsError,
    )
    async def report(
        self, info: Info, input: Annotated[ReportInput, strawberry.argument(description="The report.")]
    ) -> ReportResult | None:
        return Reported(report=_as_report(await reports.report(info.context, input.about, input.reason, input.text)))

    @mutation(
        "Close a report, as a moderator. Who reported is told. Where it is upheld, the text of a message or an "
        "invitation is taken out of sight, an invitation that waits is withdrawn, and a conversation closed.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        ReportClosedError,
    )
    async def close_report(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Id of the report.")],
        decision: Annotated[ReportDecision, strawberry.argument(description="What the moderator found.")],
    ) -> CloseReportResult | None:
        return ReportClosed(report=_as_report(await reports.close(info.context, id, decision)))

    @mutation(
        "Suspend the account that an upheld report is about, as a moderator: until that is over it can neither invite, "
        "write, report, claim, vouch nor edit. 0 days end a suspension.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        OneselfError,
        ReportNotUpheldError,
        SuspensionLengthError,
    )
    async def suspend_account(
        self,
        info: Info,
        report: Annotated[strawberry.ID, strawberry.argument(description="Id of the report.")],
        days: Annotated[int, strawberry.argument(description="From now on, 0 to 365.")],
    ) -> SuspendAccountResult | None:
        return AccountSuspended(until=await reports.suspend(info.context, report, days))

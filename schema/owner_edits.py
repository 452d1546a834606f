"""Edits of author records by their owners."""

from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from graphdb.owner_edits.records import OwnerEditKind, OwnerEditRecord, OwnerEditState
from graphdb.records import ResearcherRecord, WorkRecord
from resolvers.entities import related
from schema.fields import field
from schema.node import Info, Node
from schema.paging import ListConnection, ListEdge

if TYPE_CHECKING:
    from schema.researcher import Researcher
    from schema.work import Work

strawberry.enum(
    OwnerEditKind,
    description="What an edit is about: the name shown, the text about the person, what they are, where they work, "
    "whether they are open to collaborate; a work that is not theirs; a work that is missing.",
)
strawberry.enum(
    OwnerEditState,
    description="How an edit stands: a moderator has to agree first; it stands; a moderator did not agree; it was "
    "undone. What is said counts while the account that said it owns the record.",
)


@strawberry.type(
    description="An edit of an author record by its owner, kept beside what sources say, and never written over it. "
    "Shown to who made it and to moderators."
)
class OwnerEdit(Node):
    """Read from an `OwnerEditRecord`."""

    kind: OwnerEditKind = strawberry.field(description="What it is about.")
    state: OwnerEditState = strawberry.field(description="How it stands.")
    value: str | None = strawberry.field(
        description="What was said: plain text, the id of an institution, `true` or `false`. Null: what sources say is "
        "to be shown again; of edits of works always."
    )
    since: int | None = strawberry.field(description="Of an affiliation: the first year.")
    author_name: str | None = strawberry.field(
        description="Of a work proposed: the author whom the owner is said to be, as the work prints the name."
    )
    decisions: list[strawberry.ID] = strawberry.field(
        description="Ids of the decisions on who is who that carry it out, in the order in which they were taken."
    )
    created_at: str = strawberry.field(description="When it was made: ISO 8601 date-time in UTC.")
    changed_at: str | None = strawberry.field(description="When it was undone or decided on.")
    reason: str | None = strawberry.field(description="Why a moderator decided so.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, OwnerEditRecord)

    @field("Who says so: always `OWNER`.")
    def provenance(self) -> str:
        return "OWNER"

    @field("The record that it is of.")
    async def researcher(self, info: Info) -> Annotated["Researcher", strawberry.lazy("schema.researcher")] | None:
        found = await related(info.context, ResearcherRecord, "Researcher", [_record(self).researcher_id])
        return cast("Researcher", found[0]) if found else None

    @field("The work that is disowned or proposed; null of other edits.")
    async def work(self, info: Info) -> Annotated["Work", strawberry.lazy("schema.work")] | None:
        ids = [each for each in (_record(self).work,) if each is not None]
        found = await related(info.context, WorkRecord, "Work", ids)
        return cast("Work", found[0]) if found else None


def _record(edit: OwnerEdit) -> OwnerEditRecord:
    return cast("OwnerEditRecord", cast("object", edit))


def as_edit(record: OwnerEditRecord) -> OwnerEdit:
    """Return a record as what a field of type `OwnerEdit` gives: the executor reads the record itself."""
    return cast("OwnerEdit", cast("object", record))


@strawberry.type(description="An edit in a list.")
class OwnerEditEdge(ListEdge):
    """A row."""

    node: OwnerEdit = strawberry.field(description="The edit.")


@strawberry.type(description="A page of a list of edits.")
class OwnerEditConnection(ListConnection):
    """A page."""

    edges: list[OwnerEditEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[OwnerEdit] = strawberry.field(description="The edits of the page.")


OfResearcher = Annotated[strawberry.ID | None, strawberry.argument(description="Only those of this author record.")]

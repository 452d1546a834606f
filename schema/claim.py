"""Claims of author records, as their claimants and moderators see them."""

from typing import Annotated, cast

import strawberry

from graphdb.claims.evidence import EvidenceKind
from graphdb.claims.records import ClaimRecord
from graphdb.claims.states import ClaimState
from graphdb.keyset import PageArguments
from resolvers import claims
from schema.fields import field
from schema.node import Info, Node
from schema.paging import After, First, ListConnection, ListEdge
from schema.researcher import Researcher

strawberry.enum(
    EvidenceKind,
    description="What speaks for a claim: an ORCID iD that the claimant has signed in with and a source names for the "
    "record; an address at a domain of an affiliated institution; a verified co-author who vouches; a statement with a "
    "link, for moderators; a moderator's look; an organisation's word on the affiliation, as a moderator has it.",
)


@strawberry.type(description="Something that speaks for a claim. Shown to the claimant and to moderators.")
class Evidence:
    """Read from an `EvidenceRecord`."""

    kind: EvidenceKind = strawberry.field(description="What it is.")
    holds: bool = strawberry.field(description="It proves its point as the graph is now.")
    weight: int = strawberry.field(description="What it counts: from 100 on together, evidence approves a claim.")
    added_at: str = strawberry.field(description="When it was added: ISO 8601 date-time in UTC.")
    orcid: str | None = strawberry.field(description="The ORCID iD.")
    email: str | None = strawberry.field(description="The address.")
    text: str | None = strawberry.field(description="What was said.")
    url: str | None = strawberry.field(description="Where it can be checked: an address that somebody has written.")


@strawberry.type(description="Who claims a record.")
class Claimant:
    """From a `ClaimRecord`."""

    name: str | None = strawberry.field(description="What the person is called on the site.")
    orcid: str | None = strawberry.field(description="Bare ORCID iD that the person has signed in with.")


@strawberry.type(
    description="Somebody's word that an author record is theirs. Shown to the claimant, to moderators, and, without "
    "what is said in it, to verified co-authors who may vouch for it."
)
class Claim(Node):
    """Read from a `ClaimRecord`."""

    state: ClaimState = strawberry.field(description="How far it has come.")
    created_at: str = strawberry.field(description="When it was made: ISO 8601 date-time in UTC.")
    changed_at: str = strawberry.field(description="When its state last changed.")
    holds_record: bool = strawberry.field(
        description="The claimant owns the record: so it is from the approval on, also while somebody disputes it."
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, ClaimRecord)

    @field("The record that is claimed.")
    async def researcher(self, info: Info) -> Researcher | None:
        return cast("Researcher | None", await claims.record_of(info.context, _record(self)))

    @field("Who claims it.")
    def claimant(self) -> Claimant:
        record = _record(self)
        return Claimant(name=record.claimant_name, orcid=record.claimant_orcid)

    @field("What the claimant says; null to who may only vouch.")
    def note(self, info: Info) -> str | None:
        record = _record(self)
        return record.note if claims.is_told(info.context, record) else None

    @field("Why it was decided as it was, or what a moderator asks for; null to who may only vouch.")
    def reason(self, info: Info) -> str | None:
        record = _record(self)
        return record.reason if claims.is_told(info.context, record) else None

    @field("What speaks for it, the oldest first; nothing to who may only vouch.")
    def evidence(self, info: Info) -> list[Evidence]:
        return cast("list[Evidence]", claims.told_evidence(info.context, _record(self)))

    @field("What the evidence counts together; null to who may only vouch.")
    def weight(self, info: Info) -> int | None:
        record = _record(self)
        return record.weight if claims.is_told(info.context, record) else None


def _record(claim: Claim) -> ClaimRecord:
    return cast("ClaimRecord", cast("object", claim))


def as_claim(record: ClaimRecord) -> Claim:
    """Return a record as what a field of type `Claim` gives: the executor reads the record itself."""
    return cast("Claim", cast("object", record))


@strawberry.type(description="A claim in a list.")
class ClaimEdge(ListEdge):
    """A row."""

    node: Claim = strawberry.field(description="The claim.")


@strawberry.type(description="A page of a list of claims.")
class ClaimConnection(ListConnection):
    """A page."""

    edges: list[ClaimEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Claim] = strawberry.field(description="The claims of the page.")


@strawberry.input(description="Which claims a moderator wants to see.")
class ClaimFilter:
    """See `resolvers.claims.queue`."""

    states: list[ClaimState] | None = strawberry.field(
        default=None, description="In any of these states; if null, those that wait for a decision: PENDING, DISPUTED."
    )
    researcher: strawberry.ID | None = strawberry.field(default=None, description="Of this record.")


@strawberry.type
class ClaimQuery:
    """Root fields."""

    @field("All claims, for moderators: who has waited longest comes first, then by id.")
    async def claims(
        self,
        info: Info,
        *,
        filter: Annotated[ClaimFilter | None, strawberry.argument(description="Which.")] = None,
        first: First = None,
        after: After = None,
    ) -> ClaimConnection | None:
        wanted = filter or ClaimFilter()
        page = await claims.queue(info.context, wanted.states, wanted.researcher, PageArguments(first, after))
        return cast("ClaimConnection", page)

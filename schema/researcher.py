"""Researchers."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from graphdb import researcher as lists
from graphdb.claims.states import ClaimState
from graphdb.keyset import PageArguments
from graphdb.records import AffiliationState, ResearcherRecord
from graphdb.trust import CLOSE_COLLABORATOR_DEFINITION
from resolvers import researcher as resolve
from resolvers import viewer
from resolvers.entities import all_of, lookup
from resolvers.lists import collaborators, nested
from schema import filters
from schema.entity import Entity, given_lookup
from schema.facts import DefinedCount
from schema.fields import field
from schema.graph_slice import Truncation
from schema.lists import EntityOrderBy, ResearcherOrderBy, listing, topics_field, works_field
from schema.node import Info
from schema.orders import entity_order, researcher_order
from schema.paging import After, Before, First, Last, ListConnection, ListEdge
from schema.possible_duplicate import PossibleDuplicate
from schema.selection import pages_of, selected_of_entity
from schema.trust import ClaimStatus, Trust, Verification, ViewerPermissions
from schema.trust_history import TrustChangeConnection

if TYPE_CHECKING:
    from schema.institution import AffiliationConnection, Institution
    from schema.topic import TopicConnection
    from schema.work import WorkConnection

strawberry.enum(
    AffiliationState,
    description="What is known of an affiliation, and from whom: nothing was imported; sources say it; the owner of "
    "the record says it; or it is confirmed, by an organisation, by two verified co-authors, or by the owner's proven "
    "address at a domain of the institution.",
)


@strawberry.enum(description="Who says that a researcher is open to collaborate.")
class OpennessSource(StrEnum):
    """`DEFAULT` until the owner of the record has said so."""

    DEFAULT = "DEFAULT"
    OWNER = "OWNER"


@strawberry.type(description="A short text about a researcher.")
class Bio:
    """A text."""

    text: str = strawberry.field(description="Plain text.")
    is_generated: bool = strawberry.field(description="It was put together from the graph, not written by a person.")


@strawberry.type(description="Why several authorships are said to be one person's.")
class Identity:
    """A recorded rule."""

    rule: str = strawberry.field(
        description="`AUTHORITY`, `CURATED`, `ANTHOLOGY_NAME`, `AUTHORITY_LISTED`, `NAME_AND_EVIDENCE`, "
        "`FULL_NAME_IN_FIELD` or `SINGLE_AUTHORSHIP`."
    )
    confidence: float | None = strawberry.field(description="How sure that is, 0 to 1.")


@strawberry.type(description="Where a researcher works, as far as it is known.")
class Affiliation:
    """The latest affiliation."""

    state: AffiliationState = strawberry.field(description="What is known of it, and from whom.")
    institution: Annotated["Institution", strawberry.lazy("schema.institution")] | None = strawberry.field(
        description="The institution; null if no affiliation was imported."
    )
    since: int | None = strawberry.field(description="First year known.")
    source: str | None = strawberry.field(description="Who says so: `authorship`, or an importer's source.")


@strawberry.type(description="Whether a researcher is open to collaborate, and who says so.")
class Openness:
    """A value and its source."""

    value: bool = strawberry.field(description="The researcher is open to collaborate.")
    source: OpennessSource = strawberry.field(description="Who says so.")


@strawberry.type(description="A person who writes works.")
class Researcher(Entity):
    """Read from a `ResearcherRecord`."""

    name: str = strawberry.field(description="The name shown, in reading order.")
    name_variants: list[str] = strawberry.field(description="Other spellings that works print.")
    role: str | None = strawberry.field(description="What the person is, in a few words.")
    orcid: str | None = strawberry.field(description="Bare ORCID iD, such as 0000-0002-1825-0097.")
    h_index: int = strawberry.field(description="The largest h such that h works have h citations each in the graph.")
    citation_count: int = strawberry.field(description="Citations of the works by works of the graph.")
    works_count: int = strawberry.field(description="How many works the person has in the graph.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, ResearcherRecord)

    @field("A short text about the person; null if there is none.")
    def bio(self) -> Bio | None:
        record = _record(self)
        return Bio(text=record.bio, is_generated=record.bio_is_generated) if record.bio else None

    @field("Why the authorships of this record are said to be one person's; null if unrecorded.")
    def identity(self) -> Identity | None:
        record = _record(self)
        rule = record.identity_rule
        return Identity(rule=rule, confidence=record.identity_confidence) if rule else None

    @field("Where the person works, as far as it is known.")
    async def affiliation(self, info: Info) -> Affiliation:
        return cast("Affiliation", await resolve.affiliation_of(info.context, _record(self)))

    @field("Whether the person is open to collaborate, and who says so.")
    def open_to_collaborate(self) -> Openness:
        record = _record(self)
        return Openness(value=record.open_to_collaborate, source=OpennessSource(record.open_to_collaborate_source))

    @field("How much stands behind the record: a score with its reasons.")
    def trust(self) -> Trust:
        return cast("Trust", resolve.trust_of(_record(self)))

    @field("How the trust came to be what it is: the last change of score or level first.")
    async def trust_history(
        self, info: Info, *, first: First = None, after: After = None
    ) -> TrustChangeConnection | None:
        page = await resolve.trust_history(info.context, self.id, PageArguments(first, after))
        return cast("TrustChangeConnection", page)

    @field("How far the record is known to be the person's own.")
    def verification(self) -> Verification:
        return cast("Verification", resolve.verification_of(_record(self)))

    @field("How far those have come who say that the record is theirs.")
    def claim(self) -> ClaimStatus:
        return ClaimStatus(state=ClaimState(_record(self).claim_state))

    @field("What the viewer may do with the record, and why not.")
    def viewer_can(self, info: Info) -> ViewerPermissions:
        return cast("ViewerPermissions", viewer.permissions(info.context, _record(self)))

    @field("How many people work closely with the person.")
    def close_collaborator_count(self) -> DefinedCount:
        return DefinedCount(value=_record(self).close_collaborators_count, definition=CLOSE_COLLABORATOR_DEFINITION)

    @field(
        "Records that may be the same person's, the most likely first, then by name and id: of the same name, or of "
        "one that may be short for it where a collaborator leads to them. Co-authors of one work are two people, and "
        "so are those whom a moderator has split."
    )
    async def possible_duplicates(
        self,
        info: Info,
        first: Annotated[int, strawberry.argument(description="How many at most, 1 to 50.")] = 10,
    ) -> list[PossibleDuplicate] | None:
        found = await resolve.possible_duplicates(info.context, _record(self), first)
        return cast("list[PossibleDuplicate]", found)

    works: Annotated["WorkConnection", strawberry.lazy("schema.work")] | None = works_field(
        lists.WORKS, "Works that the person is an author of."
    )
    topics: Annotated["TopicConnection", strawberry.lazy("schema.topic")] | None = topics_field(
        lists.TOPICS, "Topics of the person's works."
    )

    @field("Institutions that the person's works or records name.")
    @pages_of(lists.INSTITUTIONS, entity_order)
    async def institutions(
        self,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Institutions = None,
        order_by: EntityOrderBy = None,
    ) -> Annotated["AffiliationConnection", strawberry.lazy("schema.institution")] | None:
        asked = listing(info, entity_order(order_by), filter, PageArguments(first, after, last, before))
        page = await nested(info.context, lists.INSTITUTIONS, _record(self), asked)
        return cast("AffiliationConnection", page)

    @field(
        "People with whom the person shares works, the strongest collaboration first, then by name and id. With a "
        "degree of 2 the collaborators of these, without them and the person, those who are linked the strongest first."
    )
    async def collaborators(
        self,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Researchers = None,
        min_shared: Annotated[
            int, strawberry.argument(description="Works shared at least, from 1; in each step, where there are two.")
        ] = 1,
        since: Annotated[
            int | None,
            strawberry.argument(
                description="Only people whose last shared work is of this year or later; in each step."
            ),
        ] = None,
        degree: Annotated[
            int, strawberry.argument(description="1: collaborators; 2: collaborators of collaborators.")
        ] = 1,
    ) -> Annotated["CollaborationConnection", strawberry.lazy("schema.researcher")] | None:
        asked = listing(info, lists.COLLABORATION_ORDER, filter, PageArguments(first, after, last, before))
        page = await collaborators(
            info.context, _record(self), asked, min_shared=min_shared, since=since, degree=degree
        )
        return cast("CollaborationConnection", page)


def _record(researcher: Researcher) -> ResearcherRecord:
    return cast("ResearcherRecord", cast("object", researcher))


@strawberry.type(description="A researcher in a list.")
class ResearcherEdge(ListEdge):
    """A row."""

    node: Researcher = strawberry.field(description="The researcher.")


@strawberry.type(description="A page of a list of researchers.")
class ResearcherConnection(ListConnection):
    """A page."""

    edges: list[ResearcherEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Researcher] = strawberry.field(description="The researchers of the page.")


@strawberry.type(description="A collaborator of a researcher, or one of second degree, and how they are linked.")
class CollaborationEdge(ListEdge):
    """A row."""

    node: Researcher = strawberry.field(description="The other person.")
    works: int = strawberry.field(
        description="Works that both are authors of; those with over 100 authors left out. 0 in the second degree."
    )
    weight: float = strawberry.field(
        description="Newman's: the sum over shared works of 1 / (authors - 1). In the second degree: the sum over the "
        "collaborators in common of the lesser of the two weights."
    )
    first_year: int | None = strawberry.field(description="Year of the first shared work.")
    last_year: int | None = strawberry.field(description="Year of the last shared work.")
    through_count: int = strawberry.field(
        description="In the second degree: how many collaborators they have in common. 0 in the first."
    )

    @field("In the second degree: collaborators in common, those with whom the person collaborates most first.")
    async def through(
        self,
        info: Info,
        first: Annotated[int, strawberry.argument(description="How many at most, 1 to 10.")] = 3,
    ) -> list[Researcher]:
        edge = cast("lists.CollaborationEdge", cast("object", self))
        return cast("list[Researcher]", await resolve.through(info.context, edge, first))


@strawberry.type(description="A page of the list of a researcher's collaborators.")
class CollaborationConnection(ListConnection):
    """A page."""

    edges: list[CollaborationEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Researcher] = strawberry.field(description="The collaborators of the page.")
    truncated: list[Truncation] = strawberry.field(
        description="In the second degree: people of whose collaborations not all were followed. What lies there is "
        "not in the list, nor counted."
    )


@strawberry.input(one_of=True, description="A name of a researcher: exactly one.")
class ResearcherLookup:
    """One field is given."""

    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Global id, current or old.")
    slug: str | None = strawberry.field(default=strawberry.UNSET, description="Slug, current or old.")
    orcid: str | None = strawberry.field(default=strawberry.UNSET, description="ORCID iD, bare or as an address.")
    open_alex: str | None = strawberry.field(
        default=strawberry.UNSET, description="OpenAlex author id, bare or as an address."
    )
    dblp: str | None = strawberry.field(default=strawberry.UNSET, description="DBLP person id or address.")
    semantic_scholar: str | None = strawberry.field(default=strawberry.UNSET, description="Semantic Scholar author id.")


_SCHEMES = {"open_alex": "openalex", "semantic_scholar": "s2"}


@strawberry.type
class ResearcherQuery:
    """Root fields."""

    @field("The researcher of a name; null if there is none.")
    async def researcher(
        self, info: Info, by: Annotated[ResearcherLookup, strawberry.argument(description="The name.")]
    ) -> Researcher | None:
        name, value = given_lookup(by)
        found = await lookup(
            info.context,
            ResearcherRecord,
            "Researcher",
            _SCHEMES.get(name, name),
            value,
            selection=selected_of_entity(info),
        )
        return cast("Researcher | None", found)

    @field("All researchers.")
    async def researchers(
        self,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Researchers = None,
        order_by: ResearcherOrderBy = None,
    ) -> ResearcherConnection | None:
        asked = listing(info, researcher_order(order_by), filter, PageArguments(first, after, last, before))
        page = await all_of(info.context, "Researcher", asked)
        return cast("ResearcherConnection", page)

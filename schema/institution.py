"""Institutions."""

from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from graphdb import institution as lists
from graphdb.keyset import PageArguments
from graphdb.records import InstitutionRecord
from resolvers.entities import all_of, lookup
from schema import filters
from schema.entity import Entity, given_lookup
from schema.fields import field
from schema.lists import EntityOrderBy, institutions_field, listing, researchers_field, works_field
from schema.node import Info
from schema.orders import entity_order
from schema.paging import After, Before, First, Last, ListConnection, ListEdge
from schema.selection import selected_of_entity

if TYPE_CHECKING:
    from schema.researcher import ResearcherConnection
    from schema.work import WorkConnection


@strawberry.type(description="A university, laboratory, company or other place where researchers work.")
class Institution(Entity):
    """Read from an `InstitutionRecord`."""

    name: str = strawberry.field(description="The name shown.")
    ror: str | None = strawberry.field(description="Bare ROR id, nine characters.")
    country: str | None = strawberry.field(description="ISO 3166 alpha-2 code.")
    city: str | None = strawberry.field(description="The city's name.")
    latitude: float | None = strawberry.field(description="Degrees, north positive.")
    longitude: float | None = strawberry.field(description="Degrees, east positive.")
    type: str | None = strawberry.field(description="Such as `education`, `company` or `facility`.")
    homepage: str | None = strawberry.field(description="Address of its own pages.")
    domains: list[str] = strawberry.field(description="Domains of its pages and e-mail addresses.")
    works_count: int = strawberry.field(description="Works on which an author names it.")
    researchers_count: int = strawberry.field(description="People who are or were there.")
    citation_count: int = strawberry.field(description="Citations of its works by works of the graph.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, InstitutionRecord)

    works: Annotated["WorkConnection", strawberry.lazy("schema.work")] | None = works_field(
        lists.WORKS, "Works on which an author names it."
    )
    researchers: Annotated["ResearcherConnection", strawberry.lazy("schema.researcher")] | None = researchers_field(
        lists.RESEARCHERS, "People who are or were there."
    )
    parents: Annotated["InstitutionConnection", strawberry.lazy("schema.institution")] | None = institutions_field(
        lists.PARENTS, "Institutions that it is part of."
    )
    children: Annotated["InstitutionConnection", strawberry.lazy("schema.institution")] | None = institutions_field(
        lists.CHILDREN, "Institutions that are part of it."
    )


@strawberry.type(description="An institution in a list.")
class InstitutionEdge(ListEdge):
    """A row."""

    node: Institution = strawberry.field(description="The institution.")


@strawberry.type(description="A page of a list of institutions.")
class InstitutionConnection(ListConnection):
    """A page."""

    edges: list[InstitutionEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Institution] = strawberry.field(description="The institutions of the page.")


@strawberry.type(description="An institution of a researcher, and since when.")
class AffiliationEdge(ListEdge):
    """A row."""

    node: Institution = strawberry.field(description="The institution.")
    since: int | None = strawberry.field(description="First year known.")
    until: int | None = strawberry.field(description="Last year known.")
    source: str | None = strawberry.field(description="Who says so: `authorship`, or an importer's source.")
    works: int = strawberry.field(description="The researcher's works that name it.")


@strawberry.type(description="A page of the list of a researcher's institutions.")
class AffiliationConnection(ListConnection):
    """A page."""

    edges: list[AffiliationEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Institution] = strawberry.field(description="The institutions of the page.")


@strawberry.input(one_of=True, description="A name of an institution: exactly one.")
class InstitutionLookup:
    """One field is given."""

    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Global id, current or old.")
    slug: str | None = strawberry.field(default=strawberry.UNSET, description="Slug, current or old.")
    ror: str | None = strawberry.field(default=strawberry.UNSET, description="ROR id, bare or as an address.")


@strawberry.type
class InstitutionQuery:
    """Root fields."""

    @field("The institution of a name; null if there is none.")
    async def institution(
        self, info: Info, by: Annotated[InstitutionLookup, strawberry.argument(description="The name.")]
    ) -> Institution | None:
        found = await lookup(
            info.context, InstitutionRecord, "Institution", *given_lookup(by), selection=selected_of_entity(info)
        )
        return cast("Institution | None", found)

    @field("All institutions.")
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
    ) -> InstitutionConnection | None:
        asked = listing(info, entity_order(order_by), filter, PageArguments(first, after, last, before))
        return cast("InstitutionConnection", await all_of(info.context, "Institution", asked))

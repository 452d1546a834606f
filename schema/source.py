"""Sources: venues and archives."""

from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from graphdb import source as lists
from graphdb.keyset import PageArguments
from graphdb.records import SourceRecord
from resolvers.entities import all_of, lookup
from schema import filters
from schema.entity import Entity, given_lookup
from schema.fields import field
from schema.lists import EntityOrderBy, listing, researchers_field, works_field
from schema.node import Info
from schema.orders import entity_order
from schema.paging import After, Before, First, Last, ListConnection, ListEdge
from schema.selection import selected_of_entity

if TYPE_CHECKING:
    from schema.researcher import ResearcherConnection
    from schema.work import WorkConnection


@strawberry.type(description="A journal, conference, archive or repository that works appear in.")
class Source(Entity):
    """Read from a `SourceRecord`."""

    name: str = strawberry.field(description="The name shown.")
    kind: str = strawberry.field(description="`archive`, `conference`, `journal`, `repository` or `other`.")
    issn: list[str] = strawberry.field(description="Its ISSNs, such as 1234-567X.")
    homepage: str | None = strawberry.field(description="Address of its own pages.")
    works_count: int = strawberry.field(description="Works that appeared in it.")
    researchers_count: int = strawberry.field(description="Authors of works that appeared in it.")
    citation_count: int = strawberry.field(description="Citations of its works by works of the graph.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, SourceRecord)

    works: Annotated["WorkConnection", strawberry.lazy("schema.work")] | None = works_field(
        lists.WORKS, "Works that appeared in it."
    )
    researchers: Annotated["ResearcherConnection", strawberry.lazy("schema.researcher")] | None = researchers_field(
        lists.RESEARCHERS, "Authors of works that appeared in it."
    )


@strawberry.type(description="A source in a list.")
class SourceEdge(ListEdge):
    """A row."""

    node: Source = strawberry.field(description="The source.")


@strawberry.type(description="A page of a list of sources.")
class SourceConnection(ListConnection):
    """A page."""

    edges: list[SourceEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Source] = strawberry.field(description="The sources of the page.")


@strawberry.input(one_of=True, description="A name of a source: exactly one.")
class SourceLookup:
    """One field is given."""

    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Global id, current or old.")
    slug: str | None = strawberry.field(default=strawberry.UNSET, description="Slug, current or old.")


@strawberry.type
class SourceQuery:
    """Root fields."""

    @field("The source of a name; null if there is none.")
    async def source(
        self, info: Info, by: Annotated[SourceLookup, strawberry.argument(description="The name.")]
    ) -> Source | None:
        found = await lookup(
            info.context, SourceRecord, "Source", *given_lookup(by), selection=selected_of_entity(info)
        )
        return cast("Source | None", found)

    @field("All sources.")
    async def sources(
        self,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Sources = None,
        order_by: EntityOrderBy = None,
    ) -> SourceConnection | None:
        asked = listing(info, entity_order(order_by), filter, PageArguments(first, after, last, before))
        return cast("SourceConnection", await all_of(info.context, "Source", asked))

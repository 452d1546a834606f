"""Topics."""

from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from graphdb import topic as lists
from graphdb.keyset import PageArguments
from graphdb.records import TopicRecord
from resolvers.entities import all_of, lookup
from schema import filters
from schema.entity import Entity, given_lookup
from schema.fields import field
from schema.lists import EntityOrderBy, listing, researchers_field, topics_field, works_field
from schema.node import Info
from schema.orders import entity_order
from schema.paging import After, Before, First, Last, ListConnection, ListEdge
from schema.selection import selected_of_entity

if TYPE_CHECKING:
    from schema.researcher import ResearcherConnection
    from schema.work import WorkConnection


@strawberry.type(description="A subject that sources give to works.")
class Topic(Entity):
    """Read from a `TopicRecord`."""

    name: str = strawberry.field(description="The name shown.")
    scheme: str = strawberry.field(description="Whose subject it is: `arxiv`, `openalex` or `keyword`.")
    code: str | None = strawberry.field(description="The scheme's key, such as cs.CL.")
    level: int | None = strawberry.field(description="Depth in the scheme's hierarchy, from 0; null if it has none.")
    description: str | None = strawberry.field(description="What the subject is about.")
    works_count: int = strawberry.field(description="Works about it.")
    researchers_count: int = strawberry.field(description="Authors of works about it.")
    citation_count: int = strawberry.field(description="Citations of its works by works of the graph.")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, TopicRecord)

    works: Annotated["WorkConnection", strawberry.lazy("schema.work")] | None = works_field(
        lists.WORKS, "Works about it."
    )
    researchers: Annotated["ResearcherConnection", strawberry.lazy("schema.researcher")] | None = researchers_field(
        lists.RESEARCHERS, "Authors of works about it."
    )
    broader: Annotated["TopicConnection", strawberry.lazy("schema.topic")] | None = topics_field(
        lists.BROADER, "The topics one step up the hierarchy."
    )
    narrower: Annotated["TopicConnection", strawberry.lazy("schema.topic")] | None = topics_field(
        lists.NARROWER, "The topics one step down the hierarchy."
    )


@strawberry.type(description="A topic in a list.")
class TopicEdge(ListEdge):
    """A row."""

    node: Topic = strawberry.field(description="The topic.")


@strawberry.type(description="A page of a list of topics.")
class TopicConnection(ListConnection):
    """A page."""

    edges: list[TopicEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Topic] = strawberry.field(description="The topics of the page.")


@strawberry.type(description="A topic of a work, and how well it fits.")
class WorkTopicEdge(ListEdge):
    """A row."""

    node: Topic = strawberry.field(description="The topic.")
    score: float | None = strawberry.field(description="How well it fits, 0 to 1; null if no source says.")
    primary: bool = strawberry.field(description="A source puts this topic first.")


@strawberry.type(description="A page of the list of a work's topics.")
class WorkTopicConnection(ListConnection):
    """A page."""

    edges: list[WorkTopicEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Topic] = strawberry.field(description="The topics of the page.")


@strawberry.input(one_of=True, description="A name of a topic: exactly one.")
class TopicLookup:
    """One field is given."""

    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Global id, current or old.")
    slug: str | None = strawberry.field(default=strawberry.UNSET, description="Slug, current or old.")


@strawberry.type
class TopicQuery:
    """Root fields."""

    @field("The topic of a name; null if there is none.")
    async def topic(
        self, info: Info, by: Annotated[TopicLookup, strawberry.argument(description="The name.")]
    ) -> Topic | None:
        found = await lookup(info.context, TopicRecord, "Topic", *given_lookup(by), selection=selected_of_entity(info))
        return cast("Topic | None", found)

    @field("All topics.")
    async def topics(
        self,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Topics = None,
        order_by: EntityOrderBy = None,
    ) -> TopicConnection | None:
        asked = listing(info, entity_order(order_by), filter, PageArguments(first, after, last, before))
        return cast("TopicConnection", await all_of(info.context, "Topic", asked))

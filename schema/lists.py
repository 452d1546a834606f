"""Fields that are lists of works, people, topics or institutions: one shape wherever they hang."""

from typing import TYPE_CHECKING, Annotated, Any, cast

import strawberry

from graphdb.keyset import Order, PageArguments
from graphdb.nested_list import NestedList
from graphdb.pages import Edge
from graphdb.records import EntityRecord, InstitutionRecord, ResearcherRecord, TopicRecord, WorkRecord
from resolvers.lists import Listing, nested
from schema import filters
from schema.node import Info
from schema.orders import EntityOrder, ResearcherOrder, WorkOrder, entity_order, researcher_order, work_order
from schema.paging import After, Before, First, Last
from schema.selection import pages_of, selected_of_list

if TYPE_CHECKING:
    from schema.institution import InstitutionConnection
    from schema.researcher import ResearcherConnection
    from schema.topic import TopicConnection
    from schema.work import WorkConnection

Works = Annotated["WorkConnection", strawberry.lazy("schema.work")] | None
Researchers = Annotated["ResearcherConnection", strawberry.lazy("schema.researcher")] | None
Topics = Annotated["TopicConnection", strawberry.lazy("schema.topic")] | None
Institutions = Annotated["InstitutionConnection", strawberry.lazy("schema.institution")] | None

WorkOrderBy = Annotated[
    WorkOrder | None, strawberry.argument(description="Order of the list; the newest year first, then title, if null.")
]
ResearcherOrderBy = Annotated[
    ResearcherOrder | None, strawberry.argument(description="Order of the list; most works first, then name, if null.")
]
EntityOrderBy = Annotated[
    EntityOrder | None, strawberry.argument(description="Order of the list; most works first, then name, if null.")
]


def listing(info: Info, order: Order, given: filters.AnyFilter | None, arguments: PageArguments) -> Listing:
    """Return what the arguments of a list ask for."""
    return Listing(order, arguments, filters.where(given), selected_of_list(info))


def works_field(list_: NestedList[Edge[WorkRecord]], description: str) -> Any:
    """Return the field of an entity that pages through `list_`."""

    @pages_of(list_, work_order)
    async def works(
        root: strawberry.Parent[EntityRecord],
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Works = None,
        order_by: WorkOrderBy = None,
    ) -> Works:
        asked = listing(info, work_order(order_by), filter, PageArguments(first, after, last, before))
        return cast("Works", await nested(info.context, list_, root, asked))

    return strawberry.field(works, description=description)


def researchers_field(list_: NestedList[Edge[ResearcherRecord]], description: str) -> Any:
    """Return the field of an entity that pages through `list_`."""

    @pages_of(list_, researcher_order)
    async def researchers(
        root: strawberry.Parent[EntityRecord],
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Researchers = None,
        order_by: ResearcherOrderBy = None,
    ) -> Researchers:
        asked = listing(info, researcher_order(order_by), filter, PageArguments(first, after, last, before))
        return cast("Researchers", await nested(info.context, list_, root, asked))

    return strawberry.field(researchers, description=description)


def topics_field(list_: NestedList[Edge[TopicRecord]], description: str) -> Any:
    """Return the field of an entity that pages through `list_`."""

    @pages_of(list_, entity_order)
    async def topics(
        root: strawberry.Parent[EntityRecord],
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Topics = None,
        order_by: EntityOrderBy = None,
    ) -> Topics:
        asked = listing(info, entity_order(order_by), filter, PageArguments(first, after, last, before))
        return cast("Topics", await nested(info.context, list_, root, asked))

    return strawberry.field(topics, description=description)


def institutions_field(list_: NestedList[Edge[InstitutionRecord]], description: str) -> Any:
    """Return the field of an entity that pages through `list_`."""

    @pages_of(list_, entity_order)
    async def institutions(
        root: strawberry.Parent[EntityRecord],
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: filters.Institutions = None,
        order_by: EntityOrderBy = None,
    ) -> Institutions:
        asked = listing(info, entity_order(order_by), filter, PageArguments(first, after, last, before))
        return cast("Institutions", await nested(info.context, list_, root, asked))

    return strawberry.field(institutions, description=description)

"""Orders of lists, as GitHub shapes them: a field and a direction."""

from enum import StrEnum

import strawberry

from graphdb import orders
from graphdb.keyset import Order


class Direction(StrEnum):
    """Up or down."""

    ASC = "ASC"
    DESC = "DESC"


OrderDirection = strawberry.enum(Direction, name="OrderDirection", description="Which end of a list comes first.")
WorkOrderField = strawberry.enum(
    orders.WorkOrderField,
    description="What works can be ordered by. Ties go by title, by code point, then by id, both ascending. RELEVANCE "
    "goes with `text` in the filter: Lucene's score for the words, times 1 + 0.5 log10(1 + citationCount).",
)
ResearcherOrderField = strawberry.enum(
    orders.ResearcherOrderField,
    description="What researchers can be ordered by. Ties go by name, by code point, then by id, both ascending.",
)
EntityOrderField = strawberry.enum(
    orders.EntityOrderField,
    description="What topics, institutions and sources can be ordered by. "
    "Ties go by name, by code point, then by id, both ascending.",
)

DIRECTION = "Ascending or descending; ties ascend either way."


@strawberry.input(description="An order of works. Works without a year count as of the year 0.")
class WorkOrder:
    """Field and direction."""

    field: orders.WorkOrderField = strawberry.field(description="What to order by.")
    direction: Direction = strawberry.field(description=DIRECTION)


@strawberry.input(description="An order of researchers.")
class ResearcherOrder:
    """Field and direction."""

    field: orders.ResearcherOrderField = strawberry.field(description="What to order by.")
    direction: Direction = strawberry.field(description=DIRECTION)


@strawberry.input(description="An order of topics, institutions or sources.")
class EntityOrder:
    """Field and direction."""

    field: orders.EntityOrderField = strawberry.field(description="What to order by.")
    direction: Direction = strawberry.field(description=DIRECTION)


def work_order(order: WorkOrder | None) -> Order:
    """The newest year first unless said otherwise."""
    return orders.work_order(order.field, order.direction is Direction.DESC) if order else orders.work_order()


def researcher_order(order: ResearcherOrder | None) -> Order:
    """Those with most works first unless said otherwise."""
    if order is None:
        return orders.researcher_order()
    return orders.researcher_order(order.field, order.direction is Direction.DESC)


def entity_order(order: EntityOrder | None) -> Order:
    """Those with most works first unless said otherwise."""
    return orders.entity_order(order.field, order.direction is Direction.DESC) if order else orders.entity_order()

"""Works of a list, counted by what they share."""

from typing import Any, cast

import strawberry
from strawberry.scalars import JSON

from graphdb import facets
from graphdb.facets import GroupValue, WorkDimension
from graphdb.pages import Page
from resolvers import facets as resolve
from schema.fields import field
from schema.node import Info, Node

strawberry.enum(
    WorkDimension,
    description="What works can be counted by. A work without a year, topic, … is in no facet; one with several "
    "topics, institutions, sources, countries or authors is in several. Institutions and countries are those that the "
    "work names for its authors.",
)
_CONDITIONS = {
    WorkDimension.TYPE: "types",
    WorkDimension.TOPIC: "topics",
    WorkDimension.INSTITUTION: "institutions",
    WorkDimension.SOURCE: "sources",
    WorkDimension.COUNTRY: "countries",
    WorkDimension.AUTHOR: "authors",
}


@strawberry.type(description="What the works of a group share in one dimension.")
class SharedValue:
    """Read from a `GroupValue`."""

    dimension: WorkDimension = strawberry.field(description="The dimension.")
    value: str = strawberry.field(description="An id, a country's code, a type or a year.")
    label: str = strawberry.field(description="The name of the entity; for the rest the value.")

    @field("The topic, institution, source or author; null for a year, a type or a country.")
    async def entity(self, info: Info) -> Node | None:
        value = cast("GroupValue", cast("object", self))
        return cast("Node | None", cast("object", await resolve.entity(info.context, value)))


@strawberry.type(description="The works of a list that share a value.")
class Facet:
    """Made from a `graphdb.facets.Group` of one dimension."""

    shared: strawberry.Private[GroupValue]
    value: str = strawberry.field(description="An id, a country's code, a type or a year.")
    label: str = strawberry.field(description="The name of the entity; for the rest the value.")
    count: int = strawberry.field(description="Works: the `totalCount` of the list under `filter` as well.")
    filter: JSON = strawberry.field(
        description="The `WorkFilter` of these works among all, ready to be a variable; combine it by `and`."
    )

    @field("The topic, institution, source or author; null for a year, a type or a country.")
    async def entity(self, info: Info) -> Node | None:
        return cast("Node | None", cast("object", await resolve.entity(info.context, self.shared)))


@strawberry.type(description="The works of a list that share a value in each of some dimensions.")
class Group:
    """Made from a `graphdb.facets.Group`."""

    values: list[SharedValue] = strawberry.field(description="What they share, in the order of `by`.")
    count: int = strawberry.field(description="Works: the `totalCount` of the list under `filter` as well.")
    filter: JSON = strawberry.field(
        description="The `WorkFilter` of these works among all, ready to be a variable; combine it by `and`."
    )


async def facets_of(info: Info, page: Page[Any], by: WorkDimension, first: int) -> list[Facet]:
    """Return the facets of the list that `page` is of, the largest first, then by label."""
    found = await _groups(info, page, [by], first)
    return [
        Facet(shared=value, value=value.value, label=value.label, count=group.count, filter=_filter(group))
        for group in found
        for value in group.values
    ]


async def groups_of(info: Info, page: Page[Any], by: list[WorkDimension], first: int) -> list[Group]:
    """Return the groups of the list that `page` is of, the largest first, then by their labels."""
    return [
        Group(values=cast("list[SharedValue]", list(group.values)), count=group.count, filter=_filter(group))
        for group in await _groups(info, page, by, first)
    ]


async def _groups(info: Info, page: Page[Any], by: list[WorkDimension], first: int) -> list[facets.Group]:
    if page.extent is None:
        raise TypeError("this list of works says nothing of its extent")
    return await resolve.groups(info.context, page.extent, by, first)


def _filter(group: facets.Group) -> JSON:
    conditions: dict[str, object] = {}
    for value in group.values:
        if value.dimension is WorkDimension.YEAR:
            conditions["year"] = {"gte": int(value.value), "lte": int(value.value)}
        else:
            conditions[_CONDITIONS[value.dimension]] = [value.value]
    return JSON(conditions)

"""Works of a list, counted by their dimensions."""

from collections.abc import Sequence

from graphdb.extent import Extent
from graphdb.facets import MAX_DIMENSIONS, Group, GroupsKey, GroupValue, WorkDimension
from graphdb.ids import kind_of
from graphdb.keyset import MAX_NESTED_PAGE, BadBoundError
from graphdb.records.kinds import Entity
from resolvers.context import RequestContext
from resolvers.loaders.entities import EntityName

_OF_ENTITIES = {WorkDimension.TOPIC, WorkDimension.INSTITUTION, WorkDimension.SOURCE, WorkDimension.AUTHOR}


async def groups(
    context: RequestContext, extent: Extent, dimensions: Sequence[WorkDimension], first: int
) -> list[Group]:
    """Return the largest groups of the works of a list, by what they share in all of `dimensions`.

    Raises `BadBoundError`.
    """
    if not 1 <= len(dimensions) <= MAX_DIMENSIONS or len(set(dimensions)) < len(dimensions):
        raise BadBoundError(f"`by` may hold 1 to {MAX_DIMENSIONS} dimensions, none of them twice.")
    if not 1 <= first <= MAX_NESTED_PAGE:
        raise BadBoundError(f"`first` must be from 1 to {MAX_NESTED_PAGE}, not {first}.", "Filter the list for more.")
    key = GroupsKey(extent, tuple(dimensions), first)
    found: list[Group] = await context.loaders.groups_by_list.load(key)
    return found


async def entity(context: RequestContext, value: GroupValue) -> Entity | None:
    """Return the entity that a value is the id of; None where it is a year, a type or a country."""
    kind = kind_of(value.value) if value.dimension in _OF_ENTITIES else None
    return await context.loaders.entity_by_name.load(EntityName(kind, "id", value.value)) if kind else None

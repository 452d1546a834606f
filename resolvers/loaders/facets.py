"""Works of lists, counted by their dimensions."""

from collections.abc import Sequence
from typing import Any

from aiodataloader import DataLoader

from graphdb.facets import Group, GroupsKey, WorkDimension, groups
from graphdb.filters.compile import Filter
from graphdb.graph import Graph
from graphdb.nested_list import NestedList
from resolvers.loaders.batching import grouped

Shape = tuple[NestedList[Any] | None, Filter | None, tuple[WorkDimension, ...], int]


def groups_by_list(graph: Graph) -> DataLoader[GroupsKey, list[Group]]:
    """Return a loader of the groups of works of lists, with one call for all lists of one field and its arguments."""

    async def load(_shape: Shape, keys: list[GroupsKey]) -> Sequence[list[Group]]:
        return await groups(graph, keys)

    return grouped(lambda key: (key.extent.list, key.extent.filter, key.dimensions, key.first), load)

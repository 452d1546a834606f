"""Pages of the lists that hang on entities."""

from collections.abc import Sequence
from typing import Any

from aiodataloader import DataLoader

from graphdb.filters.compile import Filter
from graphdb.graph import Graph
from graphdb.keyset import Order
from graphdb.lists import ListKey, list_pages
from graphdb.nested_list import NestedList
from graphdb.pages import Page, TruncatedPage
from graphdb.researcher import CollaborationEdge
from graphdb.second_degree import SecondDegreeKey, second_degree_pages
from resolvers.loaders.batching import grouped

Shape = tuple[NestedList[Any], Order, bool, int, bool, Filter | None, int]
"""What keys of one call agree in: list, order, direction, size, whether there is a start, filter, selection."""


def page_by_parent(graph: Graph) -> DataLoader[ListKey[Any], Page[Any]]:
    """Return a loader of pages of all lists, with one call per list and shape of page."""

    async def load(_shape: Shape, keys: list[ListKey[Any]]) -> Sequence[Page[Any]]:
        return await list_pages(graph, keys)

    return grouped(_shape, load)


def second_degree_page(graph: Graph) -> DataLoader[SecondDegreeKey, TruncatedPage[CollaborationEdge]]:
    """Return a loader of pages of collaborators' collaborators, with one call per shape of page."""

    async def load(
        _shape: tuple[bool, int, bool], keys: list[SecondDegreeKey]
    ) -> Sequence[TruncatedPage[CollaborationEdge]]:
        return await second_degree_pages(graph, keys)

    return grouped(lambda key: (key.request.backward, key.request.size, key.request.start is not None), load)


def _shape(key: ListKey[Any]) -> Shape:
    request = key.request
    # Selections that are equal are one object.
    selected = id(key.selected)
    return key.list, request.order, request.backward, request.size, request.start is not None, key.filter, selected

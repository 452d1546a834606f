"""Works that are linked to given works."""

from collections.abc import Sequence
from typing import Any

from aiodataloader import DataLoader

from graphdb.graph import Graph
from graphdb.related_works.read import RelatedKey, RelatedWorks, related_pages
from graphdb.related_works.records import RelatedPage
from resolvers.loaders.batching import grouped

Shape = tuple[RelatedWorks[Any], frozenset[str], int, int, bool]
"""What keys of one call agree in: list, methods, number of seeds, size, and whether there is a start."""


def related_page_by_seeds(graph: Graph) -> DataLoader[RelatedKey[Any], RelatedPage[Any] | None]:
    """Return a loader of pages of related works, with one call per list and shape of page."""

    async def load(_shape: Shape, keys: list[RelatedKey[Any]]) -> Sequence[RelatedPage[Any] | None]:
        return await related_pages(graph, keys)

    return grouped(_shape, load)


def _shape(key: RelatedKey[Any]) -> Shape:
    return key.list, key.methods, len(key.seeds), key.request.size, key.request.start is not None

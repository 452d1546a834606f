"""Works that two people wrote together."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiodataloader import DataLoader

from graphdb.graph import Graph
from graphdb.records import WorkRecord
from graphdb.research_graph.shared_works import shared_works
from resolvers.loaders.batching import grouped


@dataclass(frozen=True, slots=True)
class SharedWorks:
    """What is asked of a pair."""

    one: str
    """Id of a researcher."""
    other: str
    """Id of another."""
    first: int
    """How many works at most."""


def shared_works_by_pair(graph: Graph) -> DataLoader[SharedWorks, list[WorkRecord]]:
    """Return a loader of the works of pairs, with one call for all pairs of which equally many are asked for."""

    async def load(first: int, keys: list[SharedWorks]) -> Sequence[list[WorkRecord]]:
        return await shared_works(graph, [(key.one, key.other) for key in keys], first)

    return grouped(lambda key: key.first, load)

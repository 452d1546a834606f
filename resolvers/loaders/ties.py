"""How accounts stand to entities."""

from functools import partial

from aiodataloader import DataLoader

from graphdb.accounts.ties import Tie, ties
from graphdb.graph import Graph
from resolvers.loaders.batching import grouped


def tie_by_ends(graph: Graph) -> DataLoader[tuple[str, str], Tie]:
    """Return a loader by the ids of an account and of an entity, with one call per account."""
    read = partial(ties, graph)

    async def load(account: str, ends: list[tuple[str, str]]) -> list[Tie]:
        return await read(account, [entity for _, entity in ends])

    return grouped(lambda ends: ends[0], load)

"""How accounts stand to the people behind author records."""

from aiodataloader import DataLoader

from graphdb.collaboration.standing import Standing, standings
from graphdb.graph import Graph
from resolvers.loaders.batching import grouped


def standing_by_ends(graph: Graph) -> DataLoader[tuple[str, str], Standing | None]:
    """Return a loader by the ids of an account and of a researcher, with one call per account."""

    async def load(account: str, ends: list[tuple[str, str]]) -> list[Standing | None]:
        return await standings(graph, account, [researcher for _, researcher in ends])

    return grouped(lambda ends: ends[0], load)

"""Entities by name, and what is known of entities of any kind."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aiodataloader import DataLoader

from graphdb.fact import Fact, facts
from graphdb.graph import Graph
from graphdb.named import entities_by_name
from graphdb.records.kinds import Entity
from graphdb.selection import WHOLE, Selection
from resolvers.loaders.batching import grouped


@dataclass(frozen=True, slots=True)
class EntityName:
    """A name of an entity."""

    kind: str
    """Label: Researcher, Work, Topic, Institution or Source."""
    scheme: str
    """`id`, `slug`, or the scheme of an identifier."""
    value: str
    """In the normal form of the scheme."""
    selection: Selection = field(default=WHOLE, hash=False)
    """What is read of it."""


def entity_by_name(graph: Graph) -> DataLoader[EntityName, Entity | None]:
    """Return a loader of entities by their names, with one call per kind of entity and selection of it."""

    async def load(_group: tuple[str, int], names: list[EntityName]) -> Sequence[Entity | None]:
        pairs = [(name.scheme, name.value) for name in names]
        return await entities_by_name(graph, names[0].kind, pairs, names[0].selection)

    # Selections that are equal are one object.
    return grouped(lambda name: (name.kind, id(name.selection)), load)


def fact_by_id(graph: Graph) -> DataLoader[tuple[Fact[Any], str], Any]:
    """Return a loader of what is known of entities, with one call per fact."""

    async def load(fact: Fact[Any], keys: list[tuple[Fact[Any], str]]) -> Sequence[Any]:
        return await facts(graph, fact, [id_ for _, id_ in keys])

    return grouped(lambda key: key[0], load)

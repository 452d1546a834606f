"""Entities by name, and what is known of entities of any kind."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from aiodataloader import DataLoader

from graphdb.entities import Entity, entities_by_name
from graphdb.graph import Graph
from graphdb.ids import kind_of
from resolvers.loaders.batching import grouped

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class EntityName:
    """A name of an entity."""

    kind: str
    """Label: Researcher, Work, Topic, Institution or Source."""
    scheme: str
    """`id`, `slug`, or the scheme of an identifier."""
    value: str
    """In the normal form of the scheme."""


def entity_by_name(graph: Graph) -> DataLoader[EntityName, Entity | None]:
    """Return a loader of entities by their names, with one call per kind of entity."""

    async def load(kind: str, names: list[EntityName]) -> Sequence[Entity | None]:
        return await entities_by_name(graph, kind, [(name.scheme, name.value) for name in names])

    return grouped(lambda name: name.kind, load)


def fact_by_id(graph: Graph, read: Callable[[Graph, str, Sequence[str]], Awaitable[list[V]]]) -> DataLoader[str, V]:
    """Return a loader of what `read` says of entities by id, with one call per kind of entity."""
    return grouped(_kind, partial(read, graph))


def _kind(id_: str) -> str:
    kind = kind_of(id_)
    if kind is None:
        raise ValueError(f"{id_!r} is the id of nothing that the graph knows")
    return kind

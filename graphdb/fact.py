"""What is known of an entity beside its properties and its lists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, LiteralString, TypeVar

from graphdb.graph import Graph

V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class Fact(Generic[V]):
    """One thing that can be known of each entity of a kind; a constant, and equal to itself alone."""

    label: LiteralString
    """Of the entities."""
    cypher: LiteralString
    """Clauses over the entity `p` that give one row, with a list as its column `fact`; they may call nothing `p`, and
    not bind `q`."""
    read: Callable[[Sequence[Any]], V]
    """Makes the fact of the list; of an empty one, where nothing is known."""
    long: bool = False
    """To read it is dear for entities that have very many edges: where they are rows of a list it is read apart."""


@lru_cache(maxsize=64)
def facts_cypher(fact: Fact[Any]) -> LiteralString:
    """Return the text that reads a fact of the entities whose ids are the parameter `ids`."""
    return f"""
UNWIND range(0, size($ids) - 1) AS i
MATCH (p:{fact.label} {{id: $ids[i]}})
CALL (p) {{
{fact.cypher}
}}
RETURN i, fact
"""


async def facts(graph: Graph, fact: Fact[V], ids: Sequence[str]) -> list[V]:
    """Return the fact of each entity, in one Cypher call; of what is no entity of the kind nothing is known."""
    found = [fact.read([]) for _ in ids]
    for i, value in await graph.read(facts_cypher(fact), ids=list(ids)):
        found[i] = fact.read(value)
    return found

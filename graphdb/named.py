"""Entities by their names: id, slug, or what an authority calls them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import LiteralString

from graphdb.graph import Graph
from graphdb.records.kinds import Entity
from graphdb.selected import entity_cypher, entity_reader, page_sizes
from graphdb.selection import WHOLE, Selection

_KINDS: dict[str, tuple[LiteralString, LiteralString]] = {
    "Researcher": ("Researcher", "slug:researcher"),
    "Work": ("Work", "slug:work"),
    "Topic": ("Topic", "slug:topic"),
    "Institution": ("Institution", "slug:institution"),
    "Source": ("Source", "slug:source"),
}
"""Labels, and the schemes of their old slugs."""


@lru_cache(maxsize=1024)
def by_name_cypher(kind: str, selection: Selection = WHOLE) -> LiteralString:
    """Return the text that reads the entities of a kind that names stand for.

    Parameters: names, a list of pairs of scheme and value, and `page_sizes` of the selection. A row per name of
    something: its place in `names`, and the row of `entity_reader`.
    """
    label, alias = _KINDS[kind]
    clauses, row = entity_cypher(kind, selection, ("i", "n"))
    return f"""
UNWIND range(0, size($names) - 1) AS i
WITH i, $names[i][0] AS scheme, $names[i][1] AS value
CALL (scheme, value) {{
  WITH scheme, value WHERE scheme = 'id'
  MATCH (n:{label} {{id: value}}) RETURN n, 0 AS rank
  UNION
  WITH scheme, value WHERE scheme = 'slug'
  MATCH (n:{label} {{slug: value}}) RETURN n, 0 AS rank
  UNION
  WITH CASE scheme WHEN 'slug' THEN '{alias}' ELSE scheme END AS alias, value
  MATCH (:Identifier {{scheme: alias, value: value}})-[:IDENTIFIES]->(n:{label}) RETURN n, 1 AS rank
}}
WITH i, n ORDER BY i, rank, n.id
WITH i, head(collect(n)) AS n
{clauses}RETURN i, {row}
"""


async def entities_by_name(
    graph: Graph, kind: str, names: Sequence[tuple[str, str]], selection: Selection = WHOLE
) -> list[Entity | None]:
    """Return what each of `names`, pairs of scheme and value, names among the entities of `kind`, in one Cypher call.

    Current names come before old ones: a slug that was given away names who has it now.
    """
    found: list[Entity | None] = [None] * len(names)
    read = entity_reader(kind, selection)
    sizes = page_sizes(selection)
    for i, row in await graph.read(by_name_cypher(kind, selection), names=[list(name) for name in names], **sizes):
        found[i] = read(row)
    return found

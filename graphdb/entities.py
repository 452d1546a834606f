"""Entities of any kind by their ids and other names; what was merged or renamed still answers."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, LiteralString

from graphdb.errors import GraphError
from graphdb.graph import Graph
from graphdb.ids import KIND_OF_PREFIX, kind_of
from graphdb.records.institution import INSTITUTION
from graphdb.records.kinds import RECORDS, Entity
from graphdb.records.researcher import RESEARCHER
from graphdb.records.source import SOURCE
from graphdb.records.topic import TOPIC
from graphdb.records.work import WORK

_POSSIBLE_ID = re.compile(r"[rwtis]_[a-z2-7]{16}", re.ASCII)


class BadIdError(GraphError):
    """The text cannot be the id of anything, or of anything of the kind that is meant."""

    def __init__(self, id_: str, kind: str | None = None) -> None:
        shown = id_ if len(id_) <= 40 else id_[:40] + "…"
        article = "an" if kind == "Institution" else "a"
        super().__init__(
            f"{shown!r} is not {f'the id of {article} {kind.lower()}' if kind else 'an id'}.",
            "Ids are `r_`, `w_`, `t_`, `i_` or `s_` and 16 characters, as `id` fields give them.",
        )


def check_id(id_: str, kind: str | None = None) -> str:
    """Return `id_` if it can be the id of an entity, of `kind` if that is given; raises `BadIdError` otherwise."""
    if not _POSSIBLE_ID.fullmatch(id_):
        raise BadIdError(id_)
    if kind is not None and kind_of(id_) != kind:
        raise BadIdError(id_, kind)
    return id_


PROJECTION: LiteralString = (
    f"CASE WHEN n:Researcher THEN {RESEARCHER} WHEN n:Work THEN {WORK} WHEN n:Topic THEN {TOPIC} "
    f"WHEN n:Institution THEN {INSTITUTION} ELSE {SOURCE} END"
)
"""Map projection of the node `n`, of any kind; `entity` makes a record of it."""


def entity(properties: Mapping[str, Any]) -> Entity:
    """Return the record of a map projection of any kind; the id's prefix says which."""
    record, _ = RECORDS[KIND_OF_PREFIX[properties["id"][:2]]]
    return record(**properties)


NODES_BY_ID: LiteralString = f"""
CALL () {{
  UNWIND $Researcher AS id MATCH (n:Researcher {{id: id}}) RETURN id, {RESEARCHER} AS record
  UNION ALL
  UNWIND $Work AS id MATCH (n:Work {{id: id}}) RETURN id, {WORK} AS record
  UNION ALL
  UNWIND $Topic AS id MATCH (n:Topic {{id: id}}) RETURN id, {TOPIC} AS record
  UNION ALL
  UNWIND $Institution AS id MATCH (n:Institution {{id: id}}) RETURN id, {INSTITUTION} AS record
  UNION ALL
  UNWIND $Source AS id MATCH (n:Source {{id: id}}) RETURN id, {SOURCE} AS record
}}
RETURN id, record
"""

CURRENT_IDS: LiteralString = """
UNWIND $ids AS old
MATCH (:Identifier {scheme: 'id', value: old})-[:IDENTIFIES]->(n:Researcher|Work|Topic|Institution|Source)
RETURN old, n.id
"""


async def nodes_by_id(graph: Graph, ids: Collection[str]) -> dict[str, Entity]:
    """Return the entities that `ids` name, by the id asked for; unknown and impossible ids are left out.

    An id that a merge made an alias gives the entity it is part of now. One Cypher call, three where an id is an alias.
    """
    found = await _current_nodes(graph, ids)
    missing = [id_ for id_ in ids if id_ not in found and _POSSIBLE_ID.fullmatch(id_)]
    if missing:
        current = dict(await graph.read(CURRENT_IDS, ids=missing))
        if current:
            merged = await _current_nodes(graph, set(current.values()))
            found |= {old: merged[id_] for old, id_ in current.items() if id_ in merged}
    return found


async def _current_nodes(graph: Graph, ids: Iterable[str]) -> dict[str, Entity]:
    by_kind: dict[str, list[str]] = {kind: [] for kind in RECORDS}
    for id_ in ids:
        if (kind := kind_of(id_)) is not None:
            by_kind[kind].append(id_)
    if not any(by_kind.values()):
        return {}
    return {id_: entity(record) for id_, record in await graph.read(NODES_BY_ID, **by_kind)}

"""Nodes of the graph as rows: how they are found by id, and what a slice or a path shows of each."""

from collections import defaultdict
from collections.abc import Iterable
from typing import LiteralString

from graphdb.ids import kind_of
from graphdb.research_graph.paths import LABELS, PATHS_FROM
from graphdb.research_graph.records import EntityKind

ENTITY_LABELS: LiteralString = "Researcher|Work|Topic|Institution|Source"

_SHOWN: dict[EntityKind, LiteralString] = {
    EntityKind.RESEARCHER: "n.name, n.role, null",
    EntityKind.WORK: "n.plainTitle, n.type, n.year",
    EntityKind.TOPIC: "n.name, n.scheme, n.code",
    EntityKind.INSTITUTION: "n.name, n.city, n.country",
    EntityKind.SOURCE: "n.name, n.kind, null",
}


def _row(kind: EntityKind) -> LiteralString:
    degrees: LiteralString = ", ".join([path.degree for path in PATHS_FROM[kind]])
    return f"WHEN n:{LABELS[kind]} THEN [n.id, {_SHOWN[kind]}, coalesce(n.worksCount, n.citationCount, 0), [{degrees}]]"


_CASES: LiteralString = "\n    ".join([_row(kind) for kind in LABELS])
NODE_ROW: LiteralString = f"""CASE
    {_CASES}
  END"""
"""The node `n` as `assembly.node_record` reads it: id, label, two more properties, weight, degrees of its paths."""


def nodes_by_id(by_label: LiteralString, ids: LiteralString) -> LiteralString:
    """Return the branches of a UNION ALL that give pairs of an id asked for and its node `n`.

    `by_label` is a map parameter of lists of ids, as `ids_by_label` makes it; `ids` a parameter with all of them, which
    may be old ones.
    """
    current: list[LiteralString] = [
        f"UNWIND {by_label}.{label} AS id MATCH (n:{label} {{id: id}}) RETURN id, n" for label in LABELS.values()
    ]
    old: LiteralString = (
        f"UNWIND {ids} AS id MATCH (:Identifier {{scheme: 'id', value: id}})-[:IDENTIFIES]->(n) RETURN id, n"
    )
    return "\n  UNION ALL\n  ".join([*current, old])


def ids_by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    """Return `ids` by the label that their prefix stands for, in their order; every label has a list."""
    found: defaultdict[str | None, list[str]] = defaultdict(list)
    for id_ in ids:
        found[kind_of(id_)].append(id_)
    return {label: found[label] for label in LABELS.values()}

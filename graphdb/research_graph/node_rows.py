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


def edges_among(nodes: LiteralString, kinds: LiteralString) -> LiteralString:
    """Return a Cypher expression for the edges among the list `nodes`, as `assembly.edge_records` reads them.

    `kinds` is a parameter with the kinds that are wanted. Edges are read from the end that has few of them: authorships
    from the work, the others from where they start.
    """
    return f"""COLLECT {{
    UNWIND CASE WHEN 'AUTHORED' IN {kinds} THEN {nodes} ELSE [] END AS n
    WITH n WHERE n:Work
    MATCH (n)<-[e:AUTHORED]-(far) WHERE far IN {nodes}
    RETURN [type(e), far.id, n.id, 1.0 / e.position]
  }} + COLLECT {{
    UNWIND {nodes} AS n
    MATCH (n)-[e:CITES|ABOUT|AFFILIATED_WITH|PUBLISHED_IN|COLLABORATED_WITH|BROADER|PART_OF]->(far)
    WHERE far IN {nodes} AND type(e) IN {kinds}
    RETURN [type(e), n.id, far.id, coalesce(e.weight, e.score, e.works)]
  }}"""


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

"""From the rows of the traversal to the slice: what is shown, what is left out, in what order."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphdb.ids import KIND_OF_PREFIX
from graphdb.research_graph.paths import PATHS_FROM, Path
from graphdb.research_graph.records import (
    EdgeDirection,
    EdgeKind,
    EntityKind,
    ExpandableRecord,
    GraphEdgeRecord,
    GraphNodeRecord,
    GraphSliceRecord,
    KindCountRecord,
    TruncationRecord,
)
from graphdb.research_graph.request import SliceRequest

_KINDS = list(EntityKind)
_EDGE_ORDER = {kind: i for i, kind in enumerate(EdgeKind)}


@dataclass(frozen=True, slots=True)
class SliceRows:
    """What the traversal returns."""

    seeds: list[list[str]]
    """Pairs of the id asked for and the current one."""
    sizes: list[int]
    """Nodes of each ring, from the seeds outwards."""
    nodes: list[list[Any]]
    """Ring by ring: id, label, two more properties, weight, the degrees of the kind's paths."""
    edges: list[list[Any]]
    """One for each edge of the graph: kind, id of the start, id of the end, weight or None."""


def assemble(request: SliceRequest, rows: SliceRows) -> GraphSliceRecord:
    """Return the slice that `rows` are the material of."""
    shown = shown_edges(rows.edges)
    nodes: list[GraphNodeRecord] = []
    truncated: dict[str, list[TruncationRecord]] = {}
    position = 0
    for depth, size in enumerate(rows.sizes):
        for row in rows.nodes[position : position + size]:
            followed = [f for f in followed_paths(row, shown) if request.follows(f.path)]
            nodes.append(node_record(row, depth, followed))
            if depth < request.depth:
                truncated[row[0]] = [
                    TruncationRecord(
                        row[0], f.path.edge, f.path.direction, f.shown, f.degree, request.total_is_exact(f.path)
                    )
                    for f in followed
                    if f.shown < f.degree
                ]
        position += size
    nodes.sort(key=lambda node: (node.depth, -node.weight, node.id))
    counts = Counter(node.kind for node in nodes)
    seeds = _current(request.seeds, rows.seeds)
    found = list(dict.fromkeys(seeds.values()))
    return GraphSliceRecord(
        id=request.id_with(found),
        nodes=nodes,
        edges=edge_records(rows.edges),
        truncated=[truncation for node in nodes for truncation in truncated.get(node.id, ())],
        counts=[KindCountRecord(kind, counts[kind]) for kind in _KINDS if counts[kind]],
        seeds=found,
        missing=[id_ for id_ in request.seeds if id_ not in seeds],
    )


@dataclass(frozen=True, slots=True)
class Followed:
    """The edges of a node along one path."""

    path: Path
    shown: int
    """How many of them are shown."""
    degree: int
    """How many there are."""


def followed_paths(row: list[Any], shown: Mapping[tuple[str, EdgeKind, EdgeDirection], int]) -> list[Followed]:
    """Return for each path of the node in `row` how many of its edges there are, and how many `shown` counts."""
    return [
        Followed(path, shown.get((row[0], path.edge, path.direction), 0), degree)
        for path, degree in zip(PATHS_FROM[_kind(row[0])], row[5], strict=True)
    ]


def _kind(id_: str) -> EntityKind:
    return EntityKind(KIND_OF_PREFIX[id_[:2]].upper())


def _current(asked: Iterable[str], pairs: list[list[str]]) -> dict[str, str]:
    """The current id of each seed that was found, in the order asked for."""
    # An id may be in use again that a merge once made an alias: who has it now comes last, and so wins.
    known = dict(sorted(pairs, key=lambda pair: pair[0] == pair[1]))
    return {id_: known[id_] for id_ in asked if id_ in known}


def shown_edges(edges: Iterable[list[Any]]) -> Counter[tuple[str, EdgeKind, EdgeDirection]]:
    """Count how many of `edges` each node has, by kind and direction."""
    shown: Counter[tuple[str, EdgeKind, EdgeDirection]] = Counter()
    for kind, source, target, _ in edges:
        edge = EdgeKind(kind)
        if edge is EdgeKind.COLLABORATED_WITH:
            shown[source, edge, EdgeDirection.BOTH] += 1
            shown[target, edge, EdgeDirection.BOTH] += 1
        else:
            shown[source, edge, EdgeDirection.OUT] += 1
            shown[target, edge, EdgeDirection.IN] += 1
    return shown


def node_record(row: list[Any], depth: int, followed: Iterable[Followed]) -> GraphNodeRecord:
    """Return the node of `row`, of whose edges those along the `followed` paths count."""
    id_, label, first, second, weight, _ = row
    kind = _kind(id_)
    remaining: Counter[EdgeKind] = Counter()
    degree = 0
    for f in followed:
        remaining[f.path.edge] += f.degree - f.shown
        degree += f.degree
    return GraphNodeRecord(
        id=id_,
        kind=kind,
        label=label,
        subtitle=_subtitle(kind, first, second, weight),
        depth=depth,
        weight=float(weight),
        degree=degree,
        expandable=[ExpandableRecord(edge, left) for edge, left in remaining.items() if left],
    )


def _subtitle(kind: EntityKind, first: str | None, second: str | int | None, weight: int) -> str | None:
    if kind is EntityKind.RESEARCHER:
        return first or ("1 work" if weight == 1 else f"{weight} works")
    separator = " " if kind is EntityKind.TOPIC else ", "
    return separator.join(str(part) for part in (first, second) if part) or None


def edge_records(rows: Iterable[list[Any]]) -> list[GraphEdgeRecord]:
    """Return one edge for each kind and pair of ends, with the greatest weight that any source gives."""
    weights: dict[tuple[EdgeKind, str, str], float] = {}
    for kind, source, target, weight in rows:
        key = EdgeKind(kind), source, target
        known = 1.0 if weight is None else float(weight)
        weights[key] = max(known, weights.get(key, known))
    return [
        GraphEdgeRecord(f"{kind}:{source}:{target}", source, target, kind, weight)
        for (kind, source, target), weight in sorted(
            weights.items(), key=lambda item: (_EDGE_ORDER[item[0][0]], item[0][1], item[0][2])
        )
    ]

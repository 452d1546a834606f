"""From the rows of the traversal to the slice: what is shown, what is left out, in what order."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphdb.ids import KIND_OF_PREFIX
from graphdb.research_graph.paths import PATHS, PATHS_FROM, Path
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

# A slice has thousands of rows: members are looked up in what is made once, for calling an enumeration is dear.
_KIND_OF = {prefix: EntityKind(kind.upper()) for prefix, kind in KIND_OF_PREFIX.items()}
_EDGE_KINDS = list(EdgeKind)
_EDGE_ORDER = {kind.value: i for i, kind in enumerate(_EDGE_KINDS)}
_COLLABORATED_WITH = EdgeKind.COLLABORATED_WITH
_OUT, _IN, _BOTH = EdgeDirection


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
    names = {path.name for path in PATHS if request.follows(path)}
    nodes: list[GraphNodeRecord] = []
    truncated: dict[str, list[TruncationRecord]] = {}
    position = 0
    for depth, size in enumerate(rows.sizes):
        for row in rows.nodes[position : position + size]:
            followed = followed_paths(row, shown, names)
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
        counts=[KindCountRecord(kind, counts[kind]) for kind in EntityKind if counts[kind]],
        seeds=found,
        missing=[id_ for id_ in request.seeds if id_ not in seeds],
    )


class Followed(NamedTuple):
    """The edges of a node along one path."""

    path: Path
    shown: int
    """How many of them are shown."""
    degree: int
    """How many there are."""


def followed_paths(
    row: list[Any], shown: Mapping[tuple[str, EdgeKind, EdgeDirection], int], names: Collection[str] | None = None
) -> list[Followed]:
    """Return for each path of the node in `row` how many of its edges there are, and how many `shown` counts.

    Of the paths that have one of `names`; of all where that is None.
    """
    id_ = row[0]
    return [
        Followed(path, shown.get((id_, path.edge, path.direction), 0), degree)
        for path, degree in zip(PATHS_FROM[_KIND_OF[id_[:2]]], row[5], strict=True)
        if names is None or path.name in names
    ]


def _current(asked: Iterable[str], pairs: list[list[str]]) -> dict[str, str]:
    """The current id of each seed that was found, in the order asked for."""
    # An id may be in use again that a merge once made an alias: who has it now comes last, and so wins.
    known = dict(sorted(pairs, key=lambda pair: pair[0] == pair[1]))
    return {id_: known[id_] for id_ in asked if id_ in known}


def shown_edges(edges: Iterable[list[Any]]) -> Counter[tuple[str, EdgeKind, EdgeDirection]]:
    """Count how many of `edges` each node has, by kind and direction."""
    shown: Counter[tuple[str, EdgeKind, EdgeDirection]] = Counter()
    for name, source, target, _ in edges:
        kind = _EDGE_KINDS[_EDGE_ORDER[name]]
        is_both = kind is _COLLABORATED_WITH
        shown[source, kind, _BOTH if is_both else _OUT] += 1
        shown[target, kind, _BOTH if is_both else _IN] += 1
    return shown


def node_record(row: list[Any], depth: int, followed: Iterable[Followed]) -> GraphNodeRecord:
    """Return the node of `row`, of whose edges those along the `followed` paths count."""
    id_, label, first, second, weight, _ = row
    kind = _KIND_OF[id_[:2]]
    remaining: dict[EdgeKind, int] = {}
    degree = 0
    for f in followed:
        remaining[f.path.edge] = remaining.get(f.path.edge, 0) + f.degree - f.shown
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
    weights: dict[tuple[int, str, str], float] = {}
    for name, source, target, weight in rows:
        key = _EDGE_ORDER[name], source, target
        known = 1.0 if weight is None else float(weight)
        weights[key] = max(known, weights.get(key, known))
    return [
        GraphEdgeRecord(f"{_EDGE_KINDS[order]}:{source}:{target}", source, target, _EDGE_KINDS[order], weight)
        for (order, source, target), weight in sorted(weights.items())
    ]

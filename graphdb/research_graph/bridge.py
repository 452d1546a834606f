"""What joins two sets of entities: the nodes that have an edge to some of the one and to some of the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, LiteralString

from graphdb.entities import check_id
from graphdb.graph import Graph
from graphdb.ids import digest
from graphdb.keyset import BadBoundError
from graphdb.research_graph.assembly import SliceRows, assemble, followed_paths, shown_edges
from graphdb.research_graph.node_rows import NODE_ROW, edges_among, ids_by_label, nodes_by_id
from graphdb.research_graph.records import (
    EdgeDirection,
    EdgeKind,
    EntityKind,
    GraphSliceRecord,
    TruncationRecord,
)
from graphdb.research_graph.request import MAX_SEEDS, SliceRequest

MAX_JOINING = 100
LOOKED_AT = 5000
"""Neighbours of the set with fewer edges that are tried, the heaviest; each of its entities has its share of them."""
FEW_EDGES = 200
"""Of a neighbour with more edges, those to the sets are looked up; with fewer, all are read."""


@dataclass(frozen=True, slots=True)
class BridgeRequest:
    """Arguments within their bounds; `bridge_request` makes it."""

    start: tuple[str, ...]
    """Ids of the one set, each once."""
    end: tuple[str, ...]
    """Ids of the other."""
    first: int


def bridge_request(start: Sequence[str], end: Sequence[str], first: int) -> BridgeRequest:
    """Return the request for the `first` nodes that join the entities `start` and `end`.

    Raises `BadBoundError` for an argument outside of its bounds, `BadIdError` for what cannot be an id.
    """
    for name, ids in (("from", start), ("to", end)):
        if not 1 <= len(ids) <= MAX_SEEDS:
            raise BadBoundError(f"`{name}` may hold 1 to {MAX_SEEDS} ids, not {len(ids)}.")
    if not 1 <= first <= MAX_JOINING:
        raise BadBoundError(f"`first` may be 1 to {MAX_JOINING}, not {first}.")
    one, other = (tuple(check_id(id_) for id_ in dict.fromkeys(ids)) for ids in (start, end))
    return BridgeRequest(one, other, first)


_KINDS: LiteralString = "AUTHORED|CITES|ABOUT|AFFILIATED_WITH|PUBLISHED_IN|COLLABORATED_WITH|BROADER|PART_OF"

# The set with fewer edges is expanded, and what is found there is tried: so a hub in the other set costs nothing.
BRIDGE: LiteralString = f"""
CALL () {{
  {nodes_by_id("$bridge.seeds", "$bridge.ids")}
}}
WITH id, n ORDER BY n.id = id DESC
WITH id, head(collect(n)) AS n
WITH collect([id, n.id]) AS seeds, collect(DISTINCT CASE WHEN id IN $bridge.from THEN n END) AS one,
  collect(DISTINCT CASE WHEN id IN $bridge.to THEN n END) AS other
WITH seeds, one, other, one + [n IN other WHERE NOT n IN one] AS ends,
  reduce(edges = 0, n IN one | edges + COUNT {{ (n)--() }})
    <= reduce(edges = 0, n IN other | edges + COUNT {{ (n)--() }}) AS oneIsNear
WITH *, CASE WHEN oneIsNear THEN one ELSE other END AS near,
  CASE WHEN oneIsNear THEN $bridge.lookedAt / size($bridge.from) ELSE $bridge.lookedAt / size($bridge.to) END AS share
CALL (one, other, ends, near, share) {{
  UNWIND near AS s
  CALL (s) {{
    MATCH (s)-[:{_KINDS}]-(n)
    WITH DISTINCT n ORDER BY coalesce(n.worksCount, n.citationCount, 0) DESC, n.id LIMIT $bridge.lookedAt
    RETURN collect(n) AS neighbours
  }}
  UNWIND neighbours[..share] AS n
  WITH DISTINCT n WHERE NOT n IN ends
  CALL (n, one, other, ends) {{
    CALL (n, ends) {{
      WITH n WHERE COUNT {{ (n)--() }} <= $bridge.fewEdges
      MATCH (n)-[e:{_KINDS}]-(s) WHERE s IN ends
      RETURN s, e
      UNION ALL
      WITH n WHERE COUNT {{ (n)--() }} > $bridge.fewEdges
      UNWIND ends AS s
      MATCH (s)-[e:{_KINDS}]-(n)
      RETURN s, e
    }}
    RETURN collect(DISTINCT [s.id, type(e), startNode(e) = s]) AS edges,
      count(DISTINCT CASE WHEN s IN one THEN s END) * count(DISTINCT CASE WHEN s IN other THEN s END) AS pairs
  }}
  WITH n, edges, pairs WHERE pairs > 0
  ORDER BY pairs DESC, COUNT {{ (n)--() }}, n.id
  RETURN collect(n) AS joining, collect(edges) AS edges
}}
CALL (edges) {{
  UNWIND edges AS own
  UNWIND own AS edge
  WITH edge, count(*) AS all
  RETURN collect(edge + all) AS joinedBy
}}
WITH seeds, ends, near, share, joinedBy, joining[..$bridge.first] AS joining
WITH *, ends + joining AS found
RETURN seeds, [size(ends), size(joining)] AS sizes,
  [n IN found | {NODE_ROW}] AS nodes,
  {edges_among("found", "$bridge.edges")} AS edges,
  [n IN joining | n.id] AS joining,
  joinedBy,
  [n IN near WHERE COUNT {{ (n)-[:{_KINDS}]-() }} > share | n.id] AS cut
"""


async def bridge(graph: Graph, request: BridgeRequest) -> GraphSliceRecord:
    """Return the two sets, what joins them, and every edge among all of these, as a slice.

    The sets are ring 0. What joins most pairs of them comes first in ring 1; of equals, what has fewer edges in all,
    then by id. `truncated` says for each entity of the sets how many of its edges to what joins them are shown, and
    how many there are: at least so many, where not all of its neighbours were tried. One Cypher call. Raises
    `GraphUnavailable`, `QueryTimeout` and `QueryTooLarge`.
    """
    [[seeds, sizes, nodes, edges, joining, joined_by, cut]] = await graph.read(BRIDGE, bridge=_parameters(request))
    slice_request = SliceRequest(
        seeds=tuple(dict.fromkeys((*request.start, *request.end))),
        depth=0,
        kinds=frozenset(EntityKind),
        edges=frozenset(EdgeKind),
        per_kind=1,
        first_year=None,
        last_year=None,
        exclude=(),
    )
    record = assemble(slice_request, SliceRows(seeds, sizes, nodes, edges))
    current = dict(seeds)
    sides = [sorted({current[id_] for id_ in ids if id_ in current}) for ids in (request.start, request.end)]
    rank = {id_: place for place, id_ in enumerate(joining)}
    return replace(
        record,
        id="g_" + digest("bridge", *(" ".join(side) for side in sides), str(request.first)),
        nodes=sorted(record.nodes, key=lambda node: (node.depth, rank.get(node.id, 0))),
        truncated=_truncated(record, nodes[: sizes[0]], joining, joined_by, cut),
    )


def _truncated(
    record: GraphSliceRecord, ends: list[list[Any]], joining: list[str], joined_by: list[list[Any]], cut: list[str]
) -> list[TruncationRecord]:
    joins = set(joining)
    shown = shown_edges(
        [edge.kind, edge.source, edge.target, edge.weight]
        for edge in record.edges
        if (edge.source in joins) != (edge.target in joins)
    )
    total: Counter[tuple[str, EdgeKind, EdgeDirection]] = Counter()
    for id_, kind, is_start, edges in joined_by:
        both = kind == EdgeKind.COLLABORATED_WITH
        direction = EdgeDirection.BOTH if both else EdgeDirection.OUT if is_start else EdgeDirection.IN
        total[id_, EdgeKind(kind), direction] += edges
    found: list[TruncationRecord] = []
    for row in ends:
        id_, is_exact = row[0], row[0] not in cut
        for f in followed_paths(row, shown):
            edges = total[id_, f.path.edge, f.path.direction]
            if f.shown < edges or (f.degree and not is_exact):
                found.append(TruncationRecord(id_, f.path.edge, f.path.direction, f.shown, edges, is_exact))
    return found


def _parameters(request: BridgeRequest) -> dict[str, Any]:
    ids = list(dict.fromkeys((*request.start, *request.end)))
    return {
        "ids": ids,
        "seeds": ids_by_label(ids),
        "from": list(request.start),
        "to": list(request.end),
        "first": request.first,
        "lookedAt": LOOKED_AT,
        "fewEdges": FEW_EDGES,
        "edges": [kind.value for kind in EdgeKind],
    }

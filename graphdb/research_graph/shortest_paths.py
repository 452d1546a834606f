"""Shortest paths between two entities: one Cypher text, whatever the kinds of their edges.

The lengths are tried in turn until enough paths are found. A path of three or more steps is put together from two
halves that meet in a node, by a hash join: a hub in the middle then costs as many rows as it has edges, and not their
square. No node is on a path twice, and paths over the same nodes are one path, however many edges join two of them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, LiteralString

from graphdb.entities import check_id
from graphdb.graph import Graph
from graphdb.keyset import BadBoundError
from graphdb.research_graph.assembly import edge_records, followed_paths, node_record, shown_edges
from graphdb.research_graph.node_rows import NODE_ROW, ids_by_label, nodes_by_id
from graphdb.research_graph.paths import PATHS
from graphdb.research_graph.records import EdgeKind, GraphEdgeRecord, GraphPathRecord

MAX_LENGTH = 6
MAX_PATHS = 10
EXAMINED_PATHS = 100
"""Of each length so many are found at most; those that are shown are chosen among them."""
HALF_PATHS = 50_000
"""Halves of three steps are held in memory if there are fewer, else halves of two steps."""


@dataclass(frozen=True, slots=True)
class PathRequest:
    """Arguments within their bounds; `path_request` makes it."""

    start: str
    end: str
    via: frozenset[EdgeKind]
    max_length: int
    limit: int


def path_request(
    start: str, end: str, *, via: Collection[EdgeKind] | None = None, max_length: int = MAX_LENGTH, limit: int = 3
) -> PathRequest:
    """Return the request for paths from `start` to `end` over edges of the kinds `via`, all of them unless given.

    Raises `BadBoundError` for an argument outside of its bounds, `BadIdError` for an end that cannot be an id.
    """
    for name, value, largest in (("maxLength", max_length, MAX_LENGTH), ("limit", limit, MAX_PATHS)):
        if not 1 <= value <= largest:
            raise BadBoundError(f"`{name}` may be 1 to {largest}, not {value}.")
    return PathRequest(check_id(start), check_id(end), frozenset(EdgeKind if via is None else via), max_length, limit)


_KINDS: LiteralString = "AUTHORED|CITES|ABOUT|AFFILIATED_WITH|PUBLISHED_IN|COLLABORATED_WITH|BROADER|PART_OF"
_EDGE: LiteralString = f"-[e:{_KINDS} WHERE type(e) IN $path.via]-"
_OTHER_EDGE: LiteralString = f"-[f:{_KINDS} WHERE type(f) IN $path.via]-"
# No node twice; that neighbours differ is known where no edge leads from a node to itself.
_SIMPLE: LiteralString = "all(n IN path WHERE single(m IN path WHERE m = n))"
_FOUND: LiteralString = f"WHERE {_SIMPLE}\n    WITH DISTINCT path LIMIT $path.examined"


def _halves(one: LiteralString, steps: LiteralString, other: LiteralString, others: LiteralString) -> LiteralString:
    """Return the match of paths from `one` to `other` by the node in which their halves meet."""
    return f"""MATCH one = ({one}){_EDGE}{{{steps}}}(middle)
    MATCH other = ({other}){_OTHER_EDGE}{{{others}}}(middle) USING JOIN ON middle
    WITH nodes(one) + tail(reverse(nodes(other))) AS path
    {_FOUND}"""


# Of two halves with three steps the join holds one in memory: the smaller, and if none is small, one with two steps.
_SIX: LiteralString = f"""CALL (a) {{
      MATCH (a){_EDGE}{{3}}()
      WITH 1 AS half LIMIT $path.halves
      RETURN count(half) AS ofA
    }}
    CALL (b) {{
      MATCH (b){_EDGE}{{3}}()
      WITH 1 AS half LIMIT $path.halves
      RETURN count(half) AS ofB
    }}
    WITH a, b, CASE WHEN ofA <= ofB THEN a ELSE b END AS s, CASE WHEN ofA <= ofB THEN b ELSE a END AS t,
      ofA < $path.halves OR ofB < $path.halves AS small
    CALL (s, t, small) {{
    UNWIND CASE WHEN small THEN [1] ELSE [] END AS go
    {_halves("s", "3", "t", "3")}
    RETURN path
    UNION ALL
    UNWIND CASE WHEN small THEN [] ELSE [1] END AS go
    {_halves("s", "2", "t", "4")}
    RETURN path
    }}
    WITH CASE WHEN path[0] = a THEN path ELSE reverse(path) END AS path"""

_LENGTHS: tuple[tuple[LiteralString, LiteralString], ...] = (
    ("1", f"MATCH one = (a){_EDGE}(b) WITH nodes(one) AS path\n    {_FOUND}"),
    ("2", f"MATCH one = (a){_EDGE}(){_OTHER_EDGE}(b) WITH nodes(one) AS path\n    {_FOUND}"),
    ("3", _halves("a", "2", "b", "1")),
    ("4", _halves("a", "2", "b", "2")),
    ("5", _halves("a", "3", "b", "2")),
    ("6", _SIX),
)


def _of_length(length: LiteralString, found: LiteralString) -> LiteralString:
    return f"""UNWIND CASE WHEN $path.maxLength >= {length} AND a <> b THEN [1] ELSE [] END AS go
    {found}
    WITH path, reduce(edges = 0, n IN path[1..-1] | edges + COUNT {{ (n)--() }}) AS edges
    RETURN path ORDER BY edges, [n IN path | n.id] LIMIT $path.limit"""


# The branches are read one after the other, as far as the limit asks for rows: so no length is tried without need.
_BY_LENGTH: LiteralString = "\n    UNION ALL\n    ".join([_of_length(length, found) for length, found in _LENGTHS])

SHORTEST_PATHS: LiteralString = f"""
CALL () {{
  {nodes_by_id("$path.ends", "$path.ids")}
}}
WITH id, n ORDER BY n.id = id DESC
WITH collect({{id: id, node: n}}) AS ends
UNWIND [end IN ends WHERE end.id = $path.from | end.node][..1] AS a
UNWIND [end IN ends WHERE end.id = $path.to | end.node][..1] AS b
CALL (a, b) {{
  CALL (a, b) {{
    WITH a WHERE a = b
    RETURN [a] AS path
    UNION ALL
    {_BY_LENGTH}
  }}
  WITH path LIMIT $path.limit
  RETURN collect(path) AS shown
}}
RETURN
  [path IN shown | [n IN path | n.id]] AS paths,
  COLLECT {{
    UNWIND shown AS path UNWIND path AS n
    WITH DISTINCT n
    RETURN {NODE_ROW}
  }} AS nodes,
  COLLECT {{
    UNWIND shown AS path UNWIND range(1, size(path) - 1) AS i
    WITH DISTINCT path[i - 1] AS n, path[i] AS far
    MATCH (n){_EDGE}(far)
    RETURN [type(e), startNode(e).id, endNode(e).id, coalesce(e.weight, e.score, e.works, 1.0 / e.position)]
  }} AS edges
"""


async def shortest_paths(graph: Graph, request: PathRequest) -> list[GraphPathRecord] | None:
    """Return the shortest paths that were asked for, the shortest first, or None if one of the ends is unknown.

    Of equally long ones, those whose inner nodes have the fewest edges come first, then by ids; where there are more
    than `EXAMINED_PATHS` of a length, the store decides which of them are considered. An entity and itself have one
    path, without steps. One Cypher call. Raises `GraphUnavailable`, `QueryTimeout` and `QueryTooLarge`.
    """
    rows = await graph.read(SHORTEST_PATHS, path=_parameters(request))
    if not rows:
        return None
    [[paths, nodes, edges]] = rows
    by_id = {row[0]: row for row in nodes}
    by_ends: dict[tuple[str, str], list[Any]] = {}
    for row in edges:
        by_ends.setdefault((row[1], row[2]), []).append(row)
    return [_record(path, by_id, by_ends, request.via) for path in paths]


def _record(
    path: Sequence[str],
    nodes: dict[str, list[Any]],
    edges: dict[tuple[str, str], list[Any]],
    via: frozenset[EdgeKind],
) -> GraphPathRecord:
    steps = [_step(n, far, edges) for n, far in pairwise(path)]
    names = {path.name for path in PATHS if path.edge in via}
    shown = shown_edges([[edge.kind, edge.source, edge.target, edge.weight] for edge in steps])
    return GraphPathRecord(
        length=len(steps),
        nodes=[
            node_record(nodes[id_], depth, followed_paths(nodes[id_], shown, names)) for depth, id_ in enumerate(path)
        ],
        edges=steps,
    )


def _step(near: str, far: str, edges: dict[tuple[str, str], list[Any]]) -> GraphEdgeRecord:
    """The edge between two nodes: of several the one in the path's direction, then the first by kind."""
    return edge_records(edges.get((near, far)) or edges[far, near])[0]


def _parameters(request: PathRequest) -> dict[str, Any]:
    ids = list(dict.fromkeys((request.start, request.end)))
    return {
        "ids": ids,
        "ends": ids_by_label(ids),
        "from": request.start,
        "to": request.end,
        "via": sorted(request.via),
        "maxLength": request.max_length,
        "limit": request.limit,
        "examined": EXAMINED_PATHS,
        "halves": HALF_PATHS,
    }

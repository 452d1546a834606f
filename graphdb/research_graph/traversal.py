"""The traversal itself: one Cypher text for every slice.

Neo4j plans a text once, and a text of this size for a third of a second: so that all slices share one, depth, kinds
and filters are parameters too. They come as one map, because the types of top-level parameters, and the sizes of
lists among them, are part of what a plan is kept under.

Per node and step the heaviest are kept before anything else is done with them. Several steps share a subquery where no
node can take more than one of them, which keeps the plan small.
"""

from typing import Any, LiteralString

from graphdb.graph import Graph
from graphdb.hub_rows import REACH
from graphdb.research_graph.assembly import SliceRows, assemble
from graphdb.research_graph.node_rows import NODE_ROW, edges_among, ids_by_label, nodes_by_id
from graphdb.research_graph.records import GraphSliceRecord
from graphdb.research_graph.request import MAX_NODES, SliceRequest, steps_allowed
from graphdb.sorting import VALUES_SORTED

_ALLOWED: LiteralString = "NOT far.id IN excluded"
_WORK_ALLOWED: LiteralString = (
    "($slice.firstYear IS NULL OR far.year >= $slice.firstYear) "
    f"AND ($slice.lastYear IS NULL OR far.year <= $slice.lastYear) AND {_ALLOWED}"
)
_MOST_CITED: LiteralString = "coalesce(far.citationCount, 0) DESC, far.sortYear DESC, far.plainTitle, far.id"
_MOST_WORKS: LiteralString = "coalesce(far.worksCount, 0) DESC, far.name, far.id"
_CLOSEST: LiteralString = "e.weight DESC, e.works DESC, far.name, far.id"
_LATEST: LiteralString = "coalesce(e.until, CASE WHEN e.since IS NULL THEN 0 ELSE 9999 END)"


_DEARER: LiteralString = "2.0"
"""See `graphdb.hub_rows`: the most cited works are asked again and again, and lie in memory."""


_FRONT: LiteralString = "(n)-[e:FRONT]->(far) WHERE n:Fronted AND NOT n:Dirty AND n.frontFloor < "
_FRONT_OF_WORKS: LiteralString = "(n)-[e:FRONT_OF_WORKS]->(far) WHERE NOT n:Dirty AND n.worksFloor < "
"""Before a rank: who is in the front of the node `n`, and among the first of all."""


def _front(found: LiteralString, allowed: LiteralString, order: LiteralString) -> LiteralString:
    """The clauses that take edges `front` from the front of the node `n`, the first few in the slice's order.

    They lead to the first of all if they are as many as are wanted: see `graphdb.derived.fronts`.
    """
    return f"""CALL (n, excluded) {{
        MATCH {found} AND {allowed}
        WITH far, e ORDER BY {order} LIMIT $slice.perKind
        RETURN collect(e) AS front
      }}"""


def _front_or_all(
    pattern: LiteralString, front: LiteralString, order: LiteralString, allowed: LiteralString = _ALLOWED
) -> LiteralString:
    """The clauses that find nodes `far` along edges `e` of the node `n`, the first few in the slice's order among them.

    The edges may be those of the front, which have what the order needs.
    """
    return f"""{_front(front, allowed, order)}
      CALL (n, excluded, front) {{
        WITH n WHERE size(front) < $slice.perKind
        MATCH {pattern} WHERE {allowed}
        RETURN far, e
        UNION ALL
        WITH front WHERE size(front) >= $slice.perKind
        UNWIND front AS e
        RETURN endNode(e) AS far, e
      }}"""


# Where the front does not do, the works of a hub are met among the most cited of all, which an index keeps in order:
# see `graphdb.hub_rows`, whose orders end with titles in place of the year. So all that are cited as often as the last
# one are looked at.
def _works(pattern: LiteralString) -> LiteralString:
    """The clauses that find works `far` of the node `n`, the first few in the slice's order among them."""
    belongs: LiteralString = f"EXISTS {{ {pattern} }} AND {_WORK_ALLOWED}"
    in_index: LiteralString = "far.plainTitle IS NOT NULL AND far.id IS NOT NULL"
    return f"""{_front(_FRONT + "far.citationCount", _WORK_ALLOWED, _MOST_CITED)}
      CALL (n, excluded, front) {{
        WITH n WHERE size(front) < $slice.perKind
          AND COUNT {{ {pattern.replace("far", "")} }} ^ 2 > {_DEARER} * $slice.perKind * COUNT {{ (:Work) }}
        CALL (n, excluded) {{
          MATCH (far:Work) WHERE far.citationCount IS NOT NULL AND {in_index}
          WITH far ORDER BY far.citationCount DESC LIMIT {REACH}
          WITH far WHERE {belongs}
          WITH far.citationCount AS value LIMIT $slice.perKind
          WITH min(value) AS least, count(value) AS found
          RETURN CASE found WHEN $slice.perKind THEN least END AS edge
        }}
        CALL (edge) {{
          MATCH (far:Work) WHERE far.citationCount >= edge AND {in_index}
          WITH far LIMIT {REACH}
          RETURN collect(far) AS heaviest
        }}
        UNWIND CASE WHEN size(heaviest) < {REACH} THEN heaviest ELSE [] END AS far
        WITH far WHERE {belongs}
        WITH far ORDER BY {_MOST_CITED} LIMIT $slice.perKind
        RETURN collect(far) AS walked
      }}
      WITH n, excluded, CASE WHEN size(front) < $slice.perKind THEN walked ELSE [e IN front | endNode(e)] END AS first
      CALL (n, excluded, first) {{
        WITH n WHERE size(first) < $slice.perKind
        MATCH {pattern} WHERE {_WORK_ALLOWED}
        RETURN far
        UNION ALL
        WITH first WHERE size(first) >= $slice.perKind
        UNWIND first AS far
        RETURN far
      }}"""


def _step(nodes: LiteralString, found: LiteralString, order: LiteralString) -> LiteralString:
    """One subquery: of each of the ring's nodes that satisfies `nodes`, the first few in `order` of what is `found`."""
    return f"""UNWIND [n IN ring WHERE {nodes}] AS n
    CALL (n, excluded) {{
      {found}
      {order} LIMIT $slice.perKind
      RETURN far
    }}
    RETURN far"""


_STEPS: LiteralString = "\n    UNION ALL\n    ".join(
    (
        _step(
            "n:Researcher AND $slice.worksOfAuthor OR n:Work AND $slice.references",
            _front_or_all(
                "(n)-[e:AUTHORED|CITES]->(far)", _FRONT_OF_WORKS + "far.citationCount", _MOST_CITED, _WORK_ALLOWED
            ),
            f"WITH far ORDER BY {_MOST_CITED}",
        ),
        _step(
            "n:Work AND $slice.citedBy OR n:Topic AND $slice.worksOfTopic OR n:Source AND $slice.worksOfSource",
            _works("(n)<-[:CITES|ABOUT|PUBLISHED_IN]-(far)"),
            f"WITH far ORDER BY {_MOST_CITED}",
        ),
        _step(
            "n:Work AND $slice.authors",
            f"MATCH (n)<-[e:AUTHORED]-(far) WHERE {_ALLOWED}",
            "WITH far, e ORDER BY e.position, far.name, far.id",
        ),
        _step(
            "n:Researcher AND $slice.collaborators",
            _front_or_all("(n)-[e:COLLABORATED_WITH]-(far)", _FRONT + "e.weight", _CLOSEST),
            f"WITH far, e ORDER BY {_CLOSEST}",
        ),
        # Several sources may state one affiliation: it counts once.
        _step(
            "n:Researcher AND $slice.institutions",
            f"MATCH (n)-[e:AFFILIATED_WITH]->(far) WHERE {_ALLOWED}",
            f"WITH far, max({_LATEST}) AS latest, max(coalesce(e.since, 0)) AS since, "
            "max(coalesce(e.works, 0)) AS works ORDER BY latest DESC, since DESC, works DESC, far.name, far.id",
        ),
        _step(
            "n:Institution AND $slice.people",
            _front_or_all("(n)<-[e:AFFILIATED_WITH]-(far)", _FRONT + "e.works", f"e.works DESC, {_MOST_WORKS}"),
            f"WITH far, max(coalesce(e.works, 0)) AS works ORDER BY works DESC, {_MOST_WORKS}",
        ),
        _step(
            "n:Work AND $slice.topics",
            f"MATCH (n)-[e:ABOUT]->(far) WHERE {_ALLOWED}",
            "WITH far, e ORDER BY coalesce(e.score, 0.0) DESC, coalesce(e.primary, false) DESC, far.name, far.id",
        ),
        _step(
            "n:Work AND $slice.sources OR n:Topic AND $slice.broader OR n:Institution AND $slice.wholes",
            f"MATCH (n)-[e:PUBLISHED_IN|BROADER|PART_OF]->(far) WHERE {_ALLOWED}",
            f"WITH far ORDER BY {_MOST_WORKS}",
        ),
        _step(
            "n:Topic AND $slice.narrower OR n:Institution AND $slice.parts",
            f"MATCH (n)<-[e:BROADER|PART_OF]-(far) WHERE {_ALLOWED}",
            f"WITH far ORDER BY {_MOST_WORKS}",
        ),
    )
)

_SEEDS: LiteralString = nodes_by_id("$slice.seeds", "$slice.ids")

SLICE: LiteralString = f"""{VALUES_SORTED}
CALL () {{
  {_SEEDS}
}}
WITH collect([id, n.id]) AS seeds, collect(DISTINCT n) AS seedNodes
WITH seeds, seedNodes, $slice.exclude + COLLECT {{
  UNWIND $slice.exclude AS id MATCH (:Identifier {{scheme: 'id', value: id}})-[:IDENTIFIES]->(n) RETURN n.id
}} AS excluded
WITH seeds, reduce(rings = [seedNodes], d IN range(1, $slice.depth) | rings + [COLLECT {{
  WITH CASE WHEN reduce(size = 0, r IN rings | size + size(r)) < $slice.nodes THEN rings[d - 1] ELSE [] END AS ring
  CALL (ring, excluded) {{
    {_STEPS}
  }}
  WITH DISTINCT far WHERE none(r IN rings WHERE far IN r)
  WITH coll.sort(collect([-coalesce(far.worksCount, far.citationCount, 0), far.id, far])) AS sorted
  UNWIND sorted[..$slice.nodes - reduce(size = 0, r IN rings | size + size(r))] AS row
  RETURN row[2]
}}]) AS rings
WITH seeds, [r IN rings | size(r)] AS sizes, reduce(nodes = [], r IN rings | nodes + r) AS found
RETURN
  seeds,
  sizes,
  [n IN found | {NODE_ROW}] AS nodes,
  {edges_among("found", "$slice.edges")} AS edges
"""


async def read_slice(graph: Graph, request: SliceRequest) -> GraphSliceRecord:
    """Return the slice asked for, in one Cypher call.

    Raises `GraphUnavailable`, `QueryTimeout` and `QueryTooLarge`.
    """
    [[seeds, sizes, nodes, edges]] = await graph.read(SLICE, slice=_parameters(request))
    return assemble(request, SliceRows(seeds, sizes, nodes, edges))


def _parameters(request: SliceRequest) -> dict[str, Any]:
    return {
        "ids": list(request.seeds),
        "seeds": ids_by_label(request.seeds),
        "depth": request.depth,
        "perKind": request.per_kind,
        "nodes": MAX_NODES,
        "firstYear": request.first_year,
        "lastYear": request.last_year,
        "exclude": list(request.exclude),
        "edges": sorted(request.edges),
        **steps_allowed(request),
    }

"""Collaborators of a researcher's collaborators who are none of the researcher's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, LiteralString

from graphdb.found import found_page, stored_start
from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest
from graphdb.pages import TruncatedPage, page_of
from graphdb.records import ResearcherRecord
from graphdb.records.researcher import RESEARCHER
from graphdb.research_graph.records import EdgeDirection, EdgeKind, TruncationRecord
from graphdb.researcher import CollaborationEdge
from graphdb.sorting import VALUES_SORTED

FOLLOWED = 300
"""Collaborations that are followed from each person, those of the greatest weight."""
NAMED = 10
"""Collaborators in common that are named."""
WEIGHT_UNIT = 1_000_000_000
"""Weights are whole numbers in the graph's arithmetic: their sums do not depend on the order of the terms."""

SECOND_DEGREE_ORDER = Order(
    "SECOND DEGREE WEIGHT DESC", (Key("weight", int, True), Key("n.name", str), Key("n.id", str))
)
"""Those who are linked the strongest first."""


@dataclass(frozen=True, slots=True)
class SecondDegreeKey:
    """One page of one researcher's list."""

    researcher: str
    """Id."""
    request: PageRequest
    min_shared: int
    """Works at least that each of the two collaborations on the way consists of."""
    since: int | None
    """Year in which, or after which, the last of them appeared."""


def _enough(edge: LiteralString) -> LiteralString:
    return f"{edge}.works >= page.minShared AND (page.since IS NULL OR {edge}.lastYear >= page.since)"


@lru_cache(maxsize=4)
def second_degree_cypher(backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of the list of each researcher.

    Parameters, all in `second`: pages, a list of {id, start, minShared, since}; followed, named, unit and limit. A row
    for each researcher that exists: its place; the page's rows; how many people there are; whether there are some on
    the other side of `start`; for each person of whose collaborations not all may have been followed the id and how
    many there are.
    """
    start: LiteralString = (
        "WITH i, page, p, page.start AS start\n" + stored_start(SECOND_DEGREE_ORDER, "Researcher", "i, page, p")
        if started
        else ""
    )
    columns = found_page(
        SECOND_DEGREE_ORDER,
        ("n", "weight", "through"),
        f"[{RESEARCHER}, size(through), [own IN through[..$second.named] | own.id]]",
        "$second.limit",
        backward=backward,
        started=started,
    )
    return f"""{VALUES_SORTED}
UNWIND range(0, size($second.pages) - 1) AS i
WITH i, $second.pages[i] AS page
MATCH (p:Researcher {{id: page.id}})
{start}CALL (p, page) {{
  MATCH (p)-[e:COLLABORATED_WITH]-(c) WHERE {_enough("e")}
  WITH e, c ORDER BY e.weight DESC, c.id LIMIT $second.followed
  RETURN collect([c, e.weight]) AS followed
}}
WITH *, COLLECT {{ MATCH (p)-[:COLLABORATED_WITH]-(n) RETURN n }} + p AS known
CALL (followed, known, page) {{
  UNWIND followed AS own
  WITH own[0] AS c, own[1] AS ownWeight
  CALL (c, page) {{
    WITH c, page WHERE COUNT {{ (c)-[:COLLABORATED_WITH]-() }} <= $second.followed
    MATCH (c)-[f:COLLABORATED_WITH]-(n) WHERE {_enough("f")}
    RETURN n, f.weight AS weight
  UNION ALL
    WITH c, page WHERE COUNT {{ (c)-[:COLLABORATED_WITH]-() }} > $second.followed
    MATCH (c)-[f:COLLABORATED_WITH]-(n) WHERE {_enough("f")}
    WITH f, n ORDER BY f.weight DESC, n.id LIMIT $second.followed
    RETURN n, f.weight AS weight
  }}
  WITH c, n, CASE WHEN weight < ownWeight THEN weight ELSE ownWeight END AS least WHERE NOT n IN known
  WITH n, collect(c) AS through, sum(toInteger(round($second.unit * least))) AS weight
  RETURN collect({{n: n, through: through, weight: weight}}) AS found
}}
RETURN i, {columns},
  [x IN [p] + [own IN followed | own[0]]
    WHERE COUNT {{ (x)-[:COLLABORATED_WITH]-() }} > $second.followed
      AND COUNT {{ (x)-[f:COLLABORATED_WITH]-() WHERE {_enough("f")} }} >= $second.followed
    | [x.id, COUNT {{ (x)-[:COLLABORATED_WITH]-() }}]] AS cut
"""


async def second_degree_pages(graph: Graph, keys: Sequence[SecondDegreeKey]) -> list[TruncatedPage[CollaborationEdge]]:
    """Return the page of each key, in one Cypher call.

    All keys agree in direction, size, and in whether they have a start. A researcher that is not in the graph has an
    empty list. Raises `GraphUnavailable`, `QueryTimeout` and `QueryTooLarge`.
    """
    request = keys[0].request
    parameters = {
        "pages": [
            {
                "id": key.researcher,
                "start": list(key.request.start or ()),
                "minShared": key.min_shared,
                "since": key.since,
            }
            for key in keys
        ],
        "followed": FOLLOWED,
        "named": NAMED,
        "unit": WEIGHT_UNIT,
        "limit": request.size + 1,
    }
    found: list[TruncatedPage[CollaborationEdge]] = [TruncatedPage([], 0, False, False, [])] * len(keys)
    cypher = second_degree_cypher(request.backward, request.start is not None)
    for i, rows, total, beyond_start, cut in await graph.read(cypher, second=parameters):
        key = keys[i]
        page = page_of(key.request, [_edge(key.request, *row) for row in rows], total, beyond_start)
        is_exact = key.min_shared == 1 and key.since is None
        found[i] = TruncatedPage(
            page.edges,
            page.total_count,
            page.has_next_page,
            page.has_previous_page,
            truncated=[
                TruncationRecord(id_, EdgeKind.COLLABORATED_WITH, EdgeDirection.BOTH, FOLLOWED, degree, is_exact)
                for id_, degree in cut
            ],
        )
    return found


def _edge(request: PageRequest, row: list[Any], keys: Sequence[Any]) -> CollaborationEdge:
    person, through_count, through = row
    return CollaborationEdge(
        request,
        keys,
        ResearcherRecord(**person),
        works=0,
        weight=keys[0] / WEIGHT_UNIT,
        first_year=None,
        last_year=None,
        through_count=through_count,
        through_ids=tuple(through),
    )

"""The text that finds related works: one for each set of relations, whatever is asked for.

From the seeds to their links, and from each link to its works; what is found is counted, put in order and cut off
inside Neo4j. The links are found twice, since rows that are sorted where they are held would be counted
with all of them. A link that has very many works is not followed, since it says next to nothing about any two of them.
"""

from functools import lru_cache
from typing import LiteralString

from graphdb.found import found_page, stored_start
from graphdb.keyset import Key, Order
from graphdb.records.work import WORK
from graphdb.related_works.relations import Relation
from graphdb.sorting import VALUES_SORTED

# The place of a relation: a Cypher text is assembled from literals, and there is no literal for an int.
_PLACES: tuple[LiteralString, ...] = ("0", "1", "2", "3")

SIMILARITY_ORDER = Order("SCORE DESC", (Key("score", int, True), Key("n.plainTitle", str), Key("n.id", str)))
"""The most similar first."""
LINKS_ORDER = Order(
    "LINKS DESC",
    (Key("score", int, True), Key("n.citationCount", int, True), Key("n.plainTitle", str), Key("n.id", str)),
)
"""The most links first, then the most cited."""

# An old id names what it became; one that is in use again names who has it now.
_SEEDS: LiteralString = """
UNWIND range(0, size($related.asks) - 1) AS i
WITH i, $related.asks[i] AS ask
CALL (ask) {
  UNWIND ask.ids AS id MATCH (s:Work {id: id}) RETURN id, s
  UNION ALL
  UNWIND ask.ids AS id MATCH (:Identifier {scheme: 'id', value: id})-[:IDENTIFIES]->(s:Work) RETURN id, s
}
WITH i, ask, id, s ORDER BY s.id = id DESC
WITH i, ask, id, head(collect(s)) AS s
WITH i, ask.start AS start, collect(id) AS known, collect(DISTINCT s) AS seeds
"""


def _of_similarity(relations: tuple[Relation, ...]) -> LiteralString:
    """What a work shares under each relation; sums of whole numbers do not depend on the order of their terms."""
    ties: LiteralString = " ".join(
        [
            f"WHEN {k} THEN COUNT {{ {relation.from_seed('n', '')} }}"
            for k, relation in zip(_PLACES, relations, strict=False)
        ]
    )
    return f"""WITH k, n, count(*) AS shared, sum(weight) AS weight
  WITH k, n, shared, toInteger(round(weight / sqrt(tied[k] * CASE k {ties} END))) AS score
  WITH n, collect([k, shared, score]) AS evidence, sum(score) AS score"""


_OF_LINKS: LiteralString = "WITH n, [] AS evidence, count(*) AS score"


@lru_cache(maxsize=16)
def related_cypher(relations: tuple[Relation, ...], order: Order, started: bool) -> LiteralString:
    """Return the text that reads a page of the works that are linked to the seeds of each ask.

    Parameters, all in `related`: asks, a list of {ids, start}; a flag for each relation; links (followed from a seed),
    works (followed from a link), hub (works of a link that is followed) and limit. A row for each ask of which a seed
    is known: its place; the ids that are known; the page's rows of work, evidence and keys; how many works there are;
    whether there are some on the other side of `start`; for each seed its id and how many links it has under each
    relation; for each link with more works than were followed its id, the relation and how many works it has.
    """
    placed = list(zip(_PLACES, relations, strict=False))
    ties: LiteralString = ", ".join([f"COUNT {{ {relation.from_seed('s', '')} }}" for _, relation in placed])
    links: LiteralString = "\n    UNION ALL\n    ".join([_links(k, relation) for k, relation in placed])
    works: LiteralString = "\n    UNION ALL\n    ".join([_works(k, relation) for k, relation in placed])
    measure = _of_similarity(relations) if order is SIMILARITY_ORDER else _OF_LINKS
    start = stored_start(order, "Work", "i, known, seeds") if started else ""
    page = found_page(order, ("n", "evidence", "score"), f"[{WORK}, evidence]", "$related.limit", started=started)
    return f"""{VALUES_SORTED}{_SEEDS}{start}WITH *, [s IN seeds | [s.id, [{ties}]]] AS ties
WITH *, [k IN range(0, size(ties[0][1]) - 1) | reduce(sum = 0, t IN ties | sum + t[1][k])] AS tied
CALL (seeds) {{
  CALL (seeds) {{
    {links}
  }}
  WITH k, x, works WHERE works > $related.works
  RETURN collect([x.id, k, works]) AS cut
}}
CALL (seeds, tied) {{
  CALL (seeds) {{
    {links}
  }}
  WITH k, x, works WHERE works <= $related.hub
  WITH k, x, CASE WHEN works > 1 THEN toInteger(round(1000000 / log(works))) ELSE 0 END AS weight
  CALL (k, x) {{
    {works}
  }}
  WITH k, n, weight WHERE NOT n IN seeds
  {measure}
  RETURN collect({{n: n, evidence: evidence, score: score}}) AS found
}}
RETURN i, known,
  {page}, ties, cut
"""


def _links(k: LiteralString, relation: Relation) -> LiteralString:
    return f"""UNWIND CASE WHEN $related.{relation.name} THEN seeds ELSE [] END AS s
    CALL (s) {{
      MATCH {relation.from_seed("s", "x")}
      WITH DISTINCT x ORDER BY coalesce(x.citationCount, 0) DESC, x.id LIMIT $related.links
      RETURN x
    }}
    RETURN DISTINCT {k} AS k, x, COUNT {{ {relation.from_link("x", "")} }} AS works"""


def _works(k: LiteralString, relation: Relation) -> LiteralString:
    return f"""WITH k, x WHERE k = {k}
    MATCH {relation.from_link("x", "n")}
    WITH DISTINCT n ORDER BY n.citationCount DESC, n.id LIMIT $related.works
    RETURN n"""

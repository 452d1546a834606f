"""Fronts of hubs: of the very many that an edge leads to, the first few, found without a look at the rest.

Whoever wants the twelve most cited works that cite a work has to look at all of them. For nodes with so many that this
takes long, edges `FRONT` lead to the first ones, and `frontFloor` says where the front ends: nobody outside it ranks
higher. So those of the front who rank above the floor now are the first of all, and only where they are too few (some
are not wanted, or many rank the same) a reader has to look at the others after all.

The label `Fronted` says that this holds. It goes where somebody outside comes to rank above the floor, and the front is
made anew at the end of the import. Meanwhile, and while a node is dirty, readers do not go by its front.

Researchers have two: the front of their co-authors, and that of their works, with edges `FRONT_OF_WORKS` and
`worksFloor`, which holds while they are not dirty.
"""

from collections.abc import Mapping, Sequence
from typing import LiteralString

from graphdb.writer.transaction import Transaction

MANY = 100
"""A node with so many is a hub."""
KEPT = 64
"""So many are in a front, or fewer: a slice takes up to 50 from a node along a kind of edge."""


def _make(
    label: LiteralString,
    pattern: LiteralString,
    rank: LiteralString,
    shown: LiteralString = "{}",
    *,
    edge: LiteralString = "FRONT",
    floor: LiteralString = "n.frontFloor",
    mark: LiteralString = "n:Fronted, ",
) -> LiteralString:
    """Make the fronts of the nodes `n` with `$ids`: of `far` in `pattern`, by `rank`, with `shown` on the new edges."""
    return f"""
UNWIND $ids AS id
MATCH (n:{label} {{id: id}})
REMOVE {mark}{floor}
WITH n
CALL (n) {{
  MATCH (n)-[old:{edge}]->()
  DELETE old
}}
WITH n
WHERE COUNT {{ {pattern.replace("far", "")} }} >= $many
CALL (n) {{
  MATCH {pattern}
  WITH far, {rank} AS rank, {shown} AS shown
  ORDER BY rank DESC LIMIT $kept + 1
  RETURN collect({{far: far, rank: rank, shown: shown}}) AS first
}}
SET {mark}{floor} = CASE WHEN size(first) > $kept THEN first[-1].rank ELSE -1 END
WITH n, first
UNWIND first AS one
WITH n, one
WHERE one.rank > {floor}
WITH n, one.far AS far, head(collect(one.shown)) AS shown
CREATE (n)-[e:{edge}]->(far)
SET e = shown
"""


_CITATIONS: LiteralString = "coalesce(far.citationCount, 0)"
# The rank of a work is read off the work; what ranks people stands on edges, and so on those of the front.
MAKE: Mapping[str, Sequence[LiteralString]] = {
    "Work": [_make("Work", "(n)<-[e:CITES]-(far)", _CITATIONS)],
    "Topic": [_make("Topic", "(n)<-[e:ABOUT]-(far)", _CITATIONS)],
    "Source": [_make("Source", "(n)<-[e:PUBLISHED_IN]-(far)", _CITATIONS)],
    "Institution": [
        _make("Institution", "(n)<-[e:AFFILIATED_WITH]-(far)", "coalesce(e.works, 0)", "{works: coalesce(e.works, 0)}")
    ],
    "Researcher": [
        _make("Researcher", "(n)-[e:COLLABORATED_WITH]-(far)", "e.weight", "{weight: e.weight, works: e.works}"),
        _make(
            "Researcher",
            "(n)-[e:AUTHORED]->(far)",
            _CITATIONS,
            edge="FRONT_OF_WORKS",
            floor="n.worksFloor",
            mark="",
        ),
    ],
}


def make_fronts(tx: Transaction, label: str, ids: Sequence[str]) -> None:
    """Make the fronts of the nodes `ids` anew, where they are hubs; the others have none afterwards."""
    for text in MAKE[label]:
        tx.run(text, ids=ids, many=MANY, kept=KEPT).consume()


# A citation that is gone takes its place in the front along; who comes in from outside, the whole front.
LEAVE = """
UNWIND $ids AS id
MATCH (w:Work {id: id})<-[e:FRONT]-(n:Work)
WHERE NOT EXISTS { (w)-[:CITES]->(n) }
DELETE e
"""
OVERTAKE = """
UNWIND $ids AS id
MATCH (w:Work {id: id})-[:CITES]->(n:Fronted)
WHERE w.citationCount > n.frontFloor AND NOT EXISTS { (n)-[:FRONT]->(w) }
REMOVE n:Fronted
"""


def leave_fronts(tx: Transaction, works: Sequence[str]) -> None:
    """Have no front stand that does not hold now that `works` cite others, or are cited more or less often."""
    tx.run(LEAVE, ids=works).consume()
    tx.run(OVERTAKE, ids=works).consume()


# Names and titles stand here for the planner: an index serves a condition on each of its properties.
CITED_HUBS = """
MATCH (n:Work)
WHERE n.citationCount >= $many AND n.plainTitle IS NOT NULL AND n.id IS NOT NULL AND NOT n:Fronted
RETURN n.id
"""
HUBS: Mapping[str, LiteralString] = {
    "Work": CITED_HUBS,
    "Topic": "MATCH (n:Topic) WHERE n.worksCount >= $many AND NOT n:Fronted RETURN n.id",
    "Source": "MATCH (n:Source) WHERE n.worksCount >= $many AND NOT n:Fronted RETURN n.id",
    "Institution": "MATCH (n:Institution) WHERE n.researchersCount >= $many AND NOT n:Fronted RETURN n.id",
    "Researcher": """
MATCH (n:Researcher)
WHERE n.collaboratorsCount >= $many AND NOT n:Fronted OR n.worksCount >= $many AND n.worksFloor IS NULL
RETURN n.id
""",
}


def waiting_hubs(tx: Transaction, label: str) -> list[str]:
    """Return the ids of the hubs of a label that have no front."""
    return sorted(id_ for (id_,) in tx.run(HUBS[label], many=MANY))


# Everybody but works gets a front along with the counters. Where these are right already (in a store that an earlier
# version made, or a bulk import), all have to be looked through once; a migration says so.
WANTED = """
MATCH (lock:Lock {name: 'fronts'})
RETURN count(lock) > 0
"""
DONE = """
MATCH (lock:Lock {name: 'fronts'})
DELETE lock
"""


def labels_waiting(tx: Transaction) -> tuple[str, ...]:
    """Return the labels among which there may be hubs without a front, once the counters are right."""
    return tuple(HUBS) if tx.run(WANTED).single(strict=True)[0] else ("Work",)


def all_made(tx: Transaction) -> None:
    """Remember that hubs of all labels have got their fronts."""
    tx.run(DONE).consume()

"""Taking works from researchers for one who is made of them, and giving them back."""

from collections.abc import Sequence
from typing import Any

from graphdb.derived.surroundings import touch
from graphdb.text import name_key
from graphdb.writer.authorships import same_author
from graphdb.writer.decisions.record import IDENTITY, Decision, name_keys
from graphdb.writer.set_aside import bring_back, give_back_authorships, set_aside, take_authorships
from graphdb.writer.transaction import Transaction

Placement = tuple[str, str, str, str]
"""An authorship that a split takes: work, key, researcher, printed name."""


def placements(seats: Sequence[tuple[str, str, str, str, str]]) -> list[Placement]:
    """Return which authorships a split takes, at most one of a work.

    `seats` are all authorships of its works: (work, key that it was decided of, key, researcher, printed name). A work
    may print its authors otherwise by now.
    """
    by_work: dict[str, dict[str, tuple[str, str]]] = {}
    wanted: dict[str, set[str]] = {}
    for work, decided, key, researcher, name in seats:
        by_work.setdefault(work, {})[key] = (researcher, name)
        wanted.setdefault(work, set()).add(decided)
    found = []
    for work, authors in sorted(by_work.items()):
        keys = (same_author(decided, authors) for decided in sorted(wanted[work]))
        chosen = next((each for each in keys if each is not None), None)
        if chosen is not None:
            found.append((work, chosen, *authors[chosen]))
    return found


def origins_of(placed: Sequence[Placement]) -> list[str]:
    """Return the researchers whom a split takes authorships from, sorted."""
    return sorted({researcher for _, _, researcher, _ in placed})


FORMER = """
MATCH (:FormerResearcher {id: $id})
OPTIONAL MATCH (:Identifier {scheme: 'id', value: $id})-[:IDENTIFIES]->(keep:Researcher)
RETURN keep.id ORDER BY keep.id LIMIT 1
"""
CREATE = """
CREATE (s:Researcher:Dirty)
SET s = $properties
"""
SPLIT = """
MATCH (d:IdentityDecision {id: $id}), (s:Researcher {id: $splitOff})
CREATE (d)-[:SPLITS_OFF]->(s)
SET d.state = 'APPLIED', d.waitsFor = null, d.nameKeys = $nameKeys
WITH d
UNWIND $origins AS id
MATCH (r:Researcher {id: id})
CREATE (d)-[:KEEPS]->(r)
"""


def split(tx: Transaction, decision: Decision, placed: Sequence[Placement]) -> None:
    """Give the authorships `placed` to the researcher whom `decision` splits off."""
    origins = origins_of(placed)
    names = {*name_keys(tx, origins), *(key.partition(" #")[0] for _, key, _, _ in placed)}
    if (former := tx.run(FORMER, id=decision.other).single()) is not None:
        bring_back(tx, decision.other, former[0] or origins[0])
    else:
        name = min(name for _, _, _, name in placed)
        tx.run(CREATE, properties=_split_off(decision.other, name)).consume()
    take_authorships(tx, [(researcher, key, work) for work, key, researcher, _ in placed], decision.other)
    tx.run(SPLIT, id=decision.id, splitOff=decision.other, origins=origins, nameKeys=sorted(names)).consume()
    touch(tx, [decision.other, *origins])


def _split_off(id_: str, name: str) -> dict[str, Any]:
    return {
        "id": id_,
        "name": name,
        "nameKey": name_key(name),
        **IDENTITY,
        "affiliationState": "NOT_IMPORTED",
        "followersCount": 0,
    }


SPLIT_MEMBERS = """
MATCH (d:IdentityDecision {id: $id})-[:SPLITS_OFF]->(s:Researcher)
MATCH (d)-[:KEEPS]->(r:Researcher)
RETURN s.id, collect(r.id)
"""
UNSPLIT = """
MATCH (d:IdentityDecision {id: $id})-[e:KEEPS|SPLITS_OFF]->()
DELETE e
SET d.state = 'PENDING', d.nameKeys = null
"""


def unsplit(tx: Transaction, decision: str) -> None:
    """Give back what a split took; the decision waits then."""
    split_off, origins = tx.run(SPLIT_MEMBERS, id=decision).single(strict=True)
    give_back_authorships(tx, split_off, origins)
    set_aside(tx, split_off, min(origins))
    tx.run(UNSPLIT, id=decision).consume()
    touch(tx, origins)


FORGET_SPLIT = """
MATCH (d:IdentityDecision {id: $id})
OPTIONAL MATCH (d)-[e:PLACES]->()
DELETE e
WITH DISTINCT d
OPTIONAL MATCH (s:FormerResearcher {id: d.other})
OPTIONAL MATCH (s)<-[f:IDENTIFIES]-()
DELETE f
WITH DISTINCT d, s
CALL (d) {
  MATCH (:Identifier {scheme: 'id', value: d.other})-[:IDENTIFIES]->(r:Researcher)
  MATCH (r)-[e]-()
  WHERE e.origins[-1] = d.other
  SET e.origins = CASE WHEN size(e.origins) > 1 THEN e.origins[..-1] END
}
DETACH DELETE s
"""


def forget_split(tx: Transaction, decision: str) -> None:
    """Leave what a withdrawn split had made to those who have it now, for good."""
    tx.run(FORGET_SPLIT, id=decision).consume()

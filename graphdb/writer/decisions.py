"""What moderators have decided on who is who, laid over what identifiers and names say.

A decision is applied to the people that the identity rules make. Before those rules look at somebody whom a decision is
about, all decisions that hang together with it are withdrawn, and marked as waiting; the last pass over who is who
applies them again, in the order in which they were taken. So the graph is what the records say, and then what the
decisions say of it, in whatever order both came; and to take a decision back leaves nothing of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, LiteralString

import msgspec

from graphdb.derived.surroundings import SURROUNDINGS
from graphdb.ids import node_id
from graphdb.text import name_key
from graphdb.writer.authorships import same_author
from graphdb.writer.heirs import inherit_now
from graphdb.writer.lookup import collected
from graphdb.writer.set_aside import (
    bring_back,
    give_back_authorships,
    set_aside,
    take_all_authorships,
    take_authorships,
)
from graphdb.writer.transaction import Transaction

RULE = "CURATED"
"""The identity rule of those whom a decision is about: somebody looked and said so."""
IDENTITY = {"keyed": True, "identityRule": RULE, "identityConfidence": 1.0}
"""What is said of their identity; the name pass leaves them alone."""

INHERITED = ("orcid", "bio", "bioIsGenerated", "role", "openToCollaborate", "openToCollaborateSource")
"""Properties that the one who is kept has of the other where she has none."""
UNITED = ("registryNames", "urls", "rawAffiliations")
"""Lists that she has of both."""


class Decision(msgspec.Struct, frozen=True):
    """A decision as the graph holds it."""

    id: str
    kind: str
    """`MERGE` or `SPLIT`."""
    number: int
    """In the order in which they were taken, from 1."""
    state: str
    """`APPLIED`, `PENDING` (it waits for an import to end, or for `waitsFor`) or `UNDONE`."""
    keep: str
    """Of a merge: the researcher who is kept. Of a split: the one whose works they were."""
    other: str
    """Of a merge: the researcher who was merged. Of a split: the one whose works they are."""
    by: str | None = None
    reason: str | None = None
    decidedAt: str | None = None  # noqa: N815 - properties of the node
    undoneAt: str | None = None  # noqa: N815
    undoneBy: str | None = None  # noqa: N815
    waitsFor: str | None = None  # noqa: N815
    works: list[str] = []
    """Ids of the works that changed hands when it was taken."""
    identifiers: list[str] = []
    """And the identifiers, each scheme and value with a blank between them."""


def split_off_id(decision: str) -> str:
    """Return the id of the researcher that a split makes."""
    return node_id("Researcher", "decision", decision)


ANY = """
MATCH (d:IdentityDecision)
RETURN count(d)
"""


def any_decisions(tx: Transaction) -> bool:
    """Say whether there is a decision at all."""
    return bool(tx.run(ANY).single(strict=True)[0])


CONNECTED = """
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Researcher {id: id}) RETURN n
UNION
  MATCH (n:FormerResearcher {id: id}) RETURN n
}
MATCH (n)<-[:KEEPS|MERGES|SPLITS_OFF]-(d:IdentityDecision)
MATCH (d)-[:KEEPS|MERGES|SPLITS_OFF]->(m)
RETURN collect(DISTINCT [d.id, d.kind, d.number, m.id])
"""


def suspend(tx: Transaction, researchers: Iterable[str]) -> list[int]:
    """Withdraw all decisions that hang together with one about any of `researchers`, the last first.

    Returns their numbers, sorted; they wait until `apply_pending`.
    """
    frontier = sorted(set(researchers))
    if not frontier or not any_decisions(tx):
        return []
    seen = set(frontier)
    found: dict[str, tuple[int, str]] = {}
    while frontier:
        edge: set[str] = set()
        for decision, kind, number, member in collected(tx.run(CONNECTED, ids=frontier)):
            found[decision] = (number, kind)
            edge.add(member)
        frontier = sorted(edge - seen)
        seen |= edge
    for decision in sorted(found, key=lambda decision: found[decision][0], reverse=True):
        if found[decision][1] == "MERGE":
            _withdraw_merge(tx, decision)
        else:
            _withdraw_split(tx, decision)
    return sorted(number for number, _ in found.values())


AUTHORS = """
UNWIND $works AS work
MATCH (:Work {id: work})<-[:AUTHORED]-(r:Researcher)
WHERE EXISTS { (r)<-[:KEEPS|SPLITS_OFF]-(:IdentityDecision) }
RETURN collect(DISTINCT r.id)
"""


def suspend_of_works(tx: Transaction, works: Iterable[str]) -> None:
    """Withdraw the decisions about the authors of `works`."""
    ids = sorted(set(works))
    if ids and any_decisions(tx):
        suspend(tx, collected(tx.run(AUTHORS, works=ids)))


NAMED = """
MATCH (d:IdentityDecision {state: 'APPLIED'})
WHERE any(name IN d.nameKeys WHERE name IN $names)
MATCH (d)-[:KEEPS]->(r)
RETURN collect(DISTINCT r.id)
"""


def suspend_of_names(tx: Transaction, names: Sequence[str]) -> None:
    """Withdraw the decisions about people whom authorships under the folded `names` may belong to."""
    if names and any_decisions(tx):
        suspend(tx, collected(tx.run(NAMED, names=names)))


NEXT = """
MATCH (d:IdentityDecision {state: 'PENDING'})
WHERE d.number > $after
WITH d ORDER BY d.number LIMIT $limit
RETURN collect(d{.*})
"""


def apply_pending(tx: Transaction, after: int, limit: int) -> tuple[int, int]:
    """Apply up to `limit` of the decisions that wait, of those with numbers greater than `after`, in their order.

    Returns how many there were, and the number to go on after. One that cannot be applied goes on waiting.
    """
    pending = [msgspec.convert(each, Decision) for each in collected(tx.run(NEXT, after=after, limit=limit))]
    for done, decision in enumerate(pending, start=1):
        withdrawn = apply(tx, decision)
        if withdrawn:
            # All that hang together are applied in their order: the first of them comes next.
            return done, min(*withdrawn, decision.number) - 1
    return len(pending), pending[-1].number if pending else after


def apply(tx: Transaction, decision: Decision) -> list[int]:
    """Apply one decision to the people as they are now, all earlier ones being applied.

    Where later ones are applied already, these are withdrawn with all that hang together, and their numbers returned:
    it is to be tried again once the earlier ones are back.
    """
    return _apply_merge(tx, decision) if decision.kind == "MERGE" else _apply_split(tx, decision)


# The id itself, or what it is an alias of; who has lost all works during an import answers with who has them now.
CURRENT = """
OPTIONAL MATCH (known:Researcher {id: $id})
OPTIONAL MATCH (:Identifier {scheme: 'id', value: $id})-[:IDENTIFIES]->(alias:Researcher)
WITH coalesce(known, alias) AS n ORDER BY n.id LIMIT 1
OPTIONAL MATCH (n)-[:REPLACED_BY*1..9]->(heir:Researcher)
WHERE NOT EXISTS { (n)-[:AUTHORED]->() } AND NOT EXISTS { (n)<-[:DESCRIBES]-() } AND EXISTS { (heir)-[:AUTHORED]->() }
WITH n, heir ORDER BY heir.id LIMIT 1
RETURN coalesce(heir.id, n.id), heir IS NOT NULL
"""


def current(tx: Transaction, id_: str) -> tuple[str | None, bool]:
    """Return which researcher `id_` names now, and whether that is only who has got the works of the one it named."""
    found = tx.run(CURRENT, id=id_).single(strict=True)
    return found[0], found[1]


LATER = """
UNWIND $ids AS id
MATCH (:Researcher {id: id})<-[:KEEPS|SPLITS_OFF]-(d:IdentityDecision)
WHERE d.number > $number
RETURN count(d)
"""
PAIR = """
MATCH (keep:Researcher {id: $keep}), (gone:Researcher {id: $gone})
RETURN properties(keep), properties(gone), keep:Unresolved OR gone:Unresolved,
  COLLECT { MATCH (keep)-[:AUTHORED]->(w)<-[:AUTHORED]-(gone) RETURN DISTINCT w.id ORDER BY w.id LIMIT 3 },
  COLLECT { MATCH (keep)<-[:IDENTIFIES]-(i:Identifier {scheme: 'orcid'}) RETURN i.value },
  COLLECT { MATCH (gone)<-[:IDENTIFIES]-(i:Identifier {scheme: 'orcid'}) RETURN i.value }
"""
# Under which names the rules may find works of theirs.
NAME_KEYS = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
UNWIND CASE WHEN r.keyed THEN [] ELSE [r.nameKey] END
  + COLLECT { MATCH (r)<-[:DESCRIBES]-(record:Record) UNWIND record.nameKeys AS name RETURN DISTINCT name } AS name
RETURN collect(DISTINCT name)
"""
MERGED = """
MATCH (d:IdentityDecision {id: $id}), (keep:Researcher {id: $keep}), (gone:FormerResearcher {id: $gone})
CREATE (d)-[:KEEPS]->(keep), (d)-[:MERGES]->(gone)
SET d.state = 'APPLIED', d.waitsFor = null, d.nameKeys = $nameKeys, d.changes = $changes
SET keep += $properties
"""
WAIT = """
MATCH (d:IdentityDecision {id: $id})
SET d.state = 'PENDING', d.waitsFor = $reason
"""


def wait(tx: Transaction, decision: str, reason: str | None) -> None:
    """Have a decision wait: for the end of an import, or for what `reason` says."""
    tx.run(WAIT, id=decision, reason=reason).consume()


def _withdraw_later(tx: Transaction, ids: Sequence[str], number: int) -> list[int]:
    later = tx.run(LATER, ids=ids, number=number).single(strict=True)[0]
    return suspend(tx, ids) if later else []


def _apply_merge(tx: Transaction, decision: Decision) -> list[int]:
    (keep, keep_is_heir), (gone, gone_is_heir) = current(tx, decision.keep), current(tx, decision.other)
    if withdrawn := _withdraw_later(tx, [id_ for id_ in (keep, gone) if id_ is not None], decision.number):
        return withdrawn
    if keep is None or gone is None:
        wait(tx, decision.id, f"nothing is known any more of {decision.keep if keep is None else decision.other}")
    elif keep == gone:
        wait(tx, decision.id, "the records say themselves that they are one")
    else:
        _merge(tx, decision.id, keep, gone, by_works=keep_is_heir or gone_is_heir)
    return []


def _merge(tx: Transaction, decision: str, keep: str, gone: str, *, by_works: bool) -> None:
    """Merge `gone` into `keep`, if it can be; `by_works`: one of them only has the works of whom it was decided of."""
    [properties, others, unresolved, shared, orcids, other_orcids] = tx.run(PAIR, keep=keep, gone=gone).single(
        strict=True
    )
    reason = None
    if shared:
        reason = f"they are two authors of {', '.join(shared)}"
    elif by_works and orcids and other_orcids and not set(orcids) & set(other_orcids):
        reason = "their works have gone to people with different ORCID iDs"
    if unresolved or reason:
        wait(tx, decision, None if unresolved else reason)
        return
    names = collected(tx.run(NAME_KEYS, ids=[keep, gone]))
    changes = merged_properties(properties, others)
    inherit_now(tx, gone)
    take_all_authorships(tx, gone, keep)
    set_aside(tx, gone, keep)
    tx.run(
        MERGED,
        id=decision,
        keep=keep,
        gone=gone,
        nameKeys=sorted(names),
        properties=changes,
        changes=msgspec.json.encode(
            {name: [properties.get(name), value] for name, value in ({"nameKey": None} | changes).items()}
        ).decode(),
    ).consume()
    touch(tx, [keep])


def merged_properties(keep: Mapping[str, Any], gone: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties of the researcher `keep` that change when `gone` is merged into her.

    What is derived from works is left out.
    """
    merged: dict[str, Any] = dict(IDENTITY)
    by_owner = {each.get("openToCollaborateSource") == "OWNER" for each in (keep, gone)} == {True, False}
    for name in INHERITED:
        if name.startswith("openToCollaborate"):
            if by_owner and gone.get("openToCollaborateSource") == "OWNER":
                merged[name] = gone.get(name)
        elif name == "bioIsGenerated":
            if keep.get("bio") is None and gone.get("bio") is not None:
                merged[name] = gone.get(name)
        elif keep.get(name) is None and gone.get(name) is not None:
            merged[name] = gone[name]
    for name in UNITED:
        both = list(dict.fromkeys([*(keep.get(name) or ()), *(gone.get(name) or ())]))
        if both and both != keep.get(name):
            merged[name] = both
    return merged


MEMBERS = """
MATCH (d:IdentityDecision {id: $id})-[:KEEPS]->(keep:Researcher), (d)-[:MERGES]->(gone:FormerResearcher)
RETURN keep.id, gone.id, d.changes, properties(keep)
"""
UNMERGED = """
MATCH (d:IdentityDecision {id: $id})-[e:KEEPS]->(keep:Researcher), (d)-[f:MERGES]->(gone:Researcher)
DELETE e, f
SET d.state = 'PENDING', d.changes = null, d.nameKeys = null
SET keep += $properties
"""


def _withdraw_merge(tx: Transaction, decision: str) -> None:
    keep, gone, changes, properties = tx.run(MEMBERS, id=decision).single(strict=True)
    bring_back(tx, gone, keep)
    give_back_authorships(tx, keep, [gone])
    # What the rules look at is as it was; of the rest, what somebody has set since is left as it is.
    before = {
        name: old
        for name, (old, new) in msgspec.json.decode(changes).items()
        if name in IDENTITY or name == "nameKey" or properties.get(name) == new
    }
    tx.run(UNMERGED, id=decision, properties=before).consume()
    touch(tx, [keep, gone])


SEATS = """
MATCH (d:IdentityDecision {id: $id})-[place:PLACES]->(w:Work)<-[a:AUTHORED]-(r:Researcher)
RETURN collect([w.id, place.key, a.key, r.id, a.rawName, r:Unresolved])
"""
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


def _apply_split(tx: Transaction, decision: Decision) -> list[int]:
    rows = collected(tx.run(SEATS, id=decision.id))
    placed = placements([tuple(row[:5]) for row in rows])
    origins = sorted({researcher for _, _, researcher, _ in placed})
    if withdrawn := _withdraw_later(tx, origins, decision.number):
        return withdrawn
    if not placed:
        wait(tx, decision.id, "none of its works has an author of that name any more")
        return []
    if any(unresolved for *_, researcher, _, unresolved in rows if researcher in origins):
        wait(tx, decision.id, None)
        return []
    names = collected(tx.run(NAME_KEYS, ids=origins))
    if (former := tx.run(FORMER, id=decision.other).single()) is not None:
        bring_back(tx, decision.other, former[0] or origins[0])
    else:
        name = min(name for _, _, _, name in placed)
        tx.run(CREATE, properties=_split_off(decision.other, name)).consume()
    take_authorships(tx, [(researcher, key, work) for work, key, researcher, _ in placed], decision.other)
    names = sorted({*names, *(key.partition(" #")[0] for _, key, _, _ in placed)})
    tx.run(SPLIT, id=decision.id, splitOff=decision.other, origins=origins, nameKeys=names).consume()
    touch(tx, [decision.other, *origins])
    return []


def placements(seats: Sequence[tuple[str, str, str, str, str]]) -> list[tuple[str, str, str, str]]:
    """Return which authorships a split takes: (work, key, researcher, printed name), at most one of a work.

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


def _withdraw_split(tx: Transaction, decision: str) -> None:
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


TOUCHED: LiteralString = f"""{SURROUNDINGS}WHERE NOT n:Dirty
SET n:Dirty
"""


def touch(tx: Transaction, researchers: Sequence[str]) -> None:
    """Have the figures made anew of `researchers`, and of all whose figures their works are counted in."""
    tx.run(TOUCHED, ids=researchers).consume()

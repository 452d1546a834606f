"""Decisions as the graph keeps them: taken, applied, waiting or undone."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from graphdb.ids import digest
from graphdb.moderation.errors import UnknownDecisionError
from graphdb.writer.decisions.applying import apply, current
from graphdb.writer.decisions.record import Decision, split_off_id
from graphdb.writer.lookup import collected
from graphdb.writer.runs import now
from graphdb.writer.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted of a decision beside whom it is about."""

    by: str | None
    """Id of who decided."""
    reason: str | None
    works: tuple[str, ...] = ()
    """Ids of the works that change hands."""
    identifiers: tuple[tuple[str, str], ...] = ()
    """Identifiers that do."""


CREATE = """
OPTIONAL MATCH (other:IdentityDecision)
WITH coalesce(max(other.number), 0) + 1 AS number
CREATE (d:IdentityDecision)
SET d = $properties, d.number = number
RETURN d{.*}
"""


def new_decision(tx: Transaction, kind: str, keep: str, other: str | None, note: Note) -> Decision:
    """Put a decision on record, to be applied; `other` None: a researcher to be split off."""
    id_ = "d_" + digest("decision", secrets.token_hex(16))
    properties = {
        "id": id_,
        "kind": kind,
        "state": "PENDING",
        "keep": keep,
        "other": split_off_id(id_) if other is None else other,
        "by": note.by,
        "reason": note.reason,
        "decidedAt": now(),
        "works": sorted(note.works),
        "identifiers": [" ".join(name) for name in note.identifiers],
    }
    return msgspec.convert(tx.run(CREATE, properties=properties).single(strict=True)[0], Decision)


PLACE = """
MATCH (d:IdentityDecision {id: $id})
UNWIND $rows AS row
MATCH (w:Work {id: row[0]})
CREATE (d)-[:PLACES {key: row[1]}]->(w)
"""


def place(tx: Transaction, decision: str, seats: Iterable[tuple[str, str]]) -> None:
    """Say which authorships, each (work, key), a split takes."""
    tx.run(PLACE, id=decision, rows=[list(seat) for seat in seats]).consume()


UNDO = """
MATCH (d:IdentityDecision {id: $id})
SET d.state = 'UNDONE', d.undoneAt = $now, d.undoneBy = $by, d.undoneFor = $reason, d.waitsFor = null
"""


def mark_undone(tx: Transaction, decision: str, note: Note) -> None:
    """Say of a decision, which is withdrawn already, that it was undone."""
    tx.run(UNDO, id=decision, by=note.by, reason=note.reason, now=now()).consume()


FIND = """
MATCH (d:IdentityDecision {id: $id})
RETURN d{.*}
"""


def find_decision(tx: Transaction, id_: str) -> Decision:
    """Return the decision with an id; raises `UnknownDecisionError`."""
    found = tx.run(FIND, id=id_).single()
    if found is None:
        raise UnknownDecisionError(f"There is no decision {id_[:40]!r}.", "Decisions have ids that begin with `d_`.")
    return msgspec.convert(found[0], Decision)


PENDING = """
UNWIND $numbers AS number
MATCH (d:IdentityDecision {number: number, state: 'PENDING'})
WITH d ORDER BY d.number
RETURN collect(d{.*})
"""


def withdrawn(tx: Transaction, numbers: Sequence[int]) -> list[Decision]:
    """Return those of the decisions with `numbers` that wait, in their order."""
    return [msgspec.convert(each, Decision) for each in collected(tx.run(PENDING, numbers=numbers))]


WAITING = """
MATCH (d:IdentityDecision {state: 'PENDING'})
WHERE d.waitsFor IS NULL AND d.id <> $id
UNWIND [d.keep, d.other] AS id
RETURN collect(DISTINCT id)
"""


def apply_new(tx: Transaction, decision: Decision, people: Sequence[str]) -> list[str]:
    """Apply a decision about `people`, unless earlier ones about them wait for an import; return who is there then."""
    if not set(people) & set(researchers_there(tx, collected(tx.run(WAITING, id=decision.id)))):
        apply(tx, decision)
    return researchers_there(tx, [*people, decision.other])


MEMBERS = """
MATCH (d:IdentityDecision {id: $id})-[:KEEPS|SPLITS_OFF]->(r:Researcher)
RETURN collect(DISTINCT r.id)
"""


def people_of(tx: Transaction, decision: Decision) -> list[str]:
    """Return the researchers whom a decision is about and who are there."""
    members: list[str] = collected(tx.run(MEMBERS, id=decision.id))
    return sorted(members) if members else researchers_there(tx, [decision.keep, decision.other])


def researchers_there(tx: Transaction, ids: Iterable[str]) -> list[str]:
    """Return the researchers who answer to `ids`, each once."""
    found = (current(tx, id_)[0] for id_ in ids)
    return list(dict.fromkeys(id_ for id_ in found if id_ is not None))


DECISIONS_ABOUT = """
MATCH (d:IdentityDecision)
WHERE $id IS NULL OR d.keep = $id OR d.other = $id
WITH d ORDER BY d.number DESC LIMIT $limit
RETURN collect(d{.*})
"""


def latest_decisions(tx: Transaction, researcher: str | None, limit: int) -> list[Decision]:
    """Return the latest decisions, those about one researcher if her id is given."""
    return [msgspec.convert(each, Decision) for each in collected(tx.run(DECISIONS_ABOUT, id=researcher, limit=limit))]

"""Decisions are applied to the people that the identity rules have made, in the order in which they were taken."""

from collections.abc import Sequence

import msgspec

from graphdb.writer.decisions.merges import merge
from graphdb.writer.decisions.record import Decision, wait
from graphdb.writer.decisions.splits import origins_of, placements, split
from graphdb.writer.decisions.suspending import suspend
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

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


def _apply_merge(tx: Transaction, decision: Decision) -> list[int]:
    (keep, keep_is_heir), (gone, gone_is_heir) = current(tx, decision.keep), current(tx, decision.other)
    if withdrawn := _withdraw_later(tx, [id_ for id_ in (keep, gone) if id_ is not None], decision.number):
        return withdrawn
    if keep is None or gone is None:
        wait(tx, decision.id, f"nothing is known any more of {decision.keep if keep is None else decision.other}")
    elif keep == gone:
        wait(tx, decision.id, "the records say themselves that they are one")
    else:
        merge(tx, decision.id, keep, gone, by_works=keep_is_heir or gone_is_heir)
    return []


SEATS = """
MATCH (d:IdentityDecision {id: $id})-[place:PLACES]->(w:Work)<-[a:AUTHORED]-(r:Researcher)
RETURN collect([w.id, place.key, a.key, r.id, a.rawName, r:Unresolved])
"""


def _apply_split(tx: Transaction, decision: Decision) -> list[int]:
    rows = collected(tx.run(SEATS, id=decision.id))
    placed = placements([tuple(row[:5]) for row in rows])
    origins = origins_of(placed)
    if withdrawn := _withdraw_later(tx, origins, decision.number):
        return withdrawn
    if not placed:
        wait(tx, decision.id, "none of its works has an author of that name any more")
        return []
    if any(unresolved for *_, researcher, _, unresolved in rows if researcher in origins):
        wait(tx, decision.id, None)
        return []
    split(tx, decision, placed)
    return []


LATER = """
UNWIND $ids AS id
MATCH (:Researcher {id: id})<-[:KEEPS|SPLITS_OFF]-(d:IdentityDecision)
WHERE d.number > $number
RETURN count(d)
"""


def _withdraw_later(tx: Transaction, ids: Sequence[str], number: int) -> list[int]:
    later = tx.run(LATER, ids=ids, number=number).single(strict=True)[0]
    return suspend(tx, ids) if later else []

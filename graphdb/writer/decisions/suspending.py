"""Decisions are withdrawn, so that the identity rules find people as they made them."""

from collections.abc import Iterable, Sequence

from graphdb.writer.decisions.merges import unmerge
from graphdb.writer.decisions.record import any_decisions
from graphdb.writer.decisions.splits import unsplit
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

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
            unmerge(tx, decision)
        else:
            unsplit(tx, decision)
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

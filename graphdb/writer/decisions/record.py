"""A decision as the graph keeps it, and what is noted with it."""

from collections.abc import Sequence

import msgspec

from graphdb.ids import node_id
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

RULE = "CURATED"
"""The identity rule of those whom a decision is about: somebody looked and said so."""
IDENTITY = {"keyed": True, "identityRule": RULE, "identityConfidence": 1.0}
"""What is said of their identity; the name pass leaves them alone."""


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


WAIT = """
MATCH (d:IdentityDecision {id: $id})
SET d.state = 'PENDING', d.waitsFor = $reason
"""


def wait(tx: Transaction, decision: str, reason: str | None) -> None:
    """Have a decision wait: for the end of an import, or for what `reason` says."""
    tx.run(WAIT, id=decision, reason=reason).consume()


# Under which names the rules may find works of theirs.
NAME_KEYS = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
UNWIND CASE WHEN r.keyed THEN [] ELSE [r.nameKey] END
  + COLLECT { MATCH (r)<-[:DESCRIBES]-(record:Record) UNWIND record.nameKeys AS name RETURN DISTINCT name } AS name
RETURN collect(DISTINCT name)
"""


def name_keys(tx: Transaction, researchers: Sequence[str]) -> list[str]:
    """Return the folded names under which the identity rules may find works of `researchers`."""
    found: list[str] = collected(tx.run(NAME_KEYS, ids=researchers))
    return found

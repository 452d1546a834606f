"""What a record shows because its owner says so, beside what sources say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphdb.owner_edits.records import OwnerEditKind
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Words:
    """The last word of an owner on each thing; None: what sources say is shown."""

    name: str | None = None
    bio: str | None = None
    role: str | None = None
    institution: str | None = None
    since: int | None = None
    """First year at the institution."""
    open_to_collaborate: bool | None = None

    def properties(self) -> dict[str, Any]:
        """Return the properties of a researcher that nothing but these words decides."""
        said = self.open_to_collaborate
        return {
            "ownerBio": self.bio,
            "role": self.role,
            "openToCollaborate": said,
            "openToCollaborateSource": "OWNER" if said is not None else None,
        }


NO_WORDS = Words()

# Only what the account that owns the record now has said; the institution may have another id by now.
SAID = """
UNWIND $ids AS id
MATCH (a:Account)-[:OWNS]->(r:Researcher {id: id})
MATCH (a)-[:EDITED]->(e:OwnerEdit {state: 'STANDS'})-[:EDITS]->(r)
WHERE e.kind IN $kinds
OPTIONAL MATCH (known:Institution {id: e.value})
OPTIONAL MATCH (:Identifier {scheme: 'id', value: e.value})-[:IDENTIFIES]->(alias:Institution)
WITH id, e, coalesce(known.id, alias.id) AS institution ORDER BY e.number
RETURN collect([id, e.kind, e.value, e.since, institution])
"""
WORDS = (
    OwnerEditKind.NAME,
    OwnerEditKind.BIO,
    OwnerEditKind.ROLE,
    OwnerEditKind.AFFILIATION,
    OwnerEditKind.OPEN_TO_COLLABORATE,
)
"""Kinds of edit that say something of the person, rather than whose a work is."""


def words_of(tx: Transaction, ids: Sequence[str]) -> dict[str, Words]:
    """Return what the owners of the researchers `ids` say; nothing of those who have none or say nothing."""
    last: dict[str, dict[str, Any]] = {}
    for id_, kind, value, since, institution in collected(tx.run(SAID, ids=list(ids), kinds=list(WORDS))):
        said = last.setdefault(id_, {})
        if kind == OwnerEditKind.AFFILIATION:
            said |= {"institution": institution, "since": since if institution is not None else None}
        elif kind == OwnerEditKind.OPEN_TO_COLLABORATE:
            said["open_to_collaborate"] = None if value is None else value == "true"
        else:
            said[kind.lower()] = value
    return {id_: Words(**said) for id_, said in last.items()}


# Where nobody else says that they work there, the edge is no ground for anything.
PLACE = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row[0]}), (i:Institution {id: row[1]})
MERGE (r)-[e:AFFILIATED_WITH]->(i)
ON CREATE SET e.source = 'owner', e.works = 0
SET e.byOwner = true, e.ownerSince = row[2], i:Dirty
RETURN collect([r.id, COUNT { (r)-[:AFFILIATED_WITH]->() }])
"""


def place(tx: Transaction, words: Mapping[str, Words]) -> dict[str, int]:
    """Affiliate researchers, by id, with where they say that they work; return how many institutions each of them has.

    The affiliations that sources name must stand already.
    """
    rows = [[id_, said.institution, said.since] for id_, said in words.items() if said.institution is not None]
    return dict(collected(tx.run(PLACE, rows=rows))) if rows else {}

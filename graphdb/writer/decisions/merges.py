"""Making two researchers one, and two of them again."""

from collections.abc import Mapping
from typing import Any

import msgspec

from graphdb.derived.surroundings import touch
from graphdb.writer.decisions.record import IDENTITY, name_keys, wait
from graphdb.writer.heirs import inherit_now
from graphdb.writer.set_aside import bring_back, give_back_authorships, set_aside, take_all_authorships
from graphdb.writer.transaction import Transaction

INHERITED = ("orcid", "bio", "bioIsGenerated")
"""Properties that the one who is kept has of the other where she has none."""
UNITED = ("registryNames", "urls", "rawAffiliations")
"""Lists that she has of both."""

PAIR = """
MATCH (keep:Researcher {id: $keep}), (gone:Researcher {id: $gone})
RETURN properties(keep), properties(gone), keep:Unresolved OR gone:Unresolved,
  COLLECT { MATCH (keep)-[:AUTHORED]->(w)<-[:AUTHORED]-(gone) RETURN DISTINCT w.id ORDER BY w.id LIMIT 3 },
  COLLECT { MATCH (keep)<-[:IDENTIFIES]-(i:Identifier {scheme: 'orcid'}) RETURN i.value },
  COLLECT { MATCH (gone)<-[:IDENTIFIES]-(i:Identifier {scheme: 'orcid'}) RETURN i.value }
"""
MERGED = """
MATCH (d:IdentityDecision {id: $id}), (keep:Researcher {id: $keep}), (gone:FormerResearcher {id: $gone})
CREATE (d)-[:KEEPS]->(keep), (d)-[:MERGES]->(gone)
SET d.state = 'APPLIED', d.waitsFor = null, d.nameKeys = $nameKeys, d.changes = $changes
SET keep += $properties
"""


def merge(tx: Transaction, decision: str, keep: str, gone: str, *, by_works: bool) -> None:
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
    names = name_keys(tx, [keep, gone])
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

    What is derived from works, and from what owners say, is left out.
    """
    merged: dict[str, Any] = dict(IDENTITY)
    for name in INHERITED:
        if name == "bioIsGenerated":
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


def unmerge(tx: Transaction, decision: str) -> None:
    """Make two people again of whom a decision has merged; it waits then."""
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

"""Slugs: one kind is one namespace; who shares a slug's base gets a suffix, but for one."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, LiteralString

from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

SUFFIX_LENGTH = 6

GROUPS: dict[str, LiteralString] = {
    "Researcher": """
UNWIND $bases AS base
MATCH (n:Researcher {slugBase: base})
RETURN collect([
  n.slugBase,
  CASE WHEN EXISTS { (n)<-[:SPLITS_OFF]-(:IdentityDecision {kind: 'SPLIT'}) } THEN 2 WHEN n.keyed THEN 0 ELSE 1 END,
  n.id,
  n.slug
])
""",
    "Work": """
UNWIND $bases AS base
MATCH (n:Work {slugBase: base})
RETURN collect([n.slugBase, false, n.id, n.slug])
""",
    "Topic": """
UNWIND $bases AS base
MATCH (n:Topic {slugBase: base})
RETURN collect([n.slugBase, n.scheme <> 'openalex', n.id, n.slug])
""",
    "Institution": """
UNWIND $bases AS base
MATCH (n:Institution {slugBase: base})
RETURN collect([n.slugBase, n.ror IS NULL, n.id, n.slug])
""",
    "Source": """
UNWIND $bases AS base
MATCH (n:Source {slugBase: base})
RETURN collect([n.slugBase, n.issn IS NULL, n.id, n.slug])
""",
}
# A slug may pass from one node to another: all are freed before any is taken.
FREE: dict[str, LiteralString] = {
    "Researcher": "UNWIND $rows AS row MATCH (n:Researcher {id: row[0]}) REMOVE n.slug",
    "Work": "UNWIND $rows AS row MATCH (n:Work {id: row[0]}) REMOVE n.slug",
    "Topic": "UNWIND $rows AS row MATCH (n:Topic {id: row[0]}) REMOVE n.slug",
    "Institution": "UNWIND $rows AS row MATCH (n:Institution {id: row[0]}) REMOVE n.slug",
    "Source": "UNWIND $rows AS row MATCH (n:Source {id: row[0]}) REMOVE n.slug",
}
TAKE: dict[str, LiteralString] = {
    "Researcher": "UNWIND $rows AS row MATCH (n:Researcher {id: row[0]}) SET n.slug = row[1]",
    "Work": "UNWIND $rows AS row MATCH (n:Work {id: row[0]}) SET n.slug = row[1]",
    "Topic": "UNWIND $rows AS row MATCH (n:Topic {id: row[0]}) SET n.slug = row[1]",
    "Institution": "UNWIND $rows AS row MATCH (n:Institution {id: row[0]}) SET n.slug = row[1]",
    "Source": "UNWIND $rows AS row MATCH (n:Source {id: row[0]}) SET n.slug = row[1]",
}
KEEP_ALIAS: dict[str, LiteralString] = {
    "Researcher": """
UNWIND $rows AS row
MATCH (n:Researcher {id: row[0]})
MERGE (i:Identifier {scheme: 'slug:researcher', value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
""",
    "Work": """
UNWIND $rows AS row
MATCH (n:Work {id: row[0]})
MERGE (i:Identifier {scheme: 'slug:work', value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
""",
    "Topic": """
UNWIND $rows AS row
MATCH (n:Topic {id: row[0]})
MERGE (i:Identifier {scheme: 'slug:topic', value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
""",
    "Institution": """
UNWIND $rows AS row
MATCH (n:Institution {id: row[0]})
MERGE (i:Identifier {scheme: 'slug:institution', value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
""",
    "Source": """
UNWIND $rows AS row
MATCH (n:Source {id: row[0]})
MERGE (i:Identifier {scheme: 'slug:source', value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
""",
}


def assign_slugs(
    tx: Transaction, label: str, bases: Iterable[str], to_come: Sequence[tuple[str, str]] = ()
) -> dict[str, str]:
    """Give every node of `label` whose slug has one of `bases` the slug that follows from who else has that base.

    `to_come` are nodes, each (base, id), that the caller creates next, with the slugs that are returned by their ids;
    nodes that no authority knows better than others.

    The plain base goes to a node that an authority knows, else to the one with the smallest id: counts, which change,
    have no say, and neither has the order of imports. A person who was split off comes after all others: what is left
    of the record keeps its address. The others carry the start of their id. A slug that was public stays an alias.
    """
    wanted_bases = sorted({*bases, *(base for base, _ in to_come)})
    rows: list[list[Any]] = collected(tx.run(GROUPS[label], bases=wanted_bases))
    new = {id_ for _, id_ in to_come}
    rows = sorted([*rows, *([base, False, id_, None] for base, id_ in to_come)])
    slugs: dict[str, str] = {}
    changes: list[list[str | None]] = []
    for base, group in groupby(rows, key=lambda row: str(row[0])):
        for rank, (_, _, id_, slug) in enumerate(group):
            wanted = base if rank == 0 else f"{base}-{id_[2 : 2 + SUFFIX_LENGTH]}"
            if id_ in new:
                slugs[id_] = wanted
            elif slug != wanted:
                changes.append([id_, wanted, slug])
    public = [change for change in changes if change[2] is not None]
    if public:
        tx.run(FREE[label], rows=public).consume()
    if changes:
        tx.run(TAKE[label], rows=changes).consume()
    if public:
        tx.run(KEEP_ALIAS[label], rows=public).consume()
    return slugs

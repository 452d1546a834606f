"""People known by name only: which of their authorships are one person's.

The rules: the same name key, and a shared co-author (by name key) or a shared institution; or the same name key, which
is a full name that few people share, and works of one field. Evidence is transitive. The result depends on the set of
authorships alone, so it is made anew for every name that an import touched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from graphdb.claims.settling import NOBODYS
from graphdb.derived.collaborations import MAX_AUTHORS
from graphdb.derived.common_names import is_distinctive
from graphdb.derived.listed import any_listings, attach_listed
from graphdb.derived.slugs import assign_slugs
from graphdb.writer.authorships import NAME_RULE, authorship_id
from graphdb.writer.carried import carry
from graphdb.writer.decisions.suspending import suspend_of_names
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

JOIN_RULE = "NAME_AND_EVIDENCE"
JOIN_CONFIDENCE = 0.95
FIELD_RULE = "FULL_NAME_IN_FIELD"
FIELD_CONFIDENCE = 0.9

FIELDS = {"acl": "computational linguistics", "dblp": "computer science"}
"""Of the sources whose works are all of one field."""


@dataclass(frozen=True, slots=True)
class Authorship:
    """One authorship of somebody known by name only."""

    work: str
    key: str
    """Of the authorship within the work."""
    researcher: str
    """Whose it is now."""
    evidence: frozenset[str]
    """Co-authors' name keys and institutions' ids."""
    fields: frozenset[str] = frozenset()
    """Of the work; evidence where the name is distinctive."""

    @property
    def id(self) -> str:
        """The id of a person who has this authorship alone."""
        return authorship_id(self.work, self.key)


def cluster(authorships: Sequence[Authorship], *, distinctive: bool = False) -> list[list[Authorship]]:
    """Return the authorships of one name, grouped by person; each group sorted by id, the groups by their first.

    `distinctive`: works of one field are evidence. Two authors of one work are two people, however much they share.
    """
    ranked = sorted(authorships, key=lambda a: a.id)
    parent = list(range(len(ranked)))
    works = [{a.work} for a in ranked]

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first_with: dict[str, int] = {}
    # Fields last: the weaker evidence, where the authors of one work keep groups apart.
    for shared in ("evidence", "fields") if distinctive else ("evidence",):
        for i, authorship in enumerate(ranked):
            for evidence in sorted(getattr(authorship, shared)):
                a, b = root(i), root(first_with.setdefault(evidence, i))
                if a != b and works[a].isdisjoint(works[b]):
                    parent[a] = b
                    works[b] |= works[a]
    groups: dict[int, list[Authorship]] = {}
    for i, authorship in enumerate(ranked):
        groups.setdefault(root(i), []).append(authorship)
    return sorted(groups.values(), key=lambda group: group[0].id)


UNRESOLVED_NAMES = """
MATCH (r:Researcher:Unresolved)
WITH DISTINCT r.nameKey AS nameKey LIMIT $limit
RETURN nameKey
"""
AUTHORSHIPS_OF_NAMES = """
UNWIND $names AS name
MATCH (r:Researcher {nameKey: name})
WHERE NOT r.keyed AND NOT coalesce(r.claimed, false)
MATCH (r)-[a:AUTHORED]->(w)
CALL (r, w) {
  WITH r, w WHERE w.authorsCount <= $maxAuthors
  MATCH (w)<-[c:AUTHORED]-(o)
  WHERE o <> r
  RETURN collect(split(c.key, ' #')[0]) AS coauthors
}
RETURN collect([name, w.id, a.key, r.id, coauthors, coalesce(a.institutionIds, []),
  [(w)<-[:DESCRIBES]-(record:Record) | record.source],
  [(w)-[:ABOUT]->(t:Topic {scheme: 'arxiv'}) | split(t.code, '.')[0]]])
"""
RESOLVED = """
UNWIND $names AS name
MATCH (r:Researcher:Unresolved {nameKey: name})
REMOVE r:Unresolved
"""


def resolve_names(tx: Transaction, limit: int) -> int:
    """Settle up to `limit` names that wait for it; return how many there were."""
    names = [name for (name,) in tx.run(UNRESOLVED_NAMES, limit=limit).values()]
    if not names:
        return 0
    suspend_of_names(tx, names)
    if any_listings(tx):
        attach_listed(tx, names)
    by_name: dict[str, list[Authorship]] = {}
    for name, work, key, researcher, coauthors, institutions, sources, archives in collected(
        tx.run(AUTHORSHIPS_OF_NAMES, names=names, maxAuthors=MAX_AUTHORS)
    ):
        evidence = frozenset(coauthors) - {name} | frozenset(institutions)
        fields = frozenset(FIELDS[source] for source in sources if source in FIELDS) | frozenset(archives)
        by_name.setdefault(name, []).append(Authorship(work, key, researcher, evidence, fields))
    plan = _Plan()
    for name, authorships in by_name.items():
        plan.add(cluster(authorships, distinctive=is_distinctive(name)))
    # Before the plan deletes anybody: by a property that a transaction has set, as a withdrawn decision sets names,
    # Neo4j 2026.09 still finds a node that the same transaction has deleted, and fails.
    tx.run(RESOLVED, names=names).consume()
    plan.write(tx)
    return len(names)


CREATE = """
UNWIND $rows AS row
MATCH (model:Researcher {id: row[1]})
CREATE (r:Researcher:Dirty)
SET r = model{.*, id: row[0], slug: null, followersCount: 0}
SET r += $nobodys
"""
MOVE = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row[0]})-[a:AUTHORED {key: row[1]}]->(w:Work {id: row[2]})
MATCH (target:Researcher {id: row[3]})
CREATE (target)-[moved:AUTHORED]->(w)
SET moved = properties(a), w:Dirty, r:Dirty, target:Dirty
DELETE a
"""
FOLD: LiteralString = f"""
UNWIND $rows AS row
MATCH (gone:Researcher {{id: row[0]}}), (keep:Researcher {{id: row[1]}})
CALL (gone, keep) {{
  MATCH (before)-[:REPLACED_BY]->(gone)
  MERGE (before)-[:REPLACED_BY]->(keep)
}}
CALL (gone, keep) {{
  MATCH (account)-[e:FOLLOWS]->(gone)
  MERGE (account)-[f:FOLLOWS]->(keep)
  ON CREATE SET f = properties(e)
}}
CALL (gone, keep) {{
  MATCH (i:Identifier)-[e:IDENTIFIES]->(gone)
  MERGE (i)-[:IDENTIFIES]->(keep)
  DELETE e
}}
CALL (gone, keep) {{
  UNWIND [['id', replace(gone.id, '!', '')], ['slug:researcher', gone.slug]] AS alias
  WITH keep, alias WHERE alias[1] IS NOT NULL
  MERGE (i:Identifier {{scheme: alias[0], value: alias[1]}})
  MERGE (i)-[:IDENTIFIES]->(keep)
}}
{carry("gone", "keep")}
WITH gone, gone.slugBase AS base
DETACH DELETE gone
RETURN DISTINCT base
"""
# Whoever has lost all authorships, and waits to be removed, may have the id of a cluster that another holds.
SET_ASIDE = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
SET r.id = '!' + id
RETURN collect(id)
"""
# An id may pass from one node to another: all are freed before any is taken.
PARK = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row[0]})
SET r.id = '~' + r.id
"""
RENAME = """
UNWIND $rows AS row
MATCH (r:Researcher {id: '~' + row[0]})
SET r.id = row[1], r:Dirty
MERGE (i:Identifier {scheme: 'id', value: row[0]})
MERGE (i)-[:IDENTIFIES]->(r)
WITH r
MATCH (r)-[:COLLABORATED_WITH]-(c)
SET c:Dirty
"""
RULE = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row[0]})
SET r.identityRule = row[1], r.identityConfidence = row[2]
"""


class _Plan:
    """The changes that make the graph agree with the clusters of a batch of names."""

    def __init__(self) -> None:
        self.creations: list[list[str]] = []
        self.moves: list[list[str]] = []
        self.folds: list[list[str]] = []
        self.renames: list[list[str]] = []
        self.rules: list[list[str | float]] = []

    def add(self, clusters: Sequence[Sequence[Authorship]]) -> None:
        """Plan one name: each cluster takes a node that stands, of several the one that holds most of it."""
        taken: dict[str, str] = {}
        chosen: list[str | None] = []
        for group in clusters:
            target = group[0].id
            candidates = [r for r in _by_share(group) if r not in taken]
            node = target if target in candidates else next(iter(candidates), None)
            if node is not None:
                taken[node] = target
            chosen.append(node)
        for group, standing in zip(clusters, chosen, strict=True):
            target = group[0].id
            node = standing or target
            if standing is None:
                # A person splits in two, and the other part keeps the node.
                self.creations.append([target, group[0].researcher])
            elif node != target:
                self.renames.append([node, target])
            self.moves += [[a.researcher, a.key, a.work, node] for a in group if a.researcher != node]
            self.rules.append([target, *_rule(group)])
            self.folds += [[r, node] for r in _by_share(group) if r != node and r not in taken]
        # A node whose authorships went to several clusters is folded into the first that named it.
        self.folds = list({fold[0]: fold for fold in reversed(self.folds)}.values())

    def write(self, tx: Transaction) -> None:
        """Run the plan: new nodes, authorships moved, empty nodes folded, ids of the clusters' first authorships."""
        parked = {old: f"~{old}" for old, _ in self.renames}

        def now(rows: list[list[str]], *columns: int) -> list[list[str]]:
            return [[parked.get(v, v) if i in columns else v for i, v in enumerate(row)] for row in rows]

        if self.renames:
            tx.run(PARK, rows=self.renames).consume()
        targets = [id_ for id_, _ in self.creations] + [id_ for _, id_ in self.renames]
        idle = collected(tx.run(SET_ASIDE, ids=targets)) if targets else []
        if self.creations:
            tx.run(CREATE, rows=now(self.creations, 1), nobodys=NOBODYS).consume()
        if self.moves:
            tx.run(MOVE, rows=now(self.moves, 0, 3)).consume()
        bases: list[str] = []
        if self.folds:
            found = tx.run(FOLD, rows=now(self.folds, 1)).values()
            bases = [base for (base,) in found if base is not None]
        if self.renames:
            tx.run(RENAME, rows=self.renames).consume()
        if idle:
            found = tx.run(FOLD, rows=[[f"!{id_}", id_] for id_ in idle]).values()
            bases += [base for (base,) in found if base is not None]
        tx.run(RULE, rows=self.rules).consume()
        if bases:
            assign_slugs(tx, "Researcher", bases)


def _rule(group: Sequence[Authorship]) -> tuple[str, float]:
    """Return the rule that holds `group` together, and how far it is to be trusted."""
    if len(group) == 1:
        return NAME_RULE, 1.0
    return (JOIN_RULE, JOIN_CONFIDENCE) if len(cluster(group)) == 1 else (FIELD_RULE, FIELD_CONFIDENCE)


def _by_share(group: Sequence[Authorship]) -> list[str]:
    """Return the researchers who hold the group's authorships, who holds most first."""
    shares: dict[str, int] = {}
    for authorship in group:
        shares[authorship.researcher] = shares.get(authorship.researcher, 0) + 1
    return sorted(shares, key=lambda r: (-shares[r], r))

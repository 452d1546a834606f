"""Authors known by name only whom a registry knows: the works that a person's own record lists are hers.

The rule: her record lists the work, one author of it alone bears one of her names and has no authority's id, and she is
no author of it already. It depends on nothing but what stands in the graph: whatever changes that gives the authorship
back to somebody known by name only first.
"""

from typing import LiteralString

from graphdb.derived.slugs import assign_slugs
from graphdb.writer.authorships import LISTED_RULE
from graphdb.writer.carried import carry
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

LISTING_RANK = ("orcid", "dblp", "openalex", "s2")
"""Whose list is believed where two people's records list the same work, best first."""

CANDIDATES = """
UNWIND $names AS name
MATCH (r:Researcher {nameKey: name})
WHERE NOT r.keyed AND NOT coalesce(r.claimed, false)
MATCH (r)-[a:AUTHORED]->(w)<-[:IDENTIFIES]-(:Identifier)<-[:LISTS]-(record:Record)-[:DESCRIBES]->(p:Researcher)
WHERE name IN record.nameKeys
WITH r, a, w, p, collect(DISTINCT [record.source, record.id]) AS records
CALL (w, p) {
  MATCH (w)<-[:IDENTIFIES]-(:Identifier)<-[:LISTS]-(record:Record)-[:DESCRIBES]->(p)
  MATCH (w)<-[b:AUTHORED]-()
  WHERE split(b.key, ' #')[0] IN record.nameKeys AND coalesce(b.rule, $rule) = $rule
  RETURN count(DISTINCT b) AS namesakes
}
WITH r, a, w, p, records
WHERE namesakes = 1 AND NOT EXISTS { (p)-[k:AUTHORED]->(w) WHERE coalesce(k.rule, '') <> $rule }
RETURN collect([w.id, a.key, r.id, p.id, records])
"""
ATTACH = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row[2]})-[a:AUTHORED {key: row[1]}]->(w:Work {id: row[0]})
MATCH (p:Researcher {id: row[3]})
CREATE (p)-[given:AUTHORED]->(w)
SET given = properties(a), given.rule = $rule, w:Dirty, r:Dirty, p:Dirty
DELETE a
"""
FOLD: LiteralString = f"""
UNWIND $rows AS row
MATCH (gone:Researcher {{id: row[2]}}), (p:Researcher {{id: row[3]}})
WHERE NOT EXISTS {{ (gone)-[:AUTHORED]->() }}
CALL (gone, p) {{
  MATCH (before)-[:REPLACED_BY]->(gone)
  MERGE (before)-[:REPLACED_BY]->(p)
}}
CALL (gone, p) {{
  MATCH (account)-[e:FOLLOWS]->(gone)
  MERGE (account)-[f:FOLLOWS]->(p)
  ON CREATE SET f = properties(e)
}}
CALL (gone, p) {{
  MATCH (i:Identifier)-[e:IDENTIFIES]->(gone)
  MERGE (i)-[:IDENTIFIES]->(p)
  DELETE e
}}
CALL (gone, p) {{
  UNWIND [['id', gone.id], ['slug:researcher', gone.slug]] AS alias
  WITH p, alias WHERE alias[1] IS NOT NULL
  MERGE (i:Identifier {{scheme: alias[0], value: alias[1]}})
  MERGE (i)-[:IDENTIFIES]->(p)
}}
{carry("gone", "p")}
WITH DISTINCT gone, gone.slugBase AS base
DETACH DELETE gone
RETURN DISTINCT base
"""


def attach_listed(tx: Transaction, names: list[str]) -> None:
    """Give the authorships under `names` to those people whose records list the works."""
    best: dict[tuple[str, str], tuple[int, str, str, str]] = {}
    for work, key, researcher, person, records in collected(tx.run(CANDIDATES, names=names, rule=LISTED_RULE)):
        rank, record = min((_rank(source), record) for source, record in records)
        candidate = (rank, record, researcher, person)
        best[work, key] = min(best.get((work, key), candidate), candidate)
    if not best:
        return
    rows = sorted([work, key, researcher, person] for (work, key), (_, _, researcher, person) in best.items())
    tx.run(ATTACH, rows=rows, rule=LISTED_RULE).consume()
    # Whoever has given all authorships away is the first of those who got them.
    first = {row[2]: row for row in reversed(rows)}
    bases = [base for (base,) in tx.run(FOLD, rows=list(first.values())).values() if base is not None]
    if bases:
        assign_slugs(tx, "Researcher", bases)


def _rank(source: str) -> int:
    return LISTING_RANK.index(source) if source in LISTING_RANK else len(LISTING_RANK)


LISTINGS = """
MATCH ()-[e:LISTS]->()
RETURN count(e)
"""


def any_listings(tx: Transaction) -> bool:
    """Say whether a record in the graph lists works."""
    return bool(tx.run(LISTINGS).single(strict=True)[0])

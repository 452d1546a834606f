"""A researcher set aside: out of sight, with all that pointed at her pointing at somebody else until she comes back.

What was moved remembers whose it was: `origins` on an edge are the ids of those from whom it came, the last one last.
Whoever is put out of sight, or comes back, is another node: a node that is given a label and deleted in one transaction
is still found by that label in Neo4j 2026.09.
"""

from graphdb.derived.slugs import assign_slugs
from graphdb.writer.transaction import Transaction

SET_ASIDE = """
MATCH (gone:Researcher {id: $gone}), (keep:Researcher {id: $keep})
WITH gone, keep, gone.slugBase AS base, gone.slug AS slug,
  COUNT { MATCH (x)-[:FOLLOWS]->(gone) WHERE NOT EXISTS { (x)-[:FOLLOWS]->(keep) } } AS followers
CALL (gone, keep) {
  MATCH (i:Identifier)-[e:IDENTIFIES]->(gone)
  WHERE NOT EXISTS { (i)-[:IDENTIFIES]->(keep) }
  CREATE (i)-[moved:IDENTIFIES]->(keep)
  SET moved.origins = coalesce(e.origins, []) + gone.id
  DELETE e
}
CALL (gone, keep) {
  MATCH (record:Record)-[e:DESCRIBES]->(gone)
  CREATE (record)-[moved:DESCRIBES]->(keep)
  SET moved.origins = coalesce(e.origins, []) + gone.id
  DELETE e
}
CALL (gone, keep) {
  MATCH (account)-[e:FOLLOWS]->(gone)
  WHERE NOT EXISTS { (account)-[:FOLLOWS]->(keep) }
  CREATE (account)-[moved:FOLLOWS]->(keep)
  SET moved = properties(e), moved.origins = coalesce(e.origins, []) + gone.id
  DELETE e
}
CALL (gone, keep) {
  MATCH (x)-[e]->(gone)
  WHERE NOT type(e) IN $own
  CREATE (x)-[moved:$(type(e))]->(keep)
  SET moved = properties(e), moved.origins = coalesce(e.origins, []) + gone.id
  DELETE e
}
CALL (gone, keep) {
  MATCH (gone)-[e]->(x)
  WHERE NOT type(e) IN $own
  CREATE (keep)-[moved:$(type(e))]->(x)
  SET moved = properties(e), moved.origins = coalesce(e.origins, []) + gone.id
  DELETE e
}
CALL (gone) {
  MATCH (gone)-[e:COLLABORATED_WITH|AFFILIATED_WITH]-(n)
  SET n:Dirty
  DELETE e
}
CALL (gone) {
  MATCH (gone)-[e:REPLACED_BY|FRONT|FRONT_OF_WORKS]-()
  DELETE e
}
CALL (gone, keep, slug) {
  UNWIND [['id', gone.id], ['slug:researcher', slug]] AS alias
  WITH gone, keep, alias WHERE alias[1] IS NOT NULL
  MERGE (i:Identifier {scheme: alias[0], value: alias[1]})
  MERGE (i)-[e:IDENTIFIES]->(keep)
  ON CREATE SET e.origins = [gone.id]
}
SET keep.followersCount = coalesce(keep.followersCount, 0) + followers
SET keep:Dirty
SET gone.slug = null
CREATE (former:FormerResearcher)
SET former = properties(gone), former.followersLent = followers
WITH gone, former, base
CALL (gone, former) {
  MATCH (x)-[e]->(gone)
  CREATE (x)-[kept:$(type(e))]->(former)
  SET kept = properties(e)
}
DETACH DELETE gone
RETURN base
"""
OWN_EDGES = [
    "AUTHORED",
    "IDENTIFIES",
    "DESCRIBES",
    "FOLLOWS",
    "COLLABORATED_WITH",
    "AFFILIATED_WITH",
    "REPLACED_BY",
    "FRONT",
    "FRONT_OF_WORKS",
    "TRUST_OF",
    "KEEPS",
    "MERGES",
    "SPLITS_OFF",
]
"""Kinds of edge that have a rule of their own; all others (claims, conversations, …) go along as they are."""


def set_aside(tx: Transaction, gone: str, keep: str) -> None:
    """Put the researcher `gone` out of sight: everything that points at her, authorships apart, points at `keep`.

    Her id and her slug are aliases of `keep`. What `keep` has as well (a shared identifier, a follower of both) stays
    with her, out of sight.
    """
    bases = [base for (base,) in tx.run(SET_ASIDE, gone=gone, keep=keep, own=OWN_EDGES).values() if base is not None]
    if bases:
        assign_slugs(tx, "Researcher", bases)


# Whoever has ceased to follow the one who stood for both follows neither.
BRING_BACK = """
MATCH (former:FormerResearcher {id: $gone}), (keep:Researcher {id: $keep})
WITH former, keep, former.slugBase AS base,
  COUNT { (keep)<-[e:FOLLOWS]-() WHERE e.origins[-1] = $gone } AS followers,
  COUNT { (former)<-[:FOLLOWS]-(x) WHERE NOT EXISTS { (x)-[:FOLLOWS]->(keep) } } AS lost
CREATE (gone:Researcher:Dirty)
SET gone = properties(former), gone.followersLent = null
SET gone.followersCount = coalesce(gone.followersCount, 0) - (coalesce(former.followersLent, 0) - followers) - lost
WITH former, gone, keep, base, followers
CALL (former, gone) {
  MATCH (x)-[e]->(former)
  CREATE (x)-[kept:$(type(e))]->(gone)
  SET kept = properties(e)
}
DETACH DELETE former
WITH gone, keep, base, followers
CALL (gone, keep) {
  MATCH (i:Identifier)-[e:IDENTIFIES]->(keep)
  WHERE e.origins[-1] = gone.id
  FOREACH (_ IN CASE WHEN i.scheme = 'id' AND i.value = gone.id THEN [] ELSE [1] END |
    CREATE (i)-[back:IDENTIFIES]->(gone)
    SET back.origins = CASE WHEN size(e.origins) > 1 THEN e.origins[..-1] END
  )
  DELETE e
}
CALL (gone, keep) {
  MATCH (record:Record)-[e:DESCRIBES]->(keep)
  WHERE e.origins[-1] = gone.id
  CREATE (record)-[back:DESCRIBES]->(gone)
  SET back.origins = CASE WHEN size(e.origins) > 1 THEN e.origins[..-1] END
  DELETE e
}
CALL (gone, keep) {
  MATCH (account)-[e:FOLLOWS]->(gone)
  WHERE NOT EXISTS { (account)-[:FOLLOWS]->(keep) }
  DELETE e
}
CALL (gone, keep) {
  MATCH (x)-[e]->(keep)
  WHERE e.origins[-1] = gone.id AND NOT type(e) IN ['IDENTIFIES', 'DESCRIBES']
  CREATE (x)-[back:$(type(e))]->(gone)
  SET back = properties(e), back.origins = CASE WHEN size(e.origins) > 1 THEN e.origins[..-1] END
  DELETE e
}
CALL (gone, keep) {
  MATCH (keep)-[e]->(x)
  WHERE e.origins[-1] = gone.id AND type(e) <> 'AUTHORED'
  CREATE (gone)-[back:$(type(e))]->(x)
  SET back = properties(e), back.origins = CASE WHEN size(e.origins) > 1 THEN e.origins[..-1] END
  DELETE e
}
CALL (gone) {
  MATCH (i:Identifier {scheme: 'id', value: gone.id})
  WHERE NOT EXISTS { (i)--() }
  DELETE i
}
SET keep.followersCount = keep.followersCount - followers
SET keep:Dirty
RETURN base
"""


def bring_back(tx: Transaction, gone: str, keep: str) -> None:
    """Have the researcher `gone` back, and with her what `keep` got of her."""
    bases = [base for (base,) in tx.run(BRING_BACK, gone=gone, keep=keep).values() if base is not None]
    if bases:
        assign_slugs(tx, "Researcher", bases)


TAKE_ALL = """
MATCH (from:Researcher {id: $giver})-[a:AUTHORED]->(w)
MATCH (to:Researcher {id: $to})
CREATE (to)-[moved:AUTHORED]->(w)
SET moved = properties(a), moved.origins = coalesce(a.origins, []) + from.id
DELETE a
"""
TAKE = """
UNWIND $rows AS row
MATCH (from:Researcher {id: row[0]})-[a:AUTHORED {key: row[1]}]->(w:Work {id: row[2]})
MATCH (to:Researcher {id: $to})
CREATE (to)-[moved:AUTHORED]->(w)
SET moved = properties(a), moved.origins = coalesce(a.origins, []) + from.id
DELETE a
"""
GIVE_BACK = """
MATCH (holder:Researcher {id: $holder})-[a:AUTHORED]->(w)
WHERE a.origins[-1] IN $origins
MATCH (origin:Researcher {id: a.origins[-1]})
CREATE (origin)-[back:AUTHORED]->(w)
SET back = properties(a), back.origins = CASE WHEN size(a.origins) > 1 THEN a.origins[..-1] END
DELETE a
"""


def take_all_authorships(tx: Transaction, from_: str, to: str) -> None:
    """Give all authorships of one researcher to another."""
    tx.run(TAKE_ALL, giver=from_, to=to).consume()


def take_authorships(tx: Transaction, authorships: list[tuple[str, str, str]], to: str) -> None:
    """Give authorships, each (researcher, key, work), to the researcher `to`."""
    tx.run(TAKE, rows=[list(row) for row in authorships], to=to).consume()


def give_back_authorships(tx: Transaction, holder: str, origins: list[str]) -> None:
    """Give the authorships that `holder` got of `origins` last back to them."""
    tx.run(GIVE_BACK, holder=holder, origins=origins).consume()

"""Institutions: which are one, and how they hang together."""

from collections.abc import Iterable, Sequence

from graphdb.writer.identity import Family
from graphdb.writer.state import Key
from graphdb.writer.transaction import Transaction

LOOKUP = """
UNWIND $keys AS key
MATCH (i:Identifier {scheme: key[0], value: key[1]})
USING INDEX SEEK i:Identifier(scheme, value)
OPTIONAL MATCH (i)-[:IDENTIFIES]->(n:Institution)
RETURN collect([key[0], key[1], n.id,
  CASE WHEN n IS NULL THEN EXISTS { (i)-[e:SAME_AS]-() WHERE e.kind = 'Institution' } ELSE false END])
"""
IDENTIFIERS = """
UNWIND $ids AS id
MATCH (:Institution {id: id})<-[:IDENTIFIES]-(i:Identifier)
RETURN collect([id, i.scheme, i.value])
"""
# Authorships name institutions by their ids: the label has them look for those that are no more.
FOLD = """
MATCH (keep:Institution {id: $keep}), (gone:Institution {id: $gone})
CALL (keep, gone) {
  MATCH (i:Identifier)-[e:IDENTIFIES]->(gone)
  MERGE (i)-[:IDENTIFIES]->(keep)
  DELETE e
}
CALL (keep, gone) {
  MATCH (said)-[e:DESCRIBES]->(gone)
  MERGE (said)-[:DESCRIBES]->(keep)
  DELETE e
}
CALL (keep, gone) {
  MATCH (account)-[e:FOLLOWS]->(gone)
  MERGE (account)-[f:FOLLOWS]->(keep)
  ON CREATE SET f = properties(e)
}
CALL (keep, gone) {
  MERGE (i:Identifier {scheme: 'id', value: gone.id})
  MERGE (i)-[:IDENTIFIES]->(keep)
  SET i:Renamed
}
CALL (keep, gone) {
  WITH keep, gone WHERE gone.slug IS NOT NULL
  MERGE (i:Identifier {scheme: 'slug:institution', value: gone.slug})
  MERGE (i)-[:IDENTIFIES]->(keep)
}
CALL (gone) {
  MATCH (gone)<-[:AFFILIATED_WITH]-(r)
  SET r:Dirty
}
CALL (gone) {
  MATCH (other:Institution {slugBase: gone.slugBase})
  SET other:Dirty
}
SET keep:Dirty
DETACH DELETE gone
"""
RENAME = """
UNWIND $rows AS row
MATCH (n:Institution {id: row[0]})
SET n.id = row[1], n:Dirty
MERGE (i:Identifier {scheme: 'id', value: row[0]})
MERGE (i)-[:IDENTIFIES]->(n)
SET i:Renamed
WITH n
MATCH (n)<-[:AFFILIATED_WITH]-(r)
SET r:Dirty
"""
IDENTIFY = """
UNWIND $rows AS row
MATCH (n:Institution {id: row[0]})
MERGE (i:Identifier {scheme: row[1], value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
"""

INSTITUTIONS = Family(
    label="Institution",
    ranks=("ror", "openalex", "grid", "ringgold", "lei"),
    # ROR itself gives some of these to two of its institutions.
    shared=frozenset({"wikidata", "isni", "fundref", "name"}),
    lookup=LOOKUP,
    identifiers=IDENTIFIERS,
    fold=FOLD,
    rename=RENAME,
    identify=IDENTIFY,
)

STORE_RELATIONS = """
UNWIND $rows AS row
MATCH (record:Record {id: row.id})
CALL (record) {
  MATCH (record)-[old:NAMES_PARENT|NAMES_SUCCESSOR]->()
  DELETE old
}
CALL (record, row) {
  UNWIND row.parents AS key
  MERGE (i:Identifier {scheme: key[0], value: key[1]})
  CREATE (record)-[:NAMES_PARENT]->(i)
}
CALL (record, row) {
  UNWIND row.successors AS key
  MERGE (i:Identifier {scheme: key[0], value: key[1]})
  CREATE (record)-[:NAMES_SUCCESSOR]->(i)
}
"""


def store_relations(tx: Transaction, relations: Sequence[tuple[str, Sequence[Key], Sequence[Key]]]) -> None:
    """Keep which parents and successors records name, each (record id, parents, successors)."""
    rows = [
        {
            "id": record,
            "parents": [list(key) for key in dict.fromkeys(parents)],
            "successors": [list(key) for key in dict.fromkeys(successors)],
        }
        for record, parents, successors in relations
    ]
    tx.run(STORE_RELATIONS, rows=rows).consume()


RELATE = """
UNWIND $ids AS id
MATCH (n:Institution {id: id})
CALL (n) {
  RETURN n AS child
UNION
  MATCH (n)<-[:IDENTIFIES]-(:Identifier)<-[:NAMES_PARENT|NAMES_SUCCESSOR]-(:Record)-[:DESCRIBES]->(child:Institution)
  RETURN child
}
WITH DISTINCT child
CALL (child) {
  MATCH (child)-[old:PART_OF|SUCCEEDED_BY]->()
  DELETE old
}
CALL (child) {
  MATCH (child)<-[:DESCRIBES]-(:Record)-[:NAMES_PARENT]->(:Identifier)-[:IDENTIFIES]->(other:Institution)
  WITH DISTINCT child, other WHERE other <> child
  CREATE (child)-[:PART_OF]->(other)
}
CALL (child) {
  MATCH (child)<-[:DESCRIBES]-(:Record)-[:NAMES_SUCCESSOR]->(:Identifier)-[:IDENTIFIES]->(other:Institution)
  WITH DISTINCT child, other WHERE other <> child
  CREATE (child)-[:SUCCEEDED_BY]->(other)
}
"""


def relate_institutions(tx: Transaction, ids: Iterable[str]) -> None:
    """Make the hierarchy and succession of the institutions `ids`, and of those that name them, what records say."""
    tx.run(RELATE, ids=sorted(ids)).consume()

"""Sources: which venues and archives are one."""

from graphdb.writer.identity import Family

LOOKUP = """
UNWIND $keys AS key
MATCH (i:Identifier {scheme: key[0], value: key[1]})
USING INDEX SEEK i:Identifier(scheme, value)
OPTIONAL MATCH (i)-[:IDENTIFIES]->(n:Source)
RETURN collect([key[0], key[1], n.id,
  CASE WHEN n IS NULL THEN EXISTS { (i)-[e:SAME_AS]-() WHERE e.kind = 'Source' } ELSE false END])
"""
IDENTIFIERS = """
UNWIND $ids AS id
MATCH (:Source {id: id})<-[:IDENTIFIES]-(i:Identifier)
RETURN collect([id, i.scheme, i.value])
"""
FOLD = """
MATCH (keep:Source {id: $keep}), (gone:Source {id: $gone})
CALL (keep, gone) {
  MATCH (w:Work)-[e:PUBLISHED_IN]->(gone)
  MERGE (w)-[p:PUBLISHED_IN]->(keep)
  ON CREATE SET p = properties(e)
  SET w:Dirty
}
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
  UNWIND [['id', gone.id], ['slug:source', gone.slug]] AS alias
  WITH keep, alias WHERE alias[1] IS NOT NULL
  MERGE (i:Identifier {scheme: alias[0], value: alias[1]})
  MERGE (i)-[:IDENTIFIES]->(keep)
}
CALL (gone) {
  MATCH (other:Source {slugBase: gone.slugBase})
  SET other:Dirty
}
SET keep:Dirty
DETACH DELETE gone
"""
RENAME = """
UNWIND $rows AS row
MATCH (n:Source {id: row[0]})
SET n.id = row[1], n:Dirty
MERGE (i:Identifier {scheme: 'id', value: row[0]})
MERGE (i)-[:IDENTIFIES]->(n)
"""
IDENTIFY = """
UNWIND $rows AS row
MATCH (n:Source {id: row[0]})
MERGE (i:Identifier {scheme: row[1], value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
"""

SOURCES = Family(
    label="Source",
    ranks=("archive", "issn", "acl-venue", "openalex"),
    shared=frozenset({"name"}),
    lookup=LOOKUP,
    identifiers=IDENTIFIERS,
    fold=FOLD,
    rename=RENAME,
    identify=IDENTIFY,
)

"""Researchers whom an authority names: who is who, and what registries say of them."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any, LiteralString

import msgspec

from graphdb.text import name_key
from graphdb.writer.carried import carry
from graphdb.writer.decisions.suspending import suspend
from graphdb.writer.heirs import inherit
from graphdb.writer.identity import Family, link
from graphdb.writer.lookup import collected
from graphdb.writer.state import Key
from graphdb.writer.transaction import Transaction

LOOKUP = """
UNWIND $keys AS key
MATCH (i:Identifier {scheme: key[0], value: key[1]})
USING INDEX SEEK i:Identifier(scheme, value)
OPTIONAL MATCH (i)-[:IDENTIFIES]->(n:Researcher)
RETURN collect([key[0], key[1], n.id,
  CASE WHEN n IS NULL THEN EXISTS { (i)-[e:SAME_AS]-() WHERE e.kind = 'Researcher' } ELSE false END])
"""
IDENTIFIERS = """
UNWIND $ids AS id
MATCH (:Researcher {id: id})<-[:IDENTIFIES]-(i:Identifier)
RETURN collect([id, i.scheme, i.value])
"""
FOLD: LiteralString = f"""
MATCH (keep:Researcher {{id: $keep}}), (gone:Researcher {{id: $gone}})
CALL (keep, gone) {{
  MATCH (gone)-[a:AUTHORED]->(w)
  CREATE (keep)-[moved:AUTHORED]->(w)
  SET moved = properties(a), w:Dirty
}}
CALL (keep, gone) {{
  MATCH (i:Identifier)-[e:IDENTIFIES]->(gone)
  MERGE (i)-[:IDENTIFIES]->(keep)
  DELETE e
}}
CALL (keep, gone) {{
  MATCH (record:Record)-[e:DESCRIBES]->(gone)
  MERGE (record)-[:DESCRIBES]->(keep)
  DELETE e
}}
CALL (keep, gone) {{
  MATCH (before)-[:REPLACED_BY]->(gone)
  MERGE (before)-[:REPLACED_BY]->(keep)
}}
CALL (keep, gone) {{
  MATCH (account)-[e:FOLLOWS]->(gone)
  MERGE (account)-[f:FOLLOWS]->(keep)
  ON CREATE SET f = properties(e)
}}
CALL (keep, gone) {{
  UNWIND [['id', gone.id], ['slug:researcher', gone.slug]] AS alias
  WITH keep, alias WHERE alias[1] IS NOT NULL
  MERGE (i:Identifier {{scheme: alias[0], value: alias[1]}})
  MERGE (i)-[:IDENTIFIES]->(keep)
}}
CALL (gone) {{
  MATCH (gone)-[:COLLABORATED_WITH|AFFILIATED_WITH]-(n)
  SET n:Dirty
}}
CALL (gone) {{
  MATCH (other:Researcher {{slugBase: gone.slugBase}})
  SET other:Dirty
}}
{carry("gone", "keep")}
SET keep:Dirty
DETACH DELETE gone
"""
# An edge between collaborators goes from the smaller id to the larger: those of a new id are made anew from both ends.
RENAME = """
UNWIND $rows AS row
MATCH (n:Researcher {id: row[0]})
SET n.id = row[1], n:Dirty
MERGE (i:Identifier {scheme: 'id', value: row[0]})
MERGE (i)-[:IDENTIFIES]->(n)
WITH n
MATCH (n)-[:COLLABORATED_WITH]-(c)
SET c:Dirty
"""
IDENTIFY = """
UNWIND $rows AS row
MATCH (n:Researcher {id: row[0]})
MERGE (i:Identifier {scheme: row[1], value: row[2]})
MERGE (i)-[:IDENTIFIES]->(n)
"""

PEOPLE = Family(
    label="Researcher",
    ranks=("orcid", "openalex", "dblp", "s2", "dblp-person", "acl-person"),
    # What people write into their own records of themselves: two records of two people may say the same.
    shared=frozenset({"scopus", "researcherid"}),
    lookup=LOOKUP,
    identifiers=IDENTIFIERS,
    fold=FOLD,
    rename=RENAME,
    identify=IDENTIFY,
    withdraw=suspend,
)


NAMED = {
    "keyed": True,
    "identityRule": "AUTHORITY",
    "identityConfidence": 1.0,
    "affiliationState": "NOT_IMPORTED",
    "followersCount": 0,
}
"""The properties that every person whom an authority names begins with."""


class NewPerson(msgspec.Struct, frozen=True):
    """A researcher to be created; slug, figures and the name to show come with the refresh that follows."""

    id: str
    name: str
    identifiers: tuple[Key, ...]


CREATE = """
UNWIND $rows AS row
CREATE (r:Researcher:Dirty)
SET r = row[0]
FOREACH (key IN row[1] |
  CREATE (:Identifier {scheme: key[0], value: key[1]})-[:IDENTIFIES]->(r)
)
FOREACH (key IN row[2] |
  MERGE (i:Identifier {scheme: key[0], value: key[1]})
  CREATE (i)-[:IDENTIFIES]->(r)
)
"""


def create_people(tx: Transaction, people: Iterable[NewPerson], present: Container[Key]) -> None:
    """Create researchers whom an authority names, with their identifiers, some of which the graph knows already."""
    rows: list[list[Any]] = [
        [
            {
                "id": person.id,
                "name": person.name,
                "nameKey": name_key(person.name),
                "orcid": min((value for scheme, value in person.identifiers if scheme == "orcid"), default=None),
                **NAMED,
            },
            [list(key) for key in person.identifiers if key not in present],
            [list(key) for key in person.identifiers if key in present],
        ]
        for person in people
    ]
    tx.run(CREATE, rows=rows).consume()


# An iD whose record ORCID has merged into another is not shown where that other is known.
SET_ORCIDS = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)<-[:IDENTIFIES]-(i:Identifier {scheme: 'orcid'})
  WITH i.value AS orcid, EXISTS { (i)-[e:SAME_AS]->(:Identifier {scheme: 'orcid'}) WHERE size(e.sources) > 0 } AS merged
  ORDER BY merged, orcid
  RETURN head(collect(orcid)) AS orcid
}
SET r.orcid = orcid
"""


def set_orcids(tx: Transaction, ids: Iterable[str]) -> None:
    """Show the ORCID iDs of researchers whose identifiers have changed."""
    tx.run(SET_ORCIDS, ids=sorted(ids)).consume()


UPDATE = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row.id})
SET r += row.properties, r:Dirty
"""


def update_people(tx: Transaction, properties: Mapping[str, Mapping[str, Any]]) -> None:
    """Set what registries say of the researchers, by id; null for what none of them says."""
    tx.run(UPDATE, rows=[{"id": id_, "properties": dict(said)} for id_, said in sorted(properties.items())]).consume()


FORGET = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
OPTIONAL MATCH (i:Identifier)-[:IDENTIFIES]->(r)
WHERE COUNT { (i)--() } = 1
OPTIONAL MATCH (h:TrustChange|OwnerEdit)-[:TRUST_OF|EDITS]->(r)
DETACH DELETE r, i, h
"""


def forget_people(tx: Transaction, ids: Sequence[str]) -> None:
    """Remove researchers of whom nothing is known any more.

    That their identifiers are one person's is remembered. Their ids stay aliases of who took their places, if anybody.
    """
    named: dict[str, list[Key]] = {}
    for id_, scheme, value in collected(tx.run(IDENTIFIERS, ids=ids)):
        if PEOPLE.tells_apart(scheme):
            named.setdefault(id_, []).append((scheme, value))
    links: list[list[str]] = []
    for keys in named.values():
        best = PEOPLE.strongest(keys)
        links += ([*key, *best] for key in keys if key != best)
    if links:
        link(tx, PEOPLE, sorted(links))
    inherit(tx, ids)
    tx.run(FORGET, ids=ids).consume()

"""Researchers whom an authority names: who is who, and what registries say of them."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from graphdb.writer.identity import Family
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
FOLD = """
MATCH (keep:Researcher {id: $keep}), (gone:Researcher {id: $gone})
CALL (keep, gone) {
  MATCH (gone)-[a:AUTHORED]->(w)
  CREATE (keep)-[moved:AUTHORED]->(w)
  SET moved = properties(a), w:Dirty
}
CALL (keep, gone) {
  MATCH (i:Identifier)-[e:IDENTIFIES]->(gone)
  MERGE (i)-[:IDENTIFIES]->(keep)
  DELETE e
}
CALL (keep, gone) {
  MATCH (record:Record)-[e:DESCRIBES]->(gone)
  MERGE (record)-[:DESCRIBES]->(keep)
  DELETE e
}
CALL (keep, gone) {
  MATCH (account)-[e:FOLLOWS]->(gone)
  MERGE (account)-[f:FOLLOWS]->(keep)
  ON CREATE SET f = properties(e)
}
CALL (keep, gone) {
  UNWIND [['id', gone.id], ['slug:researcher', gone.slug]] AS alias
  WITH keep, alias WHERE alias[1] IS NOT NULL
  MERGE (i:Identifier {scheme: alias[0], value: alias[1]})
  MERGE (i)-[:IDENTIFIES]->(keep)
}
CALL (gone) {
  MATCH (gone)-[:COLLABORATED_WITH|AFFILIATED_WITH]-(n)
  SET n:Dirty
}
CALL (gone) {
  MATCH (other:Researcher {slugBase: gone.slugBase})
  SET other:Dirty
}
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
)


class NewPerson(msgspec.Struct, frozen=True):
    """A researcher to be created; her name and figures are settled by the refresh that follows."""

    id: str
    name: str
    name_key: str
    identifiers: tuple[Key, ...]


CREATE = """
UNWIND $rows AS row
CREATE (r:Researcher:Dirty)
SET r = row[0]
FOREACH (key IN row[1] |
  MERGE (i:Identifier {scheme: key[0], value: key[1]})
  CREATE (i)-[:IDENTIFIES]->(r)
)
"""


def create_people(tx: Transaction, people: Sequence[NewPerson]) -> None:
    """Create researchers whom an authority names, with their identifiers."""
    rows = [
        [
            {
                "id": person.id,
                "name": person.name,
                "nameKey": person.name_key,
                "keyed": True,
                "orcid": min((value for scheme, value in person.identifiers if scheme == "orcid"), default=None),
                "identityRule": "AUTHORITY",
                "identityConfidence": 1.0,
                "affiliationState": "NOT_IMPORTED",
                "followersCount": 0,
            },
            [list(key) for key in person.identifiers],
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


def update_people(tx: Transaction, properties: dict[str, dict[str, Any]]) -> None:
    """Set what registries say of the researchers, by id; null for what none of them says."""
    tx.run(UPDATE, rows=[{"id": id_, "properties": said} for id_, said in sorted(properties.items())]).consume()


class Affiliation(msgspec.Struct, frozen=True):
    """An institution that a registry names for a person."""

    mention: str
    """Id of the mention of the institution."""
    since: int | None
    until: int | None
    role: str | None


class Listing(msgspec.Struct, frozen=True):
    """What a person's record in a registry lists."""

    record: str
    name_keys: tuple[str, ...]
    """Under which her name may stand on her works."""
    works: tuple[Key, ...]
    affiliations: tuple[Affiliation, ...]


LISTED_WORKS = """
UNWIND $ids AS id
MATCH (:Record {id: id})-[:LISTS]->(:Identifier)-[:IDENTIFIES]->(w:Work)
RETURN collect(DISTINCT w.id)
"""
STORE_LISTINGS = """
UNWIND $rows AS row
MATCH (record:Record {id: row.id})
SET record.nameKeys = row.nameKeys
CALL (record) {
  MATCH (record)-[old:LISTS|AFFILIATES]->()
  DELETE old
}
CALL (record, row) {
  UNWIND row.works AS key
  MERGE (i:Identifier {scheme: key[0], value: key[1]})
  CREATE (record)-[:LISTS]->(i)
}
CALL (record, row) {
  UNWIND row.affiliations AS affiliation
  MATCH (mention:Mention {id: affiliation.mention})
  CREATE (record)-[:AFFILIATES {since: affiliation.since, until: affiliation.until, role: affiliation.role}]->(mention)
}
"""


def store_listings(tx: Transaction, listings: Sequence[Listing]) -> set[str]:
    """Keep what records of people list; return the works that they list or listed, whose authors are to be settled."""
    ids = [listing.record for listing in listings]
    works = set(collected(tx.run(LISTED_WORKS, ids=ids)))
    rows = [
        {
            "id": listing.record,
            "nameKeys": list(listing.name_keys),
            "works": [list(key) for key in listing.works],
            "affiliations": [msgspec.to_builtins(each) for each in listing.affiliations],
        }
        for listing in listings
    ]
    tx.run(STORE_LISTINGS, rows=rows).consume()
    return works | set(collected(tx.run(LISTED_WORKS, ids=ids)))

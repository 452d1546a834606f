"""What people's own records list: works, which may be theirs, and institutions."""

from collections.abc import Iterable, Sequence

import msgspec

from graphdb.writer.authorships import LISTED_RULE, release_authorships
from graphdb.writer.decisions.suspending import suspend_of_works
from graphdb.writer.lookup import collected
from graphdb.writer.state import Key
from graphdb.writer.transaction import Transaction


class Affiliation(msgspec.Struct, frozen=True):
    """An institution that a registry names for a person."""

    mention: str
    """Id of the mention of the institution."""
    since: int | None
    """Year."""
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
WITH record, row
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


def store_listings(tx: Transaction, listings: Sequence[Listing]) -> None:
    """Keep what records of people list, and have the authors of the works that they list or listed settled anew."""
    ids = [listing.record for listing in listings]
    before = set(collected(tx.run(LISTED_WORKS, ids=ids)))
    rows = [
        {
            "id": listing.record,
            "nameKeys": list(listing.name_keys),
            "works": [list(key) for key in dict.fromkeys(listing.works)],
            "affiliations": [msgspec.to_builtins(each) for each in listing.affiliations],
        }
        for listing in listings
    ]
    tx.run(STORE_LISTINGS, rows=rows).consume()
    unsettle_authors(tx, before | set(collected(tx.run(LISTED_WORKS, ids=ids))))


WORKS_LISTED_FOR = """
UNWIND $ids AS id
MATCH (:Researcher {id: id})<-[:DESCRIBES]-(:Record)-[:LISTS]->(:Identifier)-[:IDENTIFIES]->(w:Work)
RETURN collect(DISTINCT w.id)
"""


def unsettle_listed_works(tx: Transaction, ids: Iterable[str]) -> None:
    """Have the authors of the works that the records of the researchers `ids` list settled anew."""
    unsettle_authors(tx, collected(tx.run(WORKS_LISTED_FOR, ids=sorted(ids))))


LISTED_AUTHORSHIPS = """
UNWIND $ids AS id
MATCH (w:Work {id: id})<-[a:AUTHORED {rule: $rule}]-(r:Researcher)
RETURN collect([r.id, w.id, a.key, a.rawName])
"""
WAKE_AUTHORS = """
UNWIND $ids AS id
MATCH (w:Work {id: id})<-[:IDENTIFIES]-(:Identifier)<-[:LISTS]-(record:Record)
MATCH (w)<-[a:AUTHORED]-(r:Researcher)
WHERE NOT r.keyed AND split(a.key, ' #')[0] IN record.nameKeys
SET r:Unresolved
"""


def unsettle_authors(tx: Transaction, works: Iterable[str]) -> None:
    """Take from the works `works` the authors whom only listings name, and have the next name pass look at them."""
    ids = sorted(works)
    if ids:
        suspend_of_works(tx, ids)
        release_authorships(tx, collected(tx.run(LISTED_AUTHORSHIPS, ids=ids, rule=LISTED_RULE)))
        tx.run(WAKE_AUTHORS, ids=ids).consume()


WORKS_OF = """
UNWIND $keys AS key
MATCH (i:Identifier {scheme: key[0], value: key[1]})
WHERE EXISTS { (i)<-[:LISTS]-() }
MATCH (i)-[:IDENTIFIES]->(w:Work)
RETURN collect(DISTINCT w.id)
"""


def unsettle_by_identifiers(tx: Transaction, keys: Iterable[Key]) -> None:
    """Have the authors of works settled anew that got `keys`, if a person's record lists them by one of these."""
    unsettle_authors(tx, collected(tx.run(WORKS_OF, keys=[list(key) for key in keys])))

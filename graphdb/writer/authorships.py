"""People and the works that they authored."""

from collections.abc import Sequence
from typing import Any

from graphdb.ids import node_id
from graphdb.writer.lookup import researchers_by_identifier
from graphdb.writer.state import AuthorshipState, Key, PersonState, WorkChange
from graphdb.writer.transaction import Transaction

NAME_RULE = "SINGLE_AUTHORSHIP"


def authorship_id(work: str, key: str) -> str:
    """Return the id of a person who is known by one authorship alone."""
    return node_id("Researcher", "authorship", f"{work} {key}")


EXISTING = """
UNWIND $ids AS id
MATCH (:Work {id: id})<-[a:AUTHORED]-(r:Researcher)
RETURN id, a.key, r.id, r.keyed
"""
UNLINK = """
UNWIND $ids AS id
MATCH (:Work {id: id})<-[a:AUTHORED]-(r:Researcher)
SET r:Dirty
FOREACH (_ IN CASE WHEN r.keyed THEN [] ELSE [1] END | SET r:Unresolved)
DELETE a
"""
LINK = """
UNWIND $rows AS row
MATCH (w:Work {id: row[0]})
UNWIND row[1] AS authorship
MATCH (r:Researcher {id: authorship[0]})
CREATE (r)-[a:AUTHORED]->(w)
SET a = authorship[1], r:Dirty
"""


def link_authors(tx: Transaction, changes: Sequence[WorkChange], run: str) -> None:
    """Make the AUTHORED edges of the works what their states say, creating the people who do not stand yet.

    Authors with an authority's key go to the person of that key. Others keep the person whom an earlier name pass found
    for them, or wait for the next one as a person of their own.
    """
    changed = [c for c in changes if c.old is None or c.old.authorships != c.new.authorships]
    if not changed:
        return
    stale = [c.new.id for c in changed if c.old is not None]
    by_name: dict[tuple[str, str], str] = {}
    if stale:
        for work, key, researcher, keyed in tx.run(EXISTING, ids=stale):
            if not keyed:
                by_name[work, key] = researcher
        tx.run(UNLINK, ids=stale).consume()
    persons = _merge_persons(tx, changed)
    unnamed: list[dict[str, Any]] = []
    rows: list[list[Any]] = []
    for change in changed:
        work = change.new.id
        authors: list[list[Any]] = []
        for authorship in change.new.authorships:
            if authorship.person is not None:
                researcher = persons[authorship.person.key]
            elif (work, authorship.key) in by_name:
                researcher = by_name[work, authorship.key]
            else:
                researcher = authorship_id(work, authorship.key)
                unnamed.append(_new_person(researcher, authorship.name, authorship.name_key, None))
            authors.append([researcher, _edge(authorship, run)])
        rows.append([work, authors])
    if unnamed:
        tx.run(CREATE_UNNAMED, rows=unnamed).consume()
    tx.run(LINK, rows=rows).consume()


def _edge(authorship: AuthorshipState, run: str) -> dict[str, Any]:
    return {
        "key": authorship.key,
        "position": authorship.position,
        "rawName": authorship.name,
        "rawAffiliation": authorship.raw_affiliation,
        "institutionIds": list(authorship.institution_ids) or None,
        "corresponding": authorship.corresponding,
        "run": run,
    }


CREATE_UNNAMED = """
UNWIND $rows AS row
MERGE (r:Researcher {id: row.id})
ON CREATE SET r = row
SET r:Dirty:Unresolved
"""
CREATE_PERSONS = """
UNWIND $rows AS row
CREATE (r:Researcher:Dirty)
SET r = row[0]
CREATE (:Identifier {scheme: row[1], value: row[2]})-[:IDENTIFIES]->(r)
FOREACH (key IN row[3] |
  MERGE (i:Identifier {scheme: key[0], value: key[1]})
  CREATE (i)-[:IDENTIFIES]->(r)
)
"""
IDENTIFY_PERSONS = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row[0]})
MERGE (i:Identifier {scheme: row[1], value: row[2]})
MERGE (i)-[:IDENTIFIES]->(r)
"""


def _merge_persons(tx: Transaction, changes: Sequence[WorkChange]) -> dict[Key, str]:
    """Return the researcher ids of the keyed authors of `changes`, creating those who do not stand yet."""
    wanted: dict[Key, tuple[PersonState, AuthorshipState]] = {}
    for change in changes:
        for authorship in change.new.authorships:
            if authorship.person is not None:
                wanted.setdefault(authorship.person.key, (authorship.person, authorship))
    found = researchers_by_identifier(tx, wanted)
    standing = set(found)
    rows = []
    for key in sorted(wanted.keys() - standing):
        person, authorship = wanted[key]
        id_ = node_id("Researcher", *key)
        found[key] = id_
        new = _new_person(id_, authorship.name, authorship.name_key, person)
        rows.append([new, *key, [list(identifier) for identifier in person.identifiers if identifier != key]])
    if rows:
        tx.run(CREATE_PERSONS, rows=rows).consume()
    identities = sorted(
        [found[key], *identifier] for key in standing for identifier in wanted[key][0].identifiers if identifier != key
    )
    if identities:
        tx.run(IDENTIFY_PERSONS, rows=identities).consume()
    return found


def _new_person(id_: str, name: str, name_key: str, person: PersonState | None) -> dict[str, Any]:
    """Return the properties that a person begins with; slug and figures come with the refresh that follows.

    Until then she has none: what stands in an index is written once.
    """
    return {
        "id": id_,
        "name": (person.preferred_name if person else None) or name,
        "preferredName": person.preferred_name if person else None,
        "nameKey": name_key,
        "keyed": person is not None,
        "orcid": next((v for s, v in person.identifiers if s == "orcid"), None) if person else None,
        "identityRule": person.rule if person else NAME_RULE,
        "identityConfidence": person.confidence if person else 1.0,
        "affiliationState": "NOT_IMPORTED",
        "followersCount": 0,
    }

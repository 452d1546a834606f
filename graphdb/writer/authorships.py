"""People and the works that they authored."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from graphdb.ids import node_id
from graphdb.text import name_key
from graphdb.writer.state import AuthorshipState, Names, WorkChange
from graphdb.writer.transaction import Transaction

NAME_RULE = "SINGLE_AUTHORSHIP"
LISTED_RULE = "AUTHORITY_LISTED"

UNNAMED = {
    "keyed": False,
    "identityRule": NAME_RULE,
    "identityConfidence": 1.0,
    "affiliationState": "NOT_IMPORTED",
    "followersCount": 0,
}
"""The properties that every person known by name only begins with."""


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
CREATE_UNNAMED = """
UNWIND $rows AS row
MERGE (r:Researcher {id: row.id})
ON CREATE SET r = row
SET r:Dirty:Unresolved
"""
REPLACE = """
UNWIND $rows AS row
MATCH (before:Researcher {id: row[0]}), (after:Researcher {id: row[1]})
MERGE (before)-[:REPLACED_BY]->(after)
"""


def link_authors(tx: Transaction, changes: Sequence[WorkChange], names: Names, run: str) -> None:
    """Make the AUTHORED edges of the works what their states say.

    Authors with an authority's key go to the person of that key, who stands already; one person is one author of a
    work. Others keep the person whom an earlier name pass found for them, or wait for the next one as a person of their
    own.
    """
    changed = [c for c in changes if c.old is None or len(c.old_ids) > 1 or c.old.authorships != c.new.authorships]
    if not changed:
        return
    stale = [c.new.id for c in changed if c.old is not None]
    before: list[tuple[str, str, str]] = []
    by_name: dict[tuple[str, str], str] = {}
    if stale:
        for work, key, researcher, keyed in tx.run(EXISTING, ids=stale):
            before.append((work, key, researcher))
            if not keyed:
                by_name[work, key] = researcher
        tx.run(UNLINK, ids=stale).consume()
    unnamed: list[dict[str, Any]] = []
    rows: list[list[Any]] = []
    seats: dict[str, dict[str, str]] = {}
    for change in changed:
        work = change.new.id
        authors: list[list[Any]] = []
        taken: set[str] = set()
        for authorship in change.new.authorships:
            researcher = names.people[authorship.person.key] if authorship.person is not None else None
            keyed = researcher is not None and researcher not in taken
            if not keyed:
                researcher = by_name.get((work, authorship.key))
            if researcher is None or researcher in taken:
                researcher = authorship_id(work, authorship.key)
                unnamed.append(_unnamed(researcher, authorship.name, authorship.name_key))
            taken.add(researcher)
            seats.setdefault(work, {})[authorship.key] = researcher
            authors.append([researcher, _edge(authorship, names, run, keyed=keyed)])
        rows.append([work, authors])
    if unnamed:
        tx.run(CREATE_UNNAMED, rows=unnamed).consume()
    tx.run(LINK, rows=rows).consume()
    replaced = [
        [researcher, heir]
        for work, key, researcher in before
        if (heir := _heir(key, seats.get(work, {}))) is not None and heir != researcher
    ]
    if replaced:
        tx.run(REPLACE, rows=replaced).consume()


def _heir(key: str, seats: Mapping[str, str]) -> str | None:
    """Return who is the author of a work that was called `key`; `seats` are its researchers by the authorship's key."""
    found = same_author(key, seats)
    return None if found is None else seats[found]


def same_author(key: str, keys: Collection[str]) -> str | None:
    """Return which of the authors of a work was called `key`: that one, or the only one of its initial and last name.

    `keys` are those of the authorships within the work.
    """
    if key in keys:
        return key
    alike = [other for other in keys if _in_short(other) == _in_short(key)]
    return alike[0] if len(alike) == 1 else None


def _in_short(key: str) -> tuple[str, str]:
    return key[:1], key.partition(" #")[0].rpartition(" ")[2]


def _edge(authorship: AuthorshipState, names: Names, run: str, *, keyed: bool) -> dict[str, Any]:
    person = authorship.person if keyed else None
    preferred = person.preferred_name if person is not None else None
    return {
        "key": authorship.key,
        "position": authorship.position,
        "rawName": authorship.name,
        "preferredName": preferred if preferred != authorship.name else None,
        "rule": person.rule if person is not None else None,
        "rawAffiliation": authorship.raw_affiliation,
        "institutionIds": list(dict.fromkeys(names.described[i] for i in authorship.institutions)) or None,
        "corresponding": authorship.corresponding,
        "run": run,
    }


def _unnamed(id_: str, name: str, key: str) -> dict[str, Any]:
    """Return the properties that a person known by name only begins with; the rest comes with the refresh.

    Until then she has none: what stands in an index is written once.
    """
    return {"id": id_, "name": name, "nameKey": key, **UNNAMED}


RELEASE = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row[0]})-[a:AUTHORED {key: row[2]}]->(w:Work {id: row[1]})
MATCH (person:Researcher {id: row[3]})
CREATE (person)-[moved:AUTHORED]->(w)
SET moved = properties(a), moved.rule = null, moved.preferredName = null, w:Dirty, r:Dirty
DELETE a
"""


def release_authorships(tx: Transaction, authorships: Sequence[tuple[str, str, str, str]]) -> None:
    """Take authorships, each (researcher, work, key, printed name), from whom they were given to.

    Until the next name pass each is the authorship of a person of its own.
    """
    if not authorships:
        return
    people = [_unnamed(authorship_id(work, key), name, name_key(name)) for _, work, key, name in authorships]
    tx.run(CREATE_UNNAMED, rows=people).consume()
    rows = [[researcher, work, key, authorship_id(work, key)] for researcher, work, key, _ in authorships]
    tx.run(RELEASE, rows=rows).consume()


REPEATED = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})-[a:AUTHORED]->(w)
WITH r, w, count(a) AS seats
WHERE seats > 1
MATCH (r)-[a:AUTHORED]->(w)
WITH r, w, a ORDER BY coalesce(a.rule, '') = $listed, a.position
WITH r, w, collect(a)[1..] AS others
UNWIND others AS a
RETURN r.id, w.id, a.key, a.rawName
"""


def separate_authorships(tx: Transaction, ids: Iterable[str]) -> None:
    """Leave the researchers `ids`, who are several people folded into one, one authorship of each work: the first."""
    rows = tx.run(REPEATED, ids=sorted(ids), listed=LISTED_RULE).values()
    release_authorships(tx, [(researcher, work, key, name) for researcher, work, key, name in rows])

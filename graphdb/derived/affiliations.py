"""Where people work, by what their own records and their works say together: one edge to each institution."""

from collections.abc import Iterable, Sequence

import msgspec

from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

SOURCE_RANK = ("orcid", "openalex", "dblp", "s2", "authorship")
"""Whose years are believed, best first: the person's own word, then what registries collect, then her works."""


class Statement(msgspec.Struct, frozen=True):
    """One source's word that a person works or worked somewhere."""

    institution: str
    source: str
    """A registry's, or `authorship`."""
    since: int | None
    until: int | None
    """Year; None: not known, or to this day."""
    role: str | None
    works: int
    run: str | None


class Affiliation(msgspec.Struct, frozen=True):
    """What all statements on one institution come to."""

    institution: str
    source: str
    since: int | None
    until: int | None
    role: str | None
    works: int
    run: str | None


def affiliations(statements: Iterable[Statement]) -> list[Affiliation]:
    """Return one affiliation for each institution of `statements`, in the order of their ids.

    Years and role are those of the best source that says any years; several statements of it (a degree, then a job) are
    taken as one time, which lasts to this day if one of them does.
    """
    by_institution: dict[str, list[Statement]] = {}
    for statement in statements:
        by_institution.setdefault(statement.institution, []).append(statement)
    return [_together(institution, said) for institution, said in sorted(by_institution.items())]


def _together(institution: str, said: Sequence[Statement]) -> Affiliation:
    dated = [each for each in said if each.since is not None or each.until is not None]
    source = min((each.source for each in dated or said), key=_rank)
    own = [each for each in dated or said if each.source == source]
    ends = [each.until for each in own]
    known_ends = [end for end in ends if end is not None]
    last = max(own, key=lambda each: (each.until is None, each.until or 0, each.since or 0, each.role or ""))
    return Affiliation(
        institution=institution,
        source=source,
        since=min((each.since for each in own if each.since is not None), default=None),
        until=max(known_ends) if len(known_ends) == len(ends) else None,
        role=last.role,
        works=sum(each.works for each in said),
        run=max((each.run for each in said if each.run is not None), default=None),
    )


def _rank(source: str) -> tuple[int, str]:
    return (SOURCE_RANK.index(source) if source in SOURCE_RANK else len(SOURCE_RANK) - 1, source)


STATEMENTS = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)-[a:AUTHORED]->(w)
  WHERE a.institutionIds IS NOT NULL
  UNWIND a.institutionIds AS named
  OPTIONAL MATCH (current:Institution {id: named})
  OPTIONAL MATCH (:Identifier {scheme: 'id', value: CASE WHEN current IS NULL THEN named END})
    -[:IDENTIFIES]->(renamed:Institution)
  WITH coalesce(current, renamed) AS i, w, a
  WHERE i IS NOT NULL
  RETURN i.id AS institution, 'authorship' AS source, min(w.year) AS since, max(w.year) AS until, null AS role,
    count(DISTINCT w) AS works, max(a.run) AS run
UNION ALL
  MATCH (r)<-[:DESCRIBES]-(record:Record)-[e:AFFILIATES]->(:Mention)-[:DESCRIBES]->(i:Institution)
  RETURN i.id AS institution, record.source AS source, e.since AS since, e.until AS until, e.role AS role, 0 AS works,
    record.run AS run
}
RETURN collect([id, institution, source, since, until, role, works, run])
"""
AFFILIATE = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row.id})
CALL (r) {
  MATCH (r)-[old:AFFILIATED_WITH]->(i)
  SET i:Dirty
  DELETE old
}
CALL (r, row) {
  UNWIND row.edges AS edge
  MATCH (i:Institution {id: edge.institution})
  CREATE (r)-[e:AFFILIATED_WITH]->(i)
  SET e = edge.properties, i:Dirty
}
"""


def affiliate(tx: Transaction, ids: Sequence[str]) -> dict[str, int]:
    """Make the affiliations of the researchers `ids` anew; return how many institutions each has."""
    said: dict[str, list[Statement]] = {id_: [] for id_ in ids}
    for id_, *statement in collected(tx.run(STATEMENTS, ids=ids)):
        said[id_].append(Statement(*statement))
    rows = []
    counts = {}
    for id_, statements in said.items():
        found = affiliations(statements)
        counts[id_] = len(found)
        edges = []
        for each in found:
            properties = msgspec.to_builtins(each)
            edges.append({"institution": properties.pop("institution"), "properties": properties})
        rows.append({"id": id_, "edges": edges})
    tx.run(AFFILIATE, rows=rows).consume()
    return counts

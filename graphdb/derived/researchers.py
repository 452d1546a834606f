"""Researchers: names, affiliations, counters, trust and slugs, from the works that they authored."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, LiteralString

from graphdb.derived.slugs import assign_slugs
from graphdb.fulltext import folding
from graphdb.fulltext.indexes import JOINED_BY
from graphdb.standing import STANDING_WORDS
from graphdb.text import name_key, slug_base
from graphdb.trust import CLOSE_COLLABORATION_WEIGHT, TrustFigures, trust
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

FIGURES = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)-[a:AUTHORED]->(w)
  RETURN collect([a.rawName, w.citationCount]) AS authored, max(size(a.institutionIds)) IS NOT NULL AS affiliated
}
CALL (r) {
  MATCH (r)-[:AUTHORED]->()-[:ABOUT]->(t)
  RETURN count(DISTINCT t) AS topics
}
CALL (r) {
  MATCH (r)-[:AUTHORED]->()-[:PUBLISHED_IN]->(s)
  RETURN count(DISTINCT s) AS sources
}
RETURN collect([r.id, r.slugBase, r.name, r.preferredName, authored, topics, sources,
  COUNT { (r)-[:COLLABORATED_WITH]-() }, COUNT { (r)-[c:COLLABORATED_WITH]-() WHERE c.weight >= $close },
  affiliated OR EXISTS { (r)-[:AFFILIATED_WITH]->() }, EXISTS { (r)<-[:FOLLOWS|DESCRIBES]-() }])
"""
AFFILIATE = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)-[old:AFFILIATED_WITH {source: 'authorship'}]->()
  DELETE old
}
CALL (r) {
  MATCH (r)-[a:AUTHORED]->(w)
  WHERE a.institutionIds IS NOT NULL
  UNWIND a.institutionIds AS institution
  MATCH (i:Institution {id: institution})
  WITH r, i, count(DISTINCT w) AS works, min(w.year) AS since, max(w.year) AS until, max(a.run) AS run
  CREATE (r)-[:AFFILIATED_WITH {since: since, until: until, works: works, source: 'authorship', run: run}]->(i)
  SET i:Dirty
}
RETURN collect([id, COUNT { (r)-[:AFFILIATED_WITH]->() }])
"""
SET_FIGURES: LiteralString = f"""
UNWIND $rows AS row
MATCH (n:Researcher {{id: row.id}})
SET n += row
SET n.standing = {STANDING_WORDS}
REMOVE n:Dirty
"""
DELETE_RESEARCHERS = """
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
OPTIONAL MATCH (r)<-[:IDENTIFIES]-(i:Identifier)
DETACH DELETE r, i
"""


def h_index(citations: Sequence[int]) -> int:
    """Return the largest h such that h works have at least h citations each (J. E. Hirsch, PNAS 102, 2005)."""
    ranked = sorted(citations, reverse=True)
    return sum(1 for rank, count in enumerate(ranked, start=1) if count >= rank)


def shown_name(preferred: str | None, printed: Sequence[str]) -> str | None:
    """Return the name to show: what an authority prefers, else the most frequent, then the longest, then the first."""
    if preferred or not printed:
        return preferred
    counts = Counter(printed)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def refresh_researchers(tx: Transaction, ids: list[str]) -> None:
    """Recompute affiliations, names, counters and slugs of the researchers `ids`; collaborations must stand already.

    A person who has lost the last work, and whom nobody follows and no record describes, is removed.
    """
    figures_of = collected(tx.run(FIGURES, ids=ids, close=CLOSE_COLLABORATION_WEIGHT))
    affiliated = [row[0] for row in figures_of if row[-2]]
    affiliations: dict[str, int] = dict(collected(tx.run(AFFILIATE, ids=affiliated))) if affiliated else {}
    rows: list[dict[str, Any]] = []
    orphans: list[str] = []
    bases: set[str] = set()
    for id_, base, name, preferred, authored, topics, sources, collaborators, close, _, wanted in figures_of:
        if not authored and not wanted:
            orphans.append(id_)
            bases |= {base} - {None}
            continue
        printed = [raw for raw, _ in authored]
        citations = [count for _, count in authored]
        shown = shown_name(preferred, printed) or name
        figures = TrustFigures(works=len(authored), close_collaborators=close, topics=topics, sources=sources)
        bases |= {base, slug_base(shown)} - {None}
        institutions = affiliations.get(id_, 0)
        rows.append(
            {
                "id": id_,
                "name": shown,
                "nameKey": name_key(shown),
                "slugBase": slug_base(shown),
                "nameVariants": sorted(set(printed) - {shown}),
                "searchNames": JOINED_BY.join(sorted({folding.fold(name) for name in {shown, *printed}})),
                "worksCount": len(authored),
                "citationCount": sum(citations),
                "hIndex": h_index(citations),
                "topicsCount": topics,
                "sourcesCount": sources,
                "institutionsCount": institutions,
                "affiliationState": "IMPORTED" if institutions else "NOT_IMPORTED",
                "collaboratorsCount": collaborators,
                "closeCollaboratorsCount": close,
                "trustScore": trust(figures).score,
            }
        )
    if orphans:
        tx.run(DELETE_RESEARCHERS, ids=orphans).consume()
    tx.run(SET_FIGURES, rows=rows).consume()
    assign_slugs(tx, "Researcher", bases)

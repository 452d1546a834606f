"""What is known of an entity of any kind besides its own properties: identifiers, provenance, counts by year."""

from collections.abc import Sequence
from typing import LiteralString

from graphdb.graph import Graph
from graphdb.identifier_urls import identifier_url
from graphdb.records import IdentifierRecord, ProvenanceRecord, YearCountRecord


def _identifiers(label: LiteralString) -> LiteralString:
    return f"""
UNWIND range(0, size($ids) - 1) AS i
MATCH (:{label} {{id: $ids[i]}})<-[:IDENTIFIES]-(x:Identifier)
WHERE NOT x.scheme IN ['id', 'name'] AND NOT x.scheme STARTS WITH 'slug:'
WITH i, x ORDER BY x.scheme, x.value
RETURN i, collect([x.scheme, x.value])
"""


IDENTIFIERS: dict[str, LiteralString] = {
    "Researcher": _identifiers("Researcher"),
    "Work": _identifiers("Work"),
    "Topic": _identifiers("Topic"),
    "Institution": _identifiers("Institution"),
    "Source": _identifiers("Source"),
}


async def identifiers(graph: Graph, kind: str, ids: Sequence[str]) -> list[list[IdentifierRecord]]:
    """Return for each entity of `kind`, a label, the names that authorities gave it, by scheme and value.

    Old ids and slugs and folded names are not among them.
    """
    found: list[list[IdentifierRecord]] = [[] for _ in ids]
    for i, names in await graph.read(IDENTIFIERS[kind], ids=list(ids)):
        found[i] = [IdentifierRecord(scheme, value, identifier_url(scheme, value, kind)) for scheme, value in names]
    return found


EXAMINED_WORKS = 1000
"""A hub's works have few sources and runs among them: this many are looked at to name them."""


def _provenance(label: LiteralString, works: LiteralString) -> LiteralString:
    return f"""
UNWIND range(0, size($ids) - 1) AS i
MATCH (n:{label} {{id: $ids[i]}})
CALL (n) {{
  MATCH (n)<-[:DESCRIBES]-(record)
  RETURN record
  UNION
  MATCH {works}
  WITH w LIMIT $examined
  MATCH (w)<-[:DESCRIBES]-(record)
  RETURN record
}}
WITH i, record.source AS source, record.run AS run, max(record.importedAt) AS importedAt
WITH i, source, run, importedAt ORDER BY importedAt DESC, source, run
RETURN i, collect([source, run, importedAt])
"""


PROVENANCE: dict[str, LiteralString] = {
    "Researcher": _provenance("Researcher", "(n)-[:AUTHORED]->(w)"),
    "Work": """
UNWIND range(0, size($ids) - 1) AS i
MATCH (:Work {id: $ids[i]})<-[:DESCRIBES]-(record)
WITH i, record.source AS source, record.run AS run, max(record.importedAt) AS importedAt
WITH i, source, run, importedAt ORDER BY importedAt DESC, source, run
RETURN i, collect([source, run, importedAt])
""",
    "Topic": _provenance("Topic", "(n)<-[:ABOUT]-(w)"),
    "Institution": _provenance(
        "Institution", "(n)<-[:AFFILIATED_WITH]-()-[e:AUTHORED]->(w) WHERE n.id IN e.institutionIds"
    ),
    "Source": _provenance("Source", "(n)<-[:PUBLISHED_IN]-(w)"),
}


async def provenance(graph: Graph, kind: str, ids: Sequence[str]) -> list[list[ProvenanceRecord]]:
    """Return for each entity of `kind`, a label, the sources and runs of the records that it was made from.

    Newest first. A work is made from its own records, everything else from those of its works too, of which
    `EXAMINED_WORKS` at most are looked at.
    """
    found: list[list[ProvenanceRecord]] = [[] for _ in ids]
    for i, rows in await graph.read(PROVENANCE[kind], ids=list(ids), examined=EXAMINED_WORKS):
        found[i] = [ProvenanceRecord(*row) for row in rows]
    return found


def _counts_by_year(label: LiteralString, works: LiteralString) -> LiteralString:
    return f"""
UNWIND range(0, size($ids) - 1) AS i
MATCH (n:{label} {{id: $ids[i]}})
CALL (n) {{
  MATCH {works}
  WITH DISTINCT w WHERE w.year IS NOT NULL
  RETURN w.year AS year, count(w) AS works, 0 AS citations
  UNION ALL
  MATCH {works}
  WITH DISTINCT w
  MATCH (w)<-[:CITES]-(citing) WHERE citing.year IS NOT NULL
  RETURN citing.year AS year, 0 AS works, count(citing) AS citations
}}
WITH i, year, sum(works) AS works, sum(citations) AS citations ORDER BY year
RETURN i, collect([year, works, citations])
"""


COUNTS_BY_YEAR: dict[str, LiteralString] = {
    "Researcher": _counts_by_year("Researcher", "(n)-[:AUTHORED]->(w)"),
    "Work": """
UNWIND range(0, size($ids) - 1) AS i
MATCH (w:Work {id: $ids[i]})
CALL (w) {
  WITH w WHERE w.year IS NOT NULL
  RETURN w.year AS year, 1 AS works, 0 AS citations
  UNION ALL
  MATCH (w)<-[:CITES]-(citing) WHERE citing.year IS NOT NULL
  RETURN citing.year AS year, 0 AS works, count(citing) AS citations
}
WITH i, year, sum(works) AS works, sum(citations) AS citations ORDER BY year
RETURN i, collect([year, works, citations])
""",
    "Topic": _counts_by_year("Topic", "(n)<-[:ABOUT]-(w)"),
    "Institution": _counts_by_year(
        "Institution", "(n)<-[:AFFILIATED_WITH]-()-[e:AUTHORED]->(w) WHERE n.id IN e.institutionIds"
    ),
    "Source": _counts_by_year("Source", "(n)<-[:PUBLISHED_IN]-(w)"),
}


async def counts_by_year(graph: Graph, kind: str, ids: Sequence[str]) -> list[list[YearCountRecord]]:
    """Return for each entity of `kind`, a label, its works and the citations of them by year, oldest first.

    Years without either, and works without a year, are left out.
    """
    found: list[list[YearCountRecord]] = [[] for _ in ids]
    for i, rows in await graph.read(COUNTS_BY_YEAR[kind], ids=list(ids)):
        found[i] = [YearCountRecord(*row) for row in rows]
    return found

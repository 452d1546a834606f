"""What is known of an entity of any kind besides its own properties: identifiers, provenance, counts by year."""

from collections.abc import Callable
from typing import Any, LiteralString

from graphdb.fact import Fact
from graphdb.identifier_urls import identifier_url
from graphdb.records import IdentifierRecord, ProvenanceRecord, YearCountRecord

_LABELS: tuple[LiteralString, ...] = ("Researcher", "Work", "Topic", "Institution", "Source")

_IDENTIFIERS: LiteralString = """  MATCH (p)<-[:IDENTIFIES]-(x:Identifier)
  WHERE NOT x.scheme IN ['id', 'name'] AND NOT x.scheme STARTS WITH 'slug:'
  WITH x ORDER BY x.scheme, x.value
  RETURN collect([x.scheme, x.value]) AS fact"""


def _identifiers(label: str) -> Callable[[Any], list[IdentifierRecord]]:
    return lambda rows: [
        IdentifierRecord(scheme, value, identifier_url(scheme, value, label)) for scheme, value in rows
    ]


IDENTIFIERS = {label: Fact(label, _IDENTIFIERS, _identifiers(label)) for label in _LABELS}
"""By label: the names that authorities gave to an entity, by scheme and value.

Old ids and slugs and folded names are not among them.
"""

_EXAMINED_WORKS: LiteralString = "1000"
"""A hub's works have few sources and runs among them: this many are looked at to name them."""

_OF_RECORDS: LiteralString = """  WITH record.source AS source, record.run AS run, max(record.importedAt) AS importedAt
  WITH source, run, importedAt ORDER BY importedAt DESC, source, run
  RETURN collect([source, run, importedAt]) AS fact"""


def _provenance(works: LiteralString) -> LiteralString:
    return f"""  CALL (p) {{
    MATCH (p)<-[:DESCRIBES]-(record)
    RETURN record
    UNION
    MATCH {works}
    WITH w LIMIT {_EXAMINED_WORKS}
    MATCH (w)<-[:DESCRIBES]-(record)
    RETURN record
  }}
{_OF_RECORDS}"""


_WORKS_OF: dict[LiteralString, LiteralString] = {
    "Researcher": "(p)-[:AUTHORED]->(w)",
    "Topic": "(p)<-[:ABOUT]-(w)",
    "Institution": "(p)<-[:AFFILIATED_WITH]-()-[e:AUTHORED]->(w) WHERE p.id IN e.institutionIds",
    "Source": "(p)<-[:PUBLISHED_IN]-(w)",
}


def _provenance_records(rows: Any) -> list[ProvenanceRecord]:
    return [ProvenanceRecord(*row) for row in rows]


PROVENANCE = {
    "Work": Fact("Work", f"  MATCH (p)<-[:DESCRIBES]-(record)\n{_OF_RECORDS}", _provenance_records),
    **{label: Fact(label, _provenance(works), _provenance_records, long=True) for label, works in _WORKS_OF.items()},
}
"""By label: the sources and runs of the records that an entity was made from, newest first.

A work is made from its own records, everything else from those of its works too, of which some are looked at.
"""

_BY_YEAR: LiteralString = """  WITH year, sum(works) AS works, sum(citations) AS citations ORDER BY year
  RETURN collect([year, works, citations]) AS fact"""


def _counts_by_year(works: LiteralString) -> LiteralString:
    return f"""  CALL (p) {{
    MATCH {works}
    WITH DISTINCT w WHERE w.year IS NOT NULL
    RETURN w.year AS year, count(w) AS works, 0 AS citations
    UNION ALL
    MATCH {works}
    WITH DISTINCT w
    MATCH (w)<-[:CITES]-(citing) WHERE citing.year IS NOT NULL
    RETURN citing.year AS year, 0 AS works, count(citing) AS citations
  }}
{_BY_YEAR}"""


_COUNTS_OF_WORK: LiteralString = f"""  CALL (p) {{
    MATCH (p) WHERE p.year IS NOT NULL
    RETURN p.year AS year, 1 AS works, 0 AS citations
    UNION ALL
    MATCH (p)<-[:CITES]-(citing) WHERE citing.year IS NOT NULL
    RETURN citing.year AS year, 0 AS works, count(citing) AS citations
  }}
{_BY_YEAR}"""


def _year_counts(rows: Any) -> list[YearCountRecord]:
    return [YearCountRecord(*row) for row in rows]


COUNTS_BY_YEAR = {
    "Work": Fact("Work", _COUNTS_OF_WORK, _year_counts, long=True),
    **{label: Fact(label, _counts_by_year(works), _year_counts, long=True) for label, works in _WORKS_OF.items()},
}
"""By label: the works of an entity and the citations of them by year, oldest first.

Years without either, and works without a year, are left out.
"""

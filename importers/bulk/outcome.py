"""What became of the records of a bulk import, which is one large batch of an online one."""

from importers.bulk.tables import Tables
from importers.pipeline import Summary

# A version of a record that is replaced by a later one: the later is unchanged, or written once more.
REPEATED = """
SELECT count(*) FILTER (WHERE hash = before), count(*) FILTER (WHERE hash <> before)
FROM (SELECT hash, lag(hash) OVER (PARTITION BY id ORDER BY seq) AS before FROM "{table}")
"""
WORKS = "SELECT count(*) FROM works"
RECORDS = "SELECT count(*) FROM latest"
ENTITIES = 'SELECT count(DISTINCT entity) FROM described WHERE "isRecord"'
ENTRIES = "SELECT count(*) FROM latest_entries"
CITATIONS = "SELECT count(*), count(DISTINCT (source, citing, cited)) FROM citations"
RETRACTIONS = "SELECT count(*), count(DISTINCT (source, notice, work)) FROM retractions"
REDIRECTS = "SELECT count(*), count(DISTINCT (source, label, old, new)) FROM redirects"


def count_outcome(tables: Tables, summary: Summary) -> None:
    """Put into `summary` how many records were written, unchanged and merged.

    The first record of a work, a person, an institution, a source or a topic is written; others that join it are
    merged.
    """
    for table, counted, made in (("records", RECORDS, WORKS), ("entries", ENTRIES, ENTITIES)):
        [(unchanged, changed)] = tables.rows(REPEATED.format(table=table))
        records, things = tables.number(counted), tables.number(made)
        summary.unchanged += unchanged
        summary.written += changed + things
        summary.merged += records - things
    for query in (CITATIONS, REDIRECTS, RETRACTIONS):
        [(said, distinct)] = tables.rows(query)
        summary.written += distinct
        summary.unchanged += said - distinct

"""The fifth step of a bulk import: the figures of people, topics, institutions and sources, which follow from works.

Online `graphdb.derived.refresh` does that, a batch a transaction, with a look at each neighbour in the store. Here they
are joined on disk and go through the same functions. Who is known by name only, and whoever wrote with such people, is
left to that pass: it may yet find out that two of them are one.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from graphdb.derived.affiliations import Statement, affiliations
from graphdb.derived.researchers import Facts, figures
from graphdb.derived.slugs import SUFFIX_LENGTH
from graphdb.trust import CLOSE_COLLABORATION_WEIGHT
from importers.bulk.tables import FIGURES, Rows, Tables, empties, write_rows
from importers.bulk.workers import share

BATCH = 5_000
"""People whose works are looked at together."""

# Later tables are made of earlier ones.
STEPS = (
    """
CREATE TABLE weighed AS
SELECT w.id AS work, w.year, coalesce(b.n, 0) AS citations
FROM works AS w LEFT JOIN cited_by AS b ON w.id = b.id
""",
    # The pass over names may change what these have: works that their records list, works with people who become one.
    """
CREATE TABLE unsettled AS
WITH of_unnamed AS (SELECT DISTINCT work FROM authored WHERE NOT keyed)
SELECT researcher AS id FROM authored SEMI JOIN of_unnamed USING (work)
UNION
SELECT d.entity
FROM lists AS l JOIN work_of AS n ON l.name = n.name SEMI JOIN of_unnamed ON n.work = of_unnamed.work
JOIN described AS d ON d.label = 'Researcher' AND d."isRecord" AND d.id = l.record
""",
    "CREATE TABLE interests AS SELECT DISTINCT a.researcher, t.topic FROM authored AS a JOIN about AS t USING (work)",
    """
CREATE TABLE published_in AS
SELECT p.work, d.entity AS source
FROM published AS p JOIN described AS d ON d.label = 'Source' AND d.id = p.mention
""",
    """
CREATE TABLE outlets AS SELECT DISTINCT a.researcher, p.source FROM authored AS a JOIN published_in AS p USING (work)
""",
    "CREATE TABLE employed AS SELECT researcher, work, unnest(ids) AS institution FROM authored WHERE ids IS NOT NULL",
    f"""
CREATE TABLE known AS
WITH topics AS (SELECT researcher AS id, count(*) AS n FROM interests GROUP BY ALL),
sources AS (SELECT researcher AS id, count(*) AS n FROM outlets GROUP BY ALL),
ends AS (SELECT one AS id, weight FROM collaborated UNION ALL SELECT other, weight FROM collaborated),
others AS (
  SELECT id, count(*) AS n, count(*) FILTER (weight >= {CLOSE_COLLABORATION_WEIGHT}) AS close FROM ends GROUP BY id
)
SELECT p.id, p.name, p."preferredName", p."registryNames", coalesce(t.n, 0) AS topics, coalesce(s.n, 0) AS sources,
  coalesce(o.n, 0) AS collaborators, coalesce(o.close, 0) AS close
FROM people AS p ANTI JOIN unsettled AS u ON p.id = u.id
LEFT JOIN topics AS t ON p.id = t.id LEFT JOIN sources AS s ON p.id = s.id LEFT JOIN others AS o ON p.id = o.id
WHERE p."nameKey" IS NOT NULL OR p.id IN (SELECT entity FROM described WHERE label = 'Researcher')
ORDER BY p.id
""",
    """
CREATE TABLE printed AS
SELECT a.researcher AS id, a.name, CASE WHEN a."preferredName" <> a.name THEN a."preferredName" END AS preferred,
  a.rule, w.citations
FROM authored AS a JOIN weighed AS w USING (work) SEMI JOIN known ON a.researcher = known.id
ORDER BY a.researcher
""",
    """
CREATE TABLE statements AS
SELECT s.*
FROM (
  SELECT e.researcher AS id, e.institution, 'authorship' AS source, min(w.year) AS since, max(w.year) AS until,
    NULL::VARCHAR AS role, count(*) AS works
  FROM employed AS e JOIN weighed AS w USING (work)
  GROUP BY e.researcher, e.institution
  UNION ALL
  SELECT r.entity, m.entity, n.source, a.since, a.until, a.role, 0
  FROM (SELECT * FROM affiliated SEMI JOIN latest_entries USING (seq)) AS a
  JOIN entries AS n ON a.seq = n.seq
  JOIN described AS r ON r.label = 'Researcher' AND r."isRecord" AND r.id = a.record
  JOIN described AS m ON m.label = 'Institution' AND NOT m."isRecord" AND m.id = a.mention
) AS s SEMI JOIN known ON s.id = known.id
ORDER BY s.id
""",
)
KNOWN = "SELECT * FROM known WHERE id BETWEEN $1 AND $2 ORDER BY id"
PRINTED = "SELECT * FROM printed WHERE id BETWEEN $1 AND $2 ORDER BY id"
STATEMENTS = "SELECT * FROM statements WHERE id BETWEEN $1 AND $2 ORDER BY id"

# As `graphdb.derived.entities` says it.
COUNTS = (
    """
CREATE TABLE "counts:Topic" AS
SELECT n.id, coalesce(w.works, 0) AS works, coalesce(w.citations, 0)::BIGINT AS citations,
  coalesce(r.n, 0) AS researchers
FROM "Topic" AS n
LEFT JOIN (
  SELECT t.topic AS id, count(*) AS works, sum(w.citations) AS citations
  FROM about AS t JOIN weighed AS w USING (work)
  GROUP BY t.topic
) AS w ON n.id = w.id
LEFT JOIN (SELECT topic AS id, count(*) AS n FROM interests GROUP BY topic) AS r ON n.id = r.id
""",
    """
CREATE TABLE "counts:Source" AS
SELECT n.id, coalesce(w.works, 0) AS works, coalesce(w.citations, 0)::BIGINT AS citations,
  coalesce(r.n, 0) AS researchers
FROM "Source" AS n
LEFT JOIN (
  SELECT p.source AS id, count(*) AS works, sum(w.citations) AS citations
  FROM published_in AS p JOIN weighed AS w USING (work)
  GROUP BY p.source
) AS w ON n.id = w.id
LEFT JOIN (SELECT source AS id, count(*) AS n FROM outlets GROUP BY source) AS r ON n.id = r.id
""",
    """
CREATE TABLE "counts:Institution" AS
SELECT n.id, coalesce(w.works, 0) AS works, coalesce(w.citations, 0)::BIGINT AS citations,
  coalesce(r.n, 0) AS researchers
FROM "Institution" AS n
LEFT JOIN (
  SELECT e.institution AS id, count(*) AS works, sum(w.citations) AS citations
  FROM (SELECT DISTINCT institution, work FROM employed) AS e JOIN weighed AS w USING (work)
  GROUP BY e.institution
) AS w ON n.id = w.id
LEFT JOIN (SELECT institution AS id, count(*) AS n FROM affiliations GROUP BY institution) AS r ON n.id = r.id
""",
)


def slug(table: str, less_known: str) -> str:
    """Return the slug of a row of `table`, as `graphdb.derived.slugs` says it.

    Who alone has a base has it as its slug; else one has it of those for whom the condition `less_known` does not hold,
    and the others have a part of their ids too.
    """
    return (
        f'CASE WHEN row_number() OVER (PARTITION BY {table}."slugBase" ORDER BY {less_known}, {table}.id) = 1 '
        f'THEN {table}."slugBase" ELSE {table}."slugBase" || \'-\' || substr({table}.id, 3, {SUFFIX_LENGTH}) END'
    )


def standing(count: str) -> str:
    """Return the property `standing`, as `graphdb.standing` says it, of the citations and works that `count` gives."""
    return (
        f"CASE WHEN {count} >= 10 THEN array_to_string("
        f"list_transform(range(2, 1 + floor(2 * log10({count}))::BIGINT), lambda step: 's' || step), ' ') END"
    )


def make_figures(tables: Tables, executor: ProcessPoolExecutor) -> Iterator[int]:
    """Make the figures of the people who are known, then of the rest; yield of how many people they are made."""
    done = 0
    for statement in STEPS:
        tables.run(statement)
    for files, people in share(executor, partial(figure_files, tables.folder), _parts(tables)):
        tables.take(files)
        done += people
        yield done
    for statement in COUNTS:
        tables.run(statement)


Part = tuple[list[tuple[Any, ...]], ...]
"""Some people, their authorships, and what is said of where they work; sorted by their ids, which come first."""


def _parts(tables: Tables) -> Iterator[Part]:
    for first, last in tables.parts("known", "id", BATCH):
        yield tuple(list(tables.rows(query, first, last)) for query in (KNOWN, PRINTED, STATEMENTS))


def figure_files(folder: Path, part: Part) -> tuple[dict[str, Path], int]:
    """Write the figures and affiliations of some people to files; also return how many they are."""
    known, *others = part
    printed, statements = (_by_person(rows) for rows in others)
    rows: Rows = {}
    for id_, name, preferred_name, registry_names, topics, sources, collaborators, close in known:
        seats = printed.get(id_, ())
        places = affiliations(
            Statement(institution, source, since, until, role, works, run=None)
            for institution, source, since, until, role, works in statements.get(id_, ())
        )
        facts = Facts(
            id=id_,
            slug_base=None,
            name=name,
            preferred_name=preferred_name,
            registry_names=registry_names,
            keyed=True,
            authored=[(raw, preferred, citations, True) for raw, preferred, _, citations in seats],
            rules=sorted({rule for _, _, rule, _ in seats if rule is not None}),
            topics=topics,
            sources=sources,
            collaborators=collaborators,
            close_collaborators=close,
            affiliated=bool(places),
            described=True,
        )
        properties, _ = figures(facts, len(places))
        rows.setdefault("figures", []).append({name: properties.get(name) for name in ("id", *FIGURES)})
        rows.setdefault("empty", []).extend(empties("Researcher", id_, properties))
        for each in places:
            rows.setdefault("affiliations", []).append(
                {
                    "id": id_,
                    "institution": each.institution,
                    "since": each.since,
                    "until": each.until,
                    "works": each.works,
                    "source": each.source,
                    "role": each.role,
                }
            )
    return write_rows(folder, rows), len(known)


def _by_person(rows: Sequence[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    return {id_: [row[1:] for row in group] for id_, group in groupby(rows, key=itemgetter(0))}

"""The fourth and the last step of a bulk import: nodes and edges, as online writes make them, and files of them.

Who is known by name only, and whoever wrote with such people, is left to `graphdb.derived.refresh`, as all are online.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphdb.bulk import EdgeFile, NodeFile
from graphdb.derived.collaborations import MAX_AUTHORS
from graphdb.writer.authorships import UNNAMED
from graphdb.writer.people import NAMED
from importers.bulk.figures import slug, standing
from importers.bulk.tables import FIGURES, PROPERTIES, WORK_PROPERTIES, Tables


@dataclass(frozen=True, slots=True)
class Gathered:
    """A table whose rows have lists; `Tables.gather` makes it."""

    table: str
    of: str
    by: str
    query: str


# Later tables are made of earlier ones.
STEPS: tuple[str | Gathered, ...] = (
    # Which work and which node each identifier names.
    "CREATE TABLE work_of AS SELECT name, work FROM work_names",
    """
CREATE TABLE cited AS
SELECT r.source, r.citing, r.cited, r.work AS citingWork, b.work AS citedWork
FROM "references" AS r LEFT JOIN work_of AS b ON r.cited = b.name
UNION ALL
SELECT c.source, c.citing, c.cited, a.work, b.work
FROM citations AS c LEFT JOIN work_of AS a ON c.citing = a.name LEFT JOIN work_of AS b ON c.cited = b.name
""",
    Gathered(
        "cites",
        "cited",
        "citingWork",
        """
SELECT citingWork AS citing, citedWork AS cited, list_sort(list(DISTINCT source)) AS sources
FROM part
WHERE citingWork IS NOT NULL AND citedWork IS NOT NULL
GROUP BY ALL
""",
    ),
    Gathered(
        "waiting",
        "cited",
        "citing",
        """
SELECT citing, cited, list_sort(list(DISTINCT source)) AS sources
FROM part
WHERE citingWork IS NULL OR citedWork IS NULL
GROUP BY ALL
""",
    ),
    # Who an authorship is of: one person is one author of a work.
    """
CREATE TABLE seats AS
SELECT a.work, a.key, a.alone, e.id AS person,
  row_number() OVER (PARTITION BY a.work, e.id ORDER BY a.position) = 1 AS isFirst
FROM authorships AS a JOIN entities AS e ON e.label = 'Researcher' AND a.person = e.name
""",
    Gathered(
        "workplaces",
        "authorships",
        "work",
        """
SELECT work, key, list(entity ORDER BY place) AS ids
FROM (
  SELECT named.work, named.key, d.entity, min(named.place) AS place
  FROM (
    SELECT work, key, unnest(institutions) AS mention, generate_subscripts(institutions, 1) AS place
    FROM part
    WHERE len(institutions) > 0
  ) AS named JOIN described AS d ON d.label = 'Institution' AND d.id = named.mention
  GROUP BY ALL
)
GROUP BY work, key
""",
    ),
    """
CREATE TABLE authored AS
SELECT a.*, coalesce(s.person, a.alone) AS researcher, s.person IS NOT NULL AS keyed, w.ids
FROM authorships AS a
LEFT JOIN (SELECT * FROM seats WHERE isFirst) AS s ON a.work = s.work AND a.key = s.key
LEFT JOIN workplaces AS w ON a.work = w.work AND a.key = w.key
""",
    # An iD whose record ORCID has merged into another is not shown where that other is known.
    """
CREATE TABLE people AS
WITH merged AS (
  SELECT DISTINCT old AS name FROM redirects WHERE starts_with(old, 'orcid ') AND starts_with(new, 'orcid ')
),
orcids AS (
  SELECT e.id, substr(e.name, 7) AS orcid
  FROM entities AS e LEFT JOIN merged AS m ON e.name = m.name
  WHERE e.label = 'Researcher' AND starts_with(e.name, 'orcid ')
  QUALIFY row_number() OVER (PARTITION BY e.id ORDER BY m.name IS NOT NULL, e.name) = 1
),
printed AS (SELECT researcher AS id, min(name) AS name, min(nameKey) AS nameKey FROM authored WHERE keyed GROUP BY ALL)
SELECT s.id, orcids.orcid, coalesce(p.name, d.preferredName, s.id) AS name, p.nameKey, d.* EXCLUDE (id)
FROM (SELECT DISTINCT id FROM entities WHERE label = 'Researcher' AND stands) AS s
LEFT JOIN orcids ON s.id = orcids.id
LEFT JOIN printed AS p ON s.id = p.id
LEFT JOIN "Researcher" AS d ON s.id = d.id
""",
    # What registries' records name, those that count.
    "CREATE TABLE lists AS SELECT DISTINCT record, name FROM listed SEMI JOIN latest_entries USING (seq)",
    "CREATE TABLE relations AS SELECT DISTINCT record, name, edge FROM related SEMI JOIN latest_entries USING (seq)",
    Gathered(
        "same",
        "redirects",
        "old",
        "SELECT label, old, new, list_sort(list(DISTINCT source)) AS sources FROM part GROUP BY ALL",
    ),
    """
INSERT INTO same
SELECT DISTINCT e.label, e.name, e.best, NULL::VARCHAR[]
FROM entities AS e
WHERE NOT e.stands AND e.name <> e.best AND (e.label, e.name, e.best) NOT IN (SELECT (label, old, new) FROM same)
  AND e.root IN (
    SELECT n.root
    FROM all_claims AS c JOIN entities AS n ON n.label = c.label AND n.name = c.names[1]
    WHERE NOT c.merged
  )
""",
    """
CREATE TABLE identifies AS
SELECT 'Work' AS label, name, work AS id FROM work_of
UNION
SELECT label, name, id FROM entities WHERE stands
UNION
SELECT label, name, entity
FROM (SELECT d.label, unnest(s.shared) AS name, d.entity FROM said AS s JOIN described AS d ON s.id = d.id)
""",
    """
CREATE TABLE identifiers AS
SELECT name FROM identifies
UNION SELECT citing FROM waiting
UNION SELECT cited FROM waiting
UNION SELECT name FROM lists
UNION SELECT name FROM relations
UNION SELECT old FROM same
UNION SELECT new FROM same
UNION SELECT notice FROM retractions
UNION SELECT work FROM retractions
""",
    f"CREATE TABLE finished AS SELECT works.id, {slug('works', 'false')} AS slug FROM works",
    "CREATE TABLE citing AS SELECT citing AS id, count(*) AS n FROM cites GROUP BY ALL",
    "CREATE TABLE cited_by AS SELECT cited AS id, count(*) AS n FROM cites GROUP BY ALL",
    # As `graphdb.derived.collaborations` says it.
    f"""
CREATE TABLE collaborated AS
SELECT one.researcher AS one, other.researcher AS other, count(*) AS works,
  round(sum(1::DOUBLE / (w."authorsCount" - 1)), 9) AS weight, min(w.year) AS "firstYear", max(w.year) AS "lastYear"
FROM authored AS one
JOIN authored AS other ON one.work = other.work AND one.researcher < other.researcher
JOIN works AS w ON one.work = w.id
WHERE w."authorsCount" BETWEEN 2 AND {MAX_AUTHORS}
GROUP BY one.researcher, other.researcher
""",
)
# Those whom an authority knows come first.
LESS_KNOWN = {"Topic": "n.scheme <> 'openalex'", "Institution": "n.ror IS NULL", "Source": "n.issn IS NULL"}

HIERARCHY = """
SELECT DISTINCT d.entity AS ":START_ID(Institution)", e.id AS ":END_ID(Institution)"
FROM relations AS r
JOIN described AS d ON d.id = r.record
JOIN entities AS e ON e.label = 'Institution' AND e.stands AND e.name = r.name
WHERE r.edge = '{edge}' AND d.entity <> e.id
"""


def derive(tables: Tables) -> Iterator[int]:
    """Make the tables that nodes and edges are read from; yield, after each, how many are made."""
    for done, statement in enumerate(STEPS, start=1):
        if isinstance(statement, Gathered):
            tables.gather(statement.table, statement.of, statement.by, statement.query)
        else:
            tables.run(statement)
        yield done


def node_files(tables: Tables, folder: Path, run: str, now: str) -> Iterator[NodeFile]:
    """Write the files of nodes to `folder`, and yield each that has any; `run` and `now` are the import's."""
    settled = {name: value for name, value in NAMED.items() if name not in FIGURES}
    stamp = f"'{run}' AS run, '{now}' AS \"importedAt\""
    queries = [
        (
            ("Work",),
            f"""
SELECT w.id AS "id:ID(Work)", {_columns("w", WORK_PROPERTIES)}, f.slug, '{now}' AS "importedAt",
  coalesce(c.n, 0) AS "referencesCount", coalesce(b.n, 0) AS "citationCount", 0::BIGINT AS "followersCount",
  {standing("coalesce(b.n, 0)")} AS standing
FROM works AS w JOIN finished AS f ON w.id = f.id LEFT JOIN citing AS c ON w.id = c.id
LEFT JOIN cited_by AS b ON w.id = b.id
""",
        ),
        (
            ("Researcher",),
            f"""
SELECT f.id AS "id:ID(Researcher)", {_columns("f", FIGURES)}, p.orcid, {_constants(settled)},
  {_columns("p", PROPERTIES["Researcher"])}, {slug("f", "false")} AS slug,
  {standing('(f."citationCount" + f."worksCount")')} AS standing
FROM figures AS f JOIN people AS p ON f.id = p.id
""",
        ),
        (
            ("Researcher", "Loaded"),
            f"""
SELECT id AS "id:ID(Researcher)", name, "nameKey", orcid, {_constants(NAMED)},
  {_columns("p", PROPERTIES["Researcher"])}
FROM people AS p ANTI JOIN figures USING (id)
""",
        ),
        (
            ("Researcher", "Loaded", "Unresolved"),
            f"""
SELECT researcher AS "id:ID(Researcher)", name, "nameKey", {_constants(UNNAMED)}
FROM authored
WHERE NOT keyed
""",
        ),
        *(
            (
                (label,),
                f"""
SELECT n.id AS "id:ID({label})", {_columns("n", PROPERTIES[label])}, c.works AS "worksCount",
  c.researchers AS "researchersCount", c.citations AS "citationCount", 0::BIGINT AS "followersCount",
  {slug("n", less_known)} AS slug, {standing("(c.citations + c.works)")} AS standing
FROM "{label}" AS n JOIN "counts:{label}" AS c ON n.id = c.id
""",
            )
            for label, less_known in LESS_KNOWN.items()
        ),
        (
            ("Identifier",),
            """
SELECT name AS ":ID(Identifier)", split_part(name, ' ', 1) AS scheme, substr(name, strpos(name, ' ') + 1) AS value
FROM identifiers
""",
        ),
        (
            ("Record",),
            f"""
SELECT id AS "id:ID(Record)", source, key, hash, payload, "joinKey", {stamp}
FROM records SEMI JOIN latest USING (seq)
""",
        ),
        (
            ("Record",),
            f"""
SELECT id AS "id:ID(Record)", source, key, hash, payload, "nameKeys", {stamp}
FROM entries SEMI JOIN latest_entries USING (seq)
""",
        ),
        (
            ("Mention",),
            f'SELECT id AS "id:ID(Mention)", source, payload, {stamp} FROM said WHERE NOT "isRecord"',
        ),
    ]
    for number, (labels, query) in enumerate(queries):
        path = folder / f"nodes-{number}.parquet"
        if tables.write(query, path):
            yield NodeFile(path, labels)


def edge_files(tables: Tables, folder: Path, run: str) -> Iterator[EdgeFile]:
    """Write the files of edges to `folder`, and yield each that has any; `run` is the import's id."""
    queries = [
        (
            "AUTHORED",
            """
SELECT researcher AS ":START_ID(Researcher)", work AS ":END_ID(Work)", key, position, name AS "rawName",
  CASE WHEN keyed AND "preferredName" <> name THEN "preferredName" END AS "preferredName",
  CASE WHEN keyed THEN rule END AS rule, "rawAffiliation", ids AS "institutionIds", corresponding, '{run}' AS run
FROM authored
""",
        ),
        (
            "CITES",
            """SELECT citing AS ":START_ID(Work)", cited AS ":END_ID(Work)", sources, '{run}' AS run FROM cites""",
        ),
        (
            "REFERS_TO",
            """
SELECT citing AS ":START_ID(Identifier)", cited AS ":END_ID(Identifier)", sources, '{run}' AS run FROM waiting
""",
        ),
        (
            "COLLABORATED_WITH",
            """
SELECT one AS ":START_ID(Researcher)", other AS ":END_ID(Researcher)", works, weight, "firstYear", "lastYear"
FROM collaborated
""",
        ),
        (
            "ABOUT",
            """
SELECT work AS ":START_ID(Work)", topic AS ":END_ID(Topic)", score, "primary", '{run}' AS run FROM about
""",
        ),
        (
            "PUBLISHED_IN",
            """SELECT work AS ":START_ID(Work)", source AS ":END_ID(Source)", '{run}' AS run FROM published_in""",
        ),
        (
            "AFFILIATED_WITH",
            """
SELECT id AS ":START_ID(Researcher)", institution AS ":END_ID(Institution)", since, until, works, source, role,
  '{run}' AS run
FROM affiliations
""",
        ),
        (
            "BROADER",
            """
SELECT b.topic AS ":START_ID(Topic)", b.wider AS ":END_ID(Topic)"
FROM broader AS b
WHERE b.topic <> b.wider AND b.wider IN (SELECT id FROM "Topic")
""",
        ),
        ("PART_OF", HIERARCHY.format(edge="NAMES_PARENT")),
        ("SUCCEEDED_BY", HIERARCHY.format(edge="NAMES_SUCCESSOR")),
        (
            "SAME_AS",
            """
SELECT old AS ":START_ID(Identifier)", new AS ":END_ID(Identifier)", label AS kind, sources,
  CASE WHEN sources IS NOT NULL THEN '{run}' END AS run
FROM same
""",
        ),
        (
            "RETRACTS",
            """
SELECT notice AS ":START_ID(Identifier)", work AS ":END_ID(Identifier)", list_sort(list(DISTINCT source)) AS sources,
  '{run}' AS run
FROM retractions
GROUP BY notice, work
""",
        ),
        ("LISTS", """SELECT record AS ":START_ID(Record)", name AS ":END_ID(Identifier)" FROM lists"""),
        *(
            (
                edge,
                f"""
SELECT record AS ":START_ID(Record)", name AS ":END_ID(Identifier)" FROM relations WHERE edge = '{edge}'
""",
            )
            for edge in ("NAMES_PARENT", "NAMES_SUCCESSOR")
        ),
        (
            "AFFILIATES",
            """
SELECT record AS ":START_ID(Record)", mention AS ":END_ID(Mention)", since, until, role
FROM affiliated SEMI JOIN latest_entries USING (seq)
""",
        ),
        *(
            (
                "IDENTIFIES",
                f"""
SELECT name AS ":START_ID(Identifier)", id AS ":END_ID({label})" FROM identifies WHERE label = '{label}'
""",
            )
            for label in ("Work", "Researcher", "Institution", "Source")
        ),
        (
            "DESCRIBES",
            """
SELECT r.id AS ":START_ID(Record)", n.work AS ":END_ID(Work)"
FROM records AS r SEMI JOIN latest USING (seq)
JOIN (SELECT seq, any_value(name) AS name FROM record_names GROUP BY seq) AS f ON r.seq = f.seq
JOIN work_of AS n ON f.name = n.name
""",
        ),
        *(
            (
                "DESCRIBES",
                f"""
SELECT id AS ":START_ID({kind})", entity AS ":END_ID({label})"
FROM described WHERE label = '{label}' AND "isRecord" = {kind == "Record"}
""",
            )
            for label in PROPERTIES
            for kind in ("Record", "Mention")
        ),
    ]
    for number, (kind, query) in enumerate(queries):
        path = folder / f"edges-{number}.parquet"
        if tables.write(query.replace("{run}", run), path):
            yield EdgeFile(path, kind)


def _columns(table: str, properties: Mapping[str, str]) -> str:
    """Return the columns of `table`; what is empty becomes nothing here, and is set once the graph stands."""
    return ", ".join(
        f'CASE WHEN len({table}."{name}") > 0 THEN {table}."{name}" END AS "{name}"'
        if kind in ("VARCHAR", "VARCHAR[]")
        else f'{table}."{name}"'
        for name, kind in properties.items()
    )


def _constants(properties: Mapping[str, Any]) -> str:
    return ", ".join(f'{_literal(value)} AS "{name}"' for name, value in properties.items())


def _literal(value: str | float | bool) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int():
            return f"{value}::BIGINT"
        case float():
            return f"{value}::DOUBLE"
        case _:
            return f"'{value}'"

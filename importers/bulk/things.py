"""The third step of a bulk import: which people, institutions and sources are one, and what is said of them."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import msgspec

from graphdb.ids import node_id
from graphdb.writer.descriptions import Said
from importers.bulk.forest import Forest
from importers.bulk.reading import entry_rows
from importers.bulk.tables import Row, Rows, Tables, empties, key_of, name_of, write_rows
from importers.bulk.workers import share
from importers.descriptions import topic_id
from importers.entities import MERGES, broader_topic
from importers.entries import completed, prepare_entry
from importers.records import TopicEntry
from importers.settle import FAMILIES

BATCH = 2_000
"""Descriptions of things that a process puts together at once."""

_TOPICS = msgspec.json.Decoder(TopicEntry)

TOPIC_ENTRIES = "SELECT seq, payload FROM entries WHERE label = 'Topic' ORDER BY seq"
WITHOUT_TOPIC_ENTRIES = (
    "DELETE FROM mentions WHERE seq IN (SELECT seq FROM entries WHERE label = 'Topic')",
    "DELETE FROM entries WHERE label = 'Topic'",
)


def complete_topics(tables: Tables) -> None:
    """Put what an earlier record of a topic says, and a later one does not, into the later one."""
    known: dict[str, TopicEntry] = {}
    rows: Rows = {"entries": [], "mentions": []}
    for seq, payload in tables.rows(TOPIC_ENTRIES):
        for table, row in entry_rows(completed(prepare_entry(_TOPICS.decode(payload)), known), seq):
            rows[table].append(row)
    for statement in WITHOUT_TOPIC_ENTRIES:
        tables.run(statement)
    for table, its_rows in rows.items():
        tables.insert(table, its_rows)


# Of several versions of a record the last counts, and what only an earlier one names is not named.
DESCRIPTIONS = (
    "CREATE TABLE latest_entries AS SELECT id, max(seq) AS seq FROM entries GROUP BY id",
    """
CREATE TABLE said AS
SELECT id, label, source, payload, entity, names, shared, true AS isRecord
FROM entries SEMI JOIN latest_entries USING (seq)
UNION ALL
SELECT id, any_value(label), any_value(source), any_value(payload), any_value(entity), any_value(names),
  any_value(shared), false
FROM mentions
WHERE seq IS NULL OR seq IN (SELECT seq FROM latest_entries)
GROUP BY id
""",
)
CLAIMS = """
CREATE TABLE all_claims AS
SELECT DISTINCT label, names, wanted, merged FROM (
  SELECT 'Researcher' AS label, names, wanted, false AS merged FROM claims
  UNION ALL
  SELECT label, names, true, false FROM said WHERE len(names) > 0
  UNION ALL
  SELECT label, [old, new], false, true FROM redirects
)
"""
NAMES = """
CREATE TABLE names AS
SELECT row_number() OVER () - 1 AS number, label, name
FROM (SELECT DISTINCT label, unnest(names) AS name FROM all_claims WHERE label IN (SELECT unnest($1::VARCHAR[])))
"""
TIES = """
WITH several AS (
  SELECT label, names[1] AS first, unnest(names[2:]) AS other
  FROM all_claims
  WHERE len(names) > 1
)
SELECT a.number, b.number
FROM several
JOIN names AS a ON a.label = several.label AND a.name = several.first
JOIN names AS b ON b.label = several.label AND b.name = several.other
"""
NAMES_OF_SETS = """
SELECT coalesce(s.root, n.number) AS root, n.label, n.name
FROM names AS n LEFT JOIN name_sets AS s ON n.number = s.number
ORDER BY root
"""
# A node stands where something calls for one; otherwise it is remembered that the names are one thing's.
ENTITIES = """
CREATE TABLE entities AS
WITH sets AS (
  SELECT n.label, n.name, coalesce(s.root, n.number) AS root
  FROM names AS n LEFT JOIN name_sets AS s ON n.number = s.number
),
wanted AS (
  SELECT DISTINCT sets.root
  FROM all_claims AS c JOIN sets ON sets.label = c.label AND sets.name = c.names[1]
  WHERE c.wanted
)
SELECT sets.label, sets.name, sets.root, named.id, named.best, wanted.root IS NOT NULL AS stands
FROM sets JOIN named ON sets.root = named.root LEFT JOIN wanted ON sets.root = wanted.root
"""
DESCRIBED = """
CREATE TABLE described AS
SELECT said.id, said.label, said.isRecord, coalesce(said.entity, entities.id) AS entity
FROM said LEFT JOIN entities ON entities.label = said.label AND entities.name = said.names[1]
"""


def tell_apart(tables: Tables) -> int:
    """Find out which node each description is of, and each identifier of a person, an institution or a source.

    Returns how many descriptions there are.
    """
    for statement in DESCRIPTIONS:
        tables.run(statement)
    tables.run(CLAIMS)
    tables.run(NAMES, list(FAMILIES))
    forest = Forest(tables.number("SELECT count(*) FROM names"))
    forest.tie(tables.rows(TIES))
    tables.insert("name_sets", ({"number": number, "root": root} for number, root in forest.members()))
    tables.insert("named", _named(tables))
    tables.run(ENTITIES)
    tables.run(DESCRIBED)
    return tables.number("SELECT count(*) FROM said")


def _named(tables: Tables) -> Iterator[Row]:
    for root, rows in groupby(tables.rows(NAMES_OF_SETS), key=itemgetter(0)):
        names = list(rows)
        label = names[0][1]
        best = FAMILIES[label].strongest(key_of(name) for _, _, name in names)
        yield {"root": root, "id": node_id(label, *best), "best": name_of(best)}


SORTED = """
CREATE TABLE told AS
SELECT d.entity, s.label, s.id, s.source, s.payload, s.isRecord
FROM said AS s JOIN described AS d ON s.id = d.id AND s.label = d.label
ORDER BY d.entity
"""
TOLD = """
SELECT entity, label, id, source, payload, isRecord
FROM told
WHERE entity BETWEEN $1 AND $2
ORDER BY entity
"""


def make_things(tables: Tables, executor: ProcessPoolExecutor) -> Iterator[int]:
    """Make topics, institutions, sources and people out of their descriptions; yield how many of these are done."""
    done = 0
    work = partial(thing_files, tables.folder)
    tables.run(SORTED)
    for files, count in share(executor, work, tables.in_parts(TOLD, tables.parts("told", "entity", BATCH))):
        tables.take(files)
        done += count
        yield done


def thing_files(folder: Path, batch: Sequence[tuple[str, str, str, str, str, bool]]) -> tuple[dict[str, Path], int]:
    """Write what descriptions, each after its node's id, come to together; also return how many they are."""
    rows: Rows = {}
    for entity, group in groupby(batch, key=itemgetter(0)):
        described = list(group)
        label = described[0][1]
        said = [Said(id_, source, payload, is_record) for _, _, id_, source, payload, is_record in described]
        properties = MERGES[label](said)
        rows.setdefault(label, []).append({"id": entity, **properties})
        rows.setdefault("empty", []).extend(empties(label, entity, properties))
        if label == "Topic":
            wider = broader_topic(said)
            if wider is not None:
                row = {"topic": entity, "wider": topic_id(wider.scheme, wider.code)}
                rows.setdefault("broader", []).append(row)
    return write_rows(folder, rows), len(batch)

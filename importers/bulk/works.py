"""The second step of a bulk import: which records describe one work, and the works that they describe."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby, product
from operator import itemgetter
from pathlib import Path
from typing import ClassVar

import msgspec

from graphdb.writer.authorships import authorship_id
from graphdb.writer.state import WorkState
from importers.bulk.forest import Forest
from importers.bulk.reading import mention_row
from importers.bulk.tables import Row, Rows, Tables, empties, name_of, write_rows
from importers.bulk.workers import share
from importers.merge import merge
from importers.records import WorkRecord
from importers.settle import author_claims
from importers.versions import are_versions

BATCH = 2_000
"""Records whose works a process makes at once."""
REMEMBERED = 100_000
"""Rows of mentions and claims that a process has written already, and does not write again."""

_DECODER = msgspec.json.Decoder(WorkRecord)

# Of several versions of a record the last counts, as it does online.
LATEST = """
CREATE TABLE latest AS
SELECT row_number() OVER (ORDER BY seq) - 1 AS number, seq
FROM (SELECT max(seq) AS seq FROM records GROUP BY id)
"""
# Identifiers that an authority has merged come after the records, so that they may stand between two of them.
MERGED_NAMES = """
CREATE TABLE merged_names AS
SELECT $1 + row_number() OVER () - 1 AS number, name
FROM (
  SELECT old AS name FROM redirects WHERE label = 'Work'
  UNION
  SELECT new FROM redirects WHERE label = 'Work'
)
"""
SHARED_NAMES = """
WITH names AS (SELECT name, number FROM record_names JOIN latest USING (seq)),
  firsts AS (SELECT name, min(number) AS number FROM names GROUP BY name HAVING count(*) > 1)
SELECT firsts.number, names.number FROM names JOIN firsts USING (name) WHERE names.number <> firsts.number
"""
REDIRECTED = """
SELECT a.number, b.number
FROM redirects AS r JOIN merged_names AS a ON r.old = a.name JOIN merged_names AS b ON r.new = b.name
WHERE r.label = 'Work'
UNION ALL
SELECT latest.number, merged_names.number
FROM record_names JOIN latest USING (seq) JOIN merged_names USING (name)
"""
# Join keys say which half of a title they are of, then the title.
VERSIONS = """
WITH halves AS (
  SELECT split_part(joinKey, ' ', 2) AS title, split_part(joinKey, ' ', 1) AS half, number, payload
  FROM records JOIN latest USING (seq)
  WHERE joinKey IS NOT NULL
)
SELECT title, half, number, payload
FROM halves
WHERE title IN (SELECT title FROM halves GROUP BY title HAVING count(DISTINCT half) > 1)
ORDER BY title, half
"""


def link_records(tables: Tables) -> int:
    """Find out which records describe one work, and return how many records count."""
    tables.run(LATEST)
    records = tables.number("SELECT count(*) FROM latest")
    tables.run(MERGED_NAMES, records)
    forest = Forest(records + tables.number("SELECT count(*) FROM merged_names"))
    forest.tie(tables.rows(SHARED_NAMES))
    forest.tie(tables.rows(REDIRECTED))
    forest.tie(_versions(tables))
    tables.insert("work_sets", ({"number": number, "root": root} for number, root in forest.members()))
    return records


def _versions(tables: Tables) -> Iterator[tuple[int, int]]:
    for _, rows in groupby(tables.rows(VERSIONS), key=itemgetter(0)):
        halves = [
            [(number, _DECODER.decode(payload)) for _, _, number, payload in half]
            for _, half in groupby(rows, key=itemgetter(1))
        ]
        for (a, one), (b, other) in product(*halves):
            if are_versions(one, other):
                yield a, b


# Most works have one record: only the others are sorted. Records lie in the order of their numbers, or nearly so, and a
# part of them is found without a look at the others.
SORTED = (
    """
CREATE TABLE alone AS
SELECT seq
FROM latest
WHERE number NOT IN (SELECT number FROM work_sets UNION ALL SELECT root FROM work_sets)
""",
    """
CREATE TABLE together AS
WITH sets AS (SELECT number, root FROM work_sets UNION SELECT root, root FROM work_sets)
SELECT sets.root, records.seq, records.payload
FROM records JOIN latest USING (seq) JOIN sets USING (number)
ORDER BY sets.root, records.seq
""",
)
ALONE = """
SELECT seq, payload
FROM records
WHERE seq BETWEEN $1 AND $2 AND seq IN (SELECT seq FROM alone WHERE seq BETWEEN $1 AND $2)
"""
TOGETHER = """
SELECT root, payload
FROM together
WHERE root BETWEEN $1 AND $2
ORDER BY root, seq
"""
# An identifier that was merged into one of a work is the work's as well.
ALIASES = """
INSERT INTO work_names
WITH sets AS (SELECT number, root FROM work_sets UNION SELECT root, root FROM work_sets),
  known AS (
    SELECT DISTINCT sets.root, work_names.work
    FROM work_names JOIN merged_names USING (name) JOIN sets USING (number)
  )
SELECT known.work, merged_names.name
FROM merged_names JOIN sets USING (number) JOIN known USING (root)
WHERE (known.work, merged_names.name) NOT IN (SELECT (work, name) FROM work_names)
"""

# What a notice says of a work, and not the work's own records.
RETRACTED = """
UPDATE works SET retracted = true
WHERE id IN (SELECT n.work FROM work_names AS n JOIN retractions AS r ON n.name = r.work)
"""


def make_works(tables: Tables, executor: ProcessPoolExecutor) -> Iterator[int]:
    """Make the works out of their records and yield, now and then, of how many records they are made."""
    done = 0
    work = partial(work_files, tables.folder)
    for statement in SORTED:
        tables.run(statement)
    for query, table, key in ((ALONE, "alone", "seq"), (TOGETHER, "together", "root")):
        for files, records in share(executor, work, tables.in_parts(query, tables.parts(table, key, BATCH))):
            tables.take(files)
            done += records
            yield done
    tables.run(ALIASES)
    tables.run(RETRACTED)


class _Seen:
    """What this process has written already."""

    names: ClassVar[set[object]] = set()


def work_files(folder: Path, batch: Sequence[tuple[int, str]]) -> tuple[dict[str, Path], int]:
    """Write the works of a batch of payloads, each after a number of its work, to files; also return its length."""
    rows: Rows = {}
    for _, group in groupby(batch, key=itemgetter(0)):
        state = merge([_DECODER.decode(payload) for _, payload in group])
        for table, row in work_rows(state):
            rows.setdefault(table, []).append(row)
    return write_rows(folder, rows), len(batch)


def work_rows(state: WorkState) -> Iterator[tuple[str, Row]]:
    """Yield the rows, each with its table, that keep a work; what this process has said before is left out."""
    work = state.id
    yield "works", {"id": work, **state.properties}
    for empty in empties("Work", work, state.properties):
        yield "empty", empty
    for key in state.identifiers:
        yield "work_names", {"work": work, "name": name_of(key)}
    for topic in state.topics:
        row = {"work": work, "topic": topic.topic.entity, "score": topic.score, "primary": topic.primary}
        yield "about", row
    if state.venue is not None:
        yield "published", {"work": work, "mention": state.venue.id}
    for each in state.authorships:
        person = each.person
        yield (
            "authorships",
            {
                "work": work,
                "key": each.key,
                "position": each.position,
                "name": each.name,
                "nameKey": each.name_key,
                "alone": authorship_id(work, each.key),
                "person": name_of(person.key) if person is not None else None,
                "rule": person.rule if person is not None else None,
                "preferredName": person.preferred_name if person is not None else None,
                "rawAffiliation": each.raw_affiliation,
                "institutions": each.institutions,
                "corresponding": each.corresponding,
            },
        )
    citing = name_of(state.identifiers[0])
    for source, cited in state.references:
        yield "references", {"source": source, "work": work, "citing": citing, "cited": name_of(cited)}
    for claim in author_claims(state):
        if _is_new((claim.identifiers, claim.wanted)):
            yield "claims", {"names": list(map(name_of, claim.identifiers)), "wanted": claim.wanted}
    for mention in state.mentions:
        if _is_new(mention.id):
            yield "mentions", mention_row(mention)


def _is_new(name: object) -> bool:
    seen = _Seen.names
    if name in seen:
        return False
    if len(seen) >= REMEMBERED:
        seen.clear()
    seen.add(name)
    return True

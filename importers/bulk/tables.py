"""What a bulk import keeps on disk between its steps: tables of DuckDB, which sorts and joins in bounded memory."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb
import msgspec

from graphdb.writer.state import Key

MEMORY = "600MB"
"""What DuckDB may take; what it needs beyond goes to the disk."""
CHECKPOINT = "256MB"
"""What is added between two checkpoints; until then it takes memory, or lies on the disk as it is."""
NEVER = 1 << 62
MAX_ROW = 32 * 1024 * 1024
"""Bytes of a row as JSON."""
ROW_GROUP = 8_192
"""Rows of a Parquet file that a thread holds in memory before they are written: works with abstracts are large."""
THREADS = 4
"""No more threads of DuckDB than these: each takes its share of the memory."""
FETCHED = 1_000
"""Rows that are taken from a query at once."""
GATHERED = 4_000_000
"""Rows whose lists are put together at once: what a list has so far stays in memory until the last row."""
SMALLEST = 64
"""Into so many pieces, or twice as many, a part is taken at most that does not fit the memory all the same."""

Row = Mapping[str, Any]
Rows = dict[str, list[Row]]
"""Rows by the table that they are for."""

TEXT, TEXTS, WHOLE, REAL, FLAG = "VARCHAR", "VARCHAR[]", "BIGINT", "DOUBLE", "BOOLEAN"

WORK_PROPERTIES = {
    "title": TEXT,
    "plainTitle": TEXT,
    "slugBase": TEXT,
    "abstract": TEXT,
    "type": TEXT,
    "year": WHOLE,
    "sortYear": WHOLE,
    "firstPublishedAt": TEXT,
    "latestVersionAt": TEXT,
    "versions": TEXTS,
    "language": TEXT,
    "isOpenAccess": FLAG,
    "retracted": FLAG,
    "withdrawn": TEXT,
    "url": TEXT,
    "pdfUrl": TEXT,
    "volume": TEXT,
    "issue": TEXT,
    "pages": TEXT,
    "publisher": TEXT,
    "unresolvedReferences": TEXTS,
    "externalCitationCount": WHOLE,
    "authorsCount": WHOLE,
    "authorNames": TEXT,
    "venueName": TEXT,
    "joinRule": TEXT,
}
TOPIC_PROPERTIES = {
    "name": TEXT,
    "slugBase": TEXT,
    "scheme": TEXT,
    "code": TEXT,
    "level": WHOLE,
    "description": TEXT,
    "keywords": TEXTS,
}
INSTITUTION_PROPERTIES = {
    "name": TEXT,
    "slugBase": TEXT,
    "nameVariants": TEXTS,
    "ror": TEXT,
    "country": TEXT,
    "city": TEXT,
    "latitude": REAL,
    "longitude": REAL,
    "type": TEXT,
    "homepage": TEXT,
    "domains": TEXTS,
    "established": WHOLE,
    "active": FLAG,
}
SOURCE_PROPERTIES = {
    "name": TEXT,
    "slugBase": TEXT,
    "nameVariants": TEXTS,
    "kind": TEXT,
    "issn": TEXTS,
    "url": TEXT,
    "publisher": TEXT,
}
RESEARCHER_PROPERTIES = {
    "preferredName": TEXT,
    "registryNames": TEXTS,
    "bio": TEXT,
    "urls": TEXTS,
    "rawAffiliations": TEXTS,
}
FIGURES = {
    "name": TEXT,
    "nameKey": TEXT,
    "slugBase": TEXT,
    "nameVariants": TEXTS,
    "searchNames": TEXT,
    "worksCount": WHOLE,
    "citationCount": WHOLE,
    "hIndex": WHOLE,
    "topicsCount": WHOLE,
    "sourcesCount": WHOLE,
    "institutionsCount": WHOLE,
    "affiliationState": TEXT,
    "collaboratorsCount": WHOLE,
    "closeCollaboratorsCount": WHOLE,
    "trustScore": WHOLE,
    "identityRule": TEXT,
    "identityConfidence": REAL,
}
"""What `graphdb.derived.researchers` says of people."""
PROPERTIES: Mapping[str, Mapping[str, str]] = {
    "Topic": TOPIC_PROPERTIES,
    "Institution": INSTITUTION_PROPERTIES,
    "Source": SOURCE_PROPERTIES,
    "Researcher": RESEARCHER_PROPERTIES,
}
"""What `importers.entities.MERGES` say of things, by label."""

# A name is an identifier as one text: scheme, blank, value. `seq` orders records by file and place.
TABLES: Mapping[str, Mapping[str, str]] = {
    # What was read.
    "records": {
        "seq": WHOLE,
        "id": TEXT,
        "source": TEXT,
        "key": TEXT,
        "hash": TEXT,
        "payload": TEXT,
        "joinKey": TEXT,
    },
    "record_names": {"seq": WHOLE, "name": TEXT},
    "entries": {
        "seq": WHOLE,
        "id": TEXT,
        "label": TEXT,
        "source": TEXT,
        "key": TEXT,
        "hash": TEXT,
        "payload": TEXT,
        "entity": TEXT,
        "names": TEXTS,
        "shared": TEXTS,
        "nameKeys": TEXTS,
    },
    "listed": {"seq": WHOLE, "record": TEXT, "name": TEXT},
    "affiliated": {"seq": WHOLE, "record": TEXT, "mention": TEXT, "since": WHOLE, "until": WHOLE, "role": TEXT},
    "related": {"seq": WHOLE, "record": TEXT, "name": TEXT, "edge": TEXT},
    "citations": {"source": TEXT, "citing": TEXT, "cited": TEXT},
    "redirects": {"source": TEXT, "label": TEXT, "old": TEXT, "new": TEXT},
    "retractions": {"source": TEXT, "notice": TEXT, "work": TEXT},
    "mentions": {
        "seq": WHOLE,
        "id": TEXT,
        "label": TEXT,
        "source": TEXT,
        "payload": TEXT,
        "entity": TEXT,
        "names": TEXTS,
        "shared": TEXTS,
    },
    # What works are made of.
    "works": {"id": TEXT, **WORK_PROPERTIES},
    "work_names": {"work": TEXT, "name": TEXT},
    "about": {"work": TEXT, "topic": TEXT, "score": REAL, "primary": FLAG},
    "published": {"work": TEXT, "mention": TEXT},
    "authorships": {
        "work": TEXT,
        "key": TEXT,
        "position": WHOLE,
        "name": TEXT,
        "nameKey": TEXT,
        "alone": TEXT,
        "person": TEXT,
        "rule": TEXT,
        "preferredName": TEXT,
        "rawAffiliation": TEXT,
        "institutions": TEXTS,
        "corresponding": FLAG,
    },
    "references": {"source": TEXT, "work": TEXT, "citing": TEXT, "cited": TEXT},
    "claims": {"names": TEXTS, "wanted": FLAG},
    # Who is who: the sets of numbers that a forest found, and what the sets are called.
    "work_sets": {"number": WHOLE, "root": WHOLE},
    "name_sets": {"number": WHOLE, "root": WHOLE},
    "named": {"root": WHOLE, "id": TEXT, "best": TEXT},
    "broader": {"topic": TEXT, "wider": TEXT},
    # What follows from works.
    "figures": {"id": TEXT, **FIGURES},
    "affiliations": {
        "id": TEXT,
        "institution": TEXT,
        "since": WHOLE,
        "until": WHOLE,
        "works": WHOLE,
        "source": TEXT,
        "role": TEXT,
    },
    # What a Parquet file cannot say: empty texts and lists.
    "empty": {"label": TEXT, "id": TEXT, "properties": TEXT},
    **{label: {"id": TEXT, **properties} for label, properties in PROPERTIES.items()},
}


def name_of(key: Key) -> str:
    """Return an identifier as one text."""
    return f"{key[0]} {key[1]}"


def key_of(name: str) -> Key:
    """Return the identifier that `name` stands for."""
    scheme, _, value = name.partition(" ")
    return scheme, value


_ENCODER = msgspec.json.Encoder()

PARTS = """
SELECT min({key}), max({key})
FROM (SELECT {key}, (rank() OVER (ORDER BY {key}) - 1) // {size} AS part FROM "{table}")
GROUP BY part
ORDER BY part
"""


def write_rows(folder: Path, rows: Rows) -> dict[str, Path]:
    """Write rows to files in `folder`, one for each table, and return the files by table."""
    files = {}
    for table, its_rows in rows.items():
        if its_rows:
            files[table] = folder / f"{table}-{uuid4().hex}.jsonl"
            files[table].write_bytes(_ENCODER.encode_lines(its_rows))
    return files


def empties(label: str, id_: str, properties: Row) -> Iterator[Row]:
    """Yield a row for the table `empty` if some of `properties` are empty texts or lists."""
    found = {name: value for name, value in properties.items() if value in ("", [])}
    if found:
        yield {"label": label, "id": id_, "properties": _ENCODER.encode(found).decode()}


class Tables:
    """The tables in a folder of their own, which the caller removes."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.folder = folder
        self._threads = min(threads, THREADS)
        self._connection = duckdb.connect(
            str(folder / "tables.duckdb"),
            config={
                "memory_limit": MEMORY,
                "threads": self._threads,
                "temp_directory": str(folder / "spilled"),
                # Each checkpoint compresses the rows that were added last anew, a hundred thousand of each table: few
                # of them, and none for the size of one statement alone.
                "checkpoint_threshold": CHECKPOINT,
                "auto_checkpoint_skip_wal_threshold": NEVER,
                "preserve_insertion_order": False,
                "autoinstall_known_extensions": False,
            },
        )
        # Where a process runs no script, DuckDB takes it for a prompt, and draws a bar across ours.
        self.run("SET enable_progress_bar = false")
        for table, columns in TABLES.items():
            declared = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
            self.run(f'CREATE TABLE "{table}" ({declared})')

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def remove(self) -> None:
        """Remove the files of the database, which is closed."""
        for path in self.folder.glob("tables.duckdb*"):
            path.unlink()

    def run(self, statement: str, *values: Any) -> None:
        """Run a statement."""
        self._execute(self._connection, statement, values)

    def _execute(self, connection: duckdb.DuckDBPyConnection, statement: str, values: tuple[Any, ...]) -> None:
        try:
            connection.execute(statement, values or None)
        except duckdb.OutOfMemoryException:
            # Each thread has in memory what it joins or sorts. One alone takes longer, and the least.
            self._connection.execute("SET threads = 1")
            try:
                connection.execute(statement, values or None)
            finally:
                self._connection.execute(f"SET threads = {self._threads}")

    def gather(self, table: str, of: str, by: str, query: str) -> None:
        """Make `table` of `query`, which puts lists together of the rows of `part`.

        That is in turn each part of the table `of`, where rows of the same `by` are together.
        """
        self.run(f'CREATE TABLE "{table}" AS WITH part AS (SELECT * FROM "{of}" LIMIT 0) {query}')
        parts = self.number(f'SELECT count(*) FROM "{of}"') // GATHERED + 1
        waiting = [(parts, number) for number in range(parts)]
        while waiting:
            of_parts, number = waiting.pop()
            part = f'SELECT * FROM "{of}" WHERE hash({by}) % {of_parts} = {number}'
            try:
                self._connection.execute(f'INSERT INTO "{table}" WITH part AS ({part}) {query}')
            except duckdb.OutOfMemoryException:
                if of_parts > SMALLEST * parts:
                    raise
                waiting += [(2 * of_parts, number), (2 * of_parts, number + of_parts)]

    def rows(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, a few of which are held at a time; other statements may run meanwhile."""
        with self._connection.cursor() as cursor:
            self._execute(cursor, query, values)
            while found := cursor.fetchmany(FETCHED):
                yield from found

    def number(self, query: str, *values: Any) -> int:
        """Return the only value of a query, a number."""
        [(value,)] = self.rows(query, *values)
        return int(value or 0)

    def take(self, files: Mapping[str, Path]) -> None:
        """Put the rows of files, each by its table, into the tables, and remove the files."""
        for table, path in files.items():
            columns = ", ".join(f"'{name}': '{kind}'" for name, kind in TABLES[table].items())
            self.run(
                f"INSERT INTO \"{table}\" SELECT * FROM read_json(?, format = 'newline_delimited', "
                f"columns = {{{columns}}}, maximum_object_size = {MAX_ROW})",
                str(path),
            )
            path.unlink()

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        """Put rows into a table, by way of files of some thousands."""
        batch: list[Row] = []
        for row in rows:
            batch.append(row)
            if len(batch) == 50 * FETCHED:
                self.take(write_rows(self.folder, {table: batch}))
                batch = []
        self.take(write_rows(self.folder, {table: batch}))

    def write(self, query: str, path: Path) -> int:
        """Write the rows of a query to a Parquet file and return how many they are; without rows there is no file."""
        quoted = str(path).replace("'", "''")
        [(count,)] = self.rows(
            f"COPY ({query}) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})"
        )
        if not count:
            path.unlink(missing_ok=True)
        return int(count)

    def parts(self, table: str, key: str, size: int) -> list[tuple[Any, Any]]:
        """Return the first and the last `key` of each part of a table: about `size` rows, those of one key together."""
        return list(self.rows(PARTS.format(table=table, key=key, size=size)))

    def in_parts(self, query: str, parts: Iterable[tuple[Any, Any]]) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows of `query` for each of `parts`, whose first and last keys are its values.

        Each part is a query that ends before its rows are given: what one large query holds until its end would be
        missing to the statements that run meanwhile.
        """
        for first, last in parts:
            yield list(self.rows(query, first, last))

"""Numbered migrations: `migrations/VNNN__name.cypher`, each applied once, in order, and never changed afterwards."""

import hashlib
import importlib.resources
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import pairwise

from neo4j import Driver, ManagedTransaction, Query, Session

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.errors import GraphError
from graphdb.reachability import explained
from graphdb.writer.reader_indexes import bring_back, is_for_readers, note

_FILE_NAME = re.compile(r"V(\d+)__(\w+)\.cypher")
_STATEMENT_END = re.compile(r";[ \t]*$", re.MULTILINE)
_COMMENT_LINE = re.compile(r"^[ \t]*//.*\n?", re.MULTILINE)


class MigrationError(GraphError):
    """The migrations of this BZPEER and those of the store do not fit together."""


class ChangedMigrationError(MigrationError):
    """A migration was changed after it was applied."""


class UnknownMigrationError(MigrationError):
    """The store has a migration that this BZPEER does not know."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One migration file."""

    version: int
    name: str
    checksum: str
    """SHA-256 of the file's text with line ends as `\\n`, hexadecimal."""
    statements: tuple[str, ...]

    @property
    def label(self) -> str:
        """The migration as people write it, such as `V001__graph_model`."""
        return f"V{self.version:03}__{self.name}"


@dataclass(frozen=True, slots=True)
class AppliedMigration:
    """One migration as the store remembers it."""

    version: int
    name: str
    checksum: str

    @property
    def label(self) -> str:
        """The migration as people write it."""
        return f"V{self.version:03}__{self.name}"


def parse_migration(file_name: str, text: str) -> Migration:
    """Read one file: statements end with `;` at the end of a line, lines that start with `//` are comments.

    Raises:
        MigrationError: the name is not `VNNN__name.cypher`, or there is no statement.
    """
    match = _FILE_NAME.fullmatch(file_name)
    if match is None:
        raise MigrationError(f"{file_name} is not a migration's name.", "Name it VNNN__name.cypher.")
    text = text.replace("\r\n", "\n")
    parts = _STATEMENT_END.split(_COMMENT_LINE.sub("", text))
    statements = tuple(part.strip() for part in parts if part.strip())
    if not statements:
        raise MigrationError(f"The migration {file_name} has no statement.", "Write one, or remove the file.")
    return Migration(int(match[1]), match[2], hashlib.sha256(text.encode()).hexdigest(), statements)


def load_migrations(folder: Traversable) -> list[Migration]:
    """All migrations of a folder, by version.

    Raises:
        MigrationError: a name that is none, or a version given twice.
    """
    migrations = [
        parse_migration(entry.name, entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".cypher")
    ]
    migrations.sort(key=lambda migration: migration.version)
    for one, next_one in pairwise(migrations):
        if one.version == next_one.version:
            raise MigrationError(f"{one.label} and {next_one.label} have the same number.", "Renumber one of them.")
    return migrations


def pending(migrations: list[Migration], applied: list[AppliedMigration]) -> list[Migration]:
    """The migrations still to be applied.

    Raises:
        UnknownMigrationError: the store has one that is not among `migrations`.
        ChangedMigrationError: an applied file was changed.
    """
    known = {migration.version: migration for migration in migrations}
    for done in applied:
        if done.version not in known:
            raise UnknownMigrationError(
                f"The store was migrated to {done.label} by a newer BZPEER; this one knows migrations up to "
                f"V{max(known, default=0):03}.",
                "Use the newer BZPEER on this store, or another BZPEER_DATA_DIR.",
            )
        if known[done.version].checksum != done.checksum:
            raise ChangedMigrationError(
                f"The migration {done.label} was changed after it was applied to this store.",
                "Put the file back as it was and write the change as a new migration with the next number.",
            )
    versions = {done.version for done in applied}
    return [migration for migration in migrations if migration.version not in versions]


def migrate(endpoint: Endpoint, folder: Traversable | None = None, *, put_off_readers: bool = False) -> list[str]:
    """Apply the migrations that the store lacks and wait until its indexes are online.

    Safe in several processes at once: one applies them, the others wait.

    Args:
        endpoint: the store.
        folder: where the files are; the project's own by default.
        put_off_readers: only remember the indexes that readers use, for the caller to `bring_back`; whoever migrates
            next brings them back otherwise.

    Returns:
        What was applied, such as `["V001__graph_model"]`; empty where nothing was to do.

    Raises:
        UnknownMigrationError, ChangedMigrationError: nothing was applied.
        GraphError: the store cannot be reached.
    """
    migrations = load_migrations(folder or importlib.resources.files("graphdb") / "migrations")
    names = []
    with explained(endpoint), open_driver(endpoint) as driver:
        # First, since a write function is tried again for half a minute where nothing answers.
        driver.verify_connectivity()
        with _lock(driver, endpoint.database), driver.session(database=endpoint.database) as session:
            for migration in pending(migrations, read_applied(session)):
                put_off = [each for each in migration.statements if put_off_readers and is_for_readers(each)]
                if put_off:
                    note(session, put_off)
                for statement in migration.statements:
                    if statement in put_off:
                        continue
                    # Each in a transaction of its own: Neo4j does not mix changes of schema and of data.
                    session.run(Query(statement)).consume()  # pyright: ignore[reportArgumentType] - a file of ours
                _record(session, migration)
                names.append(migration.label)
            if not put_off_readers:
                bring_back(driver, endpoint.database)
        _await_indexes(driver, endpoint.database)
    return names


CREATE_LOCK_CONSTRAINT = """
CREATE CONSTRAINT migration_lock_name IF NOT EXISTS FOR (n:MigrationLock) REQUIRE n.name IS UNIQUE
"""

CREATE_VERSION_CONSTRAINT = """
CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE
"""

TAKE_LOCK = """
MERGE (lock:MigrationLock {name: 'migrations'})
SET lock.takenAt = datetime()
"""


@contextmanager
def _lock(driver: Driver, database: str) -> Iterator[None]:
    with driver.session(database=database) as session:
        # Two processes that create the same constraint at once may deadlock; a write function is tried again.
        session.execute_write(_create_constraints)
        # The open transaction holds the node's lock: a process that dies lets go of it.
        with session.begin_transaction() as transaction:
            transaction.run(TAKE_LOCK).consume()
            yield
            transaction.commit()


def _create_constraints(transaction: ManagedTransaction) -> None:
    transaction.run(CREATE_LOCK_CONSTRAINT).consume()
    transaction.run(CREATE_VERSION_CONSTRAINT).consume()


READ_APPLIED = """
MATCH (m:Migration)
RETURN m.version AS version, m.name AS name, m.checksum AS checksum
ORDER BY version
"""


def read_applied(session: Session) -> list[AppliedMigration]:
    """The migrations that the store has, by version."""
    return [AppliedMigration(**record.data()) for record in session.run(READ_APPLIED)]


RECORD = """
MERGE (m:Migration {version: $version})
SET m.name = $name, m.checksum = $checksum, m.appliedAt = datetime()
"""


def _record(session: Session, migration: Migration) -> None:
    session.run(RECORD, version=migration.version, name=migration.name, checksum=migration.checksum).consume()


AWAIT_INDEXES = "CALL db.awaitIndexes(600)"


def _await_indexes(driver: Driver, database: str) -> None:
    with driver.session(database=database) as session:
        session.run(AWAIT_INDEXES).consume()

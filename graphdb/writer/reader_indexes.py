"""Indexes that only readers use, put off while an import fills the store.

To make them of what is there at the end takes a few seconds; to keep them up to date write by write is a fourth of the
time of a first import.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from neo4j import Driver, Query, Session

from graphdb.writer.lookup import collected

FEW_WORKS = 5_000
"""With so many or more in the store, readers miss the indexes more than an import gains."""

COUNT_WORKS = """
MATCH (w:Work)
RETURN count(w)
"""
_FOR_READERS = re.compile(r"CREATE (FULLTEXT INDEX|INDEX \w+_by_\w+) ")
# By name: the orders of lists, and full text.
FIND = """
SHOW INDEXES YIELD name, type, owningConstraint, createStatement
WHERE owningConstraint IS NULL AND (type = 'FULLTEXT' OR name CONTAINS '_by_')
RETURN collect([name, createStatement])
"""
# First what is put off, then the indexes: whoever finds the node can bring them back, whatever became of the import.
NOTE = """
MERGE (lock:Lock {name: 'reader indexes'})
SET lock.statements = [s IN coalesce(lock.statements, []) WHERE NOT s IN $statements] + $statements
"""
DROP = "DROP INDEX $name IF EXISTS"


def is_for_readers(statement: str) -> bool:
    """True of a statement of a migration that makes an index which only readers use."""
    return _FOR_READERS.match(statement) is not None


def note(session: Session, statements: Sequence[str]) -> None:
    """Remember the indexes that `statements` make, for `bring_back`."""
    session.run(NOTE, statements=list(statements)).consume()


@contextmanager
def put_off(driver: Driver, database: str, progress: Callable[[int], None]) -> Iterator[None]:
    """Do without the readers' indexes in the body, where the store holds next to nothing yet.

    `progress` is told afterwards how many are being made.

    Where the body does not come to its end, the next import or `migrate` brings them back.
    """
    with driver.session(database=database) as session:
        if session.run(COUNT_WORKS).single(strict=True)[0] < FEW_WORKS:
            found = collected(session.run(FIND))
            note(session, [statement for _, statement in found])
            for name, _ in found:
                session.run(DROP, name=name).consume()
    try:
        yield
    finally:
        bring_back(driver, database, progress)


NOTED = """
MATCH (lock:Lock {name: 'reader indexes'})
RETURN collect(lock.statements)
"""
NAMES = """
SHOW INDEXES YIELD name
RETURN collect(name)
"""
AWAIT = "CALL db.awaitIndexes(3600)"
FORGET = """
MATCH (lock:Lock {name: 'reader indexes'})
DELETE lock
"""


def bring_back(driver: Driver, database: str, progress: Callable[[int], None] = lambda _: None) -> None:
    """Make the indexes that were put off, and wait until they are online; does nothing where none was."""
    with driver.session(database=database) as session:
        noted: list[list[str]] = collected(session.run(NOTED))
        if not noted:
            return
        standing = collected(session.run(NAMES))
        for statement in noted[0]:
            if not any(f"`{name}`" in statement for name in standing):
                session.run(Query(statement)).consume()  # pyright: ignore[reportArgumentType] - Neo4j's own words
        progress(len(noted[0]))
        session.run(AWAIT).consume()
        session.run(FORGET).consume()

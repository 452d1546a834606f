"""Filling an empty store from files, with Neo4j's offline importer."""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString

from graphdb.connect import connect
from graphdb.driver import open_driver
from graphdb.embedded import admin
from graphdb.embedded.holder import StoreInUseError, hold, in_use, living_holder
from graphdb.embedded.server import data_folder
from graphdb.embedded.store import DataFolder, check_free_space, check_version, make_writable
from graphdb.errors import GraphError
from graphdb.settings import GraphSettings
from graphdb.writer.transaction import Transaction

_PERCENT = re.compile(r"(\d+)%")


class BulkRefusedError(GraphError):
    """The store cannot be filled in bulk; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class NodeFile:
    """A Parquet file of nodes; its columns are called as Neo4j's importer wants them, such as `id:ID(Work)`."""

    path: Path
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EdgeFile:
    """A Parquet file of edges, with columns such as `:START_ID(Work)`."""

    path: Path
    kind: str


@contextmanager
def hold_empty_store(settings: GraphSettings, progress: Callable[[str], None]) -> Iterator[Path]:
    """Keep everybody from the store, which is empty, and give a folder for what is needed to fill it.

    The folder is in the data folder and is removed at the end; what a killed import left there is removed first.

    Raises:
        BulkRefusedError: it is not embedded, not empty, or in use.
        GraphError: its folder cannot be used.
    """
    if settings.neo4j_uri is not None:
        raise BulkRefusedError(
            "BZPEER_NEO4J_URI is set, and only the embedded Neo4j can be filled in bulk.",
            "Import without --bulk, or unset the variable.",
        )
    folder = data_folder(settings)
    if living_holder(folder) is not None:
        raise _refused(in_use(folder))
    make_writable(folder.root)
    check_version(folder)
    check_free_space(folder.root)
    if folder.has_store and not _is_empty(settings, progress):
        raise BulkRefusedError(
            f"{folder.root} has a graph already, and --bulk fills an empty store only.",
            "Import without --bulk (which also completes a bulk import that was stopped after its files were loaded), "
            "or set BZPEER_DATA_DIR to a new folder.",
        )
    try:
        with hold(folder, "import"):
            work = folder.root / "bulk"
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir()
            try:
                yield work
            finally:
                shutil.rmtree(work, ignore_errors=True)
    except StoreInUseError as error:
        raise _refused(error) from error


def is_untouched(settings: GraphSettings) -> bool:
    """True where the store is embedded, nobody uses it, and no server has begun it yet."""
    folder = data_folder(settings)
    return settings.neo4j_uri is None and not folder.has_store and living_holder(folder) is None


def _refused(error: StoreInUseError) -> BulkRefusedError:
    return BulkRefusedError(f"--bulk needs the store for itself. {error}")


EMPTY = """
MATCH (n)
WHERE NOT n:Migration AND NOT n:MigrationLock AND NOT n:Lock AND NOT n:ImportRun
RETURN true
LIMIT 1
"""


def _is_empty(settings: GraphSettings, progress: Callable[[str], None]) -> bool:
    with (
        connect(settings, progress) as endpoint,
        open_driver(endpoint) as driver,
        driver.session(database=endpoint.database) as session,
    ):
        return session.run(EMPTY).single() is None


def fill(
    settings: GraphSettings,
    work: Path,
    nodes: Sequence[NodeFile],
    edges: Sequence[EdgeFile],
    progress: Callable[[int], None],
) -> None:
    """Load files into the store that `hold_empty_store` holds; it stays empty until all of them are loaded.

    Args:
        settings: whose data folder.
        work: the folder that `hold_empty_store` gave.
        nodes: all nodes; ids are unique within the id space that a file's columns name.
        edges: all edges between them.
        progress: told, now and then, how many percent are loaded.

    Raises:
        GraphError: the importer failed.
    """
    folder = data_folder(settings)
    loading = DataFolder(work / "store")
    arguments = [
        "--input-type=parquet",
        "--path-pattern-style=none",
        *(f"--nodes={':'.join(file.labels)}={file.path}" for file in nodes),
        *(f"--relationships={file.kind}={file.path}" for file in edges),
    ]

    def tell(line: str) -> None:
        if found := _PERCENT.search(line):
            progress(int(found[1]))

    admin.import_files(loading, arguments, tell)
    folder.home.mkdir(parents=True, exist_ok=True)
    if folder.store.exists():
        folder.store.rename(work / "replaced")
    loading.store.rename(folder.store)
    admin.note_version(folder)


SET_EMPTY: dict[str, LiteralString] = {
    "Work": "UNWIND $rows AS row MATCH (n:Work {id: row[0]}) SET n += row[1]",
    "Researcher": "UNWIND $rows AS row MATCH (n:Researcher {id: row[0]}) SET n += row[1]",
    "Topic": "UNWIND $rows AS row MATCH (n:Topic {id: row[0]}) SET n += row[1]",
    "Institution": "UNWIND $rows AS row MATCH (n:Institution {id: row[0]}) SET n += row[1]",
    "Source": "UNWIND $rows AS row MATCH (n:Source {id: row[0]}) SET n += row[1]",
}


def set_empty(tx: Transaction, label: str, rows: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """Give nodes of `label`, each (id, properties), empty texts and lists, which Neo4j's importer cannot read."""
    tx.run(SET_EMPTY[label], rows=[list(row) for row in rows]).consume()

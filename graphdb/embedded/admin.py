"""Neo4j's own offline tools (dump, load, bulk import), each in a short-lived JVM while no server runs."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import graphdb
from graphdb.embedded import configuration, jars, tool
from graphdb.embedded.holder import hold
from graphdb.embedded.server import data_folder
from graphdb.embedded.store import DataFolder, check_free_space, check_version, write_private
from graphdb.errors import GraphError
from graphdb.settings import GraphSettings

_DATABASE = "neo4j"
_UNUSED_PORT = 7687
_SECONDS_BETWEEN_LINES = 2.0
IMPORT_HEAP = "640m"
"""What the offline importer asks for; it keeps the rest of its data outside of the heap."""


class AdminToolError(GraphError):
    """One of Neo4j's tools failed; the message ends with what it said."""


def dump(settings: GraphSettings, target: Path, progress: Callable[[str], None], *, overwrite: bool = False) -> None:
    """Write the whole graph into one file; accounts of Neo4j itself are not in it.

    Args:
        settings: which data folder.
        target: the file, which appears only when it is whole.
        progress: told what is being done.
        overwrite: replace a file that is there.

    Raises:
        StoreInUseError: a server runs on the folder.
        GraphError: no store, a file in the way, a full disk, or the tool failed.
    """
    folder = data_folder(settings)
    if not folder.has_store:
        raise GraphError(f"There is no store in {folder.root} to dump.", "Check BZPEER_DATA_DIR.")
    if target.exists() and not overwrite:
        raise GraphError(f"{target} exists.", "Name another file, or add --overwrite.")
    if not target.parent.is_dir():
        raise GraphError(f"The folder {target.parent.absolute()} does not exist.", "Make it, or name another file.")
    draft = target.with_name(f"{target.name}.partial")
    with hold(folder, "dump"):
        check_version(folder)
        progress(f"Dumping the graph of {folder.root}")
        try:
            with draft.open("wb") as file:
                _run(
                    folder,
                    settings.neo4j_heap,
                    ["database", "dump", _DATABASE, "--to-stdout"],
                    progress,
                    stdout=file.fileno(),
                )
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)


def load(settings: GraphSettings, source: Path, progress: Callable[[str], None], *, overwrite: bool = False) -> None:
    """Replace the graph by the one in a dump; the old one stays until the new one is whole.

    Args:
        settings: which data folder; it may be empty.
        source: a file made by `dump`.
        progress: told what is being done.
        overwrite: replace a store that is there.

    Raises:
        StoreInUseError: a server runs on the folder.
        GraphError: no such file, a store in the way, or the tool refused the file.
    """
    folder = data_folder(settings)
    if not source.is_file():
        raise GraphError(f"There is no file {source} to load.", "Name a file made by `bzpeer db dump`.")
    if folder.has_store and not overwrite:
        raise GraphError(
            f"{folder.root} has a store already.", "Add --overwrite to replace it, or set another BZPEER_DATA_DIR."
        )
    check_free_space(folder.root, needed=source.stat().st_size)
    with hold(folder, "load"):
        check_version(folder)
        progress(f"Loading {source} into {folder.root}")
        folder.home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.home, prefix="loading-") as name, source.open("rb") as file:
            loading = DataFolder(Path(name))
            arguments = ["database", "load", _DATABASE, "--from-stdin"]
            _run(loading, settings.neo4j_heap, arguments, progress, stdin=file.fileno())
            for kind in ("databases", "transactions"):
                new, old = loading.store / kind / _DATABASE, folder.store / kind / _DATABASE
                shutil.rmtree(old, ignore_errors=True)
                if new.exists():
                    old.parent.mkdir(parents=True, exist_ok=True)
                    new.rename(old)
        note_version(folder)


def import_files(folder: DataFolder, arguments: Sequence[str], progress: Callable[[str], None]) -> None:
    """Run `database import full` on a folder that has no store yet and that nobody else knows.

    Args:
        folder: where the store is made.
        arguments: what follows the command, such as `--nodes=Work=works.csv`.
        progress: told, now and then, what the tool prints.

    Raises:
        GraphError: the tool failed.
    """
    limits = ["--max-off-heap-memory=512M", "--bad-tolerance=0"]
    _run(folder, IMPORT_HEAP, ["database", "import", "full", _DATABASE, *limits, *arguments], progress)


def note_version(folder: DataFolder) -> None:
    """Write down which Neo4j has written the store."""
    write_private(folder.version_file, jars.VERSION + "\n")


def _run(
    folder: DataFolder,
    heap: str,
    arguments: Sequence[str],
    progress: Callable[[str], None],
    *,
    stdin: int = subprocess.DEVNULL,
    stdout: int = subprocess.STDOUT,
) -> None:
    configuration.write(folder, _UNUSED_PORT)
    jars.classpath(progress)
    read_end, write_end = os.pipe()
    with os.fdopen(read_end, encoding="utf-8", errors="replace") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", tool.__name__, str(os.getpid()), heap, *arguments],
            # The folder that holds the package, so that the child finds it however this process did.
            cwd=Path(graphdb.__file__).parents[1],
            env={**os.environ, "NEO4J_HOME": str(folder.home), "NEO4J_CONF": str(folder.home)},
            stdin=stdin,
            stdout=write_end if stdout == subprocess.STDOUT else stdout,
            stderr=write_end,
        )
        os.close(write_end)
        try:
            lines: list[str] = []
            told = time.monotonic()
            for line in filter(None, map(str.strip, said)):
                lines.append(line)
                if time.monotonic() - told > _SECONDS_BETWEEN_LINES:
                    progress(line)
                    told = time.monotonic()
            code = process.wait()
        except BaseException:
            with suppress(ProcessLookupError):
                process.terminate()
            process.wait()
            raise
    if code != 0:
        raise AdminToolError(
            f"Neo4j's `{' '.join(arguments[:2])}` failed: {reason(lines)}.",
            "The store may hold part of the data." if "import" in arguments else "Nothing was changed.",
        )


def reason(lines: Sequence[str]) -> str:
    """Why a tool failed, out of what it printed: the cause below its line `Command Failed`, or else its last line."""
    if "Command Failed" in lines:
        summary, *causes = lines[lines.index("Command Failed") + 1 :]
        return (causes[0] if causes and not causes[0].startswith(("Full exception", "---")) else summary).rstrip(".")
    return lines[-1].rstrip(".") if lines else "it said nothing"

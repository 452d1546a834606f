"""All of a bulk import that comes before its files are loaded, in a process of its own.

What it took of memory is given back whole when the process ends, so that Neo4j can have it then.
"""

import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import closing
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

import duckdb
import msgspec

from graphdb.bulk import EdgeFile, NodeFile
from graphdb.errors import GraphError
from importers.bulk.figures import make_figures
from importers.bulk.graph import STEPS, derive, edge_files, node_files
from importers.bulk.outcome import count_outcome
from importers.bulk.reading import Sequel, begin, read_all
from importers.bulk.tables import Tables
from importers.bulk.things import complete_topics, make_things, tell_apart
from importers.bulk.workers import end_with_parent, pool, worker_count
from importers.bulk.works import link_records, make_works
from importers.formats import FORMATS
from importers.pipeline import Progress, Summary
from importers.quarantine import Quarantine
from importers.reading import list_files

EMPTIES = "SELECT label, id, properties FROM empty ORDER BY label, id"


class BulkFailedError(GraphError):
    """A bulk import ended before anything was loaded."""


class BulkProgress(Progress, Protocol):
    """Who is told how a bulk import goes on."""

    def step(self, name: str, done: int, total: int | None) -> None:
        """The step called `name` has done `done` of `total` (None: not known)."""


class Task(msgspec.Struct, frozen=True):
    """What is to be made."""

    run: str
    began: str
    """When the run began."""
    format: str
    """Or `auto`."""
    paths: Sequence[str]
    data_dir: Path
    """Where the quarantine is."""
    folder: Path
    """Where the files are made."""


class Made(msgspec.Struct):
    """What was made, and how it went so far."""

    summary: Summary
    files: list[tuple[str, int]] = []
    """Name and size in bytes of each that was read."""
    nodes: list[NodeFile] = []
    edges: list[EdgeFile] = []
    empties: list[tuple[str, str, dict[str, Any]]] = []
    """(label, id, properties) of nodes that have empty texts or lists."""


def make_files(task: Task, progress: BulkProgress) -> Made:
    """Read the files of `task`, and make files of the nodes and edges that they come to.

    Raises:
        BulkFailedError: It could not be done.
    """
    _quieten_tracker()
    # Started anew and not forked: this process has threads.
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(task, sender))
    process.start()
    # With this end closed, reading ends when the process does.
    sender.close()
    try:
        while True:
            told = receiver.recv()
            if isinstance(told, Made):
                return told
            if isinstance(told, Exception):
                raise told
            name, arguments = told
            getattr(progress, name)(*arguments)
    except EOFError as error:
        raise _failed(task, "the process that reads and makes the files was ended") from error
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
        receiver.close()


def _quieten_tracker() -> None:
    """Start the process that removes what ended processes leave of semaphores so that it does not talk of that."""
    before = os.environ.get("PYTHONWARNINGS")
    os.environ["PYTHONWARNINGS"] = "ignore"
    try:
        resource_tracker.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONWARNINGS"]
        else:
            os.environ["PYTHONWARNINGS"] = before


def _failed(task: Task, why: str) -> BulkFailedError:
    return BulkFailedError(
        f"The bulk import could not go on: {why}.",
        "The store is as empty as before. See that there is memory, and space on the disk of "
        f"{task.folder.parent}: several times the size of the unpacked files. Or import with --no-bulk.",
    )


class _Teller:
    """A progress that hands on what it is told."""

    def __init__(self, sender: Connection) -> None:
        self._sender = sender

    def advance(self, summary: Summary, position: int, size: int) -> None:
        self._sender.send(("advance", (summary, position, size)))

    def derive(self, name: str, done: int) -> None:
        self._sender.send(("derive", (name, done)))

    def note(self, message: str) -> None:
        self._sender.send(("note", (message,)))

    def step(self, name: str, done: int, total: int | None) -> None:
        self._sender.send(("step", (name, done, total)))


def _work(task: Task, sender: Connection) -> None:
    # Ctrl-C reaches all processes of a terminal; the one that waits for this one ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()
    try:
        sender.send(_Making(task, _Teller(sender)).make())
    except (duckdb.Error, BrokenExecutor, OSError) as error:
        # Further lines are DuckDB's advice to those who call it.
        sender.send(_failed(task, str(error).partition("\n")[0].rstrip(".")))
    except Exception as error:  # noqa: BLE001 - it is raised again by the process that waits
        error.add_note(traceback.format_exc())
        sender.send(error)


class _Making:
    """The work on one task."""

    def __init__(self, task: Task, progress: BulkProgress) -> None:
        self._task = task
        self._progress = progress
        self._format = None if task.format == "auto" else FORMATS[task.format]
        self._made = Made(Summary(run=task.run, format=task.format))
        self._started = time.monotonic()

    def make(self) -> Made:
        progress, task, made = self._progress, self._task, self._made
        with closing(Tables(task.folder, worker_count())) as tables:
            queue: Sequel = multiprocessing.get_context("spawn").Queue(2 * worker_count())
            with pool(begin, task.format, task.paths, task.folder, queue) as executor:
                self._read(executor, queue, tables)
                complete_topics(tables)
                progress.step("finding out what is one", 0, None)
                records = link_records(tables)
                for done in make_works(tables, executor):
                    progress.step("making works", done, records)
                progress.step("telling people, institutions and sources apart", 0, None)
                descriptions = tell_apart(tables)
                for done in make_things(tables, executor):
                    progress.step("making topics, institutions, sources and people", done, descriptions)
                count_outcome(tables, made.summary)
                for done in derive(tables):
                    progress.step("making edges", done, len(STEPS))
                for done in make_figures(tables, executor):
                    progress.step("counting what people have", done, None)
            progress.step("writing files", 0, None)
            made.nodes = list(node_files(tables, task.folder, task.run, task.began))
            made.edges = list(edge_files(tables, task.folder, task.run))
            made.empties = [
                (label, id_, msgspec.json.decode(properties)) for label, id_, properties in tables.rows(EMPTIES)
            ]
        # The disk is needed for the store.
        tables.remove()
        return made

    def _read(self, executor: ProcessPoolExecutor, queue: Sequel, tables: Tables) -> None:
        summary = self._made.summary
        files = list_files(self._format, self._task.paths, self._progress.note)
        self._made.files = [(file.name, file.size or 0) for file in files]
        summary.files = len(files)
        size = sum(file.size or 0 for file in files)
        positions = [0] * len(files)
        problems: dict[int, str] = {}
        with Quarantine(self._task.data_dir, summary.run) as quarantine:
            for read in read_all(executor, files, self._format, tables.folder, queue):
                tables.take(read.rows)
                for record in read.rejected:
                    quarantine.add(record)
                summary.read += read.records
                summary.quarantined += len(read.rejected)
                positions[read.file] = read.position
                if read.problem is not None:
                    problems[read.file] = read.problem
                summary.seconds = time.monotonic() - self._started
                self._progress.advance(summary, sum(positions), size)
        summary.problems = [problem for _, problem in sorted(problems.items())]

"""An import into an empty store, by way of Neo4j's offline importer: the graph is that of an online import."""

import multiprocessing
import time
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import closing
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Literal, Protocol
from uuid import uuid4

import duckdb
import msgspec

from graphdb.bulk import fill, hold_empty_store, is_untouched, set_empty
from graphdb.connect import connect
from graphdb.derived.refresh import refresh
from graphdb.endpoint import Endpoint
from graphdb.errors import GraphError
from graphdb.migrate import migrate
from graphdb.settings import GraphSettings
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.reader_indexes import bring_back
from graphdb.writer.runs import end_run, now, start_run
from importers.bulk.figures import make_figures
from importers.bulk.graph import STEPS, derive, edge_files, node_files
from importers.bulk.outcome import count_outcome
from importers.bulk.reading import Sequel, begin, read_all
from importers.bulk.tables import Tables
from importers.bulk.things import complete_topics, make_things, tell_apart
from importers.bulk.workers import pool, worker_count
from importers.bulk.works import link_records, make_works
from importers.finding import STANDARD_INPUT
from importers.formats import FORMATS, Format
from importers.inputs import Input
from importers.pipeline import COUNTS, MUCH, Progress, Summary
from importers.quarantine import Quarantine
from importers.reading import list_files

BATCH = 2_000
"""Nodes a transaction that get what the offline importer cannot read."""

EMPTIES = "SELECT label, id, properties FROM empty ORDER BY label, id"


class BulkFailedError(GraphError):
    """A bulk import ended before anything was loaded."""


def is_faster(settings: GraphSettings, format_name: str, paths: Sequence[str]) -> bool:
    """True where `run_bulk` does and the way through the server takes longer: much to read, and no store yet."""
    if STANDARD_INPUT in paths or not is_untouched(settings):
        return False
    files = list_files(_format(format_name), paths, lambda _: None)
    return sum(file.size or 0 for file in files) >= MUCH


def _format(name: str) -> Format | None:
    return None if name == "auto" else FORMATS[name]


class BulkProgress(Progress, Protocol):
    """Who is told how a bulk import goes on."""

    def step(self, name: str, done: int, total: int | None) -> None:
        """The step called `name` has done `done` of `total` (None: not known)."""


def run_bulk(settings: GraphSettings, format_name: str, paths: Sequence[str], progress: BulkProgress) -> Summary:
    """Import the files at `paths` as `format_name` (or `auto`) into the empty store of `settings`; return how it went.

    Killed at any moment before the files are loaded, the store stays empty; afterwards any import completes it.

    Raises:
        KeyError: The format is not known.
        BulkRefusedError: The store is not embedded, not empty, or in use.
        GraphError: The store could not be filled or its server not be started.
    """
    bulk = BulkImport(settings, format_name, paths, progress)
    bulk.fill()
    progress.step("starting Neo4j", 0, None)
    with connect(settings, progress.note) as endpoint:
        bulk.complete(endpoint)
    return bulk.summary


class BulkImport:
    """One bulk import: it fills the store, and what it has loaded is completed once a server runs on it."""

    def __init__(self, settings: GraphSettings, format_name: str, paths: Sequence[str], progress: BulkProgress) -> None:
        self.summary = Summary(run=uuid4().hex[:16], format=format_name)
        self._settings = settings
        self._format = _format(format_name)
        self._paths = paths
        self._progress = progress
        self._began = now()
        self._started = time.monotonic()
        self._files: list[Input] = []
        self._empties: list[tuple[str, str, dict[str, object]]] = []
        """(label, id, properties) of nodes that have empty texts or lists."""

    def fill(self) -> None:
        """Read the files, make the graph of them, and load it.

        Raises:
            BulkRefusedError: The store is not embedded, not empty, or in use.
            GraphError: The store could not be filled, and is as empty as before.
        """
        with hold_empty_store(self._settings, self._progress.note) as folder:
            try:
                self._fill(folder)
            except (duckdb.Error, BrokenExecutor, OSError) as error:
                raise BulkFailedError(
                    f"The bulk import could not go on: {error}.",
                    "The store is as empty as before. See that there is memory, and space on the disk of "
                    f"{folder.parent}: several times the size of the unpacked files. Or import with --no-bulk.",
                ) from error

    def _fill(self, folder: Path) -> None:
        progress = self._progress
        with closing(Tables(folder, worker_count())) as tables:
            queue: Sequel = multiprocessing.get_context("spawn").Queue(2 * worker_count())
            with pool(begin, self.summary.format, self._paths, folder, queue) as executor:
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
                count_outcome(tables, self.summary)
                for done in derive(tables):
                    progress.step("making edges", done, len(STEPS))
                for done in make_figures(tables, executor):
                    progress.step("counting what people have", done, None)
            progress.step("writing files", 0, None)
            nodes = list(node_files(tables, folder, self.summary.run, self._began))
            edges = list(edge_files(tables, folder, self.summary.run))
            self._empties = [
                (label, id_, msgspec.json.decode(properties)) for label, id_, properties in tables.rows(EMPTIES)
            ]
        # The disk is needed for the store.
        tables.remove()
        if nodes:
            progress.step("loading", 0, 100)
            fill(self._settings, folder, nodes, edges, lambda percent: progress.step("loading", percent, 100))

    def _read(self, executor: ProcessPoolExecutor, queue: Sequel, tables: Tables) -> None:
        summary = self.summary
        files = list_files(self._format, self._paths, self._progress.note)
        self._files = files
        summary.files = len(files)
        size = sum(file.size or 0 for file in files)
        positions = [0] * len(files)
        problems: dict[int, str] = {}
        with Quarantine(self._settings.data_dir, summary.run) as quarantine:
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

    def complete(self, endpoint: Endpoint) -> None:
        """Put the run on record, and derive what follows from the graph that was loaded."""
        summary = self.summary
        self._progress.step("making constraints and indexes", 0, None)
        # The indexes that only readers use are made faster at the end than kept up to date.
        migrate(endpoint, put_off_readers=True)
        with GraphWriter.open(endpoint, summary.run) as writer:
            names, sizes = [file.name for file in self._files], [file.size or 0 for file in self._files]
            start_run(writer, summary.format, names, sizes, self._began)
            state: Literal["COMPLETED", "FAILED"] = "FAILED"
            try:
                for label, rows in groupby(self._empties, key=itemgetter(0)):
                    nodes = [(id_, properties) for _, id_, properties in rows]
                    for first in range(0, len(nodes), BATCH):
                        writer.transact(partial(set_empty, label=label, rows=nodes[first : first + BATCH]))
                refresh(writer, self._progress.derive)
                bring_back(writer.driver, writer.database, partial(self._progress.derive, "indexes"))
                state = "COMPLETED"
            finally:
                summary.seconds = round(time.monotonic() - self._started, 3)
                end_run(writer, state, {name: getattr(summary, name) for name in COUNTS}, summary.problems)

"""An import into an empty store, by way of Neo4j's offline importer: the graph is that of an online import."""

import time
from collections.abc import Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Literal
from uuid import uuid4

from graphdb.bulk import fill, hold_empty_store, is_untouched, set_empty
from graphdb.connect import connect
from graphdb.derived.refresh import refresh
from graphdb.endpoint import Endpoint
from graphdb.migrate import migrate
from graphdb.settings import GraphSettings
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.reader_indexes import bring_back
from graphdb.writer.runs import end_run, now, start_run
from importers.bulk.making import BulkProgress, Made, Task, make_files
from importers.finding import STANDARD_INPUT
from importers.formats import FORMATS
from importers.pipeline import COUNTS, MUCH, Summary
from importers.reading import list_files

BATCH = 2_000
"""Nodes a transaction that get what the offline importer cannot read."""


def is_faster(settings: GraphSettings, format_name: str, paths: Sequence[str]) -> bool:
    """True where `run_bulk` does and the way through the server takes longer: much to read, and no store yet."""
    if STANDARD_INPUT in paths or not is_untouched(settings):
        return False
    files = list_files(None if format_name == "auto" else FORMATS[format_name], paths, lambda _: None)
    return sum(file.size or 0 for file in files) >= MUCH


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
        self._settings = settings
        self._paths = paths
        self._progress = progress
        self._began = now()
        self._started = time.monotonic()
        self._made = Made(Summary(run=uuid4().hex[:16], format=format_name))

    @property
    def summary(self) -> Summary:
        """How the import went, as far as it has come."""
        return self._made.summary

    def fill(self) -> None:
        """Read the files, make the graph of them, and load it.

        Raises:
            BulkRefusedError: The store is not embedded, not empty, or in use.
            GraphError: The store could not be filled, and is as empty as before.
        """
        progress = self._progress
        with hold_empty_store(self._settings, progress.note) as folder:
            task = Task(
                self.summary.run, self._began, self.summary.format, self._paths, self._settings.data_dir, folder
            )
            self._made = made = make_files(task, progress)
            if made.nodes:
                progress.step("loading", 0, 100)
                fill(
                    self._settings,
                    folder,
                    made.nodes,
                    made.edges,
                    lambda percent: progress.step("loading", percent, 100),
                )

    def complete(self, endpoint: Endpoint) -> None:
        """Put the run on record, and derive what follows from the graph that was loaded."""
        summary = self.summary
        self._progress.step("making constraints and indexes", 0, None)
        # The indexes that only readers use are made faster at the end than kept up to date.
        migrate(endpoint, put_off_readers=True)
        with GraphWriter.open(endpoint, summary.run) as writer:
            start_run(
                writer,
                summary.format,
                [name for name, _ in self._made.files],
                [size for _, size in self._made.files],
                self._began,
            )
            state: Literal["COMPLETED", "FAILED"] = "FAILED"
            try:
                for label, rows in groupby(self._made.empties, key=itemgetter(0)):
                    nodes = [(id_, properties) for _, id_, properties in rows]
                    for first in range(0, len(nodes), BATCH):
                        writer.transact(partial(set_empty, label=label, rows=nodes[first : first + BATCH]))
                refresh(writer, self._progress.derive)
                bring_back(writer.driver, writer.database, partial(self._progress.derive, "indexes"))
                state = "COMPLETED"
            finally:
                summary.seconds = round(time.monotonic() - self._started, 3)
                end_run(writer, state, {name: getattr(summary, name) for name in COUNTS}, summary.problems)

"""The way of every import: read, map, write in batches, then bring what follows up to date."""

import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Literal, Protocol
from uuid import uuid4

import msgspec

from graphdb.derived.refresh import refresh
from graphdb.endpoint import Endpoint
from graphdb.writer import runs
from graphdb.writer.batch import write_works
from graphdb.writer.citations import cite
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.reader_indexes import put_off
from graphdb.writer.retractions import retract
from graphdb.writer.transaction import Transaction
from importers.entries import write_entries
from importers.formats import FORMATS
from importers.inputs import Input
from importers.plan import Outcome, Prepared, plan
from importers.quarantine import Quarantine
from importers.reading import START, Chunk, Place, chunks, list_files, read_ahead
from importers.records import CitationRecord, Retraction
from importers.redirects import write_redirects
from importers.settle import settle_names

MUCH = 16_000_000
"""Bytes of all files from which on readers' indexes are put off where the store is all but empty."""


class Summary(msgspec.Struct):
    """How an import went: read = written + unchanged + merged + quarantined."""

    run: str
    format: str
    files: int = 0
    read: int = 0
    written: int = 0
    unchanged: int = 0
    merged: int = 0
    quarantined: int = 0
    seconds: float = 0.0
    problems: list[str] = []
    """Files that were refused or cut short, and why."""


COUNTS = ("read", "written", "unchanged", "merged", "quarantined")


class Progress(Protocol):
    """Who is told how an import goes on."""

    def advance(self, summary: Summary, position: int, size: int) -> None:
        """A batch was written; `position` of `size` bytes of all files were read (size 0: not known)."""

    def derive(self, name: str, done: int) -> None:
        """A pass over what follows from the writes has done `done` of its nodes."""

    def note(self, message: str) -> None:
        """Something that the user should know."""


def run_import(
    endpoint: Endpoint,
    format_name: str,
    paths: Sequence[str],
    data_dir: Path,
    progress: Progress,
    *,
    resume: bool = False,
) -> Summary:
    """Import the files at `paths` as `format_name` (or `auto`) and return how it went.

    A file that is refused or breaks off is named in the summary's problems; the others are imported all the same. May
    be killed at any moment: what was written stands, and the same import run again completes it. With `resume` it does
    not read again what an earlier one of the same files, which did not come to its end, has written; the summary then
    is of both together.

    Raises:
        KeyError: The format is not known.
    """
    format_ = None if format_name == "auto" else FORMATS[format_name]
    files = list_files(format_, paths, progress.note)
    size = sum(file.size or 0 for file in files)
    summary = Summary(run=uuid4().hex[:16], format=format_name, files=len(files))
    started = time.monotonic()
    with GraphWriter.open(endpoint, summary.run) as writer, _few_collections():
        start = _take_up(writer, summary, files, progress) if resume else START
        with Quarantine(data_dir, summary.run, kept=summary.quarantined) as quarantine:
            runs.start_run(writer, format_name, [file.name for file in files], [file.size or 0 for file in files])
            state: Literal["COMPLETED", "FAILED"] = "FAILED"
            try:
                fills = put_off(writer.driver, writer.database, partial(progress.derive, "indexes"))
                with fills if size >= MUCH else nullcontext():
                    batches = _Batches(writer, summary, quarantine)
                    for chunk in read_ahead(chunks(format_, files, summary.problems, start)):
                        batches.write(chunk)
                        summary.seconds = time.monotonic() - started
                        progress.advance(summary, chunk.position, size)
                    refresh(writer, progress.derive)
                state = "COMPLETED"
            finally:
                summary.seconds = round(time.monotonic() - started, 3)
                runs.end_run(writer, state, _counts(summary), summary.problems)
    return summary


def _take_up(writer: GraphWriter, summary: Summary, files: Sequence[Input], progress: Progress) -> Place:
    """Make the writer's run and `summary` those of the import of `files` that was stopped, and return where it was."""
    run = runs.unfinished_run(writer, summary.format, [file.name for file in files])
    if run is None:
        progress.note("No import of these files was stopped: this one begins at the start.")
        return START
    if run.sizes != [file.size or 0 for file in files]:
        progress.note("The files have changed since the import of them was stopped: this one begins at the start.")
        return START
    writer.run = summary.run = run.id
    for name, count in run.progress.counts.items():
        setattr(summary, name, count)
    summary.problems = list(run.progress.problems)
    progress.note(f"Going on with run {run.id} after {summary.read:,} records.")
    return Place(run.progress.file, run.progress.records)


def _counts(summary: Summary) -> dict[str, int]:
    return {name: getattr(summary, name) for name in COUNTS}


@contextmanager
def _few_collections() -> Iterator[None]:
    """Have Python look for cycles seldom in the body: batches are many live objects, looked at over and over."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class _Batches:
    """Writes batches and keeps count."""

    def __init__(self, writer: GraphWriter, summary: Summary, quarantine: Quarantine) -> None:
        self._writer = writer
        self._summary = summary
        self._quarantine = quarantine
        self._now = runs.now()

    def write(self, chunk: Chunk) -> None:
        for record in chunk.rejected:
            self._quarantine.add(record)
        if chunk.works:
            self._count(self._writer.transact(partial(self._write_works, records=chunk.works)))
        if chunk.citations:
            self._count(self._writer.transact(partial(self._write_citations, records=chunk.citations)))
        if chunk.entries:
            write = partial(write_entries, entries=chunk.entries, run=self._writer.run, now=self._now)
            self._count(self._writer.transact(write))
        if chunk.redirects:
            redirect = partial(write_redirects, redirects=chunk.redirects, run=self._writer.run, now=self._now)
            self._count(self._writer.transact(redirect))
        if chunk.retractions:
            self._count(self._writer.transact(partial(self._write_retractions, records=chunk.retractions)))
        self._summary.read += chunk.read
        self._summary.quarantined += len(chunk.rejected)
        self._quarantine.flush()
        counts, problems = _counts(self._summary), self._summary.problems
        runs.save_progress(self._writer, runs.Progress(chunk.end.file, chunk.end.records, counts, problems))

    def _count(self, outcome: Outcome) -> None:
        self._summary.written += outcome.written
        self._summary.unchanged += outcome.unchanged
        self._summary.merged += outcome.merged

    def _write_works(self, tx: Transaction, records: Sequence[Prepared]) -> Outcome:
        planned = plan(tx, records)
        if planned.changes:
            names = settle_names(tx, planned.changes, self._writer.run, self._now)
            write_works(tx, planned.changes, names, self._writer.run, self._now)
        return planned.outcome

    def _write_citations(self, tx: Transaction, records: Sequence[CitationRecord]) -> Outcome:
        said = {(r.source, (r.citing.scheme, r.citing.value), (r.cited.scheme, r.cited.value)) for r in records}
        written = cite(tx, said, self._writer.run)
        return Outcome(written=written, unchanged=len(records) - written)

    def _write_retractions(self, tx: Transaction, records: Sequence[Retraction]) -> Outcome:
        said = {(r.source, (r.notice.scheme, r.notice.value), (r.work.scheme, r.work.value)) for r in records}
        written = retract(tx, said, self._writer.run)
        return Outcome(written=written, unchanged=len(records) - written)

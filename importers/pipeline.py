"""The way of every import: read, map, write in batches, then bring what follows up to date."""

import gc
import queue
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Literal, Protocol
from uuid import uuid4

import msgspec

from graphdb.derived.refresh import refresh
from graphdb.endpoint import Endpoint
from graphdb.writer.batch import write_works
from graphdb.writer.citations import cite
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.reader_indexes import put_off
from graphdb.writer.runs import end_run, now, start_run
from graphdb.writer.transaction import Transaction
from importers.entries import PreparedEntry, prepare_entry, write_entries
from importers.errors import FileCutShort, FileRefused
from importers.formats import FORMATS, Format, detect, files_of
from importers.inputs import Input
from importers.plan import Outcome, Prepared, plan, prepare
from importers.quarantine import Quarantine
from importers.records import (
    CitationRecord,
    InstitutionEntry,
    Record,
    Redirect,
    Rejected,
    ResearcherEntry,
    SourceEntry,
    TopicEntry,
    WorkRecord,
)
from importers.redirects import write_redirects
from importers.settle import settle_names

BATCH = 2_000
"""Records a transaction: enough that round trips do not count, few enough that a batch fits Neo4j's heap."""

MUCH = 16_000_000
"""Bytes of all files from which on readers' indexes are put off where the store is all but empty."""

QUEUED = 4
"""Batches that the reader may be ahead of the writer, so that mapping and writing overlap."""


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


class Chunk(msgspec.Struct):
    """What the reader hands to the writer."""

    works: list[Prepared]
    citations: list[CitationRecord]
    entries: list[PreparedEntry]
    redirects: list[Redirect]
    rejected: list[Rejected]
    position: int


def _chunk(records: Sequence[Record | Rejected], position: int) -> Chunk:
    return Chunk(
        works=[prepare(r) for r in records if isinstance(r, WorkRecord)],
        citations=[r for r in records if isinstance(r, CitationRecord)],
        entries=[
            prepare_entry(r)
            for r in records
            if isinstance(r, ResearcherEntry | InstitutionEntry | SourceEntry | TopicEntry)
        ],
        redirects=[r for r in records if isinstance(r, Redirect)],
        rejected=[r for r in records if isinstance(r, Rejected)],
        position=position,
    )


def run_import(
    endpoint: Endpoint, format_name: str, paths: Sequence[str], data_dir: Path, progress: Progress
) -> Summary:
    """Import the files at `paths` as `format_name` (or `auto`) and return how it went.

    A file that is refused or breaks off is named in the summary's problems; the others are imported all the same. May
    be killed at any moment: what was written stands, and the same import run again completes it.

    Raises:
        KeyError: The format is not known.
    """
    format_ = None if format_name == "auto" else FORMATS[format_name]

    left_aside: Counter[str] = Counter()
    files = files_of(format_, paths, lambda _name, reason: left_aside.update([reason]))
    for reason, count in left_aside.most_common():
        progress.note(f"{count} {'file' if count == 1 else 'files'} left aside: {reason}")
    summary = Summary(run=uuid4().hex[:16], format=format_name, files=len(files))
    size = sum(file.size or 0 for file in files)
    started = time.monotonic()
    with (
        GraphWriter.open(endpoint, summary.run) as writer,
        Quarantine(data_dir, summary.run) as quarantine,
        _few_collections(),
    ):
        start_run(writer, format_name, [file.name for file in files])
        state: Literal["COMPLETED", "FAILED"] = "FAILED"
        try:
            fills = put_off(writer.driver, writer.database, partial(progress.derive, "indexes"))
            with fills if size >= MUCH else nullcontext():
                batches = _Batches(writer, summary, quarantine)
                for chunk in _read_ahead(_chunks(format_, files, summary.problems)):
                    batches.write(chunk)
                    summary.seconds = time.monotonic() - started
                    progress.advance(summary, chunk.position, size)
                refresh(writer, progress.derive)
            state = "COMPLETED"
        finally:
            summary.seconds = round(time.monotonic() - started, 3)
            end_run(writer, state, {name: getattr(summary, name) for name in COUNTS})
    return summary


@contextmanager
def _few_collections() -> Iterator[None]:
    """Have Python look for cycles seldom in the body: batches are many live objects, looked at over and over."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _chunks(format_: Format | None, files: Sequence[Input], problems: list[str]) -> Iterator[Chunk]:
    """Yield the records of all files in batches that do not mind where a file ends."""
    chunk: list[Record | Rejected] = []
    before = 0
    for file in files:
        try:
            for record in (format_ or detect(file)).read(file):
                chunk.append(record)
                if len(chunk) == BATCH:
                    yield _chunk(chunk, before + file.position)
                    chunk = []
        except FileRefused as error:
            problems.append(f"{error} Nothing of it was imported.")
        except FileCutShort as error:
            problems.append(f"{error} What came before was imported.")
        before += file.size or 0
    if chunk:
        yield _chunk(chunk, before)


def _read_ahead(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """Yield `chunks`, read in a thread of their own: while Neo4j writes one, the next is mapped."""
    waiting: queue.Queue[Chunk | BaseException | None] = queue.Queue(QUEUED)
    stop = threading.Event()

    def put(item: Chunk | BaseException | None) -> None:
        while not stop.is_set():
            try:
                waiting.put(item, timeout=0.1)
            except queue.Full:
                continue
            return

    def read() -> None:
        try:
            for chunk in chunks:
                put(chunk)
                if stop.is_set():
                    return
            put(None)
        except BaseException as error:  # noqa: BLE001 - raised again by the thread that waits
            put(error)

    thread = threading.Thread(target=read, name="reader", daemon=True)
    thread.start()
    try:
        while (item := waiting.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        stop.set()
        thread.join()


class _Batches:
    """Writes batches and keeps count."""

    def __init__(self, writer: GraphWriter, summary: Summary, quarantine: Quarantine) -> None:
        self._writer = writer
        self._summary = summary
        self._quarantine = quarantine
        self._now = now()

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
        parts: tuple[Sized, ...] = (chunk.works, chunk.citations, chunk.entries, chunk.redirects, chunk.rejected)
        self._summary.read += sum(len(part) for part in parts)
        self._summary.quarantined += len(chunk.rejected)

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

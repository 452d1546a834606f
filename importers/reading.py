"""The files of an import as batches of records, mapped in a thread ahead of whoever takes them."""

import queue
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import msgspec

from importers.bounds import within_bounds
from importers.entries import PreparedEntry, prepare_entry
from importers.errors import FileCutShort, FileRefused
from importers.formats import Format, detect, files_of
from importers.inputs import Input
from importers.plan import Prepared, prepare
from importers.privacy import without_addresses
from importers.records import (
    CitationRecord,
    InstitutionEntry,
    Record,
    Redirect,
    Rejected,
    ResearcherEntry,
    Retraction,
    SourceEntry,
    TopicEntry,
    WorkRecord,
)

BATCH = 2_000
"""Records a transaction: enough that round trips do not count, few enough that a batch fits Neo4j's heap."""

QUEUED = 4
"""Batches that the reader may be ahead of the writer, so that mapping and writing overlap."""

T = TypeVar("T")


class Place(msgspec.Struct, frozen=True):
    """A place in the files of an import, between two records."""

    file: int = 0
    """Index of the file."""
    records: int = 0
    """Records of that file before the place, those that could not be used included."""


START = Place()


class Chunk(msgspec.Struct):
    """What the reader hands to the writer."""

    works: list[Prepared]
    citations: list[CitationRecord]
    entries: list[PreparedEntry]
    redirects: list[Redirect]
    retractions: list[Retraction]
    rejected: list[Rejected]
    position: int
    """Bytes of all files that were read."""
    end: Place
    """Where the next one begins."""

    @property
    def read(self) -> int:
        """The number of records."""
        parts = (self.works, self.citations, self.entries, self.redirects, self.retractions, self.rejected)
        return sum(len(part) for part in parts)


def list_files(format_: Format | None, paths: Sequence[str], note: Callable[[str], None]) -> list[Input]:
    """Return the files at `paths`; `note` is told how many others were left aside, and why."""
    left_aside: Counter[str] = Counter()
    files = files_of(format_, paths, lambda _name, reason: left_aside.update([reason]))
    for reason, count in left_aside.most_common():
        note(f"{count} {'file' if count == 1 else 'files'} left aside: {reason}")
    return files


def records_in(file: Input, format_: Format | None) -> Iterator[Record | Rejected]:
    """Yield the records of `file`, without anybody's e-mail address. `format_` None: it is read as what it is.

    Raises:
        FileRefused: Before the first record: the file cannot be opened or is not of the format.
        FileCutShort: After the records before the place where the file breaks off or becomes unreadable.
    """
    if file.opens_once:
        # What is on disk was looked into when it was found.
        file.head()
    for record in (format_ or detect(file)).read(file):
        yield within_bounds(without_addresses(record), file)


def chunks(
    format_: Format | None, files: Sequence[Input], problems: list[str], start: Place = START
) -> Iterator[Chunk]:
    """Yield the records of `files` from `start` on, in batches that do not mind where a file ends.

    A file that is refused or breaks off is told to `problems`, and the next one is read. `format_` None: each file is
    read as what it is.
    """
    chunk: list[Record | Rejected] = []
    before = sum(file.size or 0 for file in files[: start.file])
    place = start
    for index, file in enumerate(files[start.file :], start.file):
        done = start.records if index == start.file else 0
        try:
            for record in islice(records_in(file, format_), done, None):
                chunk.append(record)
                done += 1
                if len(chunk) == BATCH:
                    yield _chunk(chunk, before + file.position, Place(index, done))
                    chunk = []
        except FileRefused as error:
            _tell(problems, f"{error}. Nothing of it was imported.")
        except FileCutShort as error:
            _tell(problems, f"{error}. What came before was imported.")
        before += file.size or 0
        place = Place(index + 1)
    if chunk:
        yield _chunk(chunk, before, place)


def _tell(problems: list[str], problem: str) -> None:
    # Who goes on with an import may have been told already.
    if problem not in problems:
        problems.append(problem)


def _chunk(records: Sequence[Record | Rejected], position: int, end: Place) -> Chunk:
    return Chunk(
        works=[prepare(r) for r in records if isinstance(r, WorkRecord)],
        citations=[r for r in records if isinstance(r, CitationRecord)],
        entries=[
            prepare_entry(r)
            for r in records
            if isinstance(r, ResearcherEntry | InstitutionEntry | SourceEntry | TopicEntry)
        ],
        redirects=[r for r in records if isinstance(r, Redirect)],
        retractions=[r for r in records if isinstance(r, Retraction)],
        rejected=[r for r in records if isinstance(r, Rejected)],
        position=position,
        end=end,
    )


def read_ahead(items: Iterable[T]) -> Iterator[T]:
    """Yield `items`, made in a thread of their own: while Neo4j writes one batch, the next is mapped."""
    waiting: queue.Queue[tuple[T] | BaseException | None] = queue.Queue(QUEUED)
    stop = threading.Event()

    def put(item: tuple[T] | BaseException | None) -> None:
        while not stop.is_set():
            try:
                waiting.put(item, timeout=0.1)
            except queue.Full:
                continue
            return

    def read() -> None:
        try:
            for item in items:
                put((item,))
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
            yield item[0]
    finally:
        stop.set()
        thread.join()

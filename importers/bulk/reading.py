"""The first step of a bulk import: all files are read and mapped, several at a time, and kept as rows of tables."""

import queue
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import msgspec

from graphdb.writer.state import Description
from importers.bulk.tables import Row, Rows, name_of, write_rows
from importers.descriptions import Entry
from importers.entries import PreparedEntry, listing, prepare_entry, relation
from importers.errors import FileCutShort, FileRefused
from importers.formats import FORMATS, Format, files_of
from importers.inputs import Input
from importers.plan import stored
from importers.reading import records_in
from importers.records import (
    CitationRecord,
    Identifier,
    InstitutionEntry,
    Record,
    Redirect,
    Rejected,
    ResearcherEntry,
    Retraction,
    WorkRecord,
)
from importers.redirects import LABELS

CHUNK = 5_000
"""Records whose rows are held in memory."""
PLACES = 1 << 32
"""More than there are records in a file: a record's number is its file's times this, plus its place."""


class Read(msgspec.Struct):
    """Some records of one file, written to the disk."""

    file: int
    """The file's place among all."""
    position: int
    """How far into the file they reach."""
    rows: dict[str, Path] = {}
    """Files of rows by table."""
    records: int = 0
    rejected: list[Rejected] = []
    problem: str | None = None
    """Why the file was refused or cut short."""
    last: bool = False


class Sink(Protocol):
    """Where a reader puts what it has read."""

    def put(self, item: Read, /) -> None:
        """Take `item`; wait if there is much already."""


class _Reader:
    """What a process reads: it finds the files itself, since an open file cannot be handed on."""

    files: Sequence[Input] = ()
    format: Format | None = None
    folder = Path()
    sink: Sink


def begin(format_name: str, paths: Sequence[str], folder: Path, sink: Sink) -> None:
    """Prepare this process for `read_file`."""
    _Reader.format = None if format_name == "auto" else FORMATS[format_name]
    _Reader.files = files_of(_Reader.format, paths, lambda _name, _reason: None)
    _Reader.folder = folder
    _Reader.sink = sink


def read_file(number: int) -> None:
    """Read the file of that number and put its records into the sink."""
    put_records(_Reader.files[number], number, _Reader.format, _Reader.folder, _Reader.sink)


def put_records(file: Input, number: int, format_: Format | None, folder: Path, sink: Sink) -> None:
    """Read `file` and put its records into `sink`, the last of them marked."""
    chunk = _Chunk(number)
    try:
        for record in records_in(file, format_):
            chunk.add(record)
            if chunk.full:
                sink.put(chunk.written(folder, file.position))
    except FileRefused as error:
        chunk.problem = f"{error}. Nothing of it was imported."
    except FileCutShort as error:
        chunk.problem = f"{error}. What came before was imported."
    last = chunk.written(folder, file.size or 0)
    last.last = True
    sink.put(last)


class _Chunk:
    """Rows of the records of one file that are not written yet."""

    def __init__(self, file: int) -> None:
        self._file = file
        self._place = 0
        self.problem: str | None = None
        self._begin()

    def _begin(self) -> None:
        self._rows: Rows = {}
        self._records = 0
        self._rejected: list[Rejected] = []

    @property
    def full(self) -> bool:
        """True when it is time to write."""
        return self._records >= CHUNK

    def add(self, record: Record | Rejected) -> None:
        """Take up a record."""
        self._records += 1
        self._place += 1
        if isinstance(record, Rejected):
            self._rejected.append(record)
            return
        for table, row in record_rows(record, self._file * PLACES + self._place):
            self._rows.setdefault(table, []).append(row)

    def written(self, folder: Path, position: int) -> Read:
        """Write what was taken up, and begin anew."""
        read = Read(
            file=self._file,
            position=position,
            rows=write_rows(folder, self._rows),
            records=self._records,
            rejected=self._rejected,
            problem=self.problem,
        )
        self._begin()
        return read


def record_rows(record: Record, seq: int) -> Iterator[tuple[str, Row]]:
    """Yield the rows, each with its table, that keep a record; `seq` is its number."""
    match record:
        case WorkRecord():
            state = stored(record)
            yield (
                "records",
                {
                    "seq": seq,
                    "id": state.id,
                    "source": state.source,
                    "key": state.key,
                    "hash": state.hash,
                    "payload": state.payload,
                    "joinKey": state.join_key,
                },
            )
            for name in dict.fromkeys(map(_name, record.identifiers)):
                yield "record_names", {"seq": seq, "name": name}
        case CitationRecord():
            yield (
                "citations",
                {"source": record.source, "citing": _name(record.citing), "cited": _name(record.cited)},
            )
        case Retraction():
            row = {"source": record.source, "notice": _name(record.notice), "work": _name(record.work)}
            yield "retractions", row
        case Redirect():
            yield (
                "redirects",
                {
                    "source": record.source,
                    "label": LABELS[record.entity],
                    "old": _name(record.old),
                    "new": _name(record.new),
                },
            )
        case _:
            yield from entry_rows(prepare_entry(record), seq)


def entry_rows(prepared: PreparedEntry, seq: int) -> Iterator[tuple[str, Row]]:
    """Yield the rows, each with its table, that keep a registry's own record."""
    description = prepared.description
    row = {"seq": seq, "key": description.key, "hash": description.hash, **_described(description)}
    entry: Entry = prepared.entry
    if isinstance(entry, ResearcherEntry):
        lists = listing(prepared)
        row["nameKeys"] = lists.name_keys
        for name in dict.fromkeys(map(name_of, lists.works)):
            yield "listed", {"seq": seq, "record": description.id, "name": name}
        for each in lists.affiliations:
            yield "affiliated", {"seq": seq, "record": description.id, **msgspec.to_builtins(each)}
    elif isinstance(entry, InstitutionEntry):
        _, parents, successors = relation(prepared)
        for edge, keys in (("NAMES_PARENT", parents), ("NAMES_SUCCESSOR", successors)):
            for name in dict.fromkeys(map(name_of, keys)):
                yield "related", {"seq": seq, "record": description.id, "name": name, "edge": edge}
    yield "entries", row
    for mention in prepared.mentions:
        yield "mentions", mention_row(mention, seq)


def mention_row(mention: Description, seq: int | None = None) -> Row:
    """Return the row that keeps a mention; `seq` is the number of the entry that makes it, None if works do."""
    return {"seq": seq, **_described(mention)}


def _described(description: Description) -> dict[str, object]:
    return {
        "id": description.id,
        "label": description.label,
        "source": description.source,
        "payload": description.payload,
        "entity": description.entity,
        "names": list(map(name_of, description.keys)),
        "shared": list(map(name_of, description.shared)),
    }


def _name(identifier: Identifier) -> str:
    return name_of((identifier.scheme, identifier.value))


class Sequel(Protocol):
    """A queue between processes."""

    def get(self, block: bool = ..., timeout: float | None = ..., /) -> Read:
        """Return the next item; raises queue.Empty after `timeout` seconds."""
        ...

    def put(self, item: Read, /) -> None:
        """Add an item."""


def read_all(
    executor: ProcessPoolExecutor, files: Sequence[Input], format_: Format | None, folder: Path, sink: Sequel
) -> Iterator[Read]:
    """Yield what `executor`, whose processes have begun with `sink`, reads of `files`.

    Standard input and pipes, which one process alone can read, are read by this one.
    """
    with ThreadPoolExecutor(1, "reader") as own:
        tasks: list[Future[None]] = [
            own.submit(put_records, file, number, format_, folder, sink)
            if file.opens_once
            else executor.submit(read_file, number)
            for number, file in enumerate(files)
        ]
        left = len(tasks)
        while left:
            try:
                read = sink.get(True, 0.5)
            except queue.Empty:
                for task in tasks:
                    # A reader that failed puts nothing more.
                    if task.done():
                        task.result()
                continue
            left -= read.last
            yield read

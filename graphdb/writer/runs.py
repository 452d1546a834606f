"""Import runs: what was imported, when, how far it came, and how it went."""

import os
import socket
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal

import msgspec

from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.lookup import collected
from graphdb.writer.transaction import Transaction

State = Literal["RUNNING", "COMPLETED", "FAILED", "INTERRUPTED"]
"""FAILED: it ended with an error. INTERRUPTED: its process ended without a word."""


class Progress(msgspec.Struct, frozen=True):
    """How far a run came: what was written is at least this."""

    file: int
    """Index of the file that it was in."""
    records: int
    """Of that file, from its start."""
    counts: Mapping[str, int]
    """The summary's numbers."""
    problems: Sequence[str]


class Run(msgspec.Struct, frozen=True):
    """An import run as the graph holds it."""

    id: str
    format: str
    files: list[str]
    sizes: list[int]
    """Of the files, bytes; 0 where not known."""
    progress: Progress


def now() -> str:
    """Return the time in UTC as ISO 8601 with seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


START = """
MERGE (run:ImportRun {id: $id})
ON CREATE SET run += {format: $format, files: $files, sizes: $sizes, startedAt: $now, file: 0, records: 0,
  read: 0, written: 0, unchanged: 0, merged: 0, quarantined: 0, problems: []}
SET run.state = 'RUNNING', run.host = $host, run.process = $process, run.savedAt = $now
REMOVE run.endedAt
"""


def start_run(
    writer: GraphWriter, format_name: str, files: Sequence[str], sizes: Sequence[int], began: str | None = None
) -> None:
    """Record that the writer's run begins, or goes on, to import `files`; it began at `began` (ISO 8601) or now."""

    def body(tx: Transaction) -> None:
        _mark_interrupted(tx)
        tx.run(
            START,
            id=writer.run,
            format=format_name,
            files=list(files),
            sizes=list(sizes),
            now=began or now(),
            host=socket.gethostname(),
            process=os.getpid(),
        ).consume()

    writer.transact(body)


RUNNING_HERE = """
MATCH (run:ImportRun {state: 'RUNNING', host: $host})
RETURN collect([run.id, run.process])
"""
INTERRUPT = """
UNWIND $ids AS id
MATCH (run:ImportRun {id: id})
SET run.state = 'INTERRUPTED', run.endedAt = run.savedAt
"""


def _mark_interrupted(tx: Transaction) -> None:
    """Say of the runs of this machine whose processes are gone that they were interrupted when they last wrote."""
    running = collected(tx.run(RUNNING_HERE, host=socket.gethostname()))
    gone = [run for run, process in running if process == os.getpid() or not _lives(process)]
    if gone:
        tx.run(INTERRUPT, ids=gone).consume()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


SAVE = """
MATCH (run:ImportRun {id: $id})
SET run += $counts, run.file = $file, run.records = $records, run.problems = $problems, run.savedAt = $now
"""


def save_progress(writer: GraphWriter, progress: Progress) -> None:
    """Record how far the writer's run has come."""

    def body(tx: Transaction) -> None:
        tx.run(
            SAVE,
            id=writer.run,
            file=progress.file,
            records=progress.records,
            counts=dict(progress.counts),
            problems=list(progress.problems),
            now=now(),
        ).consume()

    writer.transact(body)


END = """
MATCH (run:ImportRun {id: $id})
SET run += $counts, run.problems = $problems, run.endedAt = $now, run.savedAt = $now, run.state = $state
"""


def end_run(
    writer: GraphWriter, state: Literal["COMPLETED", "FAILED"], counts: Mapping[str, int], problems: Sequence[str]
) -> None:
    """Record how the writer's run ended; `counts` are the summary's numbers."""

    def body(tx: Transaction) -> None:
        tx.run(END, id=writer.run, state=state, counts=dict(counts), problems=list(problems), now=now()).consume()

    writer.transact(body)


UNFINISHED = """
MATCH (run:ImportRun {format: $format})
WHERE run.files = $files
WITH run ORDER BY run.startedAt DESC, run.id LIMIT 1
WHERE run.state IN ['FAILED', 'INTERRUPTED']
RETURN collect(run)
"""


def unfinished_run(writer: GraphWriter, format_name: str, files: Sequence[str]) -> Run | None:
    """Return the last run that imported `files` as `format_name`, if it did not come to its end."""

    def body(tx: Transaction) -> Run | None:
        _mark_interrupted(tx)
        found = collected(tx.run(UNFINISHED, format=format_name, files=list(files)))
        return _run(found[0]) if found else None

    return writer.transact(body)


FIND = """
OPTIONAL MATCH (run:ImportRun {id: $id})
RETURN collect(run)
"""


def find_run(writer: GraphWriter, id_: str) -> Run | None:
    """Return the run `id_`, or None where the graph does not know it."""

    def body(tx: Transaction) -> Run | None:
        found = collected(tx.run(FIND, id=id_))
        return _run(found[0]) if found else None

    return writer.transact(body)


def _run(node: Mapping[str, object]) -> Run:
    properties = dict(node.items())
    counts = {name: properties[name] for name in ("read", "written", "unchanged", "merged", "quarantined")}
    progress = {**properties, "counts": counts}
    return msgspec.convert({**properties, "progress": progress}, Run)


WAITS_FOR = """
OPTIONAL MATCH (run:ImportRun {format: $format})
WITH collect(run.state) AS states
RETURN NOT EXISTS { (:Work) } OR (size(states) > 0 AND NOT 'COMPLETED' IN states)
"""


def waits_for(writer: GraphWriter, format_name: str) -> bool:
    """Tell whether the graph is empty, or an import of `format_name` was begun and none has ended."""

    def body(tx: Transaction) -> bool:
        return bool(tx.run(WAITS_FOR, format=format_name).single(strict=True)[0])

    return writer.transact(body)

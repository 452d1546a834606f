"""Import runs: what was imported, when, and how it went."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal

from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.transaction import Transaction


def now() -> str:
    """Return the time in UTC as ISO 8601 with seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


START = """
CREATE (:ImportRun {id: $id, format: $format, files: $files, startedAt: $now, state: 'RUNNING',
  read: 0, written: 0, unchanged: 0, merged: 0, quarantined: 0})
"""


def start_run(writer: GraphWriter, format_name: str, files: list[str], began: str | None = None) -> None:
    """Record that the writer's run began to import `files`, at `began` (ISO 8601) or now."""

    def body(tx: Transaction) -> None:
        tx.run(START, id=writer.run, format=format_name, files=files, now=began or now()).consume()

    writer.transact(body)


END = """
MATCH (run:ImportRun {id: $id})
SET run += $counts, run.endedAt = $now, run.state = $state
"""


def end_run(writer: GraphWriter, state: Literal["COMPLETED", "FAILED"], counts: Mapping[str, int]) -> None:
    """Record how the writer's run ended; `counts` are the summary's numbers."""

    def body(tx: Transaction) -> None:
        tx.run(END, id=writer.run, state=state, counts=dict(counts), now=now()).consume()

    writer.transact(body)


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

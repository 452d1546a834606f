"""What was imported, when, and how it went, as the import runs themselves have left it in the graph."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, LiteralString

from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest, beyond, key_list, order_by
from graphdb.pages import Edge, Page, page_of

NAMED_FILES = 100
"""Files of a run that are named at most."""


class ImportState(StrEnum):
    """How an import stands."""

    RUNNING = "RUNNING"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    INTERRUPTED = "INTERRUPTED"


@dataclass(frozen=True, slots=True)
class ImportRunRecord:
    """One import: read = written + unchanged + merged + quarantined."""

    id: str
    format: str
    """As it was asked for: `acl`, `arxiv-json`, `auto`, …"""
    state: ImportState
    started_at: str
    """ISO 8601 date-time in UTC, like the other times."""
    saved_at: str | None
    """When it last wrote how far it had come."""
    ended_at: str | None
    files: list[str]
    """Names of the first files, as they were given."""
    files_count: int
    read: int
    written: int
    unchanged: int
    merged: int
    quarantined: int
    problems_count: int
    """Files that were refused or cut short."""


@dataclass(frozen=True, slots=True)
class DataSourceRecord:
    """All imports of one format."""

    format: str
    runs: int
    read: int
    written: int
    merged: int
    quarantined: int
    last_imported_at: str | None
    """When the last of them that came to its end did so."""
    last_run: ImportRunRecord


RUN: LiteralString = (
    "n{.id, .format, .state, started_at: n.startedAt, saved_at: n.savedAt, ended_at: n.endedAt, "
    "files: coalesce(n.files, [])[..$runs.files], files_count: size(coalesce(n.files, [])), "
    "read: coalesce(n.read, 0), written: coalesce(n.written, 0), unchanged: coalesce(n.unchanged, 0), "
    "merged: coalesce(n.merged, 0), quarantined: coalesce(n.quarantined, 0), "
    "problems_count: size(coalesce(n.problems, []))}"
)
"""Map projection of the node `n`; its keys are the fields of `ImportRunRecord`."""

RUN_ORDER = Order("STARTED DESC", (Key("n.startedAt", str, descending=True), Key("n.id", str)))
"""The newest first."""


def _run(row: dict[str, Any]) -> ImportRunRecord:
    return ImportRunRecord(**{**row, "state": ImportState(row["state"])})


@lru_cache(maxsize=4)
def import_runs_cypher(backward: bool, started: bool) -> LiteralString:
    """Return the text that reads a page of the runs; see `graphdb.root_lists`, whose columns it has."""
    condition = beyond(RUN_ORDER, backward, "$runs.start")
    after: LiteralString = f"WHERE {condition} " if started else ""
    exists: LiteralString = f"EXISTS {{ MATCH (n:ImportRun) WHERE NOT ({condition}) }}" if started else "false"
    return f"""
CALL () {{ MATCH (n:ImportRun) RETURN count(n) AS total }}
RETURN COLLECT {{
  MATCH (n:ImportRun) {after}
  WITH n ORDER BY {order_by(RUN_ORDER, backward)} LIMIT $runs.limit
  RETURN [{RUN}, {key_list(RUN_ORDER)}]
}} AS rows, total, {exists} AS beyondStart
"""


async def import_runs(graph: Graph, request: PageRequest) -> Page[Edge[ImportRunRecord]]:
    """Return a page of all import runs, in one Cypher call; raises `GraphUnavailable` and `QueryTimeout`."""
    cypher = import_runs_cypher(request.backward, request.start is not None)
    parameters = {"start": list(request.start or ()), "limit": request.size + 1, "files": NAMED_FILES}
    [[rows, total, beyond_start]] = await graph.read(cypher, runs=parameters)
    edges = [Edge(request, keys, _run(row)) for row, keys in rows]
    return page_of(request, edges, total, beyond_start)


IMPORT_RUN: LiteralString = f"MATCH (n:ImportRun {{id: $runs.id}}) RETURN {RUN}"


async def import_run(graph: Graph, id_: str) -> ImportRunRecord | None:
    """Return the run `id_`, None if there is none; one Cypher call. Raises `GraphUnavailable` and `QueryTimeout`."""
    rows = await graph.read(IMPORT_RUN, runs={"id": id_, "files": NAMED_FILES})
    return _run(rows[0][0]) if rows else None


DATA_SOURCES: LiteralString = f"""
MATCH (n:ImportRun)
WITH n ORDER BY n.startedAt DESC, n.id
WITH n.format AS format, count(n) AS runs, sum(n.read) AS read, sum(n.written) AS written, sum(n.merged) AS merged,
  sum(n.quarantined) AS quarantined, max(CASE n.state WHEN 'COMPLETED' THEN n.endedAt END) AS lastImportedAt,
  head(collect(n)) AS n
WITH format, {{format: format, runs: runs, read: read, written: written, merged: merged, quarantined: quarantined,
  last_imported_at: lastImportedAt, last_run: {RUN}}} AS row ORDER BY format
RETURN row
"""


async def data_sources(graph: Graph) -> list[DataSourceRecord]:
    """Return what was imported of each format, by its name; one Cypher call.

    Raises `GraphUnavailable` and `QueryTimeout`.
    """
    rows = await graph.read(DATA_SOURCES, runs={"files": NAMED_FILES})
    return [DataSourceRecord(**{**row, "last_run": _run(row["last_run"])}) for (row,) in rows]

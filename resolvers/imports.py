"""What the graph was made from, and how much it holds."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from pathlib import PurePath

from graphdb import import_runs as runs
from graphdb.counts import GraphCounts, graph_counts
from graphdb.import_runs import DataSourceRecord, ImportRunRecord, ImportState
from graphdb.keyset import MAX_ROOT_PAGE, BadBoundError, PageArguments, page_request
from graphdb.pages import Edge, Page
from resolvers.context import RequestContext

SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 5.0
"""Seconds between two looks at a run."""
SILENT = 600
"""Seconds after which a run that says nothing is not waited for."""


async def import_runs(context: RequestContext, arguments: PageArguments) -> Page[Edge[ImportRunRecord]]:
    """Return a page of the import runs, the newest first; raises `BadBoundError` and `BadCursorError`."""
    request = page_request("Query.importRuns", runs.RUN_ORDER, arguments, MAX_ROOT_PAGE)
    return await runs.import_runs(context.graph, request)


async def data_sources(context: RequestContext) -> list[DataSourceRecord]:
    """Return what was imported of each format."""
    return await runs.data_sources(context.graph)


async def import_progress(context: RequestContext, run: str) -> AsyncGenerator[ImportRunRecord | None, None]:
    """Give the run as it stands, and again whenever it has come further, until it has ended; None if there is none.

    Importers write how far they have come batch by batch, so the graph is asked again and again, less often while
    nothing changes. A run that has not written for `SILENT` seconds is not waited for: nobody would end it.
    """
    known: ImportRunRecord | None = None
    pause = SHORTEST_PAUSE
    while True:
        found = await runs.import_run(context.graph, run)
        if found is None or found != known:
            known, pause = found, SHORTEST_PAUSE
            yield found
        silent = silent_for(found) if found is not None else None
        if silent is None or silent > SILENT:
            return
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, LONGEST_PAUSE)


async def stats(context: RequestContext) -> GraphCounts:
    """Return how much the graph holds."""
    return await graph_counts(context.graph)


def file_names(run: ImportRunRecord, first: int) -> list[str]:
    """Return the names of the first files of a run, without the folders: where a server keeps its data is its own.

    Raises `BadBoundError`.
    """
    if not 1 <= first <= runs.NAMED_FILES:
        raise BadBoundError(f"`first` may be 1 to {runs.NAMED_FILES}, not {first}.")
    return [PurePath(name).name or name for name in run.files[:first]]


def silent_for(run: ImportRunRecord, now: datetime | None = None) -> int | None:
    """Return for how many seconds a running import has written nothing, None for one that has ended."""
    if run.state is not ImportState.RUNNING:
        return None
    saved = datetime.fromisoformat(run.saved_at or run.started_at)
    return max(0, round(((now or datetime.now(UTC)) - saved).total_seconds()))

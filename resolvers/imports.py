"""What the graph was made from, and how much it holds."""

from datetime import UTC, datetime
from pathlib import PurePath

from graphdb import import_runs as runs
from graphdb.counts import GraphCounts, graph_counts
from graphdb.import_runs import DataSourceRecord, ImportRunRecord, ImportState
from graphdb.keyset import MAX_ROOT_PAGE, BadBoundError, PageArguments, page_request
from graphdb.pages import Edge, Page
from resolvers.context import RequestContext


async def import_runs(context: RequestContext, arguments: PageArguments) -> Page[Edge[ImportRunRecord]]:
    """Return a page of the import runs, the newest first; raises `BadBoundError` and `BadCursorError`."""
    request = page_request("Query.importRuns", runs.RUN_ORDER, arguments, MAX_ROOT_PAGE)
    return await runs.import_runs(context.graph, request)


async def data_sources(context: RequestContext) -> list[DataSourceRecord]:
    """Return what was imported of each format."""
    return await runs.data_sources(context.graph)


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

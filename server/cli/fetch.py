"""`bzpeer fetch`: bring records from the APIs of their sources into the graph."""

import sys
from typing import Annotated

import stamina
import typer

from graphdb.connect import connect
from graphdb.migrate import migrate
from importers.live.fetch import Fetch
from importers.live.settings import FetchSettings
from importers.live.sources import LIVE_SOURCES
from importers.pipeline import run_import
from server.cli.imports import ProgressBar, report, usage


def fetch(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=f"One of {', '.join(LIVE_SOURCES)}.")],
    queries: Annotated[
        list[str],
        typer.Argument(metavar="QUERY…", help="An id of the source, or a search in its own language; each in quotes."),
    ],
    *,
    most: Annotated[
        int,
        typer.Option("--max", "-n", min=1, max=100_000, help="Records of each query; a page that is begun is kept."),
    ] = 1_000,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a fetch of the same queries was stopped.")
    ] = False,
) -> None:
    """Ask a source's API and import its answers."""
    if source not in LIVE_SOURCES:
        usage(f"There is no source {source!r}. Choose one of: {', '.join(LIVE_SOURCES)}.")
    if not all(query.strip() for query in queries):
        usage("A query is empty.")
    settings = FetchSettings()
    fetched = Fetch(settings, source, queries, most)
    # Left alone, it logs every retry to standard output, which is the summary's.
    stamina.instrumentation.set_on_retry_hooks([])
    with ProgressBar() as progress:

        def tell(done: int, total: int | None) -> None:
            progress.step(f"fetching from {source}", done, min(total, most) if total is not None else None)

        if not fetched.run(resume=resume, tell=tell, note=progress.note):
            sys.stdout.write("{}\n" if as_json else f"{source}: nothing to import\n")
            fetched.remove()
            return
        with connect(settings, progress.note) as endpoint:
            migrate(endpoint)
            summary = run_import(endpoint, fetched.format, [str(fetched.folder)], settings.data_dir, progress)
    if not summary.problems:
        fetched.remove()
    report(summary, progress, as_json=as_json)

"""`bzpeer quarantine`: what imports have put aside, why, and whether it can be used by now."""

import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from graphdb.connect import connect
from graphdb.migrate import migrate
from graphdb.settings import GraphSettings
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.runs import find_run
from importers.pipeline import run_import
from importers.quarantine import keep_only, path_of, put_aside, runs_with_some
from importers.records import Rejected
from server.cli.imports import EXIT_USAGE, ProgressBar
from server.cli.output import print_json, say

app = typer.Typer(name="quarantine", no_args_is_help=True, help="Records that imports could not use, and why.")

RunId = Annotated[str, typer.Argument(metavar="RUN", help="The id of an import run; `bzpeer quarantine list` tells.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class _Aside(msgspec.Struct, frozen=True):
    """What a run has put aside."""

    run: str
    when: str
    """ISO 8601, UTC."""
    records: int
    reasons: dict[str, int]
    """The most frequent first."""


@app.command("list")
def list_runs(as_json: AsJson = False) -> None:
    """List the runs that have put records aside, the latest first, with their most frequent reason."""
    data_dir = GraphSettings().data_dir
    found: list[_Aside] = []
    for run in runs_with_some(data_dir):
        reasons = Counter(record.reason for record in put_aside(data_dir, run))
        when = datetime.fromtimestamp(path_of(data_dir, run).stat().st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        found.append(_Aside(run, when, reasons.total(), dict(reasons.most_common())))
    if as_json:
        print_json([msgspec.to_builtins(each) for each in found])
        return
    if not found:
        say("Nothing is in quarantine.")
    for each in found:
        reason, count = next(iter(each.reasons.items()))
        print(f"{each.run}  {each.when}  {each.records:,} records; {count:,} times: {_shown(reason)}")


@app.command("show")
def show(
    run: RunId,
    as_json: AsJson = False,
    raw: Annotated[bool, typer.Option("--raw", help="Show the records themselves as well.")] = False,
) -> None:
    """Show where each record of a run stands in its file, and why it could not be used."""
    for record in _records(GraphSettings().data_dir, run):
        if as_json:
            sys.stdout.write(msgspec.json.encode(record).decode() + "\n")
            continue
        print(_shown(f"{record.file}, {record.place}: {record.reason}"))
        if raw:
            print("\n".join(f"    {_shown(line)}" for line in record.raw.splitlines()))


@app.command("retry")
def retry(run: RunId) -> None:
    """Import the files again from which a run has put records aside; what can be used by now leaves the quarantine."""
    settings = GraphSettings()
    records = _records(settings.data_dir, run)
    again = {file: _path(file) for file in dict.fromkeys(record.file for record in records)}
    lost = [file for file, path in again.items() if not path.exists()]
    for file in lost:
        say(f"{file} is not there any more: its records stay in quarantine.")
    paths = list(dict.fromkeys(str(path) for file, path in again.items() if file not in lost))
    if not paths:
        say("Nothing was tried again.")
        raise typer.Exit(1)
    with ProgressBar() as progress, connect(settings, progress.note) as endpoint:
        migrate(endpoint)
        with GraphWriter.open(endpoint, "quarantine") as writer:
            before = find_run(writer, run)
        if before is None:
            say(f"The graph does not know the run {run}: import its files anew.")
            raise typer.Exit(1)
        summary = run_import(endpoint, before.format, paths, settings.data_dir, progress)
    keep_only(settings.data_dir, run, [record for record in records if record.file in lost])
    for problem in summary.problems:
        say(f"problem: {problem}")
    tried = sum(record.file not in lost for record in records)
    print(f"{tried:,} records were tried again: {summary.quarantined:,} are in quarantine, as of run {summary.run}.")
    if summary.problems:
        raise typer.Exit(1)


def _shown(text: str) -> str:
    """Return `text` without what a terminal would obey: it comes from a file."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def _path(file: str) -> Path:
    """Return the file on disk of an input, which may be a member of an archive."""
    path = Path(file)
    return path if path.exists() else Path(file.partition("!")[0])


def _records(data_dir: Path, run: str) -> list[Rejected]:
    try:
        return list(put_aside(data_dir, run))
    except FileNotFoundError:
        say(f"The run {run} has put nothing aside. `bzpeer quarantine list` shows those that have.")
        raise typer.Exit(EXIT_USAGE) from None

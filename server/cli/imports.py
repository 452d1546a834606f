"""`bzpeer import`: bring real scholarly records into the graph."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from graphdb.bulk import BulkRefusedError
from graphdb.connect import connect
from graphdb.migrate import migrate
from graphdb.settings import GraphSettings
from importers.bulk.run import is_faster, run_bulk
from importers.finding import STANDARD_INPUT
from importers.formats import FORMATS
from importers.pipeline import Summary, run_import
from importers.rehearsal import Rehearsal, rehearse

EXIT_USAGE = 2


class ProgressBar:
    """Shows on standard error how far an import is; on something else than a terminal, a line now and then."""

    LINE_EVERY = 20
    """Batches between two lines where there is no terminal to draw on."""

    def __init__(self) -> None:
        self.console = Console(stderr=True, highlight=False)
        self._batches = 0
        self._step = ""
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f}%"),
            TextColumn("{task.fields[detail]}"),
            TimeRemainingColumn(),
            console=self.console,
            transient=True,
            disable=not self.console.is_terminal,
        )
        self._task: TaskID = self._bar.add_task("reading", total=None, detail="")

    def __enter__(self) -> "ProgressBar":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def advance(self, summary: Summary | Rehearsal, position: int, size: int) -> None:
        """Say how many records were read, and how far into the files that is."""
        self._batches += 1
        rate = summary.read / summary.seconds if summary.seconds else 0.0
        detail = f"{summary.read:,} records, {rate:,.0f}/s, {summary.quarantined:,} quarantined"
        self._bar.update(self._task, description="reading", completed=position, total=size or None, detail=detail)
        if not self.console.is_terminal and self._batches % self.LINE_EVERY == 0:
            share = f" ({position / size:.0%})" if size else ""
            self.console.print(f"reading: {detail}{share}")

    def derive(self, name: str, done: int) -> None:
        """Say which pass over what was written is on, and how many it has done."""
        self._bar.update(self._task, description=f"bringing {name} up to date", total=None, detail=f"{done:,} done")

    def step(self, name: str, done: int, total: int | None) -> None:
        """Say which step is on, and how far it is."""
        if not self.console.is_terminal and name != self._step:
            self.console.print(name)
        if name != self._step:
            self._bar.reset(self._task)
        self._step = name
        detail = f"{done:,} done" if done else ""
        self._bar.update(self._task, description=name, completed=done, total=total, detail=detail)

    def note(self, message: str, style: str = "") -> None:
        """Print a line above the bar."""
        # Text is shown as it is: names of files may look like markup.
        self.console.print(Text(message, style), soft_wrap=True)


def import_files(
    format_name: Annotated[
        str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(FORMATS)}, or auto to find out from the files.")
    ],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Files, folders or archives; - reads standard input.")
    ] = None,
    *,
    bulk: Annotated[
        bool | None,
        typer.Option(
            "--bulk/--no-bulk",
            help="Fill an empty store with Neo4j's offline importer, or write through its server. "
            "Where this is not said, large files fill a store that is not begun yet.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where an import of the same files was stopped.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and map the files and tell what they hold; write nothing.")
    ] = False,
) -> None:
    """Import files into the graph. Importing them again changes nothing; an import that was stopped goes on."""
    given = paths or []
    _refuse_usage(format_name, given)
    if dry_run and resume:
        usage("--dry-run writes nothing, so there is nothing to --resume. Choose one of them.")
    if bulk and resume:
        usage("--bulk fills an empty store at one go, so there is nothing to --resume. Choose one of them.")
    if resume and STANDARD_INPUT in given:
        usage("Standard input cannot be taken up where it was left: --resume needs files.")
    if dry_run:
        _rehearse(format_name, given, as_json=as_json)
        return
    settings = GraphSettings()
    with ProgressBar() as progress:
        fills = is_faster(settings, format_name, given) if bulk is None else bulk
        summary = _fill(settings, format_name, given, progress, is_demanded=bool(bulk)) if fills else None
        if summary is None:
            with connect(settings, progress.note) as endpoint:
                migrate(endpoint)
                try:
                    summary = run_import(endpoint, format_name, given, settings.data_dir, progress, resume=resume)
                except KeyboardInterrupt:
                    progress.note(_how_to_go_on(given))
                    raise
    report(summary, progress, as_json=as_json)


def _how_to_go_on(paths: list[str]) -> str:
    if STANDARD_INPUT in paths:
        return "What was written stays. Give the same input again: what is known of it is found unchanged."
    return "What was written stays. The same command with --resume goes on from there."


def report(summary: Summary, progress: ProgressBar, *, as_json: bool) -> None:
    """Print how an import went; end the command with 1 where a file had a problem."""
    for problem in summary.problems:
        progress.note(f"problem: {problem}", "red")
    if summary.quarantined:
        progress.note(f"{summary.quarantined:,} quarantined: `bzpeer quarantine show {summary.run}` says why")
    if as_json:
        shown = {name: value for name, value in msgspec.to_builtins(summary).items() if name != "problems"}
        sys.stdout.write(msgspec.json.encode(shown).decode() + "\n")
    else:
        sys.stdout.write(_line(summary))
    if summary.problems:
        raise typer.Exit(1)


def _fill(
    settings: GraphSettings, format_name: str, paths: list[str], progress: ProgressBar, *, is_demanded: bool
) -> Summary | None:
    """Import in bulk; None where somebody has begun the store meanwhile and nobody demanded that it be done so."""
    try:
        return run_bulk(settings, format_name, paths, progress)
    except BulkRefusedError as error:
        if is_demanded:
            usage(f"bzpeer: {error}")
        return None


def _rehearse(format_name: str, paths: list[str], *, as_json: bool) -> None:
    with ProgressBar() as progress:
        found = rehearse(format_name, paths, progress)
    for problem in found.problems:
        progress.note(f"problem: {problem}", "red")
    if as_json:
        sys.stdout.write(msgspec.json.encode(found).decode() + "\n")
    else:
        kinds = ", ".join(f"{count:,} of the kind {kind}" for kind, count in found.records.items())
        sys.stdout.write(
            f"{found.format}: {_read(found)} in {found.seconds:,.1f} s: "
            f"{kinds or 'none that can be used'}, {found.quarantined:,} for the quarantine. Nothing was written.\n"
        )
        for (reason, count), example in zip(found.reasons.items(), found.examples, strict=True):
            times = "once" if count == 1 else f"{count:,} times"
            sys.stdout.write(f"{times}: {reason} (such as {example.file}, {example.place})\n")
    if found.problems:
        raise typer.Exit(1)


def _refuse_usage(format_name: str, paths: list[str]) -> None:
    """End the command with exit status 2 and one line where the format or a path is wrong."""
    choices = ", ".join([*FORMATS, "auto"])
    if format_name != "auto" and format_name not in FORMATS:
        usage(f"There is no format {format_name!r}. Choose one of: {choices}.")
    brings_data = format_name != "auto" and not FORMATS[format_name].suffixes
    if not paths and not brings_data:
        usage("Name a file or folder to import, or - for standard input.")
    if paths.count(STANDARD_INPUT) > 1:
        usage("Standard input can be read once: name - once.")
    for path in paths:
        if path != STANDARD_INPUT and not _exists(path):
            usage(f"There is no file or folder {path!r}.")


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:
        # Something is there that cannot be looked at: reading it says why.
        return True


def usage(message: str) -> NoReturn:
    """End the command with exit status 2 and one line."""
    sys.stderr.write(f"{message}\n")
    raise typer.Exit(EXIT_USAGE)


def _read(found: Summary | Rehearsal) -> str:
    records = "1 record" if found.read == 1 else f"{found.read:,} records"
    return f"{records} read from {'1 file' if found.files == 1 else f'{found.files:,} files'}"


def _line(summary: Summary) -> str:
    return (
        f"{summary.format}: {_read(summary)} in {summary.seconds:,.1f} s: "
        f"{summary.written:,} written, {summary.unchanged:,} unchanged, {summary.merged:,} merged, "
        f"{summary.quarantined:,} quarantined\n"
    )

"""An import without a graph: what the files hold, and what of it could not be used."""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from importers.formats import FORMATS
from importers.reading import chunks, list_files
from importers.records import Record, Rejected

REASONS = 20
"""The most frequent ones are told."""

DISTINCT = 1_000
OTHER = "other reasons"
"""What reasons beyond the first `DISTINCT` ones count as: some name what they found."""


class Rehearsal(msgspec.Struct):
    """What an import would read: read = the sum of `records` + quarantined."""

    format: str
    files: int = 0
    read: int = 0
    records: dict[str, int] = {}
    """By kind."""
    quarantined: int = 0
    reasons: dict[str, int] = {}
    """Why records would go to the quarantine, the most frequent reasons first."""
    examples: list[Rejected] = []
    """One of each of `reasons`."""
    seconds: float = 0.0
    problems: list[str] = []
    """Files that would be refused or are cut short, and why."""


class Progress(Protocol):
    """Who is told how it goes on."""

    def advance(self, summary: Rehearsal, position: int, size: int) -> None:
        """A batch was mapped; `position` of `size` bytes of all files were read (size 0: not known)."""

    def note(self, message: str) -> None:
        """Something that the user should know."""


def rehearse(format_name: str, paths: Sequence[str], progress: Progress) -> Rehearsal:
    """Read and map the files at `paths` as `run_import` does, and write nothing.

    Raises:
        KeyError: The format is not known.
    """
    format_ = None if format_name == "auto" else FORMATS[format_name]
    files = list_files(format_, paths, progress.note)
    size = sum(file.size or 0 for file in files)
    summary = Rehearsal(format=format_name, files=len(files))
    kinds: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    examples: dict[str, Rejected] = {}
    started = time.monotonic()
    for chunk in chunks(format_, files, summary.problems):
        kinds.update(_kinds(work.record for work in chunk.works))
        kinds.update(_kinds(entry.entry for entry in chunk.entries))
        kinds.update(_kinds([*chunk.citations, *chunk.redirects, *chunk.retractions]))
        for each in chunk.rejected:
            reason = each.reason if each.reason in reasons or len(reasons) < DISTINCT else OTHER
            reasons[reason] += 1
            examples.setdefault(reason, each)
        summary.read += chunk.read
        summary.quarantined += len(chunk.rejected)
        summary.seconds = time.monotonic() - started
        progress.advance(summary, chunk.position, size)
    summary.seconds = round(time.monotonic() - started, 3)
    summary.records = dict(sorted(kinds.items()))
    summary.reasons = dict(reasons.most_common(REASONS))
    summary.examples = [examples[reason] for reason in summary.reasons]
    return summary


def _kinds(records: Iterable[Record]) -> Iterable[str]:
    return (str(record.__struct_config__.tag) for record in records)

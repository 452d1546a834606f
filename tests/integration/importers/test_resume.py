"""An import that was stopped goes on where it was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphdb.check import check, digest
from graphdb.endpoint import Endpoint
from importers import reading
from importers.pipeline import Summary, run_import
from importers.quarantine import put_aside
from tests.integration.importers.conftest import arxiv_line

Rows = Callable[..., list[list[Any]]]

BAD = '{"id": "1804.00009"}\n'


class Stopped(Exception):
    """What ends an import in these tests."""


class Stopping:
    """Ends the import after a number of batches."""

    def __init__(self, after: int) -> None:
        self._left = after
        self.notes: list[str] = []

    def advance(self, summary: Summary, position: int, size: int) -> None:
        self._left -= 1
        if not self._left:
            raise Stopped

    def derive(self, name: str, done: int) -> None:
        """Nothing to note."""

    def note(self, message: str) -> None:
        self.notes.append(message)


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two files of four records each, one of them unusable, read two at a time."""
    monkeypatch.setattr(reading, "BATCH", 2)
    paths = []
    for year in (17, 18):
        lines = [
            arxiv_line(f"{year}04.0000{n}", f"Trees of {year} {n}", ["Ada Lovelace", f"Wei {n}"]) for n in (1, 2, 3)
        ]
        path = tmp_path / f"{year}.jsonl"
        path.write_text(lines[0] + BAD.replace("18", str(year)) + lines[1] + lines[2])
        paths.append(str(path))
    return paths


@pytest.mark.parametrize("batches", [1, 2, 3, 4])
def test_after_any_batch_it_reads_the_rest_alone_and_makes_the_same_graph(
    batches: int,
    *,
    clean_graph: Endpoint,
    empty_the_graph: Callable[[], None],
    rows: Rows,
    paths: list[str],
    tmp_path: Path,
) -> None:
    undisturbed = run_import(clean_graph, "arxiv-json", paths, tmp_path, Stopping(99))
    expected = digest(clean_graph)
    empty_the_graph()
    with pytest.raises(Stopped):
        run_import(clean_graph, "arxiv-json", paths, tmp_path, Stopping(batches))
    [[run, state]] = rows("MATCH (run:ImportRun) RETURN run.id, run.state")
    assert state == "FAILED"
    progress = Stopping(99)
    summary = run_import(clean_graph, "arxiv-json", paths, tmp_path, progress, resume=True)
    assert progress.notes == [f"Going on with run {run} after {2 * batches} records."]
    # One by one, so that a batch that was read twice shows.
    for name in ("read", "written", "unchanged", "merged", "quarantined", "problems", "files"):
        assert getattr(summary, name) == getattr(undisturbed, name), name
    assert [each.place for each in put_aside(tmp_path, run)] == ["line 2", "line 2"]
    assert rows("MATCH (run:ImportRun) RETURN run.id, run.state, run.read") == [[run, "COMPLETED", 8]]
    assert check(clean_graph) == []
    assert digest(clean_graph) == expected


def test_nothing_that_was_stopped_means_to_begin_at_the_start_and_says_so(
    clean_graph: Endpoint, paths: list[str], tmp_path: Path
) -> None:
    progress = Stopping(99)
    summary = run_import(clean_graph, "arxiv-json", paths, tmp_path, progress, resume=True)
    assert summary.read == 8
    assert progress.notes == ["No import of these files was stopped: this one begins at the start."]


def test_files_that_have_changed_since_are_read_from_the_start(
    clean_graph: Endpoint, paths: list[str], tmp_path: Path
) -> None:
    with pytest.raises(Stopped):
        run_import(clean_graph, "arxiv-json", paths, tmp_path, Stopping(2))
    with Path(paths[0]).open("a") as file:
        file.write(BAD)
    progress = Stopping(99)
    summary = run_import(clean_graph, "arxiv-json", paths, tmp_path, progress, resume=True)
    assert summary.read == 9
    assert "have changed" in progress.notes[0]

"""`bzpeer quarantine` and `bzpeer import --dry-run`: what cannot be used, why, and whether it can be by now."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Rows = Callable[..., list[list[Any]]]
Command = Callable[..., subprocess.CompletedProcess[bytes]]
Bzpeer = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def bzpeer(command: Command, data_dir: Path) -> Bzpeer:
    """Calls the command; the quarantine is empty at first."""
    for old in (data_dir / "quarantine").glob("*.jsonl"):
        old.unlink()

    def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        ended = command(*arguments)
        return subprocess.CompletedProcess(ended.args, ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return call


@pytest.fixture
def file(files: dict[str, Path], tmp_path: Path) -> Path:
    """Four records that can be used, and two that cannot; one holds what a terminal would obey."""
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "1804.00009"}\n\x1b[31mno JSON\n' + files["arxiv-json"].read_text())
    return path


def test_a_dry_run_tells_what_the_files_hold_and_writes_nothing(
    bzpeer: Bzpeer, file: Path, rows: Rows, data_dir: Path
) -> None:
    told = bzpeer("import", "arxiv-json", file, "--dry-run")
    assert told.returncode == 0
    first, *reasons = told.stdout.splitlines()
    assert first.startswith("arxiv-json: 6 records read from 1 file ")
    assert "4 of the kind work, 2 for the quarantine. Nothing was written." in first
    assert len(reasons) == 2
    assert all(f"{file}, line" in reason for reason in reasons)
    found = json.loads(bzpeer("import", "auto", file, "--dry-run", "--json").stdout)
    assert (found["read"], found["records"], found["quarantined"]) == (6, {"work": 4}, 2)
    assert rows("MATCH (n:Work|ImportRun) RETURN count(n)") == [[0]]
    assert not list((data_dir / "quarantine").glob("*.jsonl"))


def test_a_dry_run_of_a_refused_file_fails(bzpeer: Bzpeer, tmp_path: Path) -> None:
    other = tmp_path / "other.xml"
    other.write_text("<html/>")
    told = bzpeer("import", "acl", other, "--dry-run")
    assert told.returncode == 1
    assert "Nothing of it was imported" in told.stderr
    assert "none that can be used" in told.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--dry-run", "--resume"), "writes nothing"),
        (("--resume", "-"), "needs files"),
        (("--dry-run", "-", "-"), "once"),
    ],
)
def test_options_that_do_not_fit_together_are_a_usage_error(
    bzpeer: Bzpeer, options: tuple[str, ...], said: str
) -> None:
    told = bzpeer("import", "auto", *options, *(["."] if "-" not in options else []))
    assert told.returncode == 2
    assert said in told.stderr


def test_what_was_put_aside_is_listed_shown_and_leaves_when_its_file_was_mended(
    bzpeer: Bzpeer, file: Path, rows: Rows
) -> None:
    assert "Nothing is in quarantine" in bzpeer("quarantine", "list").stderr
    run = json.loads(bzpeer("import", "arxiv-json", file, "--json").stdout)["run"]
    [listed] = json.loads(bzpeer("quarantine", "list", "--json").stdout)
    assert (listed["run"], listed["records"], sum(listed["reasons"].values())) == (run, 2, 2)
    assert bzpeer("quarantine", "list").stdout.startswith(run)
    shown = bzpeer("quarantine", "show", run, "--raw").stdout
    assert f"{file}, line 2: " in shown
    assert "no JSON" in shown
    assert "\x1b" not in shown

    file.write_text(file.read_text().replace("\x1b[31mno JSON\n", "").replace("1804.00009", "bad"))
    told = bzpeer("quarantine", "retry", run)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("2 records were tried again: 1 are in quarantine, as of run ")
    [listed] = json.loads(bzpeer("quarantine", "list", "--json").stdout)
    assert (listed["run"] != run, listed["records"]) == (True, 1)
    assert rows("MATCH (w:Work) RETURN count(w)") == [[4]]


def test_records_of_a_file_that_is_gone_stay(bzpeer: Bzpeer, file: Path) -> None:
    run = json.loads(bzpeer("import", "arxiv-json", file, "--json").stdout)["run"]
    file.unlink()
    told = bzpeer("quarantine", "retry", run)
    assert told.returncode == 1
    assert "not there any more" in told.stderr
    assert json.loads(bzpeer("quarantine", "list", "--json").stdout)[0]["records"] == 2


def test_an_unknown_run_is_said_to_be_unknown(bzpeer: Bzpeer) -> None:
    told = bzpeer("quarantine", "show", "nonsense")
    assert told.returncode == 2
    assert "quarantine list" in told.stderr

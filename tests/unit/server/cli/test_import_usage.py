"""Mistakes on the command line of `bzpeer import` end it before a server is started or anything is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from importers.formats import FORMATS

ROOT = Path(__file__).parents[4]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "N18.xml"
    path.write_text('<collection id="N18"/>')
    return path


def refused(tmp_path: Path, *arguments: str) -> str:
    """The one line on standard error of a command that is a usage error and has done nothing."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    data_dir = tmp_path / "data"
    ended = subprocess.run(
        [sys.executable, "-c", "from server.cli import main; main()", "import", *arguments],
        cwd=ROOT,
        env={**environment, "BZPEER_DATA_DIR": str(data_dir)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert not data_dir.exists()
    [line] = ended.stderr.splitlines()
    return line


def test_an_unknown_format_is_answered_with_the_choices(tmp_path: Path, paper: Path) -> None:
    line = refused(tmp_path, "acm", str(paper))
    assert "'acm'" in line
    assert line.endswith(f"{', '.join([*FORMATS, 'auto'])}.")


def test_a_path_that_does_not_exist_is_named_and_the_others_are_not_read(tmp_path: Path, paper: Path) -> None:
    missing = str(tmp_path / "P18.xml")
    assert missing in refused(tmp_path, "acl", str(paper), missing)


def test_a_link_that_leads_nowhere_does_not_exist(tmp_path: Path) -> None:
    link = tmp_path / "link.xml"
    link.symlink_to(tmp_path / "gone.xml")
    assert str(link) in refused(tmp_path, "auto", str(link))


def test_a_format_that_reads_files_wants_one(tmp_path: Path) -> None:
    assert "file or folder" in refused(tmp_path, "acl")

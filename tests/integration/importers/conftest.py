"""Small files in the true formats, written for the tests of the pipeline."""

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graphdb.derived import fronts
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from importers.pipeline import Summary, run_import
from server.cli import app

ACL = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="N18">
  <volume id="1" type="proceedings">
    <meta><booktitle>Proceedings of North</booktitle><year>2018</year><venue>naacl</venue></meta>
    <paper id="1">
      <title>Parsing Trees</title>
      <author><first>Ada</first><last>Lovelace</last></author>
      <author><first>Wei</first><last>Wang</last></author>
      <doi>10.18653/v1/N18-1001</doi>
      <url>N18-1001</url>
    </paper>
    <paper id="2">
      <title>Parsing Forests</title>
      <author><first>Ada</first><last>Lovelace</last></author>
      <author id="yang-liu-ict"><first>Yang</first><last>Liu</last></author>
      <url>N18-1002</url>
    </paper>
    <paper id="3">
      <title>Parsing Trees</title>
      <author><first>Yang</first><last>Liu</last></author>
      <url>N18-1003</url>
    </paper>
  </volume>
</collection>
"""
AAN = "N18-1002 , N18-1001\nN18-1003 , N18-1001\nN18-1003 , P05-1001\nN18-1001 , N18-1001\n"


def arxiv_line(id_: str, title: str, authors: Sequence[str], **more: Any) -> str:
    """A line of the arXiv snapshot."""
    record = {
        "id": id_,
        "submitter": authors[0],
        "authors": " and ".join(authors),
        "title": title,
        "comments": None,
        "journal-ref": None,
        "doi": None,
        "categories": "cs.CL cs.LG",
        "license": None,
        "abstract": f"  We study {title}.\n",
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2018 19:18:42 GMT"}],
        "update_date": "2018-11-26",
        "authors_parsed": [[*reversed(name.rsplit(" ", 1)), ""] for name in authors],
    }
    return json.dumps(record | more) + "\n"


ARXIV = (
    arxiv_line("1804.00001", "Parsing trees", ["Ada Lovelace", "Wei Wang"], doi="10.18653/V1/N18-1001")
    + arxiv_line("1804.00002", "Trees of the south", ["Wei Wang", "Li Na"])
    + arxiv_line("1804.00003", "Trees of the east", ["Li Na", "Wei Wang", "Kim Novak"])
    + arxiv_line("1804.00004", "Trees of the west", ["Wei Wang"])
)


@pytest.fixture(autouse=True)
def _hubs_are_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has hubs in graphs of a few works, so that whatever is imported and decided meets fronts."""
    monkeypatch.setattr(fronts, "MANY", 3)
    monkeypatch.setattr(fronts, "KEPT", 2)


class Silent:
    """A progress that remembers what it was told."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def advance(self, summary: Summary, position: int, size: int) -> None:
        pass

    def derive(self, name: str, done: int) -> None:
        pass

    def note(self, message: str) -> None:
        self.notes.append(message)


Import = Callable[..., Summary]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The files above, by format."""
    paths = {"acl": tmp_path / "N18.xml", "aan": tmp_path / "pairs.txt", "arxiv-json": tmp_path / "arxiv.jsonl"}
    for name, content in (("acl", ACL), ("aan", AAN), ("arxiv-json", ARXIV)):
        paths[name].write_text(content, encoding="utf-8")
    return paths


@pytest.fixture
def import_files(clean_graph: Endpoint, tmp_path: Path) -> Import:
    """Imports into the shared Neo4j, which is empty at first."""

    def run(format_name: str, *paths: Path) -> Summary:
        return run_import(clean_graph, format_name, [str(path) for path in paths], tmp_path, Silent())

    return run


@pytest.fixture
def rows(clean_graph: Endpoint) -> Callable[..., list[list[Any]]]:
    """Runs Cypher and returns its rows."""

    def run(cypher: Any, **parameters: Any) -> list[list[Any]]:
        with open_driver(clean_graph) as driver, driver.session(database=clean_graph.database) as session:
            return session.run(cypher, parameters).values()

    return run


@pytest.fixture
def command(
    clean_graph: Endpoint, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Calls `bzpeer` on the shared Neo4j, whose graph is empty at first, from a folder of its own.

    Within this process: to start one for each call costs more than what it does. What ends a process is tested in
    `test_killed_import.py`.
    """
    for name in [name for name in os.environ if name.startswith("BZPEER_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def call(*arguments: str | Path, given: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
        written = [str(each) for each in arguments]
        ended = runner.invoke(app, written, input=given, env={"BZPEER_DATA_DIR": str(data_dir), **settings})
        if ended.exception is not None and not isinstance(ended.exception, SystemExit):
            raise ended.exception
        return subprocess.CompletedProcess(written, ended.exit_code, ended.stdout_bytes, ended.stderr_bytes)

    return call

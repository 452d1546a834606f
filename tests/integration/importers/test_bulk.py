"""`bzpeer import --bulk`: the graph of an online import in a store that was empty."""

import json
import os
import signal
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from graphdb.bulk import BulkRefusedError
from graphdb.check import check, digest
from graphdb.connect import connect
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.settings import GraphSettings
from importers.bulk.run import BulkImport, is_faster, run_bulk
from importers.pipeline import Summary

BZPEER = Path(sysconfig.get_path("scripts")) / "bzpeer"
REGISTRIES = Path(__file__).with_name("registries")

Files = dict[str, Path]
Import = Callable[..., Summary]
Start = Callable[..., subprocess.Popen[str]]


class Silent:
    """A progress that remembers the steps."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.notes: list[str] = []

    def advance(self, summary: Summary, position: int, size: int) -> None:
        assert 0 <= position <= size

    def derive(self, name: str, done: int) -> None:
        pass

    def step(self, name: str, done: int, total: int | None) -> None:
        self.steps.append(name)

    def note(self, message: str) -> None:
        self.notes.append(message)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GraphSettings:
    """A data folder of its own, whose name is a text in SQL and a pattern elsewhere."""
    # A server that runs for seconds gains nothing from what Java's optimising compiler makes in them.
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
    return GraphSettings(data_dir=tmp_path / "Ada's (first) data+", neo4j_uri=None)


@pytest.fixture
def start_import(settings: GraphSettings) -> Iterator[Start]:
    """Starts `bzpeer import --json` on that folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str | Path, **variables: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [BZPEER, "import", *arguments, "--json"],
            env={**environment, "BZPEER_DATA_DIR": str(settings.data_dir), **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def tools(folder: Path) -> list[int]:
    """Processes of Neo4j's offline tools that work for a data folder."""
    home = str(folder)
    found = []
    for process in psutil.process_iter(["pid", "cmdline"]):
        command = process.info["cmdline"] or []
        if "graphdb.embedded.tool" in command and any(home in argument for argument in command):
            found.append(process.info["pid"])
    return found


def ignore(_message: str) -> None:
    pass


def rows(endpoint: Endpoint, cypher: Any) -> list[list[Any]]:
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        return session.run(cypher).values()


def test_what_all_sources_say_gives_the_graph_of_an_online_import(
    settings: GraphSettings, import_files: Import, clean_graph: Endpoint
) -> None:
    online = import_files("auto", REGISTRIES)
    progress = Silent()
    bulk = BulkImport(settings, "auto", [str(REGISTRIES)], progress)
    bulk.fill()
    assert "loading" in progress.steps
    with connect(settings, ignore) as endpoint:
        bulk.complete(endpoint)
        summary = bulk.summary
        assert summary.problems == []
        assert (summary.read, summary.files) == (online.read, online.files)
        assert summary.read == summary.written + summary.unchanged + summary.merged + summary.quarantined
        assert check(endpoint) == []
        assert digest(endpoint) == digest(clean_graph)
        [[run]] = rows(endpoint, "MATCH (run:ImportRun) RETURN properties(run)")
        assert (run["id"], run["state"], run["format"]) == (summary.run, "COMPLETED", "auto")
        assert (run["read"], run["written"], len(run["files"])) == (summary.read, summary.written, summary.files)
        # Edges that the digest leaves out, and what an import to come finds; ids that were given up are no more.
        edges = "MATCH ()-[e]->() WHERE type(e) <> 'IDENTIFIES' RETURN type(e), count(e) ORDER BY type(e)"
        assert rows(endpoint, edges) == rows(clean_graph, edges)
        identifiers = (
            "MATCH (i:Identifier) WHERE i.scheme <> 'id' AND NOT i.scheme STARTS WITH 'slug:' "
            "RETURN i.scheme, i.value ORDER BY i.scheme, i.value"
        )
        assert rows(endpoint, identifiers) == rows(clean_graph, identifiers)


def test_the_command_quarantines_names_problems_and_a_second_import_finds_all_of_it(
    start_import: Start, files: Files, settings: GraphSettings, import_files: Import, clean_graph: Endpoint
) -> None:
    folder = files["acl"].parent / "files"
    folder.mkdir()
    for path in files.values():
        path.rename(folder / path.name)
    lines = (folder / "arxiv.jsonl").read_text()
    # A record that cannot be used, one that comes twice, one without authors and letters.
    (folder / "arxiv.jsonl").write_text('{"id": "1804.00009"}\n' + lines + lines.splitlines()[1] + "\n")
    (folder / "odd.xml").write_text(
        '<collection id="2020.odd"><volume id="1"><meta><booktitle>Odd</booktitle><year>2020</year></meta>'
        '<paper id="1"><title>???</title><url>2020.odd-1.1</url></paper></volume></collection>'
    )
    other = folder.parent / "other.xml"
    other.write_text("<html>not the Anthology</html>")
    process = start_import("auto", folder, other, "--bulk")
    stdout, stderr = process.communicate(timeout=300)
    assert process.returncode == 1, stderr
    summary = json.loads(stdout)
    assert summary["read"] == sum(summary[name] for name in ("written", "unchanged", "merged", "quarantined"))
    assert (summary["read"], summary["quarantined"], summary["unchanged"], summary["merged"]) == (14, 1, 1, 1)
    assert f"{other}: its format is not known" in stderr
    [line] = (settings.data_dir / "quarantine" / f"{summary['run']}.jsonl").read_text().splitlines()
    assert json.loads(line)["place"] == "line 1"
    assert not (settings.data_dir / "bulk").exists()

    import_files("auto", folder)
    process = start_import("auto", folder, "--bulk")
    _, stderr = process.communicate(timeout=300)
    assert process.returncode == 2
    assert "has a graph already" in stderr
    assert "without --bulk" in stderr
    with connect(settings, ignore) as endpoint:
        assert check(endpoint) == []
        assert digest(endpoint) == digest(clean_graph)
        process = start_import("auto", folder, "--bulk")
        _, stderr = process.communicate(timeout=300)
        assert process.returncode == 2
        assert "bzpeer db stop" in stderr


def test_a_server_of_ones_own_is_not_filled_in_bulk(settings: GraphSettings) -> None:
    other = GraphSettings(data_dir=settings.data_dir, neo4j_uri="bolt://127.0.0.1:1")
    with pytest.raises(BulkRefusedError, match="without --bulk"):
        run_bulk(other, "demo", [], Silent())


def test_a_bulk_import_killed_while_it_reads_and_while_it_loads_leaves_the_store_empty_and_the_next_one_works(
    start_import: Start, settings: GraphSettings
) -> None:
    def killed_when(pattern: str) -> None:
        process = start_import("auto", REGISTRIES, "--bulk")
        deadline = time.monotonic() + 200
        while not list((settings.data_dir / "bulk").glob(pattern)):
            assert process.poll() is None, "the import ended before it could be killed"
            assert time.monotonic() < deadline
            time.sleep(0.01)
        process.kill()
        process.communicate(timeout=30)
        assert process.returncode == -signal.SIGKILL

    killed_when("tables.duckdb")
    # A store that a server has begun, without anything in it, is as good as none; its password stays.
    with connect(settings, ignore) as endpoint:
        password = endpoint.password
        assert rows(endpoint, "MATCH (n) RETURN count(n)") == [[0]]
    killed_when("store/neo4j/data")
    # Neo4j's tool ends with the process that started it.
    deadline = time.monotonic() + 10
    while tools(settings.data_dir):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    # One that holds something would be refused.
    bulk = BulkImport(settings, "auto", [str(REGISTRIES)], Silent())
    bulk.fill()
    with connect(settings, ignore) as endpoint:
        bulk.complete(endpoint)
        assert bulk.summary.read == bulk.summary.written + bulk.summary.merged
        assert endpoint.password == password
        assert check(endpoint) == []
        assert rows(endpoint, "MATCH (w:Work) RETURN count(w) > 0") == [[True]]


def test_large_files_fill_a_store_that_is_not_begun_and_another_import_waits_for_that(
    start_import: Start, settings: GraphSettings, tmp_path: Path
) -> None:
    large, small = tmp_path / "large.jsonl", tmp_path / "small.jsonl"
    with large.open("w") as file:
        file.writelines(arxiv_line(number, "long " * 200_000) for number in range(18))
    small.write_text(arxiv_line(99, "Short."))
    filling = start_import("arxiv-json", large)
    deadline = time.monotonic() + 60
    while not (settings.data_dir / "bulk").exists():
        assert filling.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)
    waiting = start_import("arxiv-json", small)
    for process in (filling, waiting):
        stdout, stderr = process.communicate(timeout=300)
        assert process.returncode == 0, stderr
        assert json.loads(stdout)["written"] == (18 if process is filling else 1)
        assert ("loading" in stderr) == (process is filling)
        assert (f"Waiting for the import of process {filling.pid}" in stderr) == (process is waiting)
    with connect(settings, ignore) as endpoint:
        assert check(endpoint) == []
        assert rows(endpoint, "MATCH (w:Work) RETURN count(w)") == [[19]]
        # What readers need was put off while the store was filled.
        names = "SHOW INDEXES YIELD name, state WHERE name IN ['work_by_year', 'work_text'] RETURN name, state"
        assert sorted(rows(endpoint, names)) == [["work_by_year", "ONLINE"], ["work_text", "ONLINE"]]


@pytest.mark.parametrize("case", ["small", "begun", "piped", "elsewhere"])
def test_what_else_is_imported_goes_through_the_server(case: str, settings: GraphSettings, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    with file.open("w") as target:
        target.truncate(15_999_999 if case == "small" else 16_000_000)
    if case == "begun":
        (settings.data_dir / "neo4j" / "data" / "databases").mkdir(parents=True)
    if case == "elsewhere":
        settings = GraphSettings(data_dir=settings.data_dir, neo4j_uri="bolt://127.0.0.1:1")
    assert not is_faster(settings, "arxiv-json", ["-" if case == "piped" else str(file)])


def arxiv_line(number: int, abstract: str) -> str:
    record = {
        "id": f"1804.{number:05}",
        "authors": "Ada Lovelace",
        "title": f"On engines, part {number}",
        "categories": "cs.LG",
        "abstract": abstract,
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2018 19:18:42 GMT"}],
        "update_date": "2018-04-02",
    }
    return json.dumps(record) + "\n"


REAL = (
    "acl/citations-aan.txt",
    "acl/data/xml/P18.xml",
    "arxiv/kaggle_head",
    "arxiv/oai_hepcrawl",
    "crossref/api-works.jsonl",
    "crossref/dump_sample",
    "dblp/dblp.xml.gz",
    "openalex/authors.jsonl",
    "openalex/institutions.jsonl",
    "openalex/sources.jsonl",
    "openalex/topics_taxonomy/topics.csv",
    "openalex/works.jsonl",
    "orcid/ORCID_2022_10_summaries.tar.gz",
    "ror/ror-v2-records.jsonl.gz",
    "semantic_scholar/Paper.json",
)
"""Files in which no record comes in two versions: a bulk import knows the last one alone."""


def test_real_files_of_all_sources_give_the_graph_of_an_online_import(
    settings: GraphSettings, import_files: Import, clean_graph: Endpoint
) -> None:
    data = os.environ.get("BZPEER_REAL_DATA")
    if not data:
        pytest.skip("BZPEER_REAL_DATA is not set: bulk and online imports of public files are not compared")
    paths = [Path(data, each) for each in REAL]
    online = import_files("auto", *paths)
    bulk = BulkImport(settings, "auto", [str(path) for path in paths], Silent())
    bulk.fill()
    with connect(settings, ignore) as endpoint:
        bulk.complete(endpoint)
        summary = bulk.summary
        assert (summary.read, summary.quarantined) == (online.read, online.quarantined)
        assert summary.read == summary.written + summary.unchanged + summary.merged + summary.quarantined
        assert check(endpoint) == []
        assert digest(endpoint) == digest(clean_graph)

"""`bzpeer import` as people call it: exit status, standard output and standard error."""

import gzip
import os
import subprocess
import sysconfig
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from graphdb.check import check
from graphdb.endpoint import Endpoint

BZPEER = Path(sysconfig.get_path("scripts")) / "bzpeer"
KEYS = {"run", "format", "files", "read", "written", "unchanged", "merged", "quarantined", "seconds"}

Files = dict[str, Path]
Rows = Callable[..., list[list[Any]]]
Bzpeer = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def bzpeer(command: Bzpeer) -> Bzpeer:
    """Calls `bzpeer import`."""
    return partial(command, "import")


def summary_of(ended: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    """What `--json` printed, which must be an object with exactly the documented keys that adds up."""
    summary: dict[str, Any] = msgspec.json.decode(ended.stdout)
    assert summary.keys() == KEYS
    outcomes = ("written", "unchanged", "merged", "quarantined")
    assert summary["read"] == sum(summary[name] for name in outcomes)
    assert summary["seconds"] > 0
    return summary


def test_all_files_read_is_a_success_told_on_standard_output_for_people_or_programs(
    bzpeer: Bzpeer, files: Files
) -> None:
    told = bzpeer("acl", files["acl"])
    assert told.returncode == 0
    assert told.stdout.startswith(b"acl: 3 records read from 1 file in ")
    assert told.stdout.endswith(b": 3 written, 0 unchanged, 0 merged, 0 quarantined\n")
    again = summary_of(bzpeer("acl", "--json", files["acl"]))
    assert {**again, "run": "", "seconds": 0} == {
        "run": "",
        "format": "acl",
        "files": 1,
        "read": 3,
        "written": 0,
        "unchanged": 3,
        "merged": 0,
        "quarantined": 0,
        "seconds": 0,
    }


def test_a_record_that_joins_a_known_work_counts_as_merged(bzpeer: Bzpeer, files: Files) -> None:
    bzpeer("acl", files["acl"])
    summary = summary_of(bzpeer("arxiv-json", files["arxiv-json"], "--json"))
    assert (summary["read"], summary["written"], summary["merged"]) == (4, 3, 1)


def test_a_refused_and_a_cut_file_fail_the_command_and_the_others_are_imported(
    bzpeer: Bzpeer, files: Files, tmp_path: Path, rows: Rows, clean_graph: Endpoint
) -> None:
    refused = tmp_path / "[red]other.xml"
    refused.write_text("<html>not the Anthology</html>")
    cut = tmp_path / "cut.xml"
    text = files["acl"].read_text().replace("N18", "N17")
    cut.write_text(text[: text.index("Parsing Forests")])
    ended = bzpeer("acl", refused, cut, files["acl"], "--json")
    assert ended.returncode == 1
    assert summary_of(ended)["written"] == 4
    said = ended.stderr.decode().splitlines()
    [about_refused] = [line for line in said if str(refused) in line]
    [about_cut] = [line for line in said if str(cut) in line]
    assert "Nothing of it was imported" in about_refused
    assert "What came before was imported" in about_cut
    imported = rows("MATCH (i:Identifier {scheme: 'acl'})-[:IDENTIFIES]->() RETURN i.value ORDER BY i.value")
    assert imported == [["N17-1001"], ["N18-1001"], ["N18-1002"], ["N18-1003"]]
    assert check(clean_graph) == []


def test_a_compressed_file_that_breaks_off_keeps_what_came_before(bzpeer: Bzpeer, files: Files, tmp_path: Path) -> None:
    packed = gzip.compress(files["arxiv-json"].read_bytes(), mtime=0)
    cut = tmp_path / "arxiv.jsonl.gz"
    cut.write_bytes(packed[:-20])
    ended = bzpeer("arxiv-json", cut, "--json")
    assert ended.returncode == 1
    assert summary_of(ended)["written"] == 3
    assert b"What came before was imported" in ended.stderr


def test_records_that_cannot_be_used_do_not_fail_the_command_which_names_the_file_that_keeps_them(
    bzpeer: Bzpeer, files: Files, tmp_path: Path, data_dir: Path
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "1804.00009"}\nno JSON\n' + files["arxiv-json"].read_text())
    ended = bzpeer("arxiv-json", bad, "--json")
    assert ended.returncode == 0
    summary = summary_of(ended)
    assert (summary["read"], summary["written"], summary["quarantined"]) == (6, 4, 2)
    quarantine = data_dir / "quarantine" / f"{summary['run']}.jsonl"
    assert f"`bzpeer quarantine show {summary['run']}` says why" in ended.stderr.decode()
    kept = [msgspec.json.decode(line) for line in quarantine.read_bytes().splitlines()]
    assert [(each["file"], each["place"]) for each in kept] == [(str(bad), "line 1"), (str(bad), "line 2")]
    assert all(each["reason"] for each in kept)


@pytest.mark.parametrize(
    ("format_name", "pack"), [("acl", bytes), ("auto", gzip.compress)], ids=["plain", "gzipped and to be found out"]
)
def test_standard_input_is_a_file_like_any_other(
    clean_graph: Endpoint, data_dir: Path, files: Files, pack: Callable[[bytes], bytes], format_name: str
) -> None:
    # A process with a pipe, as people call it.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    ended = subprocess.run(
        [BZPEER, "import", format_name, "-", "--json"],
        env={**environment, "BZPEER_DATA_DIR": str(data_dir)},
        input=pack(files["acl"].read_bytes()),
        capture_output=True,
        timeout=120,
        check=False,
    )
    summary = summary_of(ended)
    assert (ended.returncode, summary["format"], summary["files"], summary["written"]) == (0, format_name, 1, 3)


def test_standard_input_that_is_of_no_format_is_refused(bzpeer: Bzpeer) -> None:
    ended = bzpeer("auto", "-", given=b"hello\n")
    assert ended.returncode == 1
    assert b"standard input: its format is not known" in ended.stderr


def test_a_folder_of_several_formats_packed_or_not_is_imported_at_once(
    bzpeer: Bzpeer, files: Files, tmp_path: Path, clean_graph: Endpoint
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for path in files.values():
        (folder / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
    (folder / "notes.pdf").write_bytes(b"%PDF")
    ended = bzpeer("auto", folder, "--json")
    summary = summary_of(ended)
    assert (ended.returncode, summary["files"], summary["read"]) == (0, 3, 11)
    assert b"1 file left aside" in ended.stderr
    assert check(clean_graph) == []


def test_a_server_of_ones_own_is_written_to_and_no_other_is_started(
    bzpeer: Bzpeer, files: Files, tmp_path: Path, clean_graph: Endpoint, rows: Rows
) -> None:
    elsewhere = tmp_path / "elsewhere"
    ended = bzpeer(
        "acl",
        files["acl"],
        BZPEER_NEO4J_URI=clean_graph.uri,
        BZPEER_NEO4J_USER=clean_graph.user,
        BZPEER_NEO4J_PASSWORD=clean_graph.password or "",
        BZPEER_DATA_DIR=str(elsewhere),
    )
    assert ended.returncode == 0
    assert rows("MATCH (w:Work) RETURN count(w)") == [[3]]
    assert not elsewhere.exists()

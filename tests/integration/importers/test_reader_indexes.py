"""An import that fills the store does without the indexes that only readers use, and brings them back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.migrate import migrate
from graphdb.writer import reader_indexes
from graphdb.writer.reader_indexes import put_off
from importers import pipeline
from importers.pipeline import Summary, run_import

Rows = Callable[..., list[list[Any]]]

ONLINE = "SHOW INDEXES YIELD name, state, createStatement WHERE state = 'ONLINE' RETURN name, createStatement"


class Watching:
    """Notes the indexes that stand while batches are written."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.seen: list[set[str]] = []

    def advance(self, summary: Summary, position: int, size: int) -> None:
        self.seen.append({name for name, _ in self._rows(ONLINE)})

    def derive(self, name: str, done: int) -> None:
        """Nothing to note."""

    def note(self, message: str) -> None:
        """Nothing to note."""


def test_a_large_first_import_works_without_them_and_leaves_them_as_they_were(
    clean_graph: Endpoint, rows: Rows, files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "MUCH", 1)
    before = sorted(rows(ONLINE))
    watching = Watching(rows)
    run_import(clean_graph, "acl", [str(files["acl"])], tmp_path, watching)
    names = {name for name, _ in before}
    put_off_ones = names - watching.seen[0]
    assert {"work_by_year", "work_text", "researcher_by_h_index"} <= put_off_ones
    assert {"work_id", "work_slug_base", "identifier_key", "record_join_key"} <= watching.seen[0]
    assert sorted(rows(ONLINE)) == before
    assert rows("MATCH (n:Lock {name: 'reader indexes'}) RETURN n") == []
    assert rows("CALL db.index.fulltext.queryNodes('work_text', 'forests') YIELD node RETURN node.plainTitle") == [
        ["Parsing Forests"]
    ]


def test_a_store_that_readers_use_keeps_them(
    clean_graph: Endpoint, rows: Rows, files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "MUCH", 1)
    monkeypatch.setattr(reader_indexes, "FEW_WORKS", 0)
    watching = Watching(rows)
    run_import(clean_graph, "acl", [str(files["acl"])], tmp_path, watching)
    assert watching.seen == [{name for name, _ in rows(ONLINE)}]


def test_the_next_start_brings_back_what_a_killed_import_has_left_out(
    clean_graph: Endpoint, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(rows(ONLINE))
    # What a process that is killed does not do.
    monkeypatch.setattr(reader_indexes, "bring_back", lambda *_: None)
    with open_driver(clean_graph) as driver, put_off(driver, clean_graph.database, lambda _: None):
        pass
    assert len(rows(ONLINE)) < len(before)
    migrate(clean_graph)
    assert sorted(rows(ONLINE)) == before

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from graphdb.import_runs import ImportRunRecord, ImportState
from resolvers.imports import file_names, silent_for

RUN = ImportRunRecord(
    id="a",
    format="acl",
    state=ImportState.RUNNING,
    started_at="2026-01-01T00:00:00Z",
    saved_at="2026-01-01T00:01:00Z",
    ended_at=None,
    files=["/var/data/one.xml", "two.jsonl.gz", "-", "C:/data/three.xml"],
    files_count=4,
    read=0,
    written=0,
    unchanged=0,
    merged=0,
    quarantined=0,
    problems_count=0,
)
NOW = datetime(2026, 1, 1, 0, 3, 30, tzinfo=UTC)


def test_a_running_import_is_silent_since_it_last_wrote() -> None:
    assert silent_for(RUN, NOW) == 150
    assert silent_for(replace(RUN, saved_at=None), NOW) == 210
    assert silent_for(RUN, datetime(2025, 1, 1, tzinfo=UTC)) == 0


@pytest.mark.parametrize("state", [ImportState.COMPLETED, ImportState.FAILED, ImportState.INTERRUPTED])
def test_an_import_that_has_ended_is_not_silent(state: ImportState) -> None:
    assert silent_for(replace(RUN, state=state), NOW) is None


def test_files_are_named_without_their_folders() -> None:
    assert file_names(RUN, 100) == ["one.xml", "two.jsonl.gz", "-", "three.xml"]
    assert file_names(RUN, 1) == ["one.xml"]

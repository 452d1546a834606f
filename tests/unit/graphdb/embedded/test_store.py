import stat
from pathlib import Path

import pytest

from graphdb.embedded.holder import hold
from graphdb.embedded.jars import VERSION
from graphdb.embedded.store import (
    DataFolder,
    DiskFullError,
    StoreVersionError,
    UnwritableError,
    check_free_space,
    check_version,
    generate_password,
    write_private,
)
from graphdb.errors import GraphError


@pytest.mark.parametrize(("written", "age"), [("2026.10.0", "newer"), ("2030.01.0", "newer"), ("5.26.1", "older")])
def test_a_store_of_another_version_is_refused(tmp_path: Path, written: str, age: str) -> None:
    folder = DataFolder(tmp_path)
    folder.version_file.write_text(f"{written}\n")
    with pytest.raises(StoreVersionError, match=f"{age} Neo4j .{written}.*{VERSION}.*Use the BZPEER"):
        check_version(folder)


def test_an_empty_folder_and_one_of_this_version_are_accepted(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    check_version(folder)
    folder.version_file.write_text(f"{VERSION}\n")
    check_version(folder)
    assert folder.written_version() == VERSION


@pytest.mark.parametrize("place", ["", "below"])
def test_a_file_in_the_place_of_the_folder_is_told_with_what_to_do(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    folder = DataFolder(tmp_path / "file" / place)
    assert folder.written_version() is None
    with pytest.raises(UnwritableError, match=r"cannot be written.*Set BZPEER_DATA_DIR"), hold(folder, "server"):
        pass


def test_a_full_disk_is_named_with_both_sizes(tmp_path: Path) -> None:
    beyond = 2**60
    with pytest.raises(DiskFullError, match=rf"{tmp_path}.* MiB free; .*{beyond // 2**20} MiB.*BZPEER_DATA_DIR"):
        check_free_space(tmp_path / "not" / "yet", needed=beyond)


def test_a_private_file_is_the_owners_alone_and_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("old")
    path.chmod(0o644)
    write_private(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_passwords_are_long_and_differ() -> None:
    one, other = generate_password(), generate_password()
    assert one != other
    assert len(one) >= 32


def test_a_missing_password_says_how_to_get_a_new_one(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="db stop"):
        DataFolder(tmp_path).password()

import gzip
import io
import os
import tarfile
import threading
import zipfile
from pathlib import Path

import pytest

from importers import inputs
from importers.errors import FileRefused
from importers.finding import find
from importers.inputs import Input, StreamBrokenError, lines

TEXT = b"one\ntwo\n"


def only(*paths: Path | str, suffixes: tuple[str, ...] = (".txt",)) -> Input:
    (file,) = find(paths, suffixes)
    return file


def read(file: Input) -> bytes:
    with file.open() as stream:
        return stream.read()


def test_a_plain_and_a_gzipped_file_read_the_same_and_count_their_bytes_on_disk(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.txt", tmp_path / "b.txt.gz"
    plain.write_bytes(TEXT)
    packed.write_bytes(gzip.compress(TEXT[:4]) + gzip.compress(TEXT[4:]))
    for path in (plain, packed):
        file = only(path)
        assert file.head() == TEXT
        assert file.position == 0
        assert read(file) == TEXT
        assert file.position == file.size == path.stat().st_size


def test_members_of_zip_and_tar_archives_are_inputs_of_their_own(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x/b.txt", b"b")
        archive.writestr("x/a.txt", b"a")
        archive.writestr("x/.hidden.txt", b"h")
        archive.writestr("x/readme.md", b"r")
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as tar:
        for name in ("x/b.txt", "x/a.txt"):
            info = tarfile.TarInfo(name)
            info.size = 1
            tar.addfile(info, io.BytesIO(name[2:3].encode()))
        link = tarfile.TarInfo("x/link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    zipped, tarred = find([tmp_path / "a.zip"], (".txt",)), find([tmp_path / "a.tar.gz"], (".txt",))
    assert [(file.name.rpartition("!")[2], read(file)) for file in zipped] == [("x/a.txt", b"a"), ("x/b.txt", b"b")]
    assert [(file.name.rpartition("!")[2], read(file)) for file in tarred] == [("x/b.txt", b"b"), ("x/a.txt", b"a")]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_path_that_leads_out_of_an_archive_is_left_aside_and_says_so(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    names = ("../out.txt", "x/../../out.txt", "/etc/out.txt", "x/in.txt")
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, b"x")
    else:
        with tarfile.open(path, "w") as tar:
            for name in names:
                info = tarfile.TarInfo(name)
                info.size = 1
                tar.addfile(info, io.BytesIO(b"x"))
    aside: dict[str, str] = {}
    [found] = find([path], (".txt",), aside.__setitem__)
    assert found.name == f"{path}!x/in.txt"
    assert aside == {f"{path}!{name}": "its path leads out of the archive" for name in names[:3]}


def test_a_zip_archive_that_comes_through_a_pipe_is_refused(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.xml", b"<collection/>")
    piped = Input("standard input", lambda: io.BytesIO(content.getvalue()), None, opens_once=True)
    with pytest.raises(FileRefused, match="zip archive, which begins at its end: name the file itself"):
        piped.head()


def test_a_folder_gives_its_files_in_order_and_says_what_it_leaves_aside(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".c.txt", "d.md", "sub/e.txt.gz", ".git/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    aside: dict[str, str] = {}
    found = find([tmp_path], (".txt",), aside.__setitem__)
    assert [os.path.relpath(file.name, tmp_path) for file in found] == ["a.txt", "b.txt", "sub/e.txt.gz"]
    assert {os.path.relpath(name, tmp_path): reason for name, reason in aside.items()} == {
        ".git": "hidden",
        ".c.txt": "hidden",
        "d.md": "does not end in .txt",
    }


def test_a_file_that_was_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "noname"
    path.write_bytes(TEXT)
    assert read(only(path)) == TEXT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "there is no such file"),
        (b"PK\x03\x04 no archive", "the archive cannot be read"),
        (b"\x1f\x8b", "it ends"),
        (b" \r\n\n", "it is empty"),
    ],
)
def test_what_cannot_be_opened_refuses_with_the_reason_and_not_before_it_is_read(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    file = only(path)
    with pytest.raises(FileRefused, match=reason):
        file.head()


def test_an_empty_folder_refuses_and_names_what_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"no file in this folder ends in \.txt"):
        only(tmp_path).open()


def test_a_gzip_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    content = os.urandom(1_000_000).hex().encode()
    path.write_bytes(gzip.compress(content)[:600_000])
    with only(path).open() as stream:
        begun = stream.read(100_000)
        assert begun == content[:100_000]
        with pytest.raises(StreamBrokenError, match="ends in the middle of the compressed data"):
            stream.read()


def test_a_small_gzip_file_that_breaks_off_is_looked_into_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    content = os.urandom(1_000).hex().encode()
    path.write_bytes(gzip.compress(content)[:-20])
    head = only(path).head()
    assert 0 < len(head) < len(content)
    assert content.startswith(head)


def test_a_decompression_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "FREE_EXPANSION", 100_000)
    bomb = gzip.compress(bytes(10_000_000))
    path = tmp_path / "a.txt.gz"
    path.write_bytes(bomb)
    with only(path).open() as stream, pytest.raises(StreamBrokenError, match="more than 200 times its size"):
        stream.read()


def test_a_bomb_in_an_archive_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.archives.FREE_EXPANSION", 100_000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(10_000_000))
    with pytest.raises(FileRefused, match="more than 200 times"):
        only(tmp_path / "a.zip").open()
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as tar:
        info = tarfile.TarInfo("a.txt")
        info.size = 10_000_000
        tar.addfile(info, io.BytesIO(bytes(10_000_000)))
    with pytest.raises(FileRefused, match="more than 200 times"):
        only(tmp_path / "a.tar.gz").open()


def test_a_pipe_is_looked_into_and_then_read_from_its_start(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=lambda: path.write_bytes(gzip.compress(TEXT * 50_000)))
    writer.start()
    file = only(path)
    assert file.size is None
    assert file.head().startswith(TEXT)
    assert read(file) == TEXT * 50_000
    writer.join()


def test_what_stands_beside_a_file_is_found_from_its_folder_and_the_one_above(tmp_path: Path) -> None:
    for name in ("xml/a.txt", "yaml/names.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in ("data/xml/a.txt", "data/yaml/names.yaml"):
            archive.writestr(name, name)
    for path in (tmp_path / "xml" / "a.txt", tmp_path / "all.zip"):
        sidecar = only(path).beside("yaml/names.yaml")
        assert sidecar is not None
        assert read(sidecar).endswith(b"yaml/names.yaml")
        assert only(path).beside("yaml/others.yaml") is None


def test_lines_lose_a_byte_order_mark_and_one_over_the_bound_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "MAX_LINE", 10)
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfa\n" + b"x" * 35 + b"\n" + b"y" * 10 + b"\nlast")
    with only(path).open() as stream:
        assert list(lines(stream)) == [(1, b"a\n"), (2, None), (3, b"y" * 10 + b"\n"), (4, b"last")]

"""The files that an import reads: plain or gzipped, members of zip and tar archives, standard input, whole folders."""

import gzip
import io
import logging
import os
import stat
import sys
import tarfile
import weakref
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from importers.errors import FileRefused

STANDARD_INPUT = "-"
HEAD_SIZE = 65_536
MAX_LINE = 16 * 1024 * 1024
"""Bytes of one line; a longer one is skipped without being held in memory."""
MAX_EXPANSION = 200
"""A compressed file may grow to this many times its size, once it is over FREE_EXPANSION."""
FREE_EXPANSION = 64 * 1024 * 1024
_BUFFER = 262_144
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MAX_ARCHIVE_MEMBERS = 1_000_000

LeftAside = Callable[[str, str], None]
"""Told the name of each file of a folder that is not read, and why."""

_log = logging.getLogger(__name__)


class StreamBrokenError(Exception):
    """The bytes of a file end or turn unreadable in the middle; the message says how, without the file's name."""


class Input:
    """One file to read, with how far it has been read.

    `position` and `size` count the same bytes: of the file on disk (compressed if it is), or of the unpacked member of
    an archive. `size` is None where it cannot be known beforehand (standard input).
    """

    def __init__(
        self,
        name: str,
        opener: Callable[[], IO[bytes]],
        size: int | None,
        *,
        beside: "Callable[[PurePosixPath], Input | None] | None" = None,
        opens_once: bool = False,
    ) -> None:
        self.name = name
        self.size = size
        self.position = 0
        self._opener = opener
        self._beside = beside
        self._opens_once = opens_once
        self._head: bytes | None = None
        self._opened: io.BufferedReader | None = None

    def open(self) -> io.BufferedReader:
        """Return the unpacked bytes from the start; closing it closes the file. Counts into `position`.

        Raises:
            FileRefused: The file cannot be opened.
            StreamBrokenError: From the reads, when the file breaks off, is damaged or grows beyond all measure.
        """
        if self._opened is not None:
            opened, self._opened = self._opened, None
            return opened
        self.position = 0
        try:
            counted = _buffered(_Counted(self._opener(), self))
        except (OSError, EOFError, ValueError, tarfile.TarError, zipfile.BadZipFile, zlib.error) as error:
            raise FileRefused(self.name, _reason(error)) from error
        try:
            packed = counted.peek(2)[:2] == b"\x1f\x8b"
        except (StreamBrokenError, OSError) as error:
            counted.close()
            raise FileRefused(self.name, _reason(error)) from error
        if not packed:
            return counted
        return _buffered(_Unpacked(counted, self))

    def head(self) -> bytes:
        """Return the first unpacked bytes, at most 64 KiB, without a byte order mark; `open` still starts at the start.

        Raises:
            FileRefused: The file cannot be opened or its first bytes cannot be unpacked.
        """
        if self._head is not None:
            return self._head
        stream = self.open()
        head = bytearray()
        try:
            while len(head) < HEAD_SIZE and (chunk := stream.read(HEAD_SIZE - len(head))):
                head += chunk
        except StreamBrokenError as error:
            if not head:
                stream.close()
                raise FileRefused(self.name, str(error)) from error
        if self._opens_once:
            self._opened = _buffered(_Rejoined(bytes(head), stream))
        else:
            stream.close()
            self.position = 0
        self._head = bytes(head).removeprefix(_BYTE_ORDER_MARK)
        return self._head

    def beside(self, relative: str) -> "Input | None":
        """Return the file at `relative` to this one's folder or to the folder above; None if there is none."""
        return self._beside(PurePosixPath(relative)) if self._beside is not None else None


class _Counted(io.RawIOBase):
    """Counts what is read of a file into its input's position."""

    def __init__(self, raw: IO[bytes], owner: Input) -> None:
        self._raw = raw
        self._owner = owner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._raw.read(len(buffer))
        except (OSError, EOFError, ValueError, tarfile.TarError, zipfile.BadZipFile, zlib.error) as error:
            raise StreamBrokenError(_reason(error)) from error
        buffer[: len(data)] = data
        self._owner.position += len(data)
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._raw.close()
        super().close()


class _Unpacked(io.RawIOBase):
    """Unpacks gzip, within a bound that no real data reaches and every decompression bomb does."""

    def __init__(self, packed: io.BufferedReader, owner: Input) -> None:
        self._packed = packed
        self._gzip = gzip.GzipFile(fileobj=packed)
        self._owner = owner
        self._unpacked = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._gzip.read1(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise StreamBrokenError(_reason(error)) from error
        self._unpacked += len(data)
        if self._unpacked > FREE_EXPANSION and self._unpacked > MAX_EXPANSION * self._owner.position:
            raise StreamBrokenError(f"it unpacks to more than {MAX_EXPANSION} times its size")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._gzip.close()
            self._packed.close()
        super().close()


class _Rejoined(io.RawIOBase):
    """A stream that can be opened once only, with the head that was taken from it put back."""

    def __init__(self, head: bytes, rest: io.BufferedReader) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data: bytes | memoryview
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._rest.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._rest.close()
        super().close()


def find(
    paths: Iterable[str | os.PathLike[str]], suffixes: tuple[str, ...], left_aside: LeftAside | None = None
) -> list[Input]:
    """Return the inputs that `paths` name, in the order of `paths`, and by name within a folder or zip archive.

    A file is taken whatever it is called; of folders and archives only the files that end in one of `suffixes`, or in
    one of them and `.gz`. A path that cannot be used becomes an input that refuses to open, so the others are read.
    """
    told = left_aside if left_aside is not None else _log_left_aside
    inputs: list[Input] = []
    for path in paths:
        inputs.extend(_at(os.fspath(path), suffixes, told))
    return inputs


def lines(stream: io.BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """Yield (number from 1, line with its end), without a byte order mark; None for a line over MAX_LINE bytes."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _buffered(raw: io.RawIOBase) -> io.BufferedReader:
    return io.BufferedReader(cast(Any, raw), _BUFFER)


def _at(name: str, suffixes: tuple[str, ...], left_aside: LeftAside) -> list[Input]:
    if name == STANDARD_INPUT:
        return [Input("standard input", lambda: cast(IO[bytes], sys.stdin.buffer), None, opens_once=True)]
    path = Path(name)
    try:
        if path.is_dir():
            found = [
                each for file in _walk(path, suffixes, left_aside) for each in _in_file(file, suffixes, left_aside)
            ]
            return found or [refused(name, f"no file in this folder ends in {_choices(suffixes)}")]
        return _in_file(path, suffixes, left_aside)
    except OSError as error:
        return [refused(name, _reason(error))]


def _walk(folder: Path, suffixes: tuple[str, ...], left_aside: LeftAside) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        for hidden in sorted(each for each in folders if each.startswith(".")):
            folders.remove(hidden)
            left_aside(str(Path(parent, hidden)), "hidden")
        folders.sort()
        for file in sorted(files):
            path = Path(parent, file)
            if file.startswith("."):
                left_aside(str(path), "hidden")
            elif _ends_in(file, suffixes) or _ends_in(file, (".zip", ".tar", ".tgz")):
                yield path
            else:
                left_aside(str(path), f"does not end in {_choices(suffixes)}")


def _in_file(path: Path, suffixes: tuple[str, ...], left_aside: LeftAside) -> list[Input]:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return [Input(str(path), partial(_open, path), None, opens_once=True)]
    file = Input(str(path), partial(_open, path), status.st_size, beside=lambda relative: _beside(path, relative))
    try:
        head = file.head()
    except FileRefused:
        return [file]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        archive: _Zip | _Tar = _Zip(path)
    elif head[257:262] == b"ustar":
        archive = _Tar(path)
    else:
        return [file]
    try:
        names = archive.names()
    except (OSError, EOFError, ValueError, tarfile.TarError, zipfile.BadZipFile, zlib.error) as error:
        return [refused(str(path), f"the archive cannot be read: {_reason(error)}")]
    members = []
    for name in names:
        if any(part.startswith(".") for part in PurePosixPath(name).parts):
            left_aside(f"{path}!{name}", "hidden")
        elif not _ends_in(name, suffixes):
            left_aside(f"{path}!{name}", f"does not end in {_choices(suffixes)}")
        else:
            members.append(archive.member(name))
    return members or [refused(str(path), f"no file in this archive ends in {_choices(suffixes)}")]


def _beside(path: Path, relative: PurePosixPath) -> Input | None:
    for folder in (path.parent, path.absolute().parent.parent):
        candidate = folder / relative
        if candidate.is_file():
            return Input(str(candidate), partial(_open, candidate), candidate.stat().st_size)
    return None


class _Zip:
    """A zip archive, kept open while an input of it lives."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: zipfile.ZipFile | None = None

    def _open(self) -> zipfile.ZipFile:
        if self._file is None:
            self._file = zipfile.ZipFile(self._path)
            weakref.finalize(self, self._file.close)
        return self._file

    def names(self) -> list[str]:
        infos = self._open().infolist()
        if len(infos) > _MAX_ARCHIVE_MEMBERS:
            raise ValueError(f"it has more than {_MAX_ARCHIVE_MEMBERS:,} members")
        return sorted(
            info.filename for info in infos if not info.is_dir() and not stat.S_ISLNK(info.external_attr >> 16)
        )

    def member(self, name: str) -> Input:
        info = self._open().getinfo(name)

        def opener() -> IO[bytes]:
            if info.file_size > max(FREE_EXPANSION, MAX_EXPANSION * info.compress_size):
                raise ValueError(f"it unpacks to more than {MAX_EXPANSION} times its size")
            return self._open().open(info)

        return Input(
            f"{self._path}!{name}", opener, info.file_size, beside=lambda relative: self._beside(name, relative)
        )

    def _beside(self, name: str, relative: PurePosixPath) -> Input | None:
        present = set(self._open().namelist())
        return next((self.member(each) for each in _names_beside(name, relative) if each in present), None)


class _Tar:
    """A tar archive, gzipped or not, kept open while an input of it lives; read best in the order of its members."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: tarfile.TarFile | None = None
        self._members: dict[str, tarfile.TarInfo] = {}

    def _open(self) -> tarfile.TarFile:
        if self._file is None:
            self._file = tarfile.open(self._path, "r:*")  # noqa: SIM115 - closed with its last input
            weakref.finalize(self, self._file.close)
            for info in self._file:
                if info.isfile():
                    self._members[info.name] = info
                if len(self._members) > _MAX_ARCHIVE_MEMBERS:
                    raise ValueError(f"it has more than {_MAX_ARCHIVE_MEMBERS:,} members")
        return self._file

    def names(self) -> list[str]:
        self._open()
        return list(self._members)

    def member(self, name: str) -> Input:
        file, info = self._open(), self._members[name]
        packed_size = self._path.stat().st_size

        def opener() -> IO[bytes]:
            if info.size > max(FREE_EXPANSION, MAX_EXPANSION * packed_size):
                raise ValueError(f"it unpacks to more than {MAX_EXPANSION} times its size")
            extracted = file.extractfile(info)
            if extracted is None:
                raise ValueError("it is not a file")
            return extracted

        return Input(f"{self._path}!{name}", opener, info.size, beside=lambda relative: self._beside(name, relative))

    def _beside(self, name: str, relative: PurePosixPath) -> Input | None:
        return next((self.member(each) for each in _names_beside(name, relative) if each in self._members), None)


def _names_beside(name: str, relative: PurePosixPath) -> tuple[str, str]:
    folder = PurePosixPath(name).parent
    return str(folder / relative), str(folder.parent / relative)


def refused(name: str, reason: str) -> Input:
    """Return an input that refuses to open, for `reason`: what is wrong with one path must not stop the others."""

    def opener() -> IO[bytes]:
        raise ValueError(reason)

    return Input(name, opener, 0)


def _ends_in(name: str, suffixes: tuple[str, ...]) -> bool:
    return name.lower().removesuffix(".gz").endswith(suffixes)


def _choices(suffixes: tuple[str, ...]) -> str:
    return " or ".join(suffixes)


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, EOFError):
        return "it ends in the middle of the compressed data"
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)) or type(error).__name__


def _log_left_aside(name: str, reason: str) -> None:
    _log.info("left aside: %s (%s)", name, reason)

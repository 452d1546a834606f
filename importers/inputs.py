"""A file that an import reads, wherever it lies: its unpacked bytes, how far it was read, and its lines."""

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from importers.errors import FileRefused

HEAD_SIZE = 65_536
MAX_LINE = 16 * 1024 * 1024
"""Bytes of one line; a longer one is skipped without being held in memory."""
MAX_EXPANSION = 200
"""A compressed file may grow to this many times its size, once it is over FREE_EXPANSION."""
FREE_EXPANSION = 64 * 1024 * 1024
_BUFFER = 262_144
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UNREADABLE = (OSError, EOFError, ValueError, tarfile.TarError, zipfile.BadZipFile, zlib.error)
"""What the standard library raises for a file that cannot be opened, is damaged or breaks off."""


class StreamBrokenError(Exception):
    """The bytes of a file end or turn unreadable in the middle; the message says how, without the file's name."""


class Input:
    """One file to read, with how far it has been read.

    `position` and `size` count the same bytes: of the file on disk (compressed if it is), or of the unpacked member of
    an archive. `size` is None where it cannot be known beforehand (standard input). `was_named` is False for what was
    found in a folder or an archive: nobody asked for that very file.
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
        self.was_named = True
        self.size = size
        self.position = 0
        self._opener = opener
        self._beside = beside
        self.opens_once = opens_once
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
        except UNREADABLE as error:
            raise FileRefused(self.name, reason_of(error)) from error
        try:
            packed = counted.peek(2)[:2] == b"\x1f\x8b"
        except (StreamBrokenError, OSError) as error:
            counted.close()
            raise FileRefused(self.name, reason_of(error)) from error
        if not packed:
            return counted
        return _buffered(_Unpacked(counted, self))

    def head(self) -> bytes:
        """Return the first unpacked bytes, at most 64 KiB, without a byte order mark; `open` still starts at the start.

        Raises:
            FileRefused: The file is empty, cannot be opened, or its first bytes cannot be unpacked; or it is a zip
                archive that comes through a pipe.
        """
        if self._head is not None:
            return self._head
        stream = self.open()
        head = bytearray()
        try:
            while len(head) < HEAD_SIZE and (chunk := stream.read1(HEAD_SIZE - len(head))):
                head += chunk
        except StreamBrokenError as error:
            if not head:
                stream.close()
                raise FileRefused(self.name, str(error)) from error
        if not head or (len(head) < HEAD_SIZE and not head.strip()):
            stream.close()
            raise FileRefused(self.name, "it is empty")
        if self.opens_once and head.startswith(b"PK\x03\x04"):
            stream.close()
            raise FileRefused(self.name, "it is a zip archive, which begins at its end: name the file itself")
        text = bytes(head).removeprefix(_BYTE_ORDER_MARK)
        if self.opens_once:
            self._opened = _buffered(_Rejoined(bytes(head), stream))
            self._head = text
        else:
            stream.close()
            self.position = 0
        return text

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
        except UNREADABLE as error:
            raise StreamBrokenError(reason_of(error)) from error
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
            raise StreamBrokenError(reason_of(error)) from error
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


def refused(name: str, reason: str) -> Input:
    """Return an input that refuses to open, for `reason`: what is wrong with one path must not stop the others."""

    def opener() -> IO[bytes]:
        raise ValueError(reason)

    return Input(name, opener, 0)


def open_file(path: Path) -> IO[bytes]:
    """Return the bytes of a file on disk."""
    return path.open("rb")


def reason_of(error: Exception) -> str:
    """Return what is wrong with a file, for a person, from one of UNREADABLE."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, EOFError):
        return "it ends in the middle of the compressed data"
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)) or type(error).__name__


def _buffered(raw: io.RawIOBase) -> io.BufferedReader:
    return io.BufferedReader(cast(Any, raw), _BUFFER)

"""Files inside zip and tar archives, read where they are: nothing is ever unpacked to the disk."""

import stat
import tarfile
import weakref
import zipfile
from pathlib import Path, PurePosixPath
from typing import IO

from importers.inputs import FREE_EXPANSION, MAX_EXPANSION, Input

_MAX_MEMBERS = 1_000_000


def archive_at(path: Path, head: bytes) -> "Zip | Tar | None":
    """Return the archive at `path`, whose first unpacked bytes are `head`, or None if it is none."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Zip(path)
    return Tar(path) if head[257:262] == b"ustar" else None


class Zip:
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
        """Return the names of its files in order, links left out."""
        infos = self._open().infolist()
        if len(infos) > _MAX_MEMBERS:
            raise ValueError(f"it has more than {_MAX_MEMBERS:,} members")
        return sorted(
            info.filename for info in infos if not info.is_dir() and not stat.S_ISLNK(info.external_attr >> 16)
        )

    def member(self, name: str) -> Input:
        """Return the file called `name`, one of `names`."""
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


class Tar:
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
                self._check_size(info)
                if info.isfile():
                    self._members[info.name] = info
                if len(self._members) > _MAX_MEMBERS:
                    raise ValueError(f"it has more than {_MAX_MEMBERS:,} members")
        return self._file

    def _check_size(self, info: tarfile.TarInfo) -> None:
        # Before its bytes are passed over, for even that unpacks them.
        if info.size > max(FREE_EXPANSION, MAX_EXPANSION * self._path.stat().st_size):
            raise ValueError(f"{info.name} unpacks to more than {MAX_EXPANSION} times the archive's size")

    def names(self) -> list[str]:
        """Return the names of its files in its order, links left out."""
        self._open()
        return list(self._members)

    def member(self, name: str) -> Input:
        """Return the file called `name`, one of `names`."""
        file, info = self._open(), self._members[name]

        def opener() -> IO[bytes]:
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

"""Finds the files that the paths of a command name: files, archives, folders and standard input."""

import logging
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, cast

from importers.archives import archive_at
from importers.errors import FileRefused
from importers.inputs import UNREADABLE, Input, open_file, reason_of, refused

STANDARD_INPUT = "-"

LeftAside = Callable[[str, str], None]
"""Told the name of each file of a folder or an archive that is not read, and why."""

Whole = Callable[[bytes], bool]
"""Says of an archive, by its first unpacked bytes, whether it is one input as it is: it may hold too many to list."""

_log = logging.getLogger(__name__)


def find(
    paths: Iterable[str | os.PathLike[str]],
    suffixes: tuple[str, ...],
    left_aside: LeftAside | None = None,
    whole: Whole = lambda _head: False,
) -> list[Input]:
    """Return the inputs that `paths` name, in the order of `paths`, and by name within a folder or zip archive.

    A file is taken whatever it is called; of folders and archives only the files that end in one of `suffixes`, or in
    one of them and `.gz`. An archive is taken apart unless it is to be read `whole`. A path that cannot be used becomes
    an input that refuses to open, so the others are read.
    """
    told = left_aside if left_aside is not None else log_left_aside
    inputs: list[Input] = []
    for path in paths:
        inputs.extend(_at(os.fspath(path), suffixes, told, whole))
    return inputs


def log_left_aside(name: str, reason: str) -> None:
    """Log the file that is left aside."""
    _log.info("left aside: %s (%s)", name, reason)


def _at(name: str, suffixes: tuple[str, ...], left_aside: LeftAside, whole: Whole) -> list[Input]:
    if name == STANDARD_INPUT:
        return [Input("standard input", lambda: cast(IO[bytes], sys.stdin.buffer), None, opens_once=True)]
    path = Path(name)
    try:
        if path.is_dir():
            found = [
                each
                for file in _walk(path, suffixes, left_aside)
                for each in _in_file(file, suffixes, left_aside, whole)
            ]
            for each in found:
                each.was_named = False
            return found or [refused(name, f"no file in this folder ends in {_choices(suffixes)}")]
        return _in_file(path, suffixes, left_aside, whole)
    except OSError as error:
        return [refused(name, reason_of(error))]


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


def _in_file(path: Path, suffixes: tuple[str, ...], left_aside: LeftAside, whole: Whole) -> list[Input]:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return [Input(str(path), partial(open_file, path), None, opens_once=True)]
    file = Input(str(path), partial(open_file, path), status.st_size, beside=lambda relative: _beside(path, relative))
    try:
        head = file.head()
    except FileRefused:
        return [file]
    archive = archive_at(path, head)
    if archive is None or whole(head):
        return [file]
    try:
        names = archive.names()
    except UNREADABLE as error:
        return [refused(str(path), f"the archive cannot be read: {reason_of(error)}")]
    members = []
    for name in names:
        parts = PurePosixPath(name).parts
        if ".." in parts or PurePosixPath(name).is_absolute():
            left_aside(f"{path}!{name}", "its path leads out of the archive")
        elif any(part.startswith(".") for part in parts):
            left_aside(f"{path}!{name}", "hidden")
        elif not _ends_in(name, suffixes):
            left_aside(f"{path}!{name}", f"does not end in {_choices(suffixes)}")
        else:
            member = archive.member(name)
            member.was_named = False
            members.append(member)
    return members or [refused(str(path), f"no file in this archive ends in {_choices(suffixes)}")]


def _beside(path: Path, relative: PurePosixPath) -> Input | None:
    for folder in (path.parent, path.absolute().parent.parent):
        candidate = folder / relative
        if candidate.is_file():
            return Input(str(candidate), partial(open_file, candidate), candidate.stat().st_size)
    return None


def _ends_in(name: str, suffixes: tuple[str, ...]) -> bool:
    lower = name.lower()
    return lower.endswith(suffixes) or lower.removesuffix(".gz").endswith(suffixes)


def _choices(suffixes: tuple[str, ...]) -> str:
    return " or ".join(suffixes)

"""Who uses a server that another process started: when that one ends, the server goes on until they have ended too."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psutil

from graphdb.embedded.holder import is_running
from graphdb.embedded.store import DataFolder


@contextmanager
def as_guest(folder: DataFolder) -> Iterator[None]:
    """Keep the running server of a folder up for the time of the block."""
    folder.guests.mkdir(exist_ok=True)
    file = folder.guests / f"{os.getpid()}_{psutil.Process().create_time()}_{uuid4().hex}"
    file.touch()
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def living_guests(folder: DataFolder) -> list[int]:
    """Return the numbers of the processes that are guests now; what killed ones have left is removed."""
    numbers = set()
    for file in folder.guests.glob("*_*_*"):
        pid, started, _ = file.name.split("_")
        if is_running(int(pid), float(started)):
            numbers.add(int(pid))
        else:
            file.unlink(missing_ok=True)
    return sorted(numbers)

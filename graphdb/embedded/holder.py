"""Who uses the store of a data folder: one process at a time holds its lock and says so in the port file."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Literal

import psutil
from filelock import FileLock, Timeout

from graphdb.embedded.store import DataFolder, make_writable, write_private
from graphdb.errors import GraphError

_LOCK_PATIENCE = 1.0
_NOBODY = 0


Purpose = Literal["server", "dump", "load", "import"]
_COMMANDS = {"dump": "db dump", "load": "db load", "import": "import"}


class StoreInUseError(GraphError):
    """Another process uses the store."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that holds a store."""

    pid: int
    """Its number; 0 once it has let go."""
    started: float
    """When the process began, seconds since 1970: tells it from a later process with the same number."""
    purpose: Purpose
    port: int | None = None
    """Bolt port on 127.0.0.1; of a server that has stopped, the one it used."""
    ready: bool = False
    """True once the server answers."""
    detached: bool = False
    """True for a server of `db start`, which outlives the command."""
    version: str = ""
    """Version of Neo4j."""

    @property
    def is_alive(self) -> bool:
        """True while the process runs."""
        return self.pid != _NOBODY and is_running(self.pid, self.started)


def is_running(pid: int, started: float) -> bool:
    """True while the process runs that has had the number `pid` since `started`, seconds since 1970."""
    try:
        process = psutil.Process(pid)
        return abs(process.create_time() - started) < 1 and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def last_holder(folder: DataFolder) -> Holder | None:
    """The holder that the port file names, dead or alive; None where there was none or the file is unreadable."""
    try:
        return Holder(**json.loads(folder.port_file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def living_holder(folder: DataFolder) -> Holder | None:
    """The process that holds the store now."""
    holder = last_holder(folder)
    return holder if holder is not None and holder.is_alive else None


def announce(folder: DataFolder, holder: Holder) -> None:
    """Write the port file."""
    write_private(folder.port_file, json.dumps(asdict(holder)))


@contextmanager
def hold(folder: DataFolder, purpose: Purpose) -> Iterator[Holder]:
    """Hold the store's lock, and say so in the port file; the port of the last server stays remembered there.

    Raises:
        StoreInUseError: names the process that holds it.
        UnwritableError: nothing can be written to the folder.
    """
    make_writable(folder.root)
    lock = FileLock(folder.lock_file)
    try:
        lock.acquire(timeout=_LOCK_PATIENCE)
    except Timeout as error:
        raise in_use(folder) from error
    try:
        last = last_holder(folder)
        holder = Holder(os.getpid(), psutil.Process().create_time(), purpose, last.port if last is not None else None)
        announce(folder, holder)
        try:
            yield holder
        finally:
            announce(folder, replace(last_holder(folder) or holder, pid=_NOBODY, ready=False))
    finally:
        lock.release()


def in_use(folder: DataFolder) -> StoreInUseError:
    """The error that says who holds the store and how to end that."""
    holder = living_holder(folder)
    if holder is None:
        return StoreInUseError(f"The store in {folder.root} is in use by another process.", "Try again in a moment.")
    if holder.purpose != "server":
        return StoreInUseError(
            f"The store in {folder.root} is in use by process {holder.pid} (bzpeer {_COMMANDS[holder.purpose]}).",
            "Wait until it has ended.",
        )
    return StoreInUseError(
        f"A Neo4j server is already running on {folder.root} (process {holder.pid}, port {holder.port}).",
        "Stop it first: `bzpeer db stop`, or end the command that started it.",
    )

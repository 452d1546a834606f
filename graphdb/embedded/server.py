"""Start, find and stop the embedded server of a data folder."""

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil
from neo4j.exceptions import DriverError, Neo4jError

import graphdb
from graphdb.driver import open_driver
from graphdb.embedded import child, jars
from graphdb.embedded.guests import living_guests
from graphdb.embedded.holder import Holder, in_use, last_holder, living_holder
from graphdb.embedded.store import DataFolder, check_free_space, check_version, make_writable
from graphdb.endpoint import Endpoint
from graphdb.errors import GraphError
from graphdb.settings import GraphSettings

START_TIMEOUT = 180.0
"""Seconds; a store that was not closed is recovered within them."""
STOP_TIMEOUT = 60.0

_START_GRACE = 3.0
_POLL = 0.05
USER = "neo4j"


class ServerStartError(GraphError):
    """The server ended before it answered, or did not answer in time."""


class ServerStopError(GraphError):
    """The server did not end in time."""


@dataclass(frozen=True, slots=True)
class StartedServer:
    """A server that this process started."""

    endpoint: Endpoint
    process: subprocess.Popen[bytes]


def data_folder(settings: GraphSettings) -> DataFolder:
    """The data folder that the settings name, as an absolute path."""
    return DataFolder(settings.data_dir.absolute())


def endpoint_of(folder: DataFolder, holder: Holder) -> Endpoint:
    """The address of a server that is ready."""
    return Endpoint(f"bolt://127.0.0.1:{holder.port}", USER, folder.password())


def find(folder: DataFolder, progress: Callable[[str], None]) -> Endpoint | None:
    """The running server of a folder, once it answers; None where none runs. Waits for an import that fills the store.

    Raises:
        StoreInUseError: something other than a server or an import holds the store.
        ServerStartError: it runs and does not answer.
    """
    holder = _after_import(folder, progress)
    if holder is None:
        return None
    if holder.purpose != "server":
        raise in_use(folder)
    deadline = time.monotonic() + START_TIMEOUT
    if not holder.ready:
        progress(f"Waiting for the Neo4j of process {holder.pid}")
    while time.monotonic() < deadline:
        holder = living_holder(folder)
        if holder is None:
            return None
        if holder.ready and _answers(endpoint := endpoint_of(folder, holder)):
            return endpoint
        time.sleep(_POLL)
    raise ServerStartError(
        f"The Neo4j of process {holder.pid} on {folder.root} runs but does not answer on port {holder.port}.",
        f"End process {holder.pid} and start again; {folder.server_log} may say why.",
    )


def _after_import(folder: DataFolder, progress: Callable[[str], None]) -> Holder | None:
    """The process that holds the store, once an import that fills it has come to its end."""
    holder = living_holder(folder)
    if holder is None or holder.purpose != "import":
        return holder
    progress(f"Waiting for the import of process {holder.pid}, which fills the store")
    importing, deadline, served = holder, time.monotonic() + START_TIMEOUT, False
    # The files loaded, the import lets go of the store and starts a server of its own, or uses one that somebody starts
    # in between. Until it has ended the graph is not complete.
    while importing.is_alive and time.monotonic() < deadline:
        time.sleep(_POLL)
        holder = living_holder(folder)
        if holder is not None:
            served = served or holder.purpose == "server"
            deadline = time.monotonic() + START_TIMEOUT
        elif served:
            break
    return living_holder(folder)


def _answers(endpoint: Endpoint) -> bool:
    with open_driver(endpoint) as driver:
        try:
            driver.verify_connectivity()
        except (DriverError, Neo4jError):
            return False
    return True


def start(settings: GraphSettings, progress: Callable[[str], None], *, detached: bool = False) -> StartedServer:
    """Start a server and wait until it answers.

    Args:
        settings: data folder and heap.
        progress: told what is being done.
        detached: let it outlive this process (`db start`); else it ends when this process and its guests do.

    Raises:
        StoreInUseError: another process holds the store.
        UnwritableError, StoreVersionError, DiskFullError: the folder cannot be used.
        JarsUnavailableError: Neo4j could not be fetched.
        ServerStartError: with what the server said.
    """
    folder = data_folder(settings)
    if living_holder(folder) is not None:
        raise in_use(folder)
    make_writable(folder.logs)
    check_version(folder)
    check_free_space(folder.root)
    jars.classpath(progress)
    progress(f"Starting Neo4j {jars.VERSION} on {folder.root}")
    process = _launch(folder, settings.neo4j_heap, detached=detached)
    try:
        holder = _wait_until_ready(folder, process)
        return StartedServer(endpoint_of(folder, holder), process)
    except BaseException:
        _give_up(process)
        raise


def _launch(folder: DataFolder, heap: str, *, detached: bool) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", child.__name__, str(folder.root), "--heap", heap]
    if not detached:
        command += ["--parent", str(psutil.Process().pid)]
    with folder.server_log.open("wb") as log:
        return subprocess.Popen(
            command,
            # The folder that holds the package, so that the child finds it however this process did.
            cwd=Path(graphdb.__file__).parents[1],
            stdin=subprocess.DEVNULL if detached else subprocess.PIPE,
            stdout=log,
            stderr=log,
            # Ctrl-C reaches this process alone, which then stops the server when it no longer needs it.
            start_new_session=True,
        )


def _wait_until_ready(folder: DataFolder, process: subprocess.Popen[bytes]) -> Holder:
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        code = process.poll()
        if code is not None:
            raise in_use(folder) if code == child.EXIT_IN_USE else _failure(folder, code)
        holder = last_holder(folder)
        if holder is not None and holder.pid == process.pid and holder.ready:
            return holder
        time.sleep(_POLL)
    raise ServerStartError(
        f"Neo4j did not answer within {START_TIMEOUT:.0f} seconds.", f"{folder.logs} may say why; try again."
    )


def _failure(folder: DataFolder, code: int) -> ServerStartError:
    said = folder.server_log.read_text(encoding="utf-8", errors="replace").strip()
    if code == child.EXIT_FAILED and said and "Traceback" not in said:
        return ServerStartError(said.splitlines()[-1])
    return ServerStartError(f"Neo4j ended while it started (exit code {code}).", f"{folder.server_log} says why.")


def leave(server: StartedServer, folder: DataFolder, progress: Callable[[str], None]) -> None:
    """Stop a server that this process started and wait until its store is closed; guests have it go on until they end.

    Raises:
        ServerStopError: it did not end in time.
    """
    guests = living_guests(folder)
    if not guests:
        _end(server.process)
        return
    progress(f"Neo4j goes on for those who use it: process {', '.join(map(str, guests))}")
    if server.process.stdin is not None:
        server.process.stdin.close()


def _give_up(process: subprocess.Popen[bytes]) -> None:
    # A server that still starts hears of nothing until it is up; its store is as after a loss of power, and recovers.
    process.terminate()
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(_START_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(STOP_TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise _does_not_end(process.pid) from error


def stop(folder: DataFolder) -> int | None:
    """Stop the running server of a folder, whoever started it; its process number, None where none ran.

    Raises:
        StoreInUseError: something other than a server holds the store.
        ServerStopError: it did not end in time.
    """
    holder = living_holder(folder)
    if holder is None:
        return None
    if holder.purpose != "server":
        raise in_use(folder)
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(holder.pid).send_signal(signal.SIGTERM)
    deadline = time.monotonic() + STOP_TIMEOUT
    while holder.is_alive:
        if time.monotonic() > deadline:
            raise _does_not_end(holder.pid)
        time.sleep(_POLL)
    return holder.pid


def _does_not_end(pid: int) -> ServerStopError:
    return ServerStopError(
        f"Neo4j (process {pid}) did not end within {STOP_TIMEOUT:.0f} seconds.",
        f"It may still be closing its store; `kill -9 {pid}` ends it, and the next start recovers the store.",
    )

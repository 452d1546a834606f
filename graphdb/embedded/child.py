"""The process that holds the JVM: `python -m graphdb.embedded.child`.

It ends gracefully on SIGTERM or SIGINT and, unless detached, when the process that started it and all others that use
it are gone.
"""

import argparse
import contextlib
import os
import signal
import sys
import threading
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import jpype

from graphdb.embedded import configuration, jars, jvm
from graphdb.embedded.guests import living_guests
from graphdb.embedded.holder import StoreInUseError, announce, hold
from graphdb.embedded.store import DataFolder, check_free_space, check_version, generate_password, write_private
from graphdb.errors import GraphError

EXIT_FAILED = 1
EXIT_IN_USE = 3

_PARENT_CHECK_SECONDS = 1.0


def main() -> None:
    """Run the server until told to stop; the exit code says how it went."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--heap", required=True)
    parser.add_argument("--parent", type=int, help="end when this process is gone, and all guests")
    arguments = parser.parse_args()
    stop, left = threading.Event(), threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, on_signal)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    if arguments.parent is not None:
        threading.Thread(target=_wait_for_end_of_input, args=(left,), daemon=True).start()
    try:
        _serve(DataFolder(arguments.data_dir), arguments.heap, arguments.parent, stop, left)
        code = 0
    except StoreInUseError as error:
        print(error, file=sys.stderr)
        code = EXIT_IN_USE
    except GraphError as error:
        print(error, file=sys.stderr)
        code = EXIT_FAILED
    sys.stderr.flush()
    # Java threads that are not daemons would keep the process alive after the store is closed.
    os._exit(code)


def _wait_for_end_of_input(left: threading.Event) -> None:
    # The parent holds the other end of the pipe and writes nothing: reading ends when the parent does.
    with contextlib.suppress(OSError):
        os.read(0, 1)
    left.set()


def _serve(folder: DataFolder, heap: str, parent: int | None, stop: threading.Event, left: threading.Event) -> None:
    with hold(folder, "server") as held:
        check_version(folder)
        check_free_space(folder.root)
        port = configuration.choose_port(held.port)
        holder = replace(held, port=port, detached=parent is None, version=jars.VERSION)
        announce(folder, holder)
        is_new = not folder.has_accounts
        dbms = _start(folder, heap, port)
        try:
            if is_new or not folder.password_file.exists():
                _set_password(folder, dbms)
            announce(folder, replace(holder, ready=True))
            # A pipe's end that a forked worker inherited stays open after the parent: its number tells the truth.
            while not stop.wait(_PARENT_CHECK_SECONDS):
                if parent is not None and (left.is_set() or os.getppid() != parent) and not living_guests(folder):
                    stop.set()
        finally:
            announce(folder, replace(holder, ready=False))
            dbms.shutdown()


def _start(folder: DataFolder, heap: str, port: int) -> Any:
    configuration.write(folder, port)
    jvm.start(jars.classpath(lambda _: None), heap)
    path_of = jpype.JClass("java.nio.file.Path").of
    builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")(path_of(str(folder.home)))
    try:
        dbms = builder.loadPropertiesFromFile(path_of(str(folder.configuration))).build()
    except jpype.JException as error:
        raise _start_failed(error, folder, port) from error
    write_private(folder.version_file, jars.VERSION + "\n")
    return dbms


def _start_failed(error: Any, folder: DataFolder, port: int) -> GraphError:
    causes = []
    while error is not None:
        causes.append(error)
        error = error.getCause()
    if any("BindException" in cause.getClass().getName() for cause in causes):
        return configuration.PortError(
            f"Port {port} on 127.0.0.1 was taken while Neo4j started.", "Start again: another port will be used."
        )
    return GraphError(
        f"Neo4j did not start on {folder.root}: {causes[-1].getMessage() or causes[-1].getClass().getName()}",
        f"The log {folder.logs / 'debug.log'} says more.",
    )


def _set_password(folder: DataFolder, dbms: Any) -> None:
    # A store that was filled in bulk begins without accounts; who knows the folder's password goes on using it.
    password = folder.password() if folder.password_file.exists() else generate_password()
    parameters = jpype.JClass("java.util.HashMap")()
    parameters.put("password", password)
    dbms.database("system").executeTransactionally(SET_PASSWORD, parameters)
    # Written last: a file that exists is a password that the server knows.
    write_private(folder.password_file, password + "\n")


SET_PASSWORD = "ALTER USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED"  # noqa: S105 - a statement


if __name__ == "__main__":
    main()

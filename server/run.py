"""Running the application under uvicorn, in this process or in several."""

import http.client
import os
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import connection, parent_process

import uvicorn
from starlette.applications import Starlette
from uvicorn.supervisors.multiprocess import Multiprocess

from graphdb.endpoint import Endpoint
from schema.build import build_schema
from server.app import create_app
from server.graphql_request import MAX_BODY_BYTES
from server.http_protocol import HttpProtocol
from server.log_setup import configure_logging
from server.metrics import WORKERS_FOLDER
from server.settings import ServerSettings

GRACE_SECONDS = 15
"""How long requests may go on after the order to stop: longer than one is allowed to take."""

_POLL_SECONDS = 0.05
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104


def run(
    settings: ServerSettings, endpoint: Endpoint, listener: socket.socket, workers: int, ready: Callable[[], None]
) -> None:
    """Serve until SIGTERM or SIGINT; `ready` is called once, when a request is answered.

    Args:
        settings: of the server.
        endpoint: a Neo4j that answers.
        listener: a listening socket; it is closed at the end.
        workers: processes that share the socket; 1 serves in this process.
        ready: called from another thread.
    """
    config = uvicorn.Config(
        partial(_build, settings, endpoint),
        factory=True,
        workers=workers,
        loop="uvloop",
        http=HttpProtocol,
        ws="websockets-sansio",
        ws_max_size=MAX_BODY_BYTES,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    stopped = threading.Event()
    threading.Thread(target=_when_answered, args=(listener.getsockname(), ready, stopped), daemon=True).start()
    try:
        if workers == 1:
            uvicorn.Server(config).run(sockets=[listener])
        else:
            with tempfile.TemporaryDirectory(prefix="bzpeer-metrics-") as folder:
                os.environ[WORKERS_FOLDER] = folder
                Multiprocess(config, sockets=[listener]).run()
    finally:
        stopped.set()


def _build(settings: ServerSettings, endpoint: Endpoint) -> Starlette:
    configure_logging(settings.log_format, settings.log_level)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    return create_app(settings, endpoint, build_schema())


def _end_with(parent: int) -> None:
    """A worker whose parent was killed must not hold the port without a Neo4j behind it."""
    connection.wait([parent])
    os.kill(os.getpid(), signal.SIGTERM)


def _when_answered(listening: tuple[str, int], ready: Callable[[], None], stopped: threading.Event) -> None:
    host, port = listening[:2]
    while not stopped.wait(_POLL_SECONDS):
        probe = http.client.HTTPConnection(_EVERYWHERE.get(host, host), port, timeout=5)
        try:
            probe.request("GET", "/healthz", headers={"host": "localhost"})
            answered = probe.getresponse().status == http.client.OK
        except OSError:
            answered = False
        finally:
            probe.close()
        if answered:
            ready()
            return
        time.sleep(_POLL_SECONDS)

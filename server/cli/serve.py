"""`bzpeer serve`: the pages and the API over HTTP."""

import os
import signal
from types import FrameType
from typing import Annotated, NoReturn

import typer

from graphdb.connect import connect
from graphdb.migrate import migrate
from server.cli.output import say
from server.first_run import load_demo_if_empty
from server.listener import address, listen
from server.log_setup import configure_logging
from server.settings import ServerSettings


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for all.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for a free one.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer requests.")] = 1,
) -> None:
    """Serve the pages and the API; prints `ready http://HOST:PORT` when it answers."""
    # With the schema in it, which other commands need not wait for.
    from server.run import run

    settings = ServerSettings()
    configure_logging(settings.log_format, settings.log_level)
    try:
        listener = listen(host, port)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
        say(f"bzpeer: cannot listen on {host} port {port}: {reason}. Choose another with --port or --host.")
        raise typer.Exit(1) from None
    where = address(host, listener)
    signal.signal(signal.SIGTERM, _stop)
    try:
        with listener, connect(settings, say) as endpoint:
            migrate(endpoint)
            load_demo_if_empty(endpoint, settings, say)
            run(settings, endpoint, listener, workers, lambda: print(f"ready {where}", flush=True))
    except KeyboardInterrupt:
        # Ctrl-C is how a server in a terminal is ended.
        raise typer.Exit(0) from None


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    # An exception, so that the blocks above end what they began: Neo4j after the HTTP server.
    raise typer.Exit(0)

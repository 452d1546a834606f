"""Reach the graph database that the settings name, starting the embedded one where nothing runs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graphdb.embedded import server
from graphdb.embedded.guests import as_guest
from graphdb.embedded.holder import StoreInUseError
from graphdb.endpoint import Endpoint
from graphdb.settings import GraphSettings


@contextmanager
def connect(settings: GraphSettings, progress: Callable[[str], None]) -> Iterator[Endpoint]:
    """Give the address of the graph database for the time of the block; migrates nothing.

    `BZPEER_NEO4J_URI` set: that server, untouched and not asked. Else the embedded server that already runs on the data
    folder; else one that is started now and stopped at the end of the block, or later if another process uses it.

    Args:
        settings: which database.
        progress: told, in words for a person, what takes time.

    Raises:
        GraphError: no server could be had; the message says why and what to do.
    """
    if settings.neo4j_uri is not None:
        password = settings.neo4j_password
        yield Endpoint(
            settings.neo4j_uri,
            settings.neo4j_user,
            password.get_secret_value() if password is not None else None,
            settings.neo4j_database,
        )
        return
    folder = server.data_folder(settings)
    endpoint = server.find(folder, progress)
    if endpoint is not None:
        with as_guest(folder):
            yield endpoint
        return
    try:
        started = server.start(settings, progress)
    except StoreInUseError:
        # Another process began to start one at the same moment: use that.
        endpoint = server.find(folder, progress)
        if endpoint is None:
            raise
        with as_guest(folder):
            yield endpoint
        return
    try:
        yield started.endpoint
    finally:
        server.leave(started, folder, progress)

"""Neo4j's settings for an embedded server: local, private, and lean."""

import socket

from graphdb.embedded.store import DataFolder
from graphdb.errors import GraphError

HOST = "127.0.0.1"
"""The one address that the server listens on."""


class PortError(GraphError):
    """No port could be had for the server."""


def render(folder: DataFolder, port: int) -> str:
    """The text of neo4j.conf."""
    settings = {
        "server.directories.data": folder.store,
        "server.directories.logs": folder.logs,
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": f"{HOST}:{port}",
        "server.bolt.advertised_address": f"{HOST}:{port}",
        # The driver would start a timer, and before Python 3.12 a task, for each of the dozen reads of an answer. A
        # server on this machine that is gone is noticed at once.
        "server.bolt.connection_keep_alive_for_requests": "OFF",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true",
        "dbms.usage_report.enabled": "false",
        "db.logs.query.enabled": "OFF",
        # Pages are taken as the store grows, so a small graph stays small in memory.
        "server.memory.pagecache.size": "512m",
        # Bulk writing on one machine: no log files larger or older than recovery needs, none allocated ahead.
        "db.tx_log.rotation.size": "64m",
        "db.tx_log.rotation.retention_policy": "64M size",
        "db.tx_log.preallocate": "false",
        "db.checkpoint.iops.limit": "-1",
        # Without these a stop waits ten seconds for connections that nobody opens, and a start describes the machine.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
        "internal.dbms.dump_diagnostics": "false",
        "server.config.strict_validation.enabled": "true",
    }
    return "".join(f"{name}={str(value).replace(chr(92), '/')}\n" for name, value in settings.items())


def write(folder: DataFolder, port: int) -> None:
    """Write neo4j.conf and make the folders that it names."""
    for path in (folder.home, folder.store, folder.logs):
        path.mkdir(parents=True, exist_ok=True)
    folder.configuration.write_text(render(folder, port), encoding="utf-8")


def choose_port(remembered: int | None) -> int:
    """The remembered port if it is free, else any free one.

    Raises:
        PortError: the machine has no free port on 127.0.0.1.
    """
    if remembered is not None and is_free(remembered):
        return remembered
    try:
        with _probe(0) as probe:
            return int(probe.getsockname()[1])
    except OSError as error:
        raise PortError(
            f"No port on {HOST} could be opened for Neo4j: {error}.",
            "End programs that hold many ports, or set BZPEER_NEO4J_URI to a Neo4j that already runs.",
        ) from error


def is_free(port: int) -> bool:
    """True if a server could listen on the port of 127.0.0.1 now."""
    try:
        _probe(port).close()
    except OSError:
        return False
    return True


def _probe(port: int) -> socket.socket:
    probe = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # Neo4j listens so too: connections of an earlier server that still wind down do not count as taken.
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((HOST, port))
    except OSError:
        probe.close()
        raise
    return probe

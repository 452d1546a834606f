"""Neo4j's settings for an embedded server: local, private, and lean."""

import socket

from graphdb.embedded.store import DataFolder
from graphdb.errors import GraphError

_HOST = "127.0.0.1"


class PortError(GraphError):
    """No port could be had for the server."""


def render(folder: DataFolder, port: int) -> str:
    """The text of neo4j.conf."""
    settings = {
        "server.directories.data": folder.store,
        "server.directories.logs": folder.logs,
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": f"{_HOST}:{port}",
        "server.bolt.advertised_address": f"{_HOST}:{port}",
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
        "server.config.strict_validation.enabled": "true",
    }
    return "".join(f"{name}={str(value).replace(chr(92), '/')}\n" for name, value in settings.items())


def choose_port(remembered: int | None) -> int:
    """The remembered port if it is free, else any free one.

    Raises:
        PortError: the machine has no free port on 127.0.0.1.
    """
    for port in (remembered, 0) if remembered else (0,):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            # Neo4j listens so too: connections of an earlier server that still wind down do not count as taken.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((_HOST, port or 0))
            except OSError as error:
                reason = error
            else:
                return int(probe.getsockname()[1])
    raise PortError(
        f"No port on {_HOST} could be opened for Neo4j: {reason}.",
        "End programs that hold many ports, or set BZPEER_NEO4J_URI to a Neo4j that already runs.",
    )

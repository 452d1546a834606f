"""Drivers for a Neo4j endpoint: asynchronous for serving, synchronous for imports and administration."""

from neo4j import AsyncDriver, AsyncGraphDatabase, Driver, GraphDatabase, NotificationMinimumSeverity

from graphdb.endpoint import Endpoint

ACQUISITION_TIMEOUT = 5.0
LIVENESS_CHECK = 60.0
CONNECTIONS = 100
"""Of one process at once, unless told otherwise."""


def _auth(endpoint: Endpoint) -> tuple[str, str] | None:
    return (endpoint.user, endpoint.password) if endpoint.password is not None else None


def open_async_driver(endpoint: Endpoint, pool_size: int = CONNECTIONS) -> AsyncDriver:
    """Open the driver of one event loop; the caller closes it. No connection is made yet."""
    return AsyncGraphDatabase.driver(
        endpoint.uri,
        auth=_auth(endpoint),
        max_connection_pool_size=pool_size,
        connection_acquisition_timeout=ACQUISITION_TIMEOUT,
        connection_timeout=ACQUISITION_TIMEOUT,
        liveness_check_timeout=LIVENESS_CHECK,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        telemetry_disabled=True,
    )


def open_driver(endpoint: Endpoint) -> Driver:
    """Open a synchronous driver; the caller closes it. No connection is made yet."""
    return GraphDatabase.driver(
        endpoint.uri,
        auth=_auth(endpoint),
        connection_acquisition_timeout=ACQUISITION_TIMEOUT,
        connection_timeout=ACQUISITION_TIMEOUT,
        liveness_check_timeout=LIVENESS_CHECK,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        telemetry_disabled=True,
    )

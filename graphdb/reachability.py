"""The driver's connection errors in words for the people who set the connection up."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import AuthError, ConfigurationError, DriverError, ServiceUnavailable

from graphdb.endpoint import Endpoint
from graphdb.errors import GraphError


class UnreachableError(GraphError):
    """The Neo4j server does not answer."""


class AccessDeniedError(GraphError):
    """The Neo4j server does not accept the user or the password."""


@contextmanager
def explained(endpoint: Endpoint) -> Iterator[None]:
    """Turn the driver's connection errors inside the block into errors that say what to do.

    Raises:
        UnreachableError, AccessDeniedError: instead of the driver's own.
    """
    try:
        yield
    except AuthError as error:
        raise AccessDeniedError(
            f"Neo4j at {endpoint.uri} does not accept the user {endpoint.user} with this password.",
            "Check BZPEER_NEO4J_USER and BZPEER_NEO4J_PASSWORD.",
        ) from error
    # A ValueError is how the driver refuses an address it cannot read.
    except (ServiceUnavailable, ConfigurationError, DriverError, ValueError) as error:
        raise UnreachableError(
            f"Neo4j at {endpoint.uri} does not answer: {error}",
            "Check BZPEER_NEO4J_URI and that the server runs; unset it to use the embedded one.",
        ) from error

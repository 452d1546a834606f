"""The access of the serving process to the graph."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, LiteralString, Self

from neo4j import READ_ACCESS, WRITE_ACCESS, AsyncDriver, Query
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable, SessionExpired, TransientError

from graphdb.driver import open_async_driver
from graphdb.endpoint import Endpoint
from graphdb.errors import GraphError

ATTEMPTS = 2
"""An autocommit query has no retry of its own; one more attempt covers a connection that the server closed."""

cypher_calls: ContextVar[list[str] | None] = ContextVar("cypher_calls", default=None)
"""Set to a list, it collects the text of every query of the context: the tests count round trips with it."""


class GraphUnavailable(GraphError):
    """Neo4j cannot be reached or has no connection to spare; the same call may succeed later."""


class QueryTimeout(GraphError):
    """Neo4j ended a query that ran longer than it was allowed to."""


class QueryTooLarge(GraphError):
    """Neo4j ended a query that needed more memory than there is for queries."""


class Graph:
    """Reads, and single writes, by autocommit sessions: one Bolt round trip each.

    Safe to share between the tasks of one event loop: every query takes a session of its own.
    """

    def __init__(self, driver: AsyncDriver, database: str, timeout: float = 9.0) -> None:
        self._driver = driver
        self._database = database
        self._timeout = timeout

    @classmethod
    @asynccontextmanager
    async def open(cls, endpoint: Endpoint, timeout: float = 9.0) -> AsyncIterator[Self]:
        """Open the graph at `endpoint`; `timeout` in seconds bounds every query inside Neo4j."""
        async with open_async_driver(endpoint) as driver:
            yield cls(driver, endpoint.database, timeout)

    def with_timeout(self, timeout: float) -> "Graph":
        """Return the same graph with another bound, in seconds, on every query."""
        return Graph(self._driver, self._database, timeout)

    async def read(self, cypher: LiteralString, /, **parameters: Any) -> list[list[Any]]:
        """Run one read-only query and return its rows, each a list of column values.

        Raises `GraphUnavailable` when Neo4j cannot be reached, `QueryTimeout` when the query ran too long,
        `QueryTooLarge` when it needed too much memory.
        """
        return await self._run(READ_ACCESS, cypher, parameters)

    async def write(self, cypher: LiteralString, /, **parameters: Any) -> list[list[Any]]:
        """Run one query that writes, in a transaction of its own, and return its rows.

        It must leave the same behind when it is run twice: where the connection broke, it is not known whether the
        first run came to its end. Raises what `read` raises; nothing is written then, as far as is known.
        """
        return await self._run(WRITE_ACCESS, cypher, parameters)

    async def _run(self, access: str, cypher: LiteralString, parameters: dict[str, Any]) -> list[list[Any]]:
        calls = cypher_calls.get()
        if calls is not None:
            calls.append(cypher)
        query = Query(cypher, timeout=self._timeout)
        for attempt in range(ATTEMPTS):
            try:
                async with self._driver.session(database=self._database, default_access_mode=access) as session:
                    result = await session.run(query, parameters)
                    return await result.values()
            except (DriverError, Neo4jError) as error:
                ended = _why_ended(error)
                if ended is not None:
                    raise ended from error
                may_succeed = isinstance(error, ServiceUnavailable | SessionExpired | TransientError)
                if may_succeed and attempt + 1 < ATTEMPTS:
                    continue
                if may_succeed or isinstance(error, DriverError):
                    raise GraphUnavailable("The graph database does not answer.", "Try again in a moment.") from error
                raise
        raise AssertionError("unreachable")

    async def ping(self) -> None:
        """Make one round trip; raises `GraphUnavailable` when there is no answer."""
        await self.read("RETURN 1")


def _why_ended(error: Neo4jError | DriverError) -> GraphError | None:
    """What Neo4j says of a query that it ended itself: another try would go the same way."""
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    if "TransactionTimedOut" in code:
        return QueryTimeout("The query ran longer than it is allowed to.", "Ask for less at once.")
    if "OutOfMemory" in code:
        return QueryTooLarge(
            "The query needs more memory than the graph database has.",
            "Ask for less at once: fewer ids, kinds of edge or steps.",
        )
    if isinstance(error, Neo4jError) and "no such fulltext schema index" in (error.message or ""):
        # An import that fills the graph makes them at its end.
        return GraphUnavailable("The indexes of texts are being made.", "Try again when the import has ended.")
    return None

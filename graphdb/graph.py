"""The access of the serving process to the graph."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any, LiteralString, Self, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, AsyncDriver, AsyncManagedTransaction, Query, unit_of_work
from neo4j.exceptions import (
    ConnectionAcquisitionTimeoutError,
    DriverError,
    Neo4jError,
    ResultError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graphdb.driver import CONNECTIONS, open_async_driver
from graphdb.endpoint import Endpoint
from graphdb.errors import GraphError

ATTEMPTS = 2
"""An autocommit query has no retry of its own; one more attempt covers a connection that the server closed."""

cypher_calls: ContextVar[list[str] | None] = ContextVar("cypher_calls", default=None)
"""Set to a list, it collects the text of every query of the context: the tests count round trips with it."""


Watch = Callable[[str], AbstractContextManager[Callable[[int], None]]]
"""Called with the text of each query, in which no values stand, for the time that it takes; what it gives is told how
many rows came."""

_IGNORED: AbstractContextManager[Callable[[int], None]] = nullcontext(lambda _rows: None)


def unwatched(_cypher: str) -> AbstractContextManager[Callable[[int], None]]:
    """A `Watch` that does nothing."""
    return _IGNORED


Result = TypeVar("Result")


class GraphUnavailable(GraphError):
    """Neo4j cannot be reached; the same call may succeed later."""


class GraphBusy(GraphUnavailable):
    """All connections to Neo4j have been in use for seconds; the same call may succeed a moment later."""


class QueryTimeout(GraphError):
    """Neo4j ended a query that ran longer than it was allowed to."""


class QueryTooLarge(GraphError):
    """Neo4j ended a query that needed more memory than there is for queries."""


class Change:
    """A transaction of `Graph.change`: what it runs takes effect together, or not at all."""

    def __init__(self, tx: AsyncManagedTransaction, watch: Watch = unwatched) -> None:
        self._tx = tx
        self._watch = watch

    async def run(self, cypher: LiteralString, /, **parameters: Any) -> list[list[Any]]:
        """Run one query and return its rows, each a list of column values."""
        _count(cypher)
        with self._watch(cypher) as tell:
            result = await self._tx.run(cypher, parameters)
            rows = await result.values()
            tell(len(rows))
        return rows


class Graph:
    """Reads, and single writes, by autocommit sessions: one Bolt round trip each.

    Safe to share between the tasks of one event loop: every query takes a session of its own.
    """

    def __init__(self, driver: AsyncDriver, database: str, timeout: float = 9.0, watch: Watch = unwatched) -> None:
        self._driver = driver
        self._database = database
        self._timeout = timeout
        self._watch = watch
        self.changes = 0
        """Writes of this process, counted when they have ended, whatever became of them."""

    @classmethod
    @asynccontextmanager
    async def open(
        cls, endpoint: Endpoint, timeout: float = 9.0, connections: int = CONNECTIONS, watch: Watch = unwatched
    ) -> AsyncIterator[Self]:
        """Open the graph at `endpoint`, to be read over so many `connections` at once.

        `timeout` in seconds bounds every query inside Neo4j; `watch` stands around each.
        """
        async with open_async_driver(endpoint, connections) as driver:
            yield cls(driver, endpoint.database, timeout, watch)

    def with_timeout(self, timeout: float) -> "Graph":
        """Return the same graph with another bound, in seconds, on every query."""
        return Graph(self._driver, self._database, timeout, self._watch)

    async def read(self, cypher: LiteralString, /, **parameters: Any) -> list[list[Any]]:
        """Run one read-only query and return its rows, each a list of column values.

        Raises `GraphUnavailable` when Neo4j cannot be reached, `GraphBusy` when no connection became free in time,
        `QueryTimeout` when the query ran too long, `QueryTooLarge` when it needed too much memory.
        """
        return await self._run(READ_ACCESS, cypher, parameters)

    async def write(self, cypher: LiteralString, /, **parameters: Any) -> list[list[Any]]:
        """Run one query that writes, in a transaction of its own, and return its rows.

        It must leave the same behind when it is run twice: where the connection broke, it is not known whether the
        first run came to its end. Raises what `read` raises; nothing is written then, as far as is known.
        """
        try:
            return await self._run(WRITE_ACCESS, cypher, parameters)
        finally:
            self.changes += 1

    async def change(self, work: Callable[[Change], Awaitable[Result]]) -> Result:
        """Run `work` in one transaction and return what it returns; an exception of it takes everything back.

        It is run anew where another change stood in its way, so it must do nothing but ask the `Change` it gets. Raises
        what `read` raises.
        """

        @unit_of_work(timeout=self._timeout)
        async def attempt(tx: AsyncManagedTransaction) -> Result:
            return await work(Change(tx, self._watch))

        try:
            with domain_errors():
                async with self._driver.session(database=self._database) as session:
                    return await session.execute_write(attempt)
        finally:
            self.changes += 1

    async def _run(self, access: str, cypher: LiteralString, parameters: dict[str, Any]) -> list[list[Any]]:
        _count(cypher)
        with self._watch(cypher) as tell, domain_errors():
            rows = await self._attempts(access, Query(cypher, timeout=self._timeout), parameters)
            tell(len(rows))
        return rows

    async def _attempts(self, access: str, query: Query, parameters: dict[str, Any]) -> list[list[Any]]:
        for _ in range(ATTEMPTS - 1):
            try:
                return await self._attempt(access, query, parameters)
            except _MAY_SUCCEED as error:
                if _why_ended(error) is not None:
                    raise
        return await self._attempt(access, query, parameters)

    async def _attempt(self, access: str, query: Query, parameters: dict[str, Any]) -> list[list[Any]]:
        async with self._driver.session(database=self._database, default_access_mode=access) as session:
            result = await session.run(query, parameters)
            return await result.values()

    def changed(self) -> None:
        """Count a change that this process made by another way to the graph."""
        self.changes += 1

    async def version(self) -> str:
        """Return a text that is another after every change of the graph, whoever makes it; raises what `read` raises.

        It is the bookmark that a read ends with: Neo4j's name for the last transaction that it followed.
        """
        with domain_errors():
            async with self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as session:
                await (await session.run(Query("RETURN 1", timeout=self._timeout))).consume()
                return " ".join(sorted((await session.last_bookmarks()).raw_values))

    async def ping(self) -> None:
        """Make one round trip; raises `GraphUnavailable` when there is no answer."""
        await self.read("RETURN 1")


_MAY_SUCCEED = (ServiceUnavailable, SessionExpired, TransientError)


def _count(cypher: str) -> None:
    calls = cypher_calls.get()
    if calls is not None:
        calls.append(cypher)


@contextmanager
def domain_errors() -> Iterator[None]:
    """Raise the domain's errors in place of the driver's."""
    try:
        yield
    except ResultError:
        # Neo4j has answered, and not as we took for certain: that is a fault of ours.
        raise
    except (DriverError, Neo4jError) as error:
        ended = _why_ended(error)
        if ended is not None:
            raise ended from error
        if isinstance(error, (*_MAY_SUCCEED, DriverError)):
            raise GraphUnavailable("The graph database does not answer.", "Try again in a moment.") from error
        raise


def _why_ended(error: Neo4jError | DriverError) -> GraphError | None:
    """What Neo4j, or the driver, says of a query that another try would not help."""
    if isinstance(error, ConnectionAcquisitionTimeoutError):
        return GraphBusy("The graph database has more to do than it can at the moment.", "Try again in a moment.")
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

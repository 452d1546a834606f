"""Running the work of a request for as long as somebody waits for it, and no longer."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, LiteralString, TypeVar

from starlette.types import Receive

from graphdb.graph import Change, Graph, GraphBusy, Result

Answer = TypeVar("Answer")

QUERY_SHARE = 0.9
"""Neo4j ends a query before the work that waits for it is ended: after this part of the time."""


class ClientLeft(Exception):
    """The connection was closed before the answer was ready."""


class RequestGraph(Graph):
    """The graph as one request sees it: reads that still run when the request ends can be ended too.

    Dataloaders read in tasks of their own, which the cancellation of the request does not reach.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._reading: set[asyncio.Task[Any]] = set()
        self._ended = False
        self.busy = False
        """Whether a read found no connection in time."""

    async def read(self, cypher: LiteralString, /, **parameters: Any) -> list[list[Any]]:
        """See `Graph.read`."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("The graph is read from a task.")
        if self._ended:
            raise asyncio.CancelledError
        self._reading.add(task)
        try:
            return await self._graph.read(cypher, **parameters)
        except GraphBusy:
            self.busy = True
            raise
        finally:
            self._reading.discard(task)

    async def write(self, cypher: LiteralString, /, **parameters: Any) -> list[list[Any]]:
        """See `Graph.write`. Loaders do not write: whoever ends the request ends this, too."""
        if self._ended:
            raise asyncio.CancelledError
        return await self._graph.write(cypher, **parameters)

    async def change(self, work: Callable[[Change], Awaitable[Result]]) -> Result:
        """See `Graph.change`."""
        if self._ended:
            raise asyncio.CancelledError
        return await self._graph.change(work)

    def changed(self) -> None:
        """See `Graph.changed`."""
        self._graph.changed()

    def cancel(self) -> None:
        """End the reads that are still running and those to come.

        The driver closes their connections, and Neo4j ends their transactions.
        """
        self._ended = True
        for task in tuple(self._reading):
            task.cancel()


async def while_awaited(work: Coroutine[Any, Any, Answer], receive: Receive, seconds: float) -> Answer:
    """Run the work until it ends, the client leaves or the time is over.

    The body of the request must have been received. Raises `ClientLeft` and `TimeoutError`; the work is cancelled then.
    """
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(disconnected(receive))
    try:
        await asyncio.wait((working, leaving), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        if leaving.done():
            raise ClientLeft
        raise TimeoutError
    finally:
        working.cancel()
        leaving.cancel()


async def disconnected(receive: Receive) -> None:
    """Return when the client has left."""
    while (await receive())["type"] != "http.disconnect":
        pass

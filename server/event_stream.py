"""Results as server-sent events: the "distinct connections" mode of GraphQL over SSE, one request for one operation."""

import asyncio
from collections.abc import AsyncGenerator, Mapping

import orjson
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry.http.streaming import SSETransport
from strawberry.types import ExecutionResult

from server.deadline import disconnected
from server.graphql_answer import payload_of
from server.observability import current_request

KEEP_ALIVE = 15.0
"""Seconds between two comments that show proxies, and the server itself, that the connection lives."""

_SSE = SSETransport()


class EventStream(Response):
    """Sends the results as `next` events, then `complete`; when the client leaves, the results are closed.

    When the server stops, the stream just ends: clients then ask again.
    """

    def __init__(
        self, results: AsyncGenerator[ExecutionResult, None], headers: Mapping[str, str], stopping: asyncio.Event
    ) -> None:
        super().__init__(headers={**headers, **_SSE.headers})
        # Response reckons with a body of a known size.
        del self.headers["content-length"]
        self._results = results
        self._stopping = stopping

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Send until there is no more, or nobody listens; see the ASGI specification."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        sending = asyncio.ensure_future(self._send_all(send))
        leaving = asyncio.ensure_future(disconnected(receive))
        stopping = asyncio.ensure_future(self._stopping.wait())
        others = (leaving, stopping, asyncio.ensure_future(_keep_alive(send)))
        try:
            await asyncio.wait((sending, *others), return_when=asyncio.FIRST_COMPLETED)
            current_request().client_left = leaving.done()
        finally:
            for task in (sending, *others):
                task.cancel()
            await asyncio.gather(sending, *others, return_exceptions=True)
        if not sending.cancelled():
            sending.result()
        elif self._stopping.is_set():
            await _end(send)

    async def _send_all(self, send: Send) -> None:
        try:
            async for result in self._results:
                await _send(send, _SSE.encode_next(payload_of(result), _encoded))  # type: ignore[arg-type]
            await _send(send, _SSE.encode_complete())
            await _end(send)
        finally:
            await self._results.aclose()


async def _keep_alive(send: Send) -> None:
    while True:
        await asyncio.sleep(KEEP_ALIVE)
        await _send(send, _SSE.encode_comment("still here"))


async def _end(send: Send) -> None:
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _send(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


def _encoded(data: object) -> str:
    return orjson.dumps(data).decode()

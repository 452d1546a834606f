"""Files that are sent while they are made."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from graphdb.errors import GraphError
from graphdb.graph import Graph
from resolvers.allowance import Allowance
from resolvers.context import RequestContext
from resolvers.errors import GRAPH_UNAVAILABLE, TIMEOUT, ErrorCode, code_of
from server.admission import Admission
from server.deadline import QUERY_SHARE, ClientLeft, while_awaited
from server.error_codes import CROSS_SITE_REQUEST, EXPORTS_BUSY, METHOD_NOT_ALLOWED
from server.observability import current_request
from server.request_errors import RequestError, error_response

log = structlog.stdlib.get_logger()

MAX_AT_ONCE = 16
"""Exports that one process makes at once: each takes a connection to Neo4j that questions wait for too."""
SEND_SECONDS = 60.0
"""A client that takes so long for a piece of 64 KB has its connection closed: it keeps others waiting."""

_PIECE = 64 * 1024
_RETRY_AFTER = "5"
_STATUSES = {GRAPH_UNAVAILABLE: 503, TIMEOUT: 504}
_NAMED_IDS = 100


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is being made."""

    name: str
    """What stands before the date and the extension in the file's name."""
    extension: str
    media_type: str
    pieces: AsyncIterator[bytes]
    missing: Sequence[str] = ()
    """Ids that were asked for and name nothing."""

    def headers(self) -> dict[str, str]:
        """Return the headers of the answer."""
        file_name = f"{self.name}-{datetime.now(UTC):%Y-%m-%d}.{self.extension}"
        headers = {
            "content-type": self.media_type,
            "content-disposition": f'attachment; filename="{file_name}"',
            "cache-control": "no-store",
        }
        if self.missing:
            headers["x-missing-count"] = str(len(self.missing))
            headers["x-missing-ids"] = ",".join(self.missing[:_NAMED_IDS])
        return headers


class DownloadView:
    """The ASGI application at the address of a kind of file.

    `open_` reads a request and gives the file, or raises `RequestError` or `GraphError`. `timeout` in seconds is for
    every piece of a file, not for the whole.
    """

    def __init__(
        self,
        open_: Callable[[Request, RequestContext], Coroutine[Any, Any, Download]],
        timeout: float,
        slots: asyncio.Semaphore,
        admission: Admission,
    ) -> None:
        self._open = open_
        self._timeout = timeout
        self._slots = slots
        self._admission = admission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; see the ASGI specification."""
        request = Request(scope, receive)
        try:
            _refuse(request)
            admitted = await self._admission.identify(request)
            if self._slots.locked():
                headers = {"retry-after": _RETRY_AFTER}
                raise RequestError(503, EXPORTS_BUSY, EXPORTS_BUSY.meaning, headers=headers)
            async with self._slots:
                await self._answer(request, admitted.allowance, send)
        except RequestError as error:
            await error_response(request, error)(scope, receive, send)
        except ClientLeft:
            current_request().client_left = True

    async def _answer(self, request: Request, allowance: Allowance | None, send: Send) -> None:
        shared: Graph = request.app.state.graph
        graph = shared.with_timeout(self._timeout * QUERY_SHARE)
        context = RequestContext(graph, self._admission.site_of(request), allowance)
        try:
            file = await while_awaited(self._open(request, context), request.receive, self._timeout)
            # Until something is sent, what goes wrong can be said with a status.
            first = await self._next(request, file)
        except GraphError as error:
            raise _refusal(code_of(error), error.message, error.hint) from None
        except TimeoutError:
            raise _refusal(TIMEOUT, f"The export took longer than {self._timeout:g} seconds to begin.") from None
        try:
            await self._send(request, file, first, send)
        except (GraphError, TimeoutError) as error:
            # An answer that is not completed has its connection closed, and the client knows that it lacks the rest.
            log.warning("export_broken_off", path=request.url.path, reason=str(error) or "too slow")

    async def _send(self, request: Request, file: Download, piece: bytes | None, send: Send) -> None:
        raw_headers = [(name.encode(), value.encode()) for name, value in file.headers().items()]
        await send({"type": "http.response.start", "status": 200, "headers": raw_headers})
        while piece is not None and request.method != "HEAD":
            for start in range(0, len(piece), _PIECE):
                async with asyncio.timeout(SEND_SECONDS):
                    body = piece[start : start + _PIECE]
                    await send({"type": "http.response.body", "body": body, "more_body": True})
            piece = await self._next(request, file)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _next(self, request: Request, file: Download) -> bytes | None:
        """Return the next piece, None at the end."""

        async def following() -> bytes | None:
            return await anext(file.pieces, None)

        return await while_awaited(following(), request.receive, self._timeout)


def _refuse(request: Request) -> None:
    """Refuse other methods, and what pages of other sites have browsers load unasked: a link may be followed."""
    if request.method not in {"GET", "HEAD"}:
        raise RequestError(405, METHOD_NOT_ALLOWED, "Files are asked for by GET.", headers={"allow": "GET, HEAD"})
    site = request.headers.get("sec-fetch-site", "none")
    if site not in {"same-origin", "none"} and request.headers.get("sec-fetch-mode") != "navigate":
        raise RequestError(403, CROSS_SITE_REQUEST, "Pages of other sites may link to this file, not load it.")


def _refusal(code: ErrorCode, message: str, hint: str = "") -> RequestError:
    status = _STATUSES.get(code, 400)
    return RequestError(status, code, message, hint, {"retry-after": _RETRY_AFTER} if status == 503 else None)

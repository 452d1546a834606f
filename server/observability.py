"""One log line and a few figures for each request."""

import re
import secrets
import time
from contextvars import ContextVar
from dataclasses import dataclass, field

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphdb.graph import cypher_calls
from resolvers.errors import INTERNAL
from schema.errors import MASKED
from server.metrics import observe
from server.request_errors import RequestError, error_response

log = structlog.stdlib.get_logger()

CLIENT_CLOSED_REQUEST = 499
_SANE_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_GRAPHQL_NAME = re.compile(r"[_A-Za-z][_0-9A-Za-z]{0,99}")
QUIET = frozenset({"/healthz", "/readyz", "/metrics"})
"""Paths that machines ask again and again."""


@dataclass(slots=True)
class RequestRecord:
    """What is known of a request while it is answered."""

    request_id: str
    operation_name: str | None = None
    client_left: bool = False
    is_stream: bool = False
    cypher: list[str] = field(default_factory=list)

    def name_operation(self, name: str | None) -> None:
        """Remember the operation's name if it is one: clients may send any text."""
        if name is not None and _GRAPHQL_NAME.fullmatch(name):
            self.operation_name = name


_current: ContextVar[RequestRecord | None] = ContextVar("current_request", default=None)


def current_request() -> RequestRecord:
    """The record of the request that is being answered; outside of any, one that nobody reads."""
    return _current.get() or RequestRecord("")


def begin_operation() -> None:
    """Begin a record of one operation among those of a connection; the task that runs it has it for itself."""
    record = RequestRecord(current_request().request_id)
    _current.set(record)
    cypher_calls.set(record.cypher)


class RequestLog:
    """ASGI middleware: gives every request an id, logs it when it is answered and answers what failed unforeseen.

    A WebSocket is one request, whose operations are logged by themselves.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; see the ASGI specification."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        record = RequestRecord(given if _SANE_ID.fullmatch(given) else secrets.token_hex(8))
        _current.set(record)
        cypher_calls.set(record.cypher)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=record.request_id)
        if scope["type"] == "websocket":
            await self._connection(scope, receive, send)
        else:
            await self._request(record, scope, receive, send)

    async def _connection(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        try:
            await self._app(scope, receive, send)
        except Exception:
            log.exception("unexpected_error", error_id=current_request().request_id)
            raise
        finally:
            seconds = round(time.perf_counter() - started, 3)
            log.info("websocket_closed", path=scope["path"], seconds=seconds)

    async def _request(self, record: RequestRecord, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        status: int | None = None

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["x-request-id"] = record.request_id
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        except Exception:
            log.exception("unexpected_error", error_id=record.request_id)
            if status is not None:
                raise
            hint = f"The log has more under the id {record.request_id}."
            response = error_response(Request(scope), RequestError(500, INTERNAL, MASKED, hint))
            await response(scope, receive, send_with_id)
        finally:
            _write(scope, record, status, time.perf_counter() - started)


def _write(scope: Scope, record: RequestRecord, status: int | None, seconds: float) -> None:
    if status is None:
        status = CLIENT_CLOSED_REQUEST if record.client_left else 500
    observe(scope["method"], scope["path"], status, None if record.is_stream else seconds, len(record.cypher))
    write = log.debug if scope["path"] in QUIET and status < 400 else log.info
    write(
        "request",
        method=scope["method"],
        path=scope["path"],
        status=status,
        ms=round(seconds * 1000, 2),
        operation=record.operation_name,
        cypher_calls=len(record.cypher),
    )

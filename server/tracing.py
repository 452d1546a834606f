"""Traces by OpenTelemetry, sent by OTLP over HTTP: how long a request took, and each query that Neo4j answered for it.

Nothing that a client sends gets into a span, except the name of its operation, if it has the form of one. Errors are
named by their class or code, since the texts of Neo4j's may hold values.
"""

import asyncio
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import version

import structlog
from opentelemetry import context, trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, StatusCode, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from strawberry.extensions import SchemaExtension

from server.metrics import METHODS
from server.observability import QUIET, current_request

_TRACEPARENT = "traceparent"
_PROPAGATOR = TraceContextTextMapPropagator()
_VERB = re.compile(r"^\s*([A-Z]+)", re.MULTILINE)
_NAME = re.compile(r"(?<=:)[A-Z]\w+")
CLOSE_SECONDS = 5.0
"""So long the last spans may be tried to be sent when the server ends."""
_NAMES = 6
"""Of a query, in the name of its span."""


class Tracing:
    """Makes the spans of one process and sends them to `url`; OpenTelemetry's environment variables say the rest."""

    def __init__(self, url: str) -> None:
        name = os.environ.get("OTEL_SERVICE_NAME", "bzpeer")
        resource = Resource.create({"service.name": name, "service.version": version("bzpeer")})
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self._exporter = OTLPSpanExporter(url)
        self._provider.add_span_processor(BatchSpanProcessor(self._exporter))
        self._tracer = self._provider.get_tracer("bzpeer")

    def around_requests(self, app: ASGIApp) -> ASGIApp:
        """Return an ASGI application that makes a span of each request; see `RequestSpans`."""
        return RequestSpans(app, self._tracer)

    def around_operations(self) -> SchemaExtension:
        """Return what makes a span of one GraphQL operation."""
        return OperationSpan(self._tracer)

    @contextmanager
    def watch(self, cypher: str) -> Iterator[Callable[[int], None]]:
        """Make a span of a query, where it belongs to a request or an operation; see `graphdb.graph.Watch`."""
        if not trace.get_current_span().get_span_context().is_valid:
            yield lambda _rows: None
            return
        attributes = {"db.system.name": "neo4j", "db.query.text": cypher}
        with _span(self._tracer, summary(cypher), SpanKind.CLIENT, attributes) as span:
            yield lambda rows: span.set_attribute("db.response.returned_rows", rows)

    async def close(self) -> None:
        """Send what has not been sent; a collector that does not answer is given up."""
        sending = asyncio.ensure_future(asyncio.to_thread(self._provider.shutdown))
        await asyncio.wait({sending}, timeout=CLOSE_SECONDS)
        if not sending.done():
            # It would try each of its batches again and again.
            self._exporter.shutdown()  # type: ignore[no-untyped-call]
        await sending


class RequestSpans:
    """ASGI middleware: makes a span of each request, below the one that the client names in `traceparent`.

    A WebSocket has none, since it may stay open for days: its operations stand below the client's span. Its place is
    within `RequestLog`, whose lines then name the trace.
    """

    def __init__(self, app: ASGIApp, tracer: Tracer) -> None:
        self._app = app
        self._tracer = tracer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; see the ASGI specification."""
        if scope["type"] not in {"http", "websocket"} or scope["path"] in QUIET:
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(_TRACEPARENT)
        token = context.attach(_PROPAGATOR.extract({_TRACEPARENT: given} if given else {}))
        try:
            if scope["type"] == "websocket":
                await self._app(scope, receive, send)
            else:
                await self._request(scope, receive, send)
        finally:
            context.detach(token)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = scope["method"] if scope["method"] in METHODS else "_OTHER"
        attributes = {"http.request.method": method, "bzpeer.request_id": current_request().request_id}
        with _span(self._tracer, method, SpanKind.SERVER, attributes) as span:

            async def send_and_note(message: Message) -> None:
                if message["type"] == "http.response.start":
                    _note_status(span, message["status"])
                await send(message)

            structlog.contextvars.bind_contextvars(trace_id=_trace_id(span))
            try:
                await self._app(scope, receive, send_and_note)
            finally:
                route = _route(scope)
                if route is not None:
                    span.update_name(f"{method} {route}")
                    span.set_attribute("http.route", route)


class OperationSpan(SchemaExtension):
    """Makes a span of an operation; that of a subscription lasts as long as it does."""

    _span: Span

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer

    def on_operation(self) -> Iterator[None]:
        """Stands around the operation."""
        with _span(self._tracer, "graphql", SpanKind.INTERNAL, {}) as self._span:
            structlog.contextvars.bind_contextvars(trace_id=_trace_id(self._span))
            try:
                yield
            finally:
                self._note_errors()

    def on_execute(self) -> Iterator[None]:
        """Name the span, now that the document is known to be one."""
        kind, name = self.execution_context.operation_type.value, current_request().operation_name
        self._span.update_name(f"{kind} {name}" if name else kind)
        self._span.set_attribute("graphql.operation.type", kind)
        if name:
            self._span.set_attribute("graphql.operation.name", name)
        yield

    def _note_errors(self) -> None:
        asked = self.execution_context
        errors = asked.pre_execution_errors or (asked.result.errors if asked.result is not None else None)
        codes = sorted({str((error.extensions or {}).get("code")) for error in errors or ()})
        if codes:
            self._span.set_attribute("bzpeer.error_codes", codes)
            self._span.set_status(StatusCode.ERROR)


@contextmanager
def _span(tracer: Tracer, name: str, kind: SpanKind, attributes: dict[str, str]) -> Iterator[Span]:
    """Make a span the current one; of an exception that ends it, it has the class alone."""
    with tracer.start_as_current_span(
        name, kind=kind, attributes=attributes, record_exception=False, set_status_on_exception=False
    ) as span:
        try:
            yield span
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(StatusCode.ERROR)
            raise


@lru_cache(maxsize=1024)
def summary(cypher: str) -> str:
    """Return what a query begins with and the labels and types it names first, such as `MATCH Researcher AUTHORED`."""
    verb = _VERB.search(cypher)
    names = list(dict.fromkeys(_NAME.findall(cypher)))[:_NAMES]
    return " ".join((verb[1] if verb else "cypher", *names))


def _note_status(span: Span, status: int) -> None:
    span.set_attribute("http.response.status_code", status)
    if status >= 500:
        span.set_status(StatusCode.ERROR)


def _route(scope: Scope) -> str | None:
    """Return the pattern of the path, once the router has found it: paths themselves are without number."""
    endpoint = scope.get("endpoint")
    routes = scope["app"].routes if endpoint is not None else ()
    return next((route.path for route in routes if getattr(route, "endpoint", None) is endpoint), None)


def _trace_id(span: Span) -> str:
    return trace.format_trace_id(span.get_span_context().trace_id)

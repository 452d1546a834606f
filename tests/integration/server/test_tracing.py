"""Traces, as a collector receives them: our own, which reads what comes over the wire with the protocol's own types."""

import gzip
import json
import threading
import time
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import AbstractContextManager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
import strawberry
from aiodataloader import DataLoader
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from strawberry.types import Info
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from resolvers.context import RequestContext
from schema.build import CodedSchema
from server.log_setup import configure_logging

App = Callable[..., AbstractContextManager[str]]
SECRET = "swordfish"


@strawberry.type
class Query:
    @strawberry.field
    async def echo(self, info: Info[RequestContext, None], text: str) -> str | None:
        async def batch(keys: list[str]) -> list[str]:
            rows = await info.context.graph.read(
                "UNWIND $keys AS key OPTIONAL MATCH (t:Topic {id: key}) RETURN key", keys=keys
            )
            return [key for (key,) in rows]

        loader: DataLoader[str, str] = DataLoader(batch)
        return (await loader.load_many([text, "another"]))[0]

    @strawberry.field
    async def fails(self, info: Info[RequestContext, None], text: str) -> str | None:
        [[date]] = await info.context.graph.read("RETURN toString(date($text))", text=text)
        return str(date)


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def change(self, info: Info[RequestContext, None], text: str) -> int:
        async def work(change: Any) -> int:
            rows = await change.run("UNWIND [1, 2, 3] AS n RETURN n, $text", text=text)
            await change.run("MERGE (t:Topic {id: $text}) DELETE t", text=text)
            return len(rows)

        return await info.context.graph.change(work)


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def count(self, info: Info[RequestContext, None], text: str) -> AsyncGenerator[int, None]:
        for number in (1, 2):
            await info.context.graph.read("RETURN $text", text=text)
            yield number


SCHEMA = CodedSchema(Query, Mutation, Subscription)


class Collector:
    """Keeps the spans that are sent to it, and the text of all that came."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.services: set[str] = set()
        self.sent = b""
        collector = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                if self.headers.get("content-encoding") == "gzip":
                    body = gzip.decompress(body)
                assert self.path == "/v1/traces"
                collector._keep(body)
                self.send_response(200)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1/traces"

    def _keep(self, body: bytes) -> None:
        self.sent += body
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            self.services |= {
                each.value.string_value for each in resource.resource.attributes if each.key == "service.name"
            }
            self.spans += [span for scope in resource.scope_spans for span in scope.spans]

    def __enter__(self) -> "Collector":
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def one(self, name: str) -> Span:
        [span] = [each for each in self.spans if each.name == name]
        return span

    def below(self, parent: Span) -> list[Span]:
        found = [each for each in self.spans if each.parent_span_id == parent.span_id]
        assert {each.trace_id for each in found} <= {parent.trace_id}
        return sorted(found, key=lambda each: each.start_time_unix_nano)


def attributes(span: Span) -> dict[str, Any]:
    return {each.key: getattr(each.value, each.value.WhichOneof("value") or "") for each in span.attributes}


@pytest.fixture
def collector() -> Iterator[Collector]:
    # Without it, structlog draws the values of local variables around each error, which takes seconds.
    configure_logging("console", "info")
    with Collector() as collector:
        yield collector


def ask(url: str, query: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
    body = {"query": query, "variables": {"text": SECRET}}
    answer: dict[str, Any] = httpx.post(f"{url}/graphql", json=body, headers=headers, timeout=30).json()
    return answer


def websocket(url: str, headers: dict[str, str]) -> ClientConnection:
    protocols = [Subprotocol("graphql-transport-ws")]
    return connect(f"{url.replace('http', 'ws', 1)}/graphql", additional_headers=headers, subprotocols=protocols)


def subscribe(socket: ClientConnection, query: str) -> None:
    socket.send(json.dumps({"type": "connection_init"}))
    socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": {"query": query}}))


def test_a_request_holds_its_operation_which_holds_its_queries(app: App, collector: Collector) -> None:
    with app(SCHEMA, traces_url=collector.url) as url:
        answer = ask(url, "query Echo($text: String!) { echo(text: $text) }")
        assert answer["data"] == {"echo": SECRET}
    assert collector.services == {"bzpeer"}
    request = collector.one("POST /graphql")
    assert request.kind == Span.SPAN_KIND_SERVER
    assert request.parent_span_id == b""
    assert {
        "http.request.method": "POST",
        "http.route": "/graphql",
        "http.response.status_code": 200,
    }.items() <= attributes(request).items()
    [operation] = collector.below(request)
    assert operation.name == "query Echo"
    assert attributes(operation) == {"graphql.operation.type": "query", "graphql.operation.name": "Echo"}
    # The query is read by a loader, in a task of its own.
    [query] = collector.below(operation)
    assert (query.name, query.kind) == ("UNWIND Topic", Span.SPAN_KIND_CLIENT)
    assert attributes(query)["db.response.returned_rows"] == 2
    assert "$keys" in attributes(query)["db.query.text"]
    for inner, outer in ((query, operation), (operation, request)):
        assert outer.start_time_unix_nano <= inner.start_time_unix_nano
        assert inner.end_time_unix_nano <= outer.end_time_unix_nano


def test_each_query_of_a_change_is_a_span(app: App, collector: Collector) -> None:
    with app(SCHEMA, traces_url=collector.url) as url:
        assert ask(url, "mutation($text: String!) { change(text: $text) }")["data"] == {"change": 3}
    queries = collector.below(collector.one("mutation"))
    assert [(each.name, attributes(each)["db.response.returned_rows"]) for each in queries] == [
        ("UNWIND", 3),
        ("MERGE Topic", 0),
    ]


def test_nothing_that_was_sent_is_in_a_trace(app: App, collector: Collector) -> None:
    headers = {"authorization": f"Bearer {SECRET}", "cookie": f"bzpeer={SECRET}", "tracestate": f"vendor={SECRET}"}
    with app(SCHEMA, traces_url=collector.url) as url:
        literal = f'{{ echo(text: "{SECRET}") }}'
        ask(url, literal)
        assert ask(url, literal, {"authorization": headers["authorization"]})["errors"]
        ask(url, literal, {"cookie": headers["cookie"], "x-request-id": "kept", "tracestate": headers["tracestate"]})
        ask(url, f"{{ {SECRET} }}")
        ask(url, "query($text: String!) { fails(text: $text) }")
        httpx.get(f"{url}/{SECRET}", params={"q": SECRET})
        httpx.get(f"{url}/graphql", params={"query": literal, "operationName": f"not a name {SECRET}"})
    assert len([each for each in collector.spans if each.name in {"POST /graphql", "GET /graphql", "GET"}]) == 7
    assert b"UNWIND $keys" in collector.sent
    assert SECRET.encode() not in collector.sent


def test_what_went_wrong_is_said_by_its_code(app: App, collector: Collector) -> None:
    with app(SCHEMA, traces_url=collector.url) as url:
        assert ask(url, "query Fails($text: String!) { fails(text: $text) }")["errors"]
        ask(url, "{ nothing }")
    failed = collector.one("query Fails")
    [query] = collector.below(failed)
    assert [code.string_value for code in attributes(failed)["bzpeer.error_codes"].values] == ["INTERNAL"]
    assert attributes(query)["error.type"] == "CypherSyntaxError"
    [refused] = [each for each in collector.spans if each.name == "graphql" and each.parent_span_id]
    assert [code.string_value for code in attributes(refused)["bzpeer.error_codes"].values] == ["QUERY_INVALID"]
    assert {each.status.code for each in (failed, query, refused)} == {Status.STATUS_CODE_ERROR}
    assert [event for span in collector.spans for event in span.events] == []


def test_a_trace_that_the_client_began_goes_on(app: App, collector: Collector) -> None:
    with app(SCHEMA, traces_url=collector.url) as url:
        ask(url, "{ __typename }", {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"})
        ask(url, "{ __typename }", {"traceparent": "00-0af7651916cd43dd8448eb211c80319d-b7ad6b7169203331-00"})
        ask(url, "{ __typename }", {"traceparent": "00-nonsense"})
        with websocket(url, {"traceparent": "00-0af7651916cd43dd8448eb211c80319e-b7ad6b7169203332-01"}) as socket:
            subscribe(socket, f'subscription Count {{ count(text: "{SECRET}") }}')
            while json.loads(socket.recv(timeout=10))["type"] != "complete":
                pass
    by_trace = defaultdict(list)
    for span in collector.spans:
        by_trace[span.trace_id.hex()].append(span)
    of_client = by_trace.pop("0af7651916cd43dd8448eb211c80319c")
    assert {each.name: each.parent_span_id.hex() for each in of_client}["POST /graphql"] == "b7ad6b7169203331"
    # The client says that the second is not to be recorded.
    assert "0af7651916cd43dd8448eb211c80319d" not in by_trace
    # A WebSocket is no span, since it may last for days: its operations belong to the client's.
    subscription = collector.one("subscription Count")
    assert by_trace.pop("0af7651916cd43dd8448eb211c80319e") == [*collector.below(subscription), subscription]
    assert subscription.parent_span_id.hex() == "b7ad6b7169203332"
    assert len(collector.below(subscription)) == 2
    # One trace more: the question that the server asks itself at its start.
    [of_nonsense] = [spans for spans in by_trace.values() if spans[-1].name != "graphql"]
    assert {each.name for each in of_nonsense} == {"POST /graphql", "query"}


def test_events_and_files_are_traced_to_their_end(app: App, collector: Collector) -> None:
    with app(SCHEMA, traces_url=collector.url) as url:
        query = f'subscription Count {{ count(text: "{SECRET}") }}'
        answer = httpx.get(f"{url}/graphql", params={"query": query}, headers={"accept": "text/event-stream"})
        assert answer.text.count("event: next") == 2
        assert httpx.get(f"{url}/export/works.csv", params={"ids": "w_aaaaaaaaaaaaaaaa"}).status_code == 404
    [operation] = collector.below(collector.one("GET /graphql"))
    assert operation.name == "subscription Count"
    assert len(collector.below(operation)) == 2
    assert collector.below(collector.one("GET /export/works.{extension}")) != []


def test_who_leaves_a_subscription_ends_its_span(
    app: App, tiny_schema: strawberry.Schema, collector: Collector, caplog: pytest.LogCaptureFixture
) -> None:
    query = "subscription Left { count(to: 1000, pause: 0.05) }"
    with app(tiny_schema, traces_url=collector.url) as url:
        events = {"accept": "text/event-stream"}
        with httpx.stream("GET", f"{url}/graphql", params={"query": query}, headers=events) as response:
            next(response.iter_lines())
        with websocket(url, {}) as socket:
            subscribe(socket, query)
            while json.loads(socket.recv(timeout=10))["type"] != "next":
                pass
    left = [each for each in collector.spans if each.name == "subscription Left"]
    assert len(left) == 2
    assert all(attributes(each)["error.type"] in {"CancelledError", "GeneratorExit"} for each in left)
    # A span that is closed elsewhere than it was opened would be complained of.
    assert [record for record in caplog.records if record.name.startswith("opentelemetry")] == []


def test_what_asks_whether_the_server_lives_is_not_traced(app: App, collector: Collector) -> None:
    with app(SCHEMA, traces_url=collector.url) as url:
        for path in ("/healthz", "/readyz", "/metrics"):
            assert httpx.get(f"{url}{path}").status_code == 200
    # The server's own first question is an operation, which this schema refuses.
    assert {each.name for each in collector.spans} <= {"graphql"}


def test_a_collector_that_is_away_delays_neither_answers_nor_the_end(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.tracing.CLOSE_SECONDS", 0.5)
    with app(SCHEMA, traces_url="http://127.0.0.1:1/v1/traces") as url:
        asked = time.monotonic()
        assert ask(url, "{ __typename }")["data"]
        answered = time.monotonic()
    assert answered - asked < 2
    assert time.monotonic() - answered < 5

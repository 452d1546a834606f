"""Subscriptions over WebSocket, asked for as any client of graphql-transport-ws does."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import strawberry
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from server import websocket as served
from server.persisted_documents import digest

App = Callable[..., AbstractContextManager[str]]

PROTOCOL = Subprotocol("graphql-transport-ws")


class Client:
    """One connection, in the messages of the protocol."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    def send(self, message: object) -> None:
        self.connection.send(json.dumps(message))

    def receive(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self.connection.recv(timeout=10))
        return message

    def init(self) -> None:
        self.send({"type": "connection_init"})
        assert self.receive() == {"type": "connection_ack"}

    def subscribe(self, query: str, id_: str = "1", **payload: Any) -> None:
        self.send({"id": id_, "type": "subscribe", "payload": {"query": query, **payload}})

    def error_code(self) -> str:
        message = self.receive()
        assert message["type"] == "error"
        [error] = message["payload"]
        return str(error["extensions"]["code"])

    def closed(self) -> tuple[int, str]:
        """The code and the reason that the server closes with."""
        try:
            while True:
                self.connection.recv(timeout=10)
        except ConnectionClosed as end:
            return (end.rcvd.code, end.rcvd.reason) if end.rcvd is not None else (1006, "")


@contextmanager
def opened(url: str, **options: Any) -> Iterator[Client]:
    address = url.replace("http:", "ws:") + "/graphql"
    with connect(address, **{"subprotocols": [PROTOCOL], "close_timeout": 2, **options}) as connection:
        yield Client(connection)


@pytest.fixture
def client(tiny: httpx.Client) -> Iterator[Client]:
    with opened(str(tiny.base_url)) as client:
        client.init()
        yield client


def test_a_subscription_gives_its_events_and_says_when_there_are_no_more(client: Client) -> None:
    assert client.connection.subprotocol == PROTOCOL
    client.subscribe("subscription ($n: Int!) { count(to: $n) }", variables={"n": 2})
    events = [client.receive() for _ in range(3)]
    assert [event["type"] for event in events] == ["next", "next", "complete"]
    assert {event["id"] for event in events} == {"1"}
    assert [event["payload"]["data"] for event in events[:2]] == [{"count": 1}, {"count": 2}]
    assert events[1]["payload"]["extensions"]["cost"] == {"requested": 0, "actual": 0}


def test_queries_and_mutations_are_answered_too(client: Client) -> None:
    for query, data in (("{ hello one }", {"hello": "Hello you", "one": 1}), ("mutation { change }", {"change": True})):
        client.subscribe(query)
        assert client.receive()["payload"]["data"] == data
        assert client.receive() == {"id": "1", "type": "complete"}


def test_several_operations_run_at_once_and_one_can_be_ended(client: Client) -> None:
    client.subscribe("subscription { count(to: 1000, pause: 0.05) }", "endless")
    client.subscribe("{ hello }", "quick")
    seen = set()
    while "complete quick" not in seen:
        message = client.receive()
        seen.add(f"{message['type']} {message['id']}")
    client.send({"id": "endless", "type": "complete"})
    client.send({"type": "ping"})
    while client.receive()["type"] != "pong":
        pass
    with pytest.raises(TimeoutError):
        client.connection.recv(timeout=0.3)


@pytest.mark.parametrize("leave", ["completes", "disconnects", "vanishes"])
def test_the_query_of_a_client_that_leaves_is_cancelled_in_neo4j(
    tiny: httpx.Client, slow_queries: Callable[[int], None], leave: str
) -> None:
    with opened(str(tiny.base_url)) as client:
        client.init()
        client.subscribe("subscription { slow }")
        assert client.receive()["payload"]["data"] == {"slow": 0}
        slow_queries(1)
        left = time.monotonic()
        if leave == "completes":
            client.send({"id": "1", "type": "complete"})
        elif leave == "disconnects":
            client.connection.close()
        else:
            client.connection.socket.close()
        slow_queries(0)
        assert time.monotonic() - left < 1.5


def test_a_query_that_takes_too_long_ends_with_a_code(client: Client, slow_queries: Callable[[int], None]) -> None:
    client.subscribe("{ slow sleep }")
    assert client.error_code() == "TIMEOUT"
    slow_queries(0)


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"query": "{ hello"}, "QUERY_SYNTAX"),
        ({"query": "subscription { nothing }"}, "QUERY_INVALID"),
        ({"query": "subscription { count(to: $n) }", "variables": {"n": 1}}, "QUERY_INVALID"),
        ({"query": "subscription ($n: Int!) { count(to: $n) }", "variables": {"n": "x"}}, "BAD_INPUT"),
        ({"query": "subscription ($n: Int!) { count(to: $n) }", "variables": {"n": [1] * 101}}, "LIST_TOO_LONG"),
        ({"query": "subscription { a: count(to: 1) b: count(to: 1) }"}, "QUERY_INVALID"),
        ({"query": "subscription A { count(to: 1) }", "operationName": "B"}, "OPERATION_NOT_FOUND"),
        ({"query": "query A { hello } query B { hello }"}, "OPERATION_NOT_FOUND"),
        ({"query": "{" + "a {" * 13 + "x" + "}" * 14}, "QUERY_TOO_DEEP"),
        ({"query": ""}, "BAD_REQUEST"),
        ({"query": 7}, "BAD_REQUEST"),
        ({}, "BAD_REQUEST"),
        ({"query": "{ hello }", "variables": []}, "BAD_REQUEST"),
        ({"query": "{ hello }", "operationName": {}}, "BAD_REQUEST"),
    ],
)
def test_what_cannot_be_executed_is_an_error_with_a_code_and_the_connection_lives(
    client: Client, payload: dict[str, Any], code: str
) -> None:
    client.send({"id": "1", "type": "subscribe", "payload": payload})
    assert client.error_code() == code
    client.subscribe("{ hello }")
    assert client.receive()["type"] == "next"


def test_a_document_is_asked_for_by_its_digest(server_url: str) -> None:
    document = (Path(__file__).parents[3] / "docs" / "queries" / "works.graphql").read_text()
    with opened(server_url) as client:
        client.init()
        client.send({"id": "1", "type": "subscribe", "payload": {"documentId": digest(document)}})
        assert client.receive()["payload"]["data"]["works"]["nodes"]
        assert client.receive()["type"] == "complete"
        client.send({"id": "2", "type": "subscribe", "payload": {"documentId": "0" * 64}})
        assert client.error_code() == "PERSISTED_QUERY_NOT_FOUND"


def test_what_nobody_foresaw_is_masked(client: Client) -> None:
    client.subscribe("subscription { broken }")
    assert client.receive()["payload"]["data"] == {"broken": 0}
    message = client.receive()
    [error] = message["payload"]["errors"]
    assert error["extensions"]["code"] == "INTERNAL"
    assert "swordfish" not in json.dumps(message)
    assert client.receive()["type"] == "complete"


@pytest.mark.parametrize(
    "message",
    [
        "{",
        "null",
        "[]",
        '"subscribe"',
        "7",
        "{}",
        '{"type": null}',
        '{"type": []}',
        '{"type": "nonsense"}',
        '{"type": "subscribe"}',
        '{"type": "subscribe", "id": 1, "payload": {"query": "{ hello }"}}',
        '{"type": "subscribe", "id": "", "payload": {"query": "{ hello }"}}',
        '{"type": "subscribe", "id": "1", "payload": "{ hello }"}',
        '{"type": "complete"}',
        '{"type": "ping", "payload": 1}',
        "[" * 200_000,
        b'{"type": "ping"}',
    ],
    ids=lambda message: str(message[:40]),
)
def test_a_message_that_is_none_closes_the_connection(client: Client, message: str | bytes) -> None:
    client.connection.send(message)
    assert client.closed()[0] == 4400


def test_a_message_over_256_kilobytes_closes_the_connection(client: Client) -> None:
    client.subscribe("{ hello }" + " " * 256 * 1024)
    assert client.closed()[0] == 1009


def test_an_id_cannot_be_used_twice_at_once(client: Client) -> None:
    client.subscribe("subscription { count(to: 1000, pause: 1) }")
    client.subscribe("{ hello }")
    assert client.closed()[0] == 4409


def test_a_connection_begins_with_one_init(tiny: httpx.Client) -> None:
    with opened(str(tiny.base_url)) as client:
        client.subscribe("{ hello }")
        assert client.closed()[0] == 4401
    with opened(str(tiny.base_url)) as client:
        client.send({"type": "connection_init", "payload": None})
        assert client.receive()["type"] == "connection_ack"
        client.send({"type": "connection_init"})
        assert client.closed()[0] == 4429
    with opened(str(tiny.base_url)) as client:
        client.send({"type": "connection_init", "payload": "x"})
        assert client.closed()[0] == 4400


def test_who_says_nothing_is_not_waited_for(
    app: App, tiny_schema: strawberry.Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served, "INIT_TIMEOUT", served.INIT_TIMEOUT / 50)
    monkeypatch.setattr(served, "IDLE", 0.3)
    with app(tiny_schema) as url:
        with opened(url) as client:
            assert client.closed() == (4408, "Connection initialisation timeout")
        with opened(url) as client:
            client.init()
            client.subscribe("subscription { count(to: 4, pause: 0.2) }")
            assert [client.receive()["type"] for _ in range(5)] == ["next"] * 4 + ["complete"]
            assert client.closed() == (1000, "Idle")


def test_a_connection_carries_so_many_operations(client: Client) -> None:
    for number in range(20):
        client.subscribe("subscription { count(to: 1000, pause: 1) }", str(number))
    client.subscribe("{ hello }", "one more")
    assert client.error_code() == "TOO_MANY_SUBSCRIPTIONS"
    client.send({"id": "0", "type": "complete"})
    client.subscribe("{ hello }", "now")
    while client.receive()["id"] != "now":
        pass


def refused(url: str, **options: Any) -> tuple[int, str]:
    with pytest.raises(InvalidStatus) as refusal, opened(url, **options):
        pass
    response = refusal.value.response
    body = json.loads(response.body or b"{}")
    return response.status_code, body["errors"][0]["extensions"]["code"]


def test_an_address_holds_so_many_connections(app: App, tiny_schema: strawberry.Schema) -> None:
    with app(tiny_schema, streams_per_address=2) as url:
        with ExitStack() as stack:
            for _ in range(2):
                stack.enter_context(opened(url))
            assert 'bzpeer_open_streams{kind="websocket"} 2.0' in httpx.get(f"{url}/metrics").text
            assert refused(url) == (429, "TOO_MANY_STREAMS")
        deadline = time.monotonic() + 5
        while 'bzpeer_open_streams{kind="websocket"} 0.0' not in httpx.get(f"{url}/metrics").text:
            assert time.monotonic() < deadline
        with opened(url) as client:
            client.init()


def test_who_has_used_up_the_allowance_is_refused_by_a_code(app: App, tiny_schema: strawberry.Schema) -> None:
    with app(tiny_schema, rate_limit=200) as url:
        with opened(url) as client:
            client.init()
            client.subscribe("{ hello }")
            assert [client.receive()["type"] for _ in range(2)] == ["next", "complete"]
            client.subscribe("{ hello }")
            assert client.error_code() == "RATE_LIMITED"
        assert refused(url) == (429, "RATE_LIMITED")


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_a_page_of_another_site_may_not_connect(tiny: httpx.Client, origin: str) -> None:
    url = str(tiny.base_url)
    assert refused(url, origin=origin) == (403, "CROSS_SITE_REQUEST")
    with opened(url, origin=url.rstrip("/")) as client:
        client.init()


def test_a_connection_for_another_host_is_refused(tiny: httpx.Client) -> None:
    with socket.create_connection((tiny.base_url.host, tiny.base_url.port or 80)) as connection:
        assert refused("http://evil.example", sock=connection) == (400, "HOST_NOT_TRUSTED")


@pytest.mark.parametrize("protocols", [None, [Subprotocol("graphql-ws")]])
def test_another_protocol_is_refused(tiny: httpx.Client, protocols: list[Subprotocol] | None) -> None:
    with opened(str(tiny.base_url), subprotocols=protocols) as client:
        assert client.closed()[0] == 4406


def test_an_operation_is_one_log_line_without_what_the_client_sent(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        client.subscribe("query Greet($n: String!) { hello(name: $n) }", variables={"n": "hunter2"})
        assert [client.receive()["type"] for _ in range(2)] == ["next", "complete"]
    [event] = [r.msg for r in caplog.records if isinstance(r.msg, dict) and r.msg["event"] == "operation"]
    assert (event["operation"], event["events"]) == ("Greet", 1)
    assert event["request_id"]
    assert "hunter2" not in caplog.text

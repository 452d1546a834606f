"""A server whose Neo4j goes away says so and recovers by itself."""

import dataclasses
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import strawberry
from starlette.applications import Starlette

from graphdb.endpoint import Endpoint
from server.app import create_app
from server.settings import ServerSettings


class Wire:
    """A TCP connection to Neo4j that can be cut and mended."""

    def __init__(self, host: str, port: int) -> None:
        self._far = (host, port)
        self._open: list[socket.socket] = []
        self.intact = True
        wire = self

        class Pass(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                near: socket.socket = self.request
                if not wire.intact:
                    return
                with socket.create_connection(wire._far) as far:
                    wire._open += [near, far]
                    back = threading.Thread(target=wire._copy, args=(far, near))
                    back.start()
                    wire._copy(near, far)
                    back.join()

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True

        self._server = Server(("127.0.0.1", 0), Pass)
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def _copy(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
        except OSError:
            pass
        for end in (source, target):
            self._shut(end)

    @staticmethod
    def _shut(end: socket.socket) -> None:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)

    def cut(self) -> None:
        self.intact = False
        for end in self._open:
            self._shut(end)
        self._open.clear()

    def mend(self) -> None:
        self.intact = True

    def close(self) -> None:
        self.cut()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@contextmanager
def wire_to(endpoint: Endpoint) -> Iterator[tuple[Wire, Endpoint]]:
    address = urlsplit(endpoint.uri)
    assert address.hostname is not None
    assert address.port is not None
    wire = Wire(address.hostname, address.port)
    try:
        yield wire, dataclasses.replace(endpoint, uri=f"bolt://127.0.0.1:{wire.port}")
    finally:
        wire.close()


@pytest.fixture
def wired(
    endpoint: Endpoint,
    tiny_schema: strawberry.Schema,
    serve: Callable[[Starlette], AbstractContextManager[str]],
    tmp_path: Path,
) -> Iterator[tuple[Wire, httpx.Client]]:
    with wire_to(endpoint) as (wire, near):
        app = create_app(ServerSettings(response_cache_mb=0), near, tiny_schema, tmp_path)
        with serve(app) as url, httpx.Client(base_url=url, timeout=30) as client:
            yield wire, client


def ask(client: httpx.Client) -> httpx.Response:
    return client.post("/graphql", json={"query": "{ one hello }"})


def test_without_neo4j_queries_get_a_code_and_readiness_fails_until_it_is_back(
    wired: tuple[Wire, httpx.Client],
) -> None:
    wire, client = wired
    assert client.get("/readyz").json() == {"status": "ready"}
    assert ask(client).json()["data"] == {"one": 1, "hello": "Hello you"}

    wire.cut()
    start = time.monotonic()
    answer = ask(client)
    assert answer.status_code == 200
    assert answer.json()["data"] == {"one": None, "hello": "Hello you"}
    [error] = answer.json()["errors"]
    assert error["extensions"]["code"] == "GRAPH_UNAVAILABLE"
    assert error["path"] == ["one"]
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert ready.headers["content-type"].startswith("application/json")
    assert ready.json()["status"] == "unavailable"
    assert ready.json()["errors"][0]["extensions"]["code"] == "GRAPH_UNAVAILABLE"
    assert client.get("/healthz").json() == {"status": "ok"}
    assert time.monotonic() - start < 20

    wire.mend()
    assert client.get("/readyz").status_code == 200
    assert ask(client).json()["data"] == {"one": 1, "hello": "Hello you"}


def test_a_server_may_start_before_its_neo4j(
    endpoint: Endpoint,
    tiny_schema: strawberry.Schema,
    serve: Callable[[Starlette], AbstractContextManager[str]],
    tmp_path: Path,
) -> None:
    with wire_to(endpoint) as (wire, near):
        wire.cut()
        app = create_app(ServerSettings(response_cache_mb=0), near, tiny_schema, tmp_path)
        with serve(app) as url, httpx.Client(base_url=url, timeout=30) as client:
            assert client.get("/readyz").status_code == 503
            wire.mend()
            assert client.get("/readyz").status_code == 200


def test_a_neo4j_that_is_silent_fails_readiness_in_time(
    endpoint: Endpoint,
    tiny_schema: strawberry.Schema,
    serve: Callable[[Starlette], AbstractContextManager[str]],
    tmp_path: Path,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        near = dataclasses.replace(endpoint, uri=f"bolt://127.0.0.1:{silent.getsockname()[1]}")
        app = create_app(ServerSettings(response_cache_mb=0), near, tiny_schema, tmp_path)
        with serve(app) as url, httpx.Client(base_url=url, timeout=30) as client:
            start = time.monotonic()
            assert client.get("/readyz").status_code == 503
            assert time.monotonic() - start < 5

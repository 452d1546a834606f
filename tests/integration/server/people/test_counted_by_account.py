"""Whoever is signed in is counted by account, strangers by address."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

import httpx
import pytest
import strawberry
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from schema.build import CodedSchema
from schema.work import WorkQuery

App = Callable[..., AbstractContextManager[str]]
SignIn = Callable[..., httpx.Client]


@strawberry.type
class Query(WorkQuery):
    """What a filter of works is read by; a server that had all fields would ask itself questions when it starts."""


SCHEMA = CodedSchema(Query)
ENDLESS = {"query": "subscription { count(to: 1000, pause: 0.1) }"}


@pytest.fixture
def cookie(signed_in: SignIn) -> Callable[[str], dict[str, str]]:
    """The header of somebody's browser: sessions are in the graph, so that every server on it knows them."""

    def of(email: str) -> dict[str, str]:
        return {"cookie": f"bzpeer={signed_in(email).cookies['bzpeer']}"}

    return of


@contextmanager
def websocket(url: str, headers: dict[str, str]) -> Iterator[ClientConnection]:
    address = url.replace("http:", "ws:") + "/graphql"
    protocols = [Subprotocol("graphql-transport-ws")]
    with connect(address, subprotocols=protocols, additional_headers=headers, close_timeout=2) as connection:
        connection.send(json.dumps({"type": "connection_init"}))
        yield connection


def test_accounts_that_share_an_address_hold_streams_of_their_own(
    app: App, tiny_schema: strawberry.Schema, cookie: Callable[[str], dict[str, str]]
) -> None:
    ada, grace = cookie("ada.streams@example.org"), cookie("grace.streams@example.org")
    with app(tiny_schema, streams_per_address=1) as url, httpx.Client(base_url=url) as client, ExitStack() as stack:

        def events(headers: dict[str, str]) -> httpx.Response:
            asked = {**headers, "accept": "text/event-stream"}
            return stack.enter_context(client.stream("GET", "/graphql", params=ENDLESS, headers=asked))

        with websocket(url, ada) as of_ada:
            assert json.loads(of_ada.recv(timeout=10)) == {"type": "connection_ack"}
            assert events(grace).status_code == 200
            assert events({}).status_code == 200
            # Each has as many as one may, from wherever.
            elsewhere = {"x-forwarded-for": "203.0.113.9"}
            refused = events({**ada, **elsewhere})
            assert refused.status_code == 429
            assert "Your account holds 1 streams" in json.loads(refused.read())["errors"][0]["message"]
            with websocket(url, {**grace, **elsewhere}) as second, pytest.raises(ConnectionClosed) as closed:
                second.recv(timeout=10)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4403
            assert closed.value.rcvd.reason.startswith("TOO_MANY_STREAMS: Your account holds")
            assert "Your address" in json.loads(events({}).read())["errors"][0]["message"]


def test_a_file_is_paid_for_by_the_account(app: App, server_url: str, cookie: Callable[[str], dict[str, str]]) -> None:
    ada = cookie("ada.exports@example.org")
    works = len(httpx.get(f"{server_url}/export/works.jsonl", timeout=60).text.splitlines())
    # A row a second, so that how long to wait is how much was taken.
    with app(SCHEMA, rate_limit=60) as url:

        def export(address: str, headers: dict[str, str]) -> httpx.Response:
            asked = {**headers, "x-forwarded-for": address}
            return httpx.get(f"{url}/export/works.jsonl", headers=asked, timeout=60)

        assert export("203.0.113.1", ada).status_code == 200
        of_account, of_address = export("203.0.113.2", ada), export("203.0.113.1", {})
        forged = export("203.0.113.3", {"authorization": "Bearer bzp_forged"})
    assert (of_account.status_code, of_address.status_code, forged.status_code) == (429, 429, 401)
    assert "from your account" in of_account.json()["errors"][0]["message"]
    # Some of it is there again while one asks.
    assert works // 2 < int(of_account.headers["retry-after"]) <= works
    # The address has paid for finding out who it is, no more.
    assert "from your address" in of_address.json()["errors"][0]["message"]
    assert int(of_address.headers["retry-after"]) <= 100

"""Operations whose results come as server-sent events: the "distinct connections" mode of GraphQL over SSE."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
import strawberry

from server import event_stream

App = Callable[..., AbstractContextManager[str]]

EVENTS = {"accept": "text/event-stream"}


@dataclass
class Event:
    name: str = ""
    data: Any = None
    comments: list[str] = field(default_factory=list)


def events(response: httpx.Response) -> Iterator[Event]:
    """Parse the stream as the standard of HTML has it."""
    event = Event()
    for line in response.iter_lines():
        if line == "":
            if event.name:
                yield event
                event = Event()
        elif line.startswith(":"):
            event.comments.append(line[1:].strip())
        elif line.startswith("event: "):
            event.name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            data = line.removeprefix("data: ")
            event.data = json.loads(data) if data else None


def asked(client: httpx.Client, query: str, **parameters: Any) -> AbstractContextManager[httpx.Response]:
    return client.stream("POST", "/graphql", json={"query": query, **parameters}, headers=EVENTS)


def test_a_subscription_gives_its_events_and_says_when_there_are_no_more(tiny: httpx.Client) -> None:
    with asked(tiny, "subscription ($n: Int!) { count(to: $n) }", variables={"n": 2}) as response:
        assert response.status_code == 200
        assert response.headers["content-type"] == "text/event-stream"
        assert response.headers["cache-control"] == "no-cache, no-transform"
        assert "content-length" not in response.headers
        assert "content-encoding" not in response.headers
        found = list(events(response))
    assert [event.name for event in found] == ["next", "next", "complete"]
    assert [event.data["data"] for event in found[:2]] == [{"count": 1}, {"count": 2}]
    assert found[0].data["extensions"]["cost"] == {"requested": 0, "actual": 0}


def test_events_come_when_they_happen_and_not_at_the_end(tiny: httpx.Client) -> None:
    with asked(tiny, "subscription { count(to: 1000, pause: 0.05) }") as response:
        start = time.monotonic()
        for number, event in enumerate(events(response), start=1):
            assert event.data["data"] == {"count": number}
            if number == 3:
                break
        assert time.monotonic() - start < 5


def test_an_event_source_of_a_browser_asks_by_get(tiny: httpx.Client) -> None:
    parameters = {"query": "subscription ($n: Int!) { count(to: $n) }", "variables": '{"n": 1}'}
    with tiny.stream("GET", "/graphql", params=parameters, headers=EVENTS) as response:
        assert [event.name for event in events(response)] == ["next", "complete"]


def test_queries_and_mutations_are_answered_by_one_event_but_a_mutation_not_by_get(tiny: httpx.Client) -> None:
    for query, data in (("{ hello }", {"hello": "Hello you"}), ("mutation { change }", {"change": True})):
        with asked(tiny, query) as response:
            first, last = events(response)
        assert (first.data["data"], last.name) == (data, "complete")
    with tiny.stream("GET", "/graphql", params={"query": "mutation { change }"}, headers=EVENTS) as response:
        refusal, last = events(response)
    assert refusal.data["errors"][0]["extensions"]["code"] == "METHOD_NOT_ALLOWED"
    assert "data" not in refusal.data


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription { count", "QUERY_SYNTAX"),
        ("subscription { nothing }", "QUERY_INVALID"),
        ("subscription A { count(to: 1) } subscription B { count(to: 1) }", "OPERATION_NOT_FOUND"),
        ("{ sleep }", "TIMEOUT"),
    ],
)
def test_what_cannot_be_executed_is_an_event_with_a_code(tiny: httpx.Client, query: str, code: str) -> None:
    with asked(tiny, query) as response:
        assert response.status_code == 200
        first, last = events(response)
    assert [error["extensions"]["code"] for error in first.data["errors"]] == [code]
    assert last.name == "complete"


def test_what_nobody_foresaw_is_masked(tiny: httpx.Client) -> None:
    with asked(tiny, "subscription { broken }") as response:
        text = response.read().decode()
    assert "INTERNAL" in text
    assert "swordfish" not in text


@pytest.mark.parametrize(
    ("content", "status"), [(b"null", 400), (b"{}", 400), (b"[" * 200_000, 400), (b" " * 300_000, 413)]
)
def test_a_body_that_is_no_question_is_refused_before_there_is_a_stream(
    tiny: httpx.Client, content: bytes, status: int
) -> None:
    response = tiny.post("/graphql", content=content, headers={**EVENTS, "content-type": "application/json"})
    assert response.status_code == status
    assert response.json()["errors"][0]["extensions"]["code"]


def test_a_client_that_knows_no_events_is_told_how_to_subscribe(tiny: httpx.Client) -> None:
    response = tiny.post("/graphql", json={"query": "subscription { count(to: 1) }"})
    assert response.status_code == 400
    assert "text/event-stream" in response.json()["errors"][0]["extensions"]["hint"]


def test_a_page_of_another_site_may_not_listen(tiny: httpx.Client) -> None:
    response = tiny.get("/graphql", params={"query": "{ hello }"}, headers={**EVENTS, "origin": "https://evil.example"})
    assert response.status_code == 403


def test_the_query_of_a_client_that_leaves_is_cancelled_in_neo4j(
    tiny: httpx.Client, slow_queries: Callable[[int], None]
) -> None:
    with asked(tiny, "subscription { slow }") as response:
        listening = events(response)
        assert next(listening).data["data"] == {"slow": 0}
        slow_queries(1)
    left = time.monotonic()
    slow_queries(0)
    assert time.monotonic() - left < 1.5


def test_a_stream_on_which_nothing_happens_shows_that_it_lives(
    app: App, tiny_schema: strawberry.Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_stream, "KEEP_ALIVE", 0.1)
    with (
        app(tiny_schema) as url,
        httpx.Client(base_url=url) as client,
        asked(client, "subscription { count(to: 1, pause: 1) }") as response,
    ):
        first, _ = events(response)
    assert len(first.comments) > 3
    assert first.data["data"] == {"count": 1}


def test_an_address_holds_so_many_streams_whatever_their_kind(app: App, tiny_schema: strawberry.Schema) -> None:
    with app(tiny_schema, streams_per_address=1) as url, httpx.Client(base_url=url) as client:
        with asked(client, "subscription { count(to: 1000, pause: 0.1) }") as response:
            listening = events(response)
            next(listening)
            refused = client.get("/graphql", params={"query": "{ hello }"}, headers=EVENTS)
            assert (refused.status_code, refused.headers["retry-after"]) == (429, "10")
            assert refused.json()["errors"][0]["extensions"]["code"] == "TOO_MANY_STREAMS"
        deadline = time.monotonic() + 5
        while client.get("/graphql", params={"query": "{ hello }"}, headers=EVENTS).status_code == 429:
            assert time.monotonic() < deadline


def test_how_long_somebody_listens_is_no_latency(tiny: httpx.Client) -> None:
    def observed() -> str:
        [line] = [
            line
            for line in tiny.get("/metrics").text.splitlines()
            if line.startswith('bzpeer_http_request_seconds_count{path="/graphql"}')
        ]
        return line

    tiny.post("/graphql", json={"query": "{ hello }"})
    before = observed()
    with asked(tiny, "subscription { count(to: 1) }") as response:
        response.read()
    assert observed() == before

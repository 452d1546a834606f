"""GraphQL over HTTP: what is asked, how it is answered, and what is refused."""

import gzip
import json
import socket
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

JSON = "application/json"
RESPONSE = "application/graphql-response+json"


def codes(response: httpx.Response) -> list[str]:
    return [error["extensions"]["code"] for error in response.json()["errors"]]


def post(client: httpx.Client, query: str, accept: str = RESPONSE, **parameters: Any) -> httpx.Response:
    return client.post("/graphql", json={"query": query, **parameters}, headers={"accept": accept})


def test_an_answer_has_the_data_and_no_errors(tiny: httpx.Client) -> None:
    response = post(tiny, "query ($n: String!) { hello(name: $n) one }", variables={"n": "Zoë 🙂"})
    assert response.status_code == 200
    assert response.headers["content-type"] == f"{RESPONSE}; charset=utf-8"
    assert response.json()["data"] == {"hello": "Hello Zoë 🙂", "one": 1}
    assert "errors" not in response.json()


@pytest.mark.parametrize(
    ("query", "variables", "code"),
    [
        ("{ hello", None, "QUERY_SYNTAX"),
        ("{ nothing }", None, "QUERY_INVALID"),
        ("query ($n: String!) { hello(name: $n) }", {"n": 1}, "BAD_INPUT"),
        ("query ($n: String!) { hello(name: $n) }", {"n": ["x"] * 101}, "LIST_TOO_LONG"),
        ("{" + " hello" * 21 + "}", None, "TOO_MANY_ROOT_FIELDS"),
        ("subscription { hello }", None, "BAD_REQUEST"),
        ("", None, "BAD_REQUEST"),
    ],
)
def test_a_request_that_cannot_be_executed_gets_400_and_no_data(
    tiny: httpx.Client, query: str, variables: dict[str, Any] | None, code: str
) -> None:
    response = post(tiny, query, variables=variables)
    assert response.status_code == 400
    assert codes(response) == [code]
    assert "data" not in response.json()


def test_clients_that_know_only_json_get_200_with_the_errors(tiny: httpx.Client) -> None:
    response = post(tiny, "{ nothing }", accept=JSON)
    assert response.status_code == 200
    assert response.headers["content-type"] == f"{JSON}; charset=utf-8"
    assert codes(response) == ["QUERY_INVALID"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"null", "JSON object"),
        (b'"x"', "JSON object"),
        (b"[" * 200_000, "not JSON"),
        (b'{"query": "\xff"}', "not JSON"),
        (b'{"query": 1}', "must be a string"),
        (b'{"query": "{hello}", "variables": []}', "variables"),
        (b'{"query": "{hello}", "extensions": 1}', "extensions"),
        (b'{"query": "{hello}", "operationName": {}}', "operationName"),
        (b'[{"query": "{hello}"}]', "Several operations"),
        (b"", "not JSON"),
    ],
)
def test_a_malformed_body_gets_400_in_json(tiny: httpx.Client, body: bytes, says: str) -> None:
    response = tiny.post("/graphql", content=body, headers={"content-type": JSON})
    assert response.status_code == 400
    assert codes(response) == ["BAD_REQUEST"]
    assert says in response.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", f"{JSON}; charset=latin-1"]
)
def test_a_body_that_a_form_of_another_site_could_send_is_refused(tiny: httpx.Client, content_type: str) -> None:
    response = tiny.post("/graphql", content=b'{"query": "{hello}"}', headers={"content-type": content_type})
    assert (response.status_code, codes(response)) == (415, ["UNSUPPORTED_MEDIA_TYPE"])


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_over_256_kilobytes_is_refused(tiny: httpx.Client, chunked: bool) -> None:
    largest = b'{"query": "{hello}"' + b" " * (256 * 1024 - 20) + b"}"
    assert tiny.post("/graphql", content=largest, headers={"content-type": JSON}).status_code == 200
    body = largest + b" "
    content: Any = iter([body[:100_000], body[100_000:]]) if chunked else body
    response = tiny.post("/graphql", content=content, headers={"content-type": JSON})
    assert (response.status_code, codes(response)) == (413, ["BODY_TOO_LARGE"])


def test_a_compressed_body_is_not_unpacked(tiny: httpx.Client) -> None:
    body = gzip.compress(b'{"query": "{hello}"}')
    response = tiny.post("/graphql", content=body, headers={"content-type": JSON, "content-encoding": "gzip"})
    assert (response.status_code, codes(response)) == (415, ["UNSUPPORTED_MEDIA_TYPE"])


def test_a_query_may_be_asked_by_get_and_kept_until_it_changes(tiny: httpx.Client) -> None:
    parameters = {"query": "query A($n: String!) { hello(name: $n) }", "variables": '{"n": "A"}', "operationName": "A"}
    first = tiny.get("/graphql", params=parameters)
    assert first.json()["data"] == {"hello": "Hello A"}
    again = tiny.get("/graphql", params=parameters, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = tiny.get("/graphql", params={"query": "{hello}"}, headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


def test_only_what_may_be_kept_has_an_entity_tag(tiny: httpx.Client) -> None:
    failed = tiny.get("/graphql", params={"query": "{ broken }"}, headers={"if-none-match": "*"})
    assert (failed.status_code, failed.headers["cache-control"]) == (200, "no-store")
    assert "etag" not in failed.headers
    assert "etag" not in post(tiny, "{ hello }").headers


def test_a_mutation_by_get_is_refused(tiny: httpx.Client) -> None:
    response = tiny.get("/graphql", params={"query": "mutation { change }"})
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert post(tiny, "mutation { change }").json()["data"] == {"change": True}


def test_other_methods_are_refused_and_the_right_ones_named(tiny: httpx.Client) -> None:
    response = tiny.put("/graphql", json={"query": "{hello}"})
    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")
    assert codes(response) == ["METHOD_NOT_ALLOWED"]


def test_a_client_that_takes_no_json_is_refused(tiny: httpx.Client) -> None:
    assert post(tiny, "{hello}", accept="text/csv").status_code == 406


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"}]
)
def test_a_page_of_another_site_may_ask_nothing(tiny: httpx.Client, headers: dict[str, str]) -> None:
    for response in (
        tiny.get("/graphql", params={"query": "{hello}"}, headers=headers),
        tiny.post("/graphql", json={"query": "{hello}"}, headers=headers),
    ):
        assert (response.status_code, codes(response)) == (403, ["CROSS_SITE_REQUEST"])


def test_our_own_pages_may_ask(tiny: httpx.Client) -> None:
    for headers in ({"sec-fetch-site": "same-origin"}, {"origin": str(tiny.base_url).rstrip("/")}):
        assert tiny.post("/graphql", json={"query": "{hello}"}, headers=headers).status_code == 200


def test_an_operation_that_does_not_exist_is_named(tiny: httpx.Client) -> None:
    response = post(tiny, "query A { hello }", operationName="B")
    assert (response.status_code, codes(response)) == (400, ["OPERATION_NOT_FOUND"])


def test_what_nobody_foresaw_is_masked_and_logged_under_its_id(
    tiny: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    response = post(tiny, "{ broken hello }")
    assert response.status_code == 200
    assert response.json()["data"] == {"broken": None, "hello": "Hello you"}
    [error] = response.json()["errors"]
    assert "swordfish" not in response.text
    assert error["extensions"]["code"] == "INTERNAL"
    assert error["extensions"]["errorId"] in caplog.text


@pytest.mark.parametrize("field", ["slow", "slowByALoader"])
def test_the_query_of_a_client_that_leaves_is_cancelled_in_neo4j(
    tiny: httpx.Client, slow_queries: Callable[[int], None], field: str
) -> None:
    body = json.dumps({"query": f"{{ {field} }}"})
    with socket.create_connection((tiny.base_url.host, tiny.base_url.port or 80)) as connection:
        head = (
            f"POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: {JSON}\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        connection.sendall((head + body).encode())
        slow_queries(1)
    left = time.monotonic()
    slow_queries(0)
    assert time.monotonic() - left < 1.5


@pytest.mark.parametrize("field", ["slow", "slowByALoader", "sleep"])
def test_a_request_that_takes_too_long_ends_with_a_code_and_its_query_too(
    tiny: httpx.Client, slow_queries: Callable[[int], None], field: str
) -> None:
    start = time.monotonic()
    response = post(tiny, f"{{ {field} }}")
    assert 1.5 < time.monotonic() - start < 4
    assert codes(response) == ["TIMEOUT"]
    assert post(tiny, "{ hello }").status_code == 200
    slow_queries(0)


def test_fifty_requests_at_once_are_all_answered(tiny: httpx.Client) -> None:
    connections = []
    body = json.dumps({"query": "{ one }"})
    head = f"POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: {JSON}\r\ncontent-length: {len(body)}\r\n\r\n"
    for _ in range(50):
        connection = socket.create_connection((tiny.base_url.host, tiny.base_url.port or 80), timeout=10)
        connection.sendall((head + body).encode())
        connections.append(connection)
    for connection in connections:
        with connection:
            answer = b""
            while not answer.endswith(b"}}}"):
                answer += connection.recv(4096)
            assert b'{"data":{"one":1},' in answer

"""What a stranger sends to the real schema is refused soon, with a status below 500 or a code, and tells nothing."""

import base64
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

JSON = "application/json"
RESPONSE = "application/graphql-response+json"

RESEARCHER = "r_gqwtcfjh7qyi6g7p"
"""The demo's: an id that answers."""


@dataclass(frozen=True)
class Body:
    """A body as it goes over the wire, and what is answered."""

    content: bytes
    status: int
    code: str
    headers: dict[str, str] = field(default_factory=lambda: {"content-type": JSON})


@dataclass(frozen=True)
class Query:
    """A document with its variables, and what is answered."""

    text: str
    code: str | None
    variables: dict[str, Any] = field(default_factory=dict)
    status: int = 200


def forged(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def bomb(levels: int) -> str:
    fragments = "".join(f"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }} " for i in range(levels))
    return f"{{ ...f0 }} {fragments} fragment f{levels} on Query {{ __typename }}"


BODIES = {
    "malformed JSON": Body(b'{"query": "{ __typename }"', 400, "BAD_REQUEST"),
    "nothing": Body(b"", 400, "BAD_REQUEST"),
    "null": Body(b"null", 400, "BAD_REQUEST"),
    "a string": Body(b'"{ __typename }"', 400, "BAD_REQUEST"),
    "a number": Body(b"7", 400, "BAD_REQUEST"),
    "an empty list": Body(b"[]", 400, "BAD_REQUEST"),
    "a batch": Body(b'[{"query": "{ __typename }"}]', 400, "BAD_REQUEST"),
    "no query": Body(b"{}", 400, "BAD_REQUEST"),
    "a query that is null": Body(b'{"query": null}', 400, "BAD_REQUEST"),
    "variables that are a string": Body(b'{"query": "{ __typename }", "variables": "{}"}', 400, "BAD_REQUEST"),
    "invalid UTF-8": Body(b'{"query": "{ __typename \xff\xfe }"}', 400, "BAD_REQUEST"),
    "a lone surrogate": Body(b'{"query": "{ __typename \\ud800 }"}', 400, "BAD_REQUEST"),
    "NaN": Body(b'{"query": "{ __typename }", "variables": {"a": NaN}}', 400, "BAD_REQUEST"),
    "20 MB": Body(b'{"query": "' + b"a" * 20_000_000 + b'"}', 413, "BODY_TOO_LARGE"),
    "200,000 nested brackets": Body(b"[" * 200_000, 400, "BAD_REQUEST"),
    "200,000 nested objects": Body(b'{"query": ' + b'{"a":' * 40_000, 400, "BAD_REQUEST"),
    "a form": Body(b"query={__typename}", 415, "UNSUPPORTED_MEDIA_TYPE", {"content-type": "text/plain"}),
    "no type": Body(b'{"query": "{ __typename }"}', 415, "UNSUPPORTED_MEDIA_TYPE", {}),
    "another character set": Body(
        '{"query": "{ __typename }"}'.encode("utf-16"),
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        {"content-type": f"{JSON}; charset=utf-16"},
    ),
}

WORKS = f'{{ researcher(by: {{id: "{RESEARCHER}"}}) {{ works(%s) {{ totalCount }} }} }}'
AFTER = f'query ($c: String) {{ researcher(by: {{id: "{RESEARCHER}"}}) {{ works(after: $c) {{ totalCount }} }} }}'
ID = "query ($id: ID!) { node(id: $id) { id } }"
IDS = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"

QUERIES = {
    "an empty document": Query("", "BAD_REQUEST", status=400),
    "no operation": Query("fragment f on Query { __typename }", "OPERATION_NOT_FOUND", status=400),
    "200,000 nested braces": Query("{a" * 100_000, "QUERY_TOO_DEEP", status=400),
    "10,000 aliases": Query(
        "{" + " ".join(f"a{i}: __typename" for i in range(10_000)) + "}", "QUERY_TOO_LONG", status=400
    ),
    "31 aliases": Query(
        "{ stats {" + " ".join(f"a{i}: works" for i in range(31)) + "} }", "TOO_MANY_ALIASES", status=400
    ),
    "a bomb of fragments": Query(bomb(30), "TOO_MANY_FIELDS", status=400),
    "cyclic fragments": Query(
        "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "QUERY_INVALID", status=400
    ),
    "a fragment of itself": Query("{ ...a } fragment a on Query { __typename ...a }", "QUERY_INVALID", status=400),
    "a million spaces less than the body may have": Query("{ __typename }" + " " * 200_000, None),
    "an unknown field": Query("{ nothing }", "QUERY_INVALID", status=400),
    "an unknown value of an enum": Query(
        "{ works(orderBy: {field: COLOUR, direction: ASC}) { totalCount } }", "QUERY_INVALID", status=400
    ),
    "an unknown value of an enum in a variable": Query(
        "query ($o: WorkOrder) { works(orderBy: $o) { totalCount } }",
        "BAD_INPUT",
        {"o": {"field": "COLOUR", "direction": "ASC"}},
        status=400,
    ),
    "a variable of another type": Query(
        "query ($n: Int) { works(first: $n) { totalCount } }", "BAD_INPUT", {"n": "ten"}, status=400
    ),
    "a number beyond 32 bits": Query(
        "query ($n: Int) { works(first: $n) { totalCount } }", "BAD_INPUT", {"n": 2**31}, status=400
    ),
    "5,000 ids": Query(IDS, "LIST_TOO_LONG", {"ids": [RESEARCHER] * 5_000}, status=400),
    "5,000 ids in the text": Query(
        "{ nodes(ids: [" + f'"{RESEARCHER}" ' * 5_000 + "]) { id } }", "QUERY_TOO_LONG", status=400
    ),
    "an id that is none": Query(ID, "BAD_ID", {"id": "x"}),
    "an id as Relay would encode it": Query(ID, "BAD_ID", {"id": base64.b64encode(b"Researcher:1").decode()}),
    "an id of no kind": Query(ID, "BAD_ID", {"id": "q_" + "a" * 16}),
    "an id that nothing has": Query(ID, None, {"id": "r_" + "a" * 16}),
    "an id with a quote": Query(ID, "BAD_ID", {"id": "r_' OR 1=1 //"}),
    "an id of another kind": Query(f'{{ work(by: {{id: "{RESEARCHER}"}}) {{ id }} }}', "BAD_ID"),
    "a huge id": Query(ID, "BAD_ID", {"id": "r_" + "a" * 100_000}),
    "a cursor that is none": Query(AFTER, "BAD_CURSOR", {"c": "nonsense"}),
    "a cursor that was forged": Query(AFTER, "BAD_CURSOR", {"c": forged("Researcher.works YEAR DESC", "' RETURN 1")}),
    "a cursor of another list": Query(AFTER, "BAD_CURSOR", {"c": forged("Topic.works YEAR DESC", 2019, "A", "w_a")}),
    "a huge cursor": Query(AFTER, "BAD_CURSOR", {"c": "A" * 100_000}),
    "a negative first": Query(WORKS % "first: -1", "BAD_BOUND"),
    "a first beyond its bound": Query(WORKS % "first: 101", "BAD_BOUND"),
    "both first and last": Query(WORKS % "first: 1, last: 1", "BAD_BOUND"),
    "a look-up by two names": Query('{ work(by: {slug: "a", doi: "b"}) { id } }', "QUERY_INVALID", status=400),
    "a filter that is nested without end": Query(
        "{ works(filter: " + "{not: " * 100 + "{}" + "}" * 100 + ") { totalCount } }", "INPUT_TOO_DEEP", status=400
    ),
    "a huge word": Query("query ($q: String!) { search(query: $q) { totalCount } }", "BAD_BOUND", {"q": "a" * 200_000}),
    "a huge slug": Query("query ($s: String!) { topic(by: {slug: $s}) { id } }", None, {"s": "a" * 200_000}),
    "a slug of control characters": Query(
        "query ($s: String!) { topic(by: {slug: $s}) { id } }", None, {"s": "\x00\x1b[31m\u202e"}
    ),
    "a mutation by a name that there is not": Query("mutation { drop }", None, status=400),
    "operators of Lucene alone": Query('{ search(query: "AND OR NOT && || !") { totalCount } }', None),
    "brackets of Lucene": Query(
        '{ search(query: "title:(a AND [b TO {c} ^ ~ * ? \\\\ /x/ \\"") { totalCount } }', None
    ),
    "wildcards of Lucene": Query('{ search(query: "*a ?b **** a*b*c* ~~~~2") { totalCount } }', None),
    "a filter in bad Lucene": Query('{ works(filter: {text: "(((a OR"}) { totalCount } }', None),
    "a fuzziness of Lucene": Query('{ search(query: "graph~99999999999999999999^1e999") { totalCount } }', None),
}

INTERNAL_TEXTS = re.compile(r"Traceback|File \"|neo4j|cypher|bolt://|lucene|graphql-core|strawberry|starlette", re.I)


@pytest.fixture(scope="module")
def client(server_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server_url, timeout=30, headers={"accept": RESPONSE}) as client:
        # How long Neo4j takes to plan a query that it has not seen is not what the tests measure.
        for query in QUERIES.values():
            if query.status == 200:
                client.post("/graphql", json={"query": query.text, "variables": query.variables})
        yield client


def check(response: httpx.Response, status: int, code: str | None, since: float) -> None:
    assert response.status_code == status
    assert response.headers["content-type"].partition(";")[0] in {JSON, RESPONSE}
    errors = response.json().get("errors", [])
    if code is not None:
        assert {error["extensions"]["code"] for error in errors} == {code}
        assert all(error["extensions"]["hint"] for error in errors)
    assert not INTERNAL_TEXTS.search(response.text)
    assert len(response.content) < 20_000
    assert time.monotonic() - since < 1


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_is_no_question_is_refused(client: httpx.Client, name: str) -> None:
    body = BODIES[name]
    start = time.monotonic()
    try:
        response = client.post("/graphql", content=body.content, headers=body.headers)
    except httpx.WriteError:
        # The server has closed the connection, as it said, before all of a large body was sent.
        assert body.status == 413
        return
    check(response, body.status, body.code, start)


@pytest.mark.parametrize("name", QUERIES)
def test_a_question_that_cannot_be_answered_is_refused(client: httpx.Client, name: str) -> None:
    query = QUERIES[name]
    start = time.monotonic()
    response = client.post("/graphql", json={"query": query.text, "variables": query.variables})
    check(response, query.status, query.code, start)


@pytest.mark.parametrize("name", ["query", "variables", "extensions", "operationName"])
def test_parameters_of_an_address_are_checked_like_a_body(client: httpx.Client, name: str) -> None:
    for value in ("{", "null", "[", "7", "%ff", "\x00"):
        start = time.monotonic()
        parameters = {"query": "{ __typename }", name: value}
        response = client.get("/graphql", params=parameters)
        assert response.status_code in {200, 400}
        check(response, response.status_code, None, start)

"""Answers to strangers are kept until the graph changes; nobody else's are, and none that tells of an error."""

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import httpx
import pytest
import strawberry
from strawberry.types import Info

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from resolvers.context import RequestContext
from schema.build import CodedSchema
from server.graphql_request import GraphQLRequest
from server.response_cache import LARGEST_PART, ResponseCache

WRITE = "MERGE (n:Lock {id: 'response-cache'}) SET n.count = coalesce(n.count, 0) + 1"

App = Callable[..., AbstractContextManager[str]]
answers = itertools.count()


@strawberry.type
class Query:
    @strawberry.field
    def number(self, of: str = "") -> int:
        return next(answers)

    @strawberry.field
    def broken(self) -> int | None:
        raise ValueError(str(next(answers)))


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def write(self, info: Info[RequestContext, None]) -> bool:
        await info.context.graph.write(WRITE)
        return True

    @strawberry.mutation
    def decide(self, info: Info[RequestContext, None]) -> bool:
        info.context.forget()
        return True


@pytest.fixture(scope="module")
def counting_schema() -> strawberry.Schema:
    return CodedSchema(Query, Mutation)


@pytest.fixture
def client(app: App, counting_schema: strawberry.Schema) -> Iterator[httpx.Client]:
    with app(counting_schema, response_cache_mb=1) as url, httpx.Client(base_url=url, timeout=30) as client:
        yield client


def ask(client: httpx.Client, query: str, **more: Any) -> Any:
    return client.post("/graphql", json={"query": query, **more}).json()["data"]


def kept(client: httpx.Client, query: str = "{number}", **more: Any) -> Any:
    """The answer, once the same is given twice: a change shortly before may still come to the server's notice."""
    deadline = time.monotonic() + 30
    while (answer := ask(client, query, **more)) != ask(client, query, **more):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return answer


def test_an_answer_is_kept_until_somebody_changes_the_graph(client: httpx.Client, endpoint: Endpoint) -> None:
    first = kept(client)
    assert ask(client, "{number}") == first
    with open_driver(endpoint) as driver:
        driver.execute_query(WRITE, database_=endpoint.database)
    deadline = time.monotonic() + 30
    while ask(client, "{number}") == first:
        assert time.monotonic() < deadline, "the change went unnoticed"
        time.sleep(0.1)


@pytest.mark.parametrize("act", ["write", "decide"])
def test_a_change_by_the_server_itself_counts_at_once(client: httpx.Client, act: str) -> None:
    first = kept(client)
    assert ask(client, f"mutation {{{act}}}") == {act: True}
    assert ask(client, "{number}") != first


def test_another_question_has_another_answer(client: httpx.Client) -> None:
    query = 'query A($of: String! = "") {number(of: $of)} query B {number}'
    questions: list[dict[str, Any]] = [
        {"operationName": "A"},
        {"operationName": "B"},
        {"operationName": "A", "variables": {"of": "x"}},
        {"operationName": "A", "variables": {"of": "y"}},
    ]
    given = [kept(client, query, **question)["number"] for question in questions]
    assert len(set(given)) == len(questions)


def test_get_and_post_share_an_answer_and_its_tag_is_known_again(client: httpx.Client) -> None:
    first = kept(client)
    by_get = client.get("/graphql", params={"query": "{number}"})
    assert by_get.json()["data"] == first
    again = client.get("/graphql", params={"query": "{number}"}, headers={"if-none-match": by_get.headers["etag"]})
    assert again.status_code == 304


def test_an_error_is_not_kept(client: httpx.Client) -> None:
    kept(client)
    ask(client, "{broken number}")
    before = next(answers)
    ask(client, "{broken number}")
    assert next(answers) - before == 3


def test_who_is_signed_in_is_neither_told_nor_gives_what_is_kept(
    client: httpx.Client, signed_in: Callable[..., httpx.Client]
) -> None:
    first = kept(client)
    cookies = signed_in("response-cache@example.org").cookies
    headers = {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    own = [client.post("/graphql", json={"query": "{number}"}, headers=headers).json()["data"] for _ in range(2)]
    assert first not in own
    assert own[0] != own[1]
    assert ask(client, "{number}") not in own


@pytest.mark.parametrize("query", ["{number #mutation\n}", "{number #rateLimit\n}"])
def test_what_may_do_something_or_tell_of_the_caller_is_read_each_time(client: httpx.Client, query: str) -> None:
    kept(client)
    assert ask(client, query) != ask(client, query)


async def test_a_very_long_answer_is_not_kept(endpoint: Endpoint) -> None:
    async with Graph.open(endpoint) as graph:
        responses = ResponseCache(graph, 1)
        await responses.look()
        key = responses.key(GraphQLRequest("{number}", None, None), "")
        assert key is not None
        longest = 1024 * 1024 // LARGEST_PART
        responses.keep(key, {}, b"x" * (longest + 1))
        assert responses.get(key) is None
        responses.keep(key, {}, b"x" * longest)
        assert responses.get(key) is not None

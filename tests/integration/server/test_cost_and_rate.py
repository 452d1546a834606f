"""What an answer says it cost, what it may cost, and who has asked for too much."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import strawberry

from schema.build import CodedSchema, build_schema
from schema.rate_limit import RateLimitQuery
from schema.work import WorkQuery

DOCS = Path(__file__).parents[3] / "docs"
QUERIES = sorted((DOCS / "queries").glob("*.graphql"))
RESPONSE = {"accept": "application/graphql-response+json"}

App = Callable[..., AbstractContextManager[str]]


@strawberry.type
class Query(WorkQuery, RateLimitQuery):
    """Some of the real fields, not all: a server that has them all asks itself questions when it starts."""


SCHEMA = CodedSchema(Query)


def ask(url: str, query: str, **variables: Any) -> httpx.Response:
    return httpx.post(f"{url}/graphql", json={"query": query, "variables": variables}, headers=RESPONSE, timeout=60)


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.name)
def test_an_answer_has_no_more_rows_than_were_requested(server_url: str, file: Path) -> None:
    cost = ask(server_url, file.read_text()).json()["extensions"]["cost"]
    assert 0 < cost["actual"] <= cost["requested"]


def test_the_rows_of_an_answer_are_those_that_one_can_count(server_url: str) -> None:
    answer = ask(
        server_url, "{ works(first: 7) { totalCount nodes { authorships(first: 50) { nodes { rawName } } } } }"
    )
    works = answer.json()["data"]["works"]["nodes"]
    authors = sum(len(work["authorships"]["nodes"]) for work in works)
    assert authors > 7
    assert answer.json()["extensions"]["cost"] == {"requested": 7 + 7 * 50, "actual": 7 + authors}


def test_what_may_return_too_many_rows_is_refused(server_url: str) -> None:
    query = "query ($n: Int) { works(first: 1000) { nodes { authorships(first: $n) { nodes { rawName } } } } }"
    refused = ask(server_url, query, n=50)
    assert refused.status_code == 400
    [error] = refused.json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["limit"]) == ("QUERY_TOO_COSTLY", 50_000)
    assert "51000" in error["message"]
    assert "data" not in refused.json()
    assert ask(server_url, query, n=1).status_code == 200


def test_the_most_that_a_query_may_cost_is_a_setting(app: App) -> None:
    with app(SCHEMA, max_cost=9) as url:
        assert ask(url, "{ works(first: 9) { nodes { id } } }").status_code == 200
        assert ask(url, "{ works(first: 10) { nodes { id } } }").status_code == 400


def test_the_allowance_is_told_and_shrinks_by_what_is_asked(app: App) -> None:
    query = "{ rateLimit { limit cost remaining resetAt } works(first: 300) { totalCount nodes { id } } }"
    with app(SCHEMA, rate_limit=1_000) as url:
        first, second = (ask(url, query).json()["data"]["rateLimit"] for _ in range(2))
        least = ask(url, "{ rateLimit { cost } }").json()["data"]["rateLimit"]
    assert (first["limit"], first["cost"], least["cost"]) == (1_000, 300, 100)
    # It fills all the while, by 17 rows a second.
    assert 700 <= first["remaining"] < 1_000
    assert second["remaining"] < first["remaining"]
    # What was taken is back after 18 seconds.
    assert -60 <= (datetime.fromisoformat(first["resetAt"]) - datetime.now(UTC)).total_seconds() <= 19


def test_who_asks_for_too_much_is_told_when_to_come_back(app: App) -> None:
    with app(SCHEMA, rate_limit=200) as url:
        statuses = [ask(url, "{ __typename }").status_code for _ in range(3)]
        refused = ask(url, "{ __typename }")
        export = httpx.get(f"{url}/export/works.csv")
        page = httpx.get(f"{url}/graphql", headers={"accept": "text/html"})
        health = httpx.get(f"{url}/healthz")
    assert statuses == [200, 200, 429]
    assert refused.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert (export.status_code, export.json()["errors"][0]["extensions"]["code"]) == (429, "RATE_LIMITED")
    # What is no question to the graph is not counted.
    assert page.status_code == 503
    assert "make setup" in page.text
    assert health.status_code == 200


def test_a_file_counts_by_its_rows(app: App, server_url: str) -> None:
    [topic] = ask(server_url, "{ topics(first: 1) { nodes { id } } }").json()["data"]["topics"]["nodes"]
    # A row a second, and nothing left after the least price: how long to wait is how much was taken.
    with app(build_schema(), rate_limit=60) as url:

        def taken(address: str, path: str) -> tuple[httpx.Response, int]:
            who = {"x-forwarded-for": address}
            file = httpx.get(f"{url}{path}", headers=who, timeout=60)
            refused = httpx.get(f"{url}{path}", headers=who)
            assert (file.status_code, refused.status_code) == (200, 429)
            return file, int(refused.headers["retry-after"])

        works, paid_for_works = taken("203.0.113.1", "/export/works.jsonl")
        graph, paid_for_graph = taken("203.0.113.2", f"/export/graph.json?seeds={topic['id']}&depth=2")
        _, paid_for_one = taken("203.0.113.3", f"/export/graph.json?seeds={topic['id']}&perKind=1")
    rows = len(works.text.splitlines())
    assert rows > 200
    assert rows - 20 < paid_for_works <= rows
    parts = len(graph.json()["nodes"]) + len(graph.json()["edges"])
    assert parts > 120
    assert parts - 20 < paid_for_graph <= parts
    assert 80 < paid_for_one <= 100


def test_without_a_limit_there_is_none(app: App) -> None:
    with app(SCHEMA, rate_limit=0) as url:
        answer = ask(url, "{ rateLimit { limit } __typename }").json()
    assert answer["data"] == {"rateLimit": None, "__typename": "Query"}


def test_an_address_that_is_told_by_a_proxy_has_an_allowance_of_its_own(app: App) -> None:
    # uvicorn believes addresses of this machine unless it is told otherwise, as `bzpeer serve` tells it.
    def remaining(url: str, address: str) -> int:
        answer = httpx.post(
            f"{url}/graphql",
            json={"query": "{ rateLimit { remaining } }"},
            headers={"x-forwarded-for": address},
        )
        return int(answer.json()["data"]["rateLimit"]["remaining"])

    with app(SCHEMA, rate_limit=1_000) as url:
        # It fills by 17 rows a second, all the while.
        assert 900 <= remaining(url, "203.0.113.1") < 950
        assert 800 <= remaining(url, "203.0.113.1") < 850
        assert 900 <= remaining(url, "203.0.113.2") < 950


def test_when_all_connections_are_in_use_the_answer_is_503_and_afterwards_all_is_well(
    app: App, tiny_schema: strawberry.Schema
) -> None:
    with app(tiny_schema, neo4j_connections=1, request_timeout=8) as url:
        slow = threading.Thread(target=ask, args=(url, "{ slow }"))
        slow.start()
        refused: httpx.Response | None = None
        for _ in range(20):
            refused = ask(url, "{ one hello }")
            if refused.status_code != 200:
                break
        slow.join()
        assert refused is not None
        assert refused.status_code == 503
        assert refused.headers["retry-after"] == "1"
        [error] = refused.json()["errors"]
        assert error["extensions"]["code"] == "GRAPH_BUSY"
        assert ask(url, "{ one }").json()["data"] == {"one": 1}

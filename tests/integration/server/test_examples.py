"""The queries that the pages and the documentation show answer on the demo."""

from pathlib import Path

import httpx
import pytest

from server.examples import EXAMPLES

QUERIES = sorted((Path(__file__).parents[3] / "docs" / "queries").glob("*.graphql"))


@pytest.mark.parametrize(
    "query", [example.query for example in EXAMPLES], ids=lambda query: query.split("(")[0].strip()
)
def test_an_example_of_the_start_page_answers(server_url: str, query: str) -> None:
    assert_answers(server_url, query)


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.name)
def test_a_query_of_the_documentation_answers(server_url: str, file: Path) -> None:
    assert_answers(server_url, file.read_text())


def assert_answers(server_url: str, query: str) -> None:
    answer = httpx.post(f"{server_url}/graphql", json={"query": query}, timeout=30).json()
    assert "errors" not in answer
    assert all(value is not None for value in answer["data"].values())

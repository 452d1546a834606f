"""The queries that the documentation, and the start page with it, show answer on the demo."""

import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

DOCS = Path(__file__).parents[3] / "docs"
QUERIES = sorted((DOCS / "queries").glob("*.graphql"))
BLOCK = re.compile(r"^```graphql *(\w*)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
# After "graphql": nothing, `null` for answers that may be null, or the code of the error that the text speaks of.
BLOCKS = [
    pytest.param(expected, query, id=f"{document.name}-{number}")
    for document in sorted(DOCS.rglob("*.md"))
    for number, (expected, query) in enumerate(BLOCK.findall(document.read_text()), start=1)
]


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.name)
def test_a_query_of_the_documentation_answers(server_url: str, file: Path) -> None:
    assert_answers(server_url, file.read_text())


@pytest.mark.parametrize(("expected", "query"), BLOCKS)
def test_a_query_in_the_text_of_the_documentation_answers_as_the_text_says(
    server_url: str, expected: str, query: str
) -> None:
    if not expected:
        assert_answers(server_url, query)
        return
    answer = ask(server_url, query)
    codes = [error["extensions"]["code"] for error in answer.get("errors", [])]
    assert codes == ([] if expected == "null" else [expected])
    assert "data" in answer


COOKBOOK = [query for _, query in BLOCK.findall((DOCS / "cookbook.md").read_text())]


def test_the_cookbook_answers_twenty_questions() -> None:
    assert len(COOKBOOK) == (DOCS / "cookbook.md").read_text().count("\n### ") == 20


@pytest.mark.parametrize("query", COOKBOOK)
def test_a_question_of_the_cookbook_has_an_answer_with_something_in_it(server_url: str, query: str) -> None:
    answer = ask(server_url, query)
    assert answer["extensions"]["cost"]["actual"] > 0


def ask(server_url: str, query: str) -> dict[str, Any]:
    """The answer to a query, or the last event of a subscription."""
    if query.lstrip().startswith("subscription"):
        accept = {"accept": "text/event-stream"}
        text = httpx.post(f"{server_url}/graphql", json={"query": query}, headers=accept, timeout=30).text
        events = [line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: {")]
        answer: dict[str, Any] = json.loads(events[-1])
    else:
        answer = httpx.post(f"{server_url}/graphql", json={"query": query}, timeout=30).json()
    return answer


def assert_answers(server_url: str, query: str) -> None:
    answer = ask(server_url, query)
    assert "errors" not in answer
    assert all(value is not None for value in answer["data"].values())

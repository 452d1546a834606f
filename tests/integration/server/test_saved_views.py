"""Saved views over HTTP, as the documentation shows them."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

TEXT = (Path(__file__).parents[3] / "docs" / "research-graph.md").read_text()
[SAVE] = re.findall(r"^```graphql\n(mutation Save .*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
[READ] = re.findall(r"^```graphql null\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)


def ask(server_url: str, query: str, **variables: Any) -> dict[str, Any]:
    answer = httpx.post(f"{server_url}/graphql", json={"query": query, "variables": variables}, timeout=30).json()
    assert "errors" not in answer, answer
    data: dict[str, Any] = answer["data"]
    return data


def test_the_view_of_the_documentation_has_the_id_that_stands_there_and_a_graph(server_url: str) -> None:
    saved = ask(server_url, SAVE)["saveGraphView"]["view"]
    view = ask(server_url, READ)["graphView"]
    assert view["id"] == saved["id"]
    assert view["createdAt"] == saved["createdAt"]
    assert len(view["slice"]["nodes"]) > 5
    assert view["slice"]["edges"]


def test_as_many_nodes_can_be_pinned_and_excluded_as_a_slice_has(server_url: str) -> None:
    [person] = ask(server_url, "{ researchers(first: 1) { nodes { id } } }")["researchers"]["nodes"]
    ids = [f"w_{'a' * 13}{a}{b}{c}" for a in "abcdefghij" for b in "abcdefghij" for c in "abcdefghij"]
    given = {"seeds": [person["id"]], "exclude": ids, "pins": [{"id": id_, "x": 0.25, "y": -1} for id_ in ids]}
    saved = ask(
        server_url,
        "mutation($v: GraphViewInput!) { saveGraphView(input: $v) { "
        "... on GraphViewSaved { view { exclude pins { id x y } } } } }",
        v=given,
    )["saveGraphView"]["view"]
    assert saved == {"exclude": ids, "pins": given["pins"]}


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_view_is_not_saved_by_following_a_link(server_url: str, method: str) -> None:
    response = httpx.request(method, f"{server_url}/graphql", params={"query": SAVE})
    assert response.status_code == 405

"""What the README tells a newcomer to try works against the demo."""

import json
import re
from pathlib import Path
from typing import Any

import httpx

README = (Path(__file__).resolve().parents[3] / "README.md").read_text()


def ask(server_url: str, body: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = httpx.post(f"{server_url}/graphql", json=body, timeout=30).json()
    assert "errors" not in answer, answer
    data: dict[str, Any] = answer["data"]
    return data


def test_the_request_from_a_shell_answers_with_the_profile(server_url: str) -> None:
    (body,) = re.findall(r"^curl .*? -d '(.+?)'$", README, flags=re.MULTILINE | re.DOTALL)
    researcher = ask(server_url, json.loads(body, strict=False))["researcher"]
    years = [work["year"] for work in researcher["works"]["nodes"]]
    assert years
    assert years == sorted(years, reverse=True)


def test_the_research_graph_has_nodes_two_steps_out_and_no_dangling_edge(server_url: str) -> None:
    (query,) = re.findall(r"```graphql\n(.+?)```", README, flags=re.DOTALL)
    graph = ask(server_url, {"query": query})["researcher"]["researchGraph"]
    ids = {node["id"] for node in graph["nodes"]}
    assert max(node["depth"] for node in graph["nodes"]) == 2
    assert graph["edges"]
    assert all(edge["source"] in ids and edge["target"] in ids for edge in graph["edges"])

"""How the tests of people ask."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

AskBy = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def ask_by() -> AskBy:
    """Asks with somebody's client, and returns the data; there must be no errors."""

    def ask(client: httpx.Client, query: str, **variables: Any) -> dict[str, Any]:
        answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    return ask


@pytest.fixture
def stranger(server_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server_url, timeout=30) as client:
        yield client

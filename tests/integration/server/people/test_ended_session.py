"""A subscription does not outlive the session or access token that began it."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import httpx
import pytest
import strawberry

from server import operation_streams

App = Callable[..., AbstractContextManager[str]]
SignIn = Callable[..., httpx.Client]

ENDLESS = "subscription { count(to: 1000, pause: 0.05) }"
CREATE = """
mutation { createAccessToken(input: {name: "x", scopes: [READ]}) {
  ... on AccessTokenCreated { secret accessToken { id } }
} }
"""
REVOKE = "mutation ($id: ID!) { revokeAccessToken(id: $id) { __typename } }"


def asked(client: httpx.Client, query: str, **variables: Any) -> dict[str, Any]:
    answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
    data: dict[str, Any] = answer["data"]
    return data


def events(response: httpx.Response) -> Iterator[dict[str, Any]]:
    for line in response.iter_lines():
        if line.startswith("data: {"):
            yield json.loads(line.removeprefix("data: "))


@pytest.mark.parametrize("by", ["cookie", "token"])
def test_who_was_signed_out_hears_no_more_and_is_told_why(
    app: App, tiny_schema: strawberry.Schema, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    monkeypatch.setattr(operation_streams, "LOOK_AGAIN", 0.0)
    client = signed_in("listens.on@example.org")
    headers = {"accept": "text/event-stream", "cookie": f"bzpeer={client.cookies['bzpeer']}"}
    if by == "token":
        made = asked(client, CREATE)["createAccessToken"]
        headers = {"accept": "text/event-stream", "authorization": f"Bearer {made['secret']}"}
    with (
        app(tiny_schema) as url,
        httpx.stream("GET", f"{url}/graphql", params={"query": ENDLESS}, headers=headers, timeout=30) as response,
    ):
        heard = events(response)
        assert next(heard)["data"] == {"count": 1}
        if by == "token":
            asked(client, REVOKE, id=made["accessToken"]["id"])
        else:
            asked(client, "mutation { signOut { wasSignedIn } }")
        *_, last = heard
    assert "data" not in last
    assert last["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"

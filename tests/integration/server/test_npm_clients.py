"""The clients that other people write pages with can subscribe."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

CLIENTS = Path(__file__).with_name("clients.mjs")
QUERY = 'subscription { researchGraph(seeds: ["r_gqwtcfjh7qyi6g7p"], depth: 2, perKind: 2) { nodes { depth } } }'
BAD_QUERY = 'subscription { researchGraph(seeds: ["r_gqwtcfjh7qyi6g7p"], depth: 9) { id } }'
CREATE = """
mutation { createAccessToken(input: {name: "A client", scopes: [READ]}) { ... on AccessTokenCreated { secret } } }
"""


@pytest.fixture(scope="module")
def received(server_url: str, node: str, signed_in: Callable[[str], httpx.Client]) -> dict[str, dict[str, Any]]:
    made = signed_in("listens@example.org").post("/graphql", json={"query": CREATE}).json()
    authorization = f"Bearer {made['data']['createAccessToken']['secret']}"
    version = subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout
    # Older ones have the WebSocket of browsers, too, if they are told so.
    options = ["--experimental-websocket"] if int(version.removeprefix("v").split(".")[0]) < 22 else []
    run = subprocess.run(
        [node, *options, CLIENTS, f"{server_url}/graphql", QUERY, BAD_QUERY, authorization],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, dict[str, Any]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("name", ["graphql-ws", "graphql-sse"])
def test_a_client_receives_every_event_and_the_end(received: dict[str, dict[str, Any]], name: str) -> None:
    good = received[name]["good"]
    assert good["errors"] == []
    rings = [max(node["depth"] for node in event["data"]["researchGraph"]["nodes"]) for event in good["events"]]
    assert rings == [1, 2]


def test_a_client_is_told_what_is_wrong(received: dict[str, dict[str, Any]]) -> None:
    # graphql-ws has a message for what was not executed; over events, errors come as the only result.
    [error] = received["graphql-ws"]["bad"]["errors"]
    [event] = received["graphql-sse"]["bad"]["events"]
    for found in (error, event["errors"][0]):
        assert found["extensions"]["code"] == "BAD_BOUND"


@pytest.mark.parametrize("name", ["graphql-ws", "graphql-sse"])
def test_a_client_with_an_access_token_is_whose_it_is(received: dict[str, dict[str, Any]], name: str) -> None:
    found = received[name]
    [event] = found["stranger"]["events"]
    assert event["data"] == {"viewer": None}
    [event] = found["account"]["events"]
    assert event["data"] == {"viewer": {"email": "listens@example.org"}}
    assert found["impostor"]["events"] == []
    assert len(found["impostor"]["errors"]) == 1


def test_a_websocket_with_a_token_that_does_not_hold_is_closed_with_the_reason(
    received: dict[str, dict[str, Any]],
) -> None:
    [error] = received["graphql-ws"]["impostor"]["errors"]
    assert error["message"].startswith("ACCESS_TOKEN_REFUSED: ")

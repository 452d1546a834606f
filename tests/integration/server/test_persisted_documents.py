"""Documents are asked for by their digests, and nobody can add one."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.persisted_documents import digest

PROFILE = (Path(__file__).parents[3] / "docs" / "queries" / "profile.graphql").read_text()
NAME = digest(PROFILE)
RESPONSE = {"accept": "application/graphql-response+json"}
STRANGE = "query Strange { __typename }"


def apollo(name: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": name}}


@pytest.fixture(scope="module")
def profile(server_url: str) -> Any:
    return httpx.post(f"{server_url}/graphql", json={"query": PROFILE}, timeout=30).json()


def test_a_profile_is_asked_for_by_its_digest_in_every_way(server_url: str, profile: Any) -> None:
    url = f"{server_url}/graphql"
    by_id, variables = {"documentId": f"sha256:{NAME}"}, '{"works": 20}'
    answers = [
        httpx.get(url, params=by_id),
        httpx.get(url, params={**by_id, "variables": variables, "operationName": "Profile"}),
        httpx.get(url, params={"extensions": json.dumps(apollo(NAME))}),
        httpx.post(url, json=by_id),
        httpx.post(url, json={"extensions": apollo(NAME), "variables": {"works": 20}}),
    ]
    assert [answer.json() for answer in answers] == [profile] * len(answers)
    assert profile["data"]["researcher"]["name"]
    assert len(answers[0].request.url.query) < 100
    again = httpx.get(url, params=by_id, headers={"if-none-match": answers[0].headers["etag"]})
    assert again.status_code == 304


def test_a_name_answers_over_events_too(server_url: str, profile: Any) -> None:
    answer = httpx.get(
        f"{server_url}/graphql", params={"documentId": NAME}, headers={"accept": "text/event-stream"}, timeout=30
    )
    assert json.loads(answer.text.splitlines()[1].removeprefix("data: ")) == profile


def test_a_stranger_can_have_a_document_executed_but_not_remembered(server_url: str) -> None:
    url, name = f"{server_url}/graphql", digest(STRANGE)

    def unknown() -> httpx.Response:
        return httpx.post(url, json={"extensions": apollo(name)}, headers=RESPONSE)

    refused = unknown()
    assert refused.status_code == 400
    [error] = refused.json()["errors"]
    # What clients of Apollo look for before they send the document.
    assert (error["message"], error["extensions"]["code"]) == ("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND")
    executed = httpx.post(url, json={"query": STRANGE, "extensions": apollo(name)}, headers=RESPONSE)
    assert executed.json()["data"] == {"__typename": "Query"}
    assert unknown().status_code == 400


def test_a_document_under_the_digest_of_another_is_refused(server_url: str) -> None:
    answer = httpx.post(f"{server_url}/graphql", json={"query": STRANGE, "extensions": apollo(NAME)})
    assert answer.status_code == 400
    assert "digest" in answer.json()["errors"][0]["message"]

"""Personal access tokens, over HTTP."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

SignIn = Callable[..., httpx.Client]
AskBy = Callable[..., dict[str, Any]]

CREATE = """
mutation ($input: CreateAccessTokenInput!) {
  createAccessToken(input: $input) {
    __typename
    ... on AccessTokenCreated { secret accessToken { id name scopes } }
    ... on UserError { code message }
  }
}
"""
REVOKE = "mutation ($id: ID!) { revokeAccessToken(id: $id) { __typename ... on UserError { code } } }"
RENAME = """
mutation ($name: String) { updateAccount(input: {name: $name}) { __typename ... on UserError { code } } }
"""
VIEWER = "{ viewer { email accessTokens { id } } }"


@pytest.fixture
def token_of(ask_by: AskBy) -> Callable[..., tuple[str, str]]:
    """Makes an access token, and returns its id and secret."""

    def make(client: httpx.Client, *scopes: str) -> tuple[str, str]:
        made = ask_by(client, CREATE, input={"name": "A test", "scopes": scopes})["createAccessToken"]
        return made["accessToken"]["id"], made["secret"]

    return make


def by(server_url: str, secret: str, query: str, **variables: Any) -> httpx.Response:
    body = {"query": query, "variables": variables}
    return httpx.post(f"{server_url}/graphql", json=body, headers={"authorization": f"Bearer {secret}"}, timeout=30)


def test_a_program_is_who_made_its_token(
    server_url: str, signed_in: SignIn, token_of: Callable[..., tuple[str, str]]
) -> None:
    id_, secret = token_of(signed_in("tokens@example.org"), "READ")
    assert secret.startswith("bzp_")
    viewer = by(server_url, secret, VIEWER).json()["data"]["viewer"]
    assert viewer == {"email": "tokens@example.org", "accessTokens": [{"id": id_}]}


def test_scopes_are_kept(server_url: str, signed_in: SignIn, token_of: Callable[..., tuple[str, str]]) -> None:
    client = signed_in("scopes@example.org")
    (_, reads), (_, writes) = token_of(client, "READ"), token_of(client, "WRITE")
    refused = by(server_url, reads, RENAME, name="Robot").json()["data"]["updateAccount"]
    assert refused == {"__typename": "ForbiddenError", "code": "SCOPE_MISSING"}
    assert (
        by(server_url, writes, RENAME, name="Robot").json()["data"]["updateAccount"]["__typename"] == "AccountUpdated"
    )
    # Who may only write is not shown what is the person's own.
    assert by(server_url, writes, VIEWER).json()["data"]["viewer"] is None
    # A mutation that anybody may do, a token that only reads may not.
    view = by(server_url, reads, 'mutation { saveGraphView(input: {seeds: ["x"]}) { __typename } }').json()
    assert view["errors"][0]["extensions"]["code"] == "SCOPE_MISSING"


@pytest.mark.parametrize(
    "query", [CREATE, REVOKE, "mutation { deleteAccount { __typename ... on UserError { code } } }"]
)
def test_no_token_changes_how_one_signs_in(
    server_url: str, signed_in: SignIn, token_of: Callable[..., tuple[str, str]], query: str
) -> None:
    id_, secret = token_of(signed_in("limited@example.org"), "READ", "WRITE", "MODERATE")
    given: dict[str, Any] = {"id": id_} if query == REVOKE else {}
    given |= {"input": {"name": "more", "scopes": ["WRITE"]}} if query == CREATE else {}
    [result] = by(server_url, secret, query, **given).json()["data"].values()
    assert (result["__typename"], result["code"]) == ("ForbiddenError", "SESSION_NEEDED")


def test_a_token_that_was_revoked_is_refused_at_once(
    server_url: str, signed_in: SignIn, ask_by: AskBy, token_of: Callable[..., tuple[str, str]]
) -> None:
    client, other = signed_in("revokes@example.org"), signed_in("meddles@example.org")
    id_, secret = token_of(client, "READ")
    assert ask_by(other, REVOKE, id=id_)["revokeAccessToken"] == {"__typename": "UnknownIdError", "code": "UNKNOWN_ID"}
    assert by(server_url, secret, VIEWER).status_code == 200
    assert ask_by(client, REVOKE, id=id_)["revokeAccessToken"]["__typename"] == "AccessTokenRevoked"
    response = by(server_url, secret, VIEWER)
    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Bearer")
    assert response.json()["errors"][0]["extensions"]["code"] == "ACCESS_TOKEN_REFUSED"
    assert secret not in response.text


@pytest.mark.parametrize("header", ["Bearer", "Bearer x", "Basic YTpi", "bzp_x", "Bearer " + "x" * 5000])
def test_what_is_no_token_is_refused_and_not_taken_for_a_stranger(server_url: str, header: str) -> None:
    response = httpx.post(
        f"{server_url}/graphql", json={"query": "{ __typename }"}, headers={"authorization": header}, timeout=30
    )
    assert response.status_code == 401


def test_a_token_that_has_expired_is_refused(
    server_url: str, signed_in: SignIn, token_of: Callable[..., tuple[str, str]], endpoint: Endpoint
) -> None:
    id_, secret = token_of(signed_in("expires@example.org"), "READ")
    with open_driver(endpoint) as driver:
        driver.execute_query("MATCH (t:AccessToken {id: $id}) SET t.expiresAt = '2020-01-01T00:00:00Z'", id=id_)
    assert by(server_url, secret, VIEWER).status_code == 401


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 101},
        {"name": "a\u202eb"},
        {"scopes": []},
        {"expiresInDays": 0},
        {"expiresInDays": 367},
        {"expiresInDays": -(2**31)},
        {"clientId": ""},
        {"clientId": "x" * 101},
    ],
)
def test_a_token_that_cannot_be_made_is_refused(signed_in: SignIn, ask_by: AskBy, wrong: dict[str, Any]) -> None:
    result = ask_by(signed_in("wrong@example.org"), CREATE, input={"name": "x", "scopes": ["READ"], **wrong})
    assert result["createAccessToken"]["code"] == "BAD_BOUND"


def test_of_a_hundred_wishes_at_once_with_one_client_id_one_token_is_made(signed_in: SignIn, ask_by: AskBy) -> None:
    client = signed_in("hasty@example.org")
    wish = {"name": "once", "scopes": ["READ"], "clientId": "the same"}

    def make(_: int) -> Any:
        return ask_by(client, CREATE, input=wish)["createAccessToken"]

    with ThreadPoolExecutor(20) as threads:
        made = list(threads.map(make, range(100)))
    assert len({each["accessToken"]["id"] for each in made}) == 1
    assert sum(each["secret"] is not None for each in made) == 1


def test_there_are_fifty_tokens_at_most(signed_in: SignIn, ask_by: AskBy) -> None:
    client = signed_in("collects@example.org")

    def make(_: int) -> Any:
        return ask_by(client, CREATE, input={"name": "many", "scopes": ["READ"]})["createAccessToken"]

    with ThreadPoolExecutor(10) as threads:
        made = list(threads.map(make, range(60)))
    assert sum(each["__typename"] == "AccessTokenCreated" for each in made) == 50
    assert {each["code"] for each in made if "code" in each} == {"TOO_MANY_ACCESS_TOKENS"}
    assert len(ask_by(client, VIEWER)["viewer"]["accessTokens"]) == 50

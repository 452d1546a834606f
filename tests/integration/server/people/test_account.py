"""What people do with their accounts, over HTTP."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

SignIn = Callable[..., httpx.Client]
AskBy = Callable[..., dict[str, Any]]

RENAME = """
mutation ($name: String) {
  updateAccount(input: {name: $name}) {
    __typename
    ... on AccountUpdated { account { name } }
    ... on UserError { code }
  }
}
"""
TOKEN = 'mutation { createAccessToken(input: {name: "x", scopes: [READ]}) { ... on AccessTokenCreated { secret } } }'
DELETE = "mutation { deleteAccount { __typename ... on AccountDeleted { id } ... on UserError { code } } }"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("  Ada \n\t Lovelace ", "Ada Lovelace"),
        ("Zoe\N{COMBINING DIAERESIS}", "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("   ", None),
        (None, None),
    ],
)
def test_a_name_is_one_line_of_plain_text(
    signed_in: SignIn, ask_by: AskBy, given: str | None, kept: str | None
) -> None:
    client = signed_in("named@example.org")
    assert ask_by(client, RENAME, name=given)["updateAccount"]["account"] == {"name": kept}
    assert ask_by(client, "{ viewer { name } }") == {"viewer": {"name": kept}}


@pytest.mark.parametrize("name", ["x" * 101, "a\u202eb", "a\x00b", "a\u200bb", "\ufeffa", "🙂" * 50_000])
def test_a_name_that_is_too_long_or_hides_something_is_refused(signed_in: SignIn, ask_by: AskBy, name: str) -> None:
    assert ask_by(signed_in("badly.named@example.org"), RENAME, name=name)["updateAccount"]["code"] == "BAD_BOUND"


def test_whatever_is_kept_of_somebody_can_be_taken_away_and_no_secret_is_in_it(
    signed_in: SignIn, ask_by: AskBy, stranger: httpx.Client
) -> None:
    client = signed_in("exports@example.org")
    ask_by(client, RENAME, name="Exporter")
    secret = ask_by(client, TOKEN)["createAccessToken"]["secret"]
    response = client.get("/account/export.json")
    assert response.status_code == 200
    assert "attachment" in response.headers["content-disposition"]
    assert "private" in response.headers["cache-control"]
    kept = response.json()
    assert kept["account"][0]["email"] == "exports@example.org"
    assert kept["account"][0]["name"] == "Exporter"
    assert len(kept["sessions"]) == len(kept["accessTokens"]) == 1
    assert [event["kind"] for event in kept["auditEvents"]] == [
        "ACCOUNT_CREATED",
        "SIGNED_IN",
        "ACCOUNT_UPDATED",
        "ACCESS_TOKEN_CREATED",
    ]
    assert "tokenHash" not in response.text
    assert secret not in response.text
    assert client.cookies["bzpeer"] not in response.text
    refused = stranger.get("/account/export.json")
    assert refused.status_code == 401
    assert refused.json()["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"
    assert client.get("/account/export.json", headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_the_export_has_every_property_of_what_hangs_on_an_account_but_hashes(
    signed_in: SignIn, ask_by: AskBy, endpoint: Endpoint
) -> None:
    client = signed_in("all.of.it@example.org")
    ask_by(client, RENAME, name="All")
    ask_by(client, TOKEN)
    exported = client.get("/account/export.json").json()
    with open_driver(endpoint) as driver:
        rows = driver.execute_query(
            "MATCH (a:Account {email: 'all.of.it@example.org'}) OPTIONAL MATCH (a)--(n) "
            "WITH a, collect(n) AS others UNWIND others + [a] AS n RETURN labels(n)[0] AS label, keys(n) AS keys"
        ).records
    sections = {
        "Account": "account",
        "Session": "sessions",
        "AccessToken": "accessTokens",
        "Invitation": "invitations",
    }
    for row in rows:
        # A label without a section: what a new area keeps of people must be in the export.
        shown = set(exported[sections[row["label"]]][0])
        assert set(row["keys"]) - {"tokenHash", "clientKey", "openKey", "pairKey"} <= shown, row["label"]


def test_an_account_that_is_deleted_leaves_nothing_but_its_id_in_the_audit_log(
    signed_in: SignIn, ask_by: AskBy, endpoint: Endpoint, server_url: str
) -> None:
    client, other = signed_in("leaves@example.org"), signed_in("leaves@example.org")
    ask_by(client, RENAME, name="Somebody who leaves")
    secret = ask_by(client, TOKEN)["createAccessToken"]["secret"]
    cookie = client.cookies["bzpeer"]
    id_ = ask_by(client, DELETE)["deleteAccount"]["id"]
    assert "bzpeer" not in client.cookies
    assert ask_by(other, "{ viewer { id } }") == {"viewer": None}
    assert ask_by(other, DELETE)["deleteAccount"]["code"] == "NOT_SIGNED_IN"
    bearer = {"authorization": f"Bearer {secret}"}
    assert httpx.post(f"{server_url}/graphql", json={"query": "{ __typename }"}, headers=bearer).status_code == 401
    client.cookies.set("bzpeer", cookie)
    assert ask_by(client, "{ viewer { id } }") == {"viewer": None}
    with open_driver(endpoint) as driver:
        nodes = driver.execute_query("MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS properties").records
    texts = ("leaves@example.org", "Somebody who leaves", id_)
    assert {row["label"] for row in nodes if any(text in str(row["properties"]) for text in texts)} == {"AuditEvent"}
    again = ask_by(signed_in("leaves@example.org"), "{ viewer { id name } }")["viewer"]
    assert again["id"] != id_
    assert again["name"] is None

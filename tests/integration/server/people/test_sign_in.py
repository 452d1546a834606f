"""Signing in by a link, over HTTP."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

ENTER = """
mutation ($token: String!) {
  signInWithLink(token: $token) {
    __typename
    ... on SignedIn { account { id email } }
    ... on UserError { code message }
  }
}
"""
REQUEST = """
mutation ($email: String!) {
  requestSignInLink(email: $email) { __typename ... on SignInLinkRequested { email } ... on UserError { code message } }
}
"""
VIEWER = "{ viewer { id email role sessions { id isCurrent } } }"

SignIn = Callable[..., httpx.Client]
Link = Callable[[str], str]


def ask(client: httpx.Client, query: str, **variables: Any) -> dict[str, Any]:
    answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in answer, answer
    data: dict[str, Any] = answer["data"]
    return data


def test_a_link_makes_an_account_and_signs_the_browser_in(stranger: httpx.Client, sign_in_token: Link) -> None:
    assert ask(stranger, VIEWER) == {"viewer": None}
    response = stranger.post(
        "/graphql", json={"query": ENTER, "variables": {"token": sign_in_token("first@example.org")}}
    )
    entered = response.json()["data"]["signInWithLink"]
    assert entered["account"]["email"] == "first@example.org"
    cookie = response.headers["set-cookie"].lower()
    assert cookie.startswith("bzpeer=")
    assert {"httponly", "samesite=lax", "path=/"} <= set(cookie.split("; "))
    viewer = ask(stranger, VIEWER)["viewer"]
    assert viewer["id"] == entered["account"]["id"]
    assert viewer["role"] == "READER"
    assert [session["isCurrent"] for session in viewer["sessions"]] == [True]


def test_a_link_works_once(stranger: httpx.Client, sign_in_token: Link) -> None:
    token = sign_in_token("once@example.org")
    assert ask(stranger, ENTER, token=token)["signInWithLink"]["__typename"] == "SignedIn"
    assert ask(stranger, ENTER, token=token)["signInWithLink"]["code"] == "LINK_USED"


def test_of_a_hundred_attempts_at_once_with_one_link_one_signs_in(server_url: str, sign_in_token: Link) -> None:
    token = sign_in_token("crowd@example.org")

    def attempt(_: int) -> str:
        answer = httpx.post(f"{server_url}/graphql", json={"query": ENTER, "variables": {"token": token}}, timeout=60)
        result = answer.json()["data"]["signInWithLink"]
        return str(result.get("code", "in"))

    with ThreadPoolExecutor(20) as threads:
        results = list(threads.map(attempt, range(100)))
    assert sorted(results) == ["LINK_USED"] * 99 + ["in"]


def test_an_older_link_does_not_work_after_a_newer_one(stranger: httpx.Client, sign_in_token: Link) -> None:
    older, newer = sign_in_token("twice@example.org"), sign_in_token("twice@example.org")
    assert ask(stranger, ENTER, token=newer)["signInWithLink"]["__typename"] == "SignedIn"
    assert ask(stranger, ENTER, token=older)["signInWithLink"]["code"] == "LINK_USED"


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "🙂" * 500, "WyJhIiwiYkBleGFtcGxlLm9yZyIsMF0.aaaaaa.bbbb"])
def test_what_is_no_link_is_refused(stranger: httpx.Client, token: str) -> None:
    assert ask(stranger, ENTER, token=token)["signInWithLink"]["code"] == "LINK_INVALID"


def test_a_link_that_was_tampered_with_is_refused(stranger: httpx.Client, sign_in_token: Link) -> None:
    token = sign_in_token("tampered@example.org")
    for place in (3, len(token) // 2, len(token) - 2):
        forged = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        assert ask(stranger, ENTER, token=forged)["signInWithLink"]["code"] == "LINK_INVALID"
    assert ask(stranger, ENTER, token=token)["signInWithLink"]["__typename"] == "SignedIn"


def test_the_answer_does_not_tell_whether_there_is_an_account(stranger: httpx.Client, signed_in: SignIn) -> None:
    signed_in("known@example.org")
    assert ask(stranger, REQUEST, email="Known@Example.org")["requestSignInLink"] == {
        "__typename": "SignInLinkRequested",
        "email": "known@example.org",
    }
    assert ask(stranger, REQUEST, email="nobody@example.org")["requestSignInLink"] == {
        "__typename": "SignInLinkRequested",
        "email": "nobody@example.org",
    }


@pytest.mark.parametrize(
    "email",
    [
        "",
        "nobody",
        "a@b@example.org",
        "a@example.org\nBcc: everybody@example.org",
        "a\r\n@example.org",
        "a@example.org\x00",
        "аda@example.org",  # Cyrillic
        "a@[127.0.0.1]",
        "a@localhost",
        "a" * 65 + "@example.org",
        "a@" + "b" * 300 + ".org",
        '"a b"@example.org',
    ],
)
def test_what_is_no_address_is_refused(stranger: httpx.Client, email: str) -> None:
    assert ask(stranger, REQUEST, email=email)["requestSignInLink"]["code"] == "BAD_EMAIL"


def entered(server_url: str, token: str, secret: str) -> str:
    """Sign in with a browser that has a cookie, and return the secret that it is to keep instead."""
    body = {"query": ENTER, "variables": {"token": token}}
    response = httpx.post(f"{server_url}/graphql", json=body, headers={"cookie": f"bzpeer={secret}"}, timeout=30)
    kept = re.match(r"bzpeer=([^;]+)", response.headers["set-cookie"])
    assert kept is not None
    return kept.group(1)


def viewer_with(server_url: str, secret: str) -> Any:
    body = {"query": VIEWER}
    headers = {"cookie": f"bzpeer={secret}"}
    return httpx.post(f"{server_url}/graphql", json=body, headers=headers, timeout=30).json()["data"]["viewer"]


def test_a_new_session_begins_with_each_sign_in_and_that_of_the_browser_ends(
    server_url: str, sign_in_token: Link
) -> None:
    planted = "chosen-by-an-attacker"
    first = entered(server_url, sign_in_token("fixed@example.org"), planted)
    assert first != planted
    assert viewer_with(server_url, planted) is None
    second = entered(server_url, sign_in_token("fixed@example.org"), first)
    assert viewer_with(server_url, first) is None
    assert len(viewer_with(server_url, second)["sessions"]) == 1


def test_signing_out_ends_the_session_and_doing_so_again_is_no_error(signed_in: SignIn) -> None:
    client = signed_in("leaver@example.org")
    secret = client.cookies["bzpeer"]
    assert ask(client, "mutation { signOut { wasSignedIn } }") == {"signOut": {"wasSignedIn": True}}
    assert "bzpeer" not in client.cookies
    assert ask(client, "mutation { signOut { wasSignedIn } }") == {"signOut": {"wasSignedIn": False}}
    client.cookies.set("bzpeer", secret)
    assert ask(client, VIEWER) == {"viewer": None}


def test_a_session_can_be_ended_from_another_browser(signed_in: SignIn) -> None:
    one, other = signed_in("two@example.org"), signed_in("two@example.org")
    sessions = ask(one, VIEWER)["viewer"]["sessions"]
    assert len(sessions) == 2
    [far] = [session["id"] for session in sessions if not session["isCurrent"]]
    revoke = "mutation ($id: ID!) { revokeSession(id: $id) { __typename ... on UserError { code } } }"
    assert ask(one, revoke, id=far)["revokeSession"]["__typename"] == "SessionRevoked"
    assert ask(other, VIEWER) == {"viewer": None}
    assert ask(one, revoke, id=far)["revokeSession"] == {"__typename": "UnknownIdError", "code": "UNKNOWN_ID"}
    assert ask(other, revoke, id=far)["revokeSession"] == {"__typename": "NotSignedInError", "code": "NOT_SIGNED_IN"}


def test_a_session_of_somebody_else_can_neither_be_seen_nor_ended(signed_in: SignIn) -> None:
    owner, other = signed_in("owner@example.org"), signed_in("other@example.org")
    viewer = ask(owner, VIEWER)["viewer"]
    [session] = viewer["sessions"]
    revoke = "mutation ($id: ID!) { revokeSession(id: $id) { __typename } }"
    assert ask(other, revoke, id=session["id"]) == {"revokeSession": {"__typename": "UnknownIdError"}}
    node = "query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } node(id: $id) { id } }"
    for id_ in (session["id"], viewer["id"]):
        assert ask(other, node, ids=[id_], id=id_) == {"nodes": [None], "node": None}
        assert ask(owner, node, ids=[id_], id=id_) == {"nodes": [{"id": id_}], "node": {"id": id_}}


def test_neither_the_store_nor_the_audit_log_holds_a_secret_or_an_address(
    signed_in: SignIn, endpoint: Endpoint
) -> None:
    client = signed_in("secret@example.org")
    account = ask(client, VIEWER)["viewer"]["id"]
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        values = session.run("MATCH (n) WHERE n:Session OR n:Account OR n:UsedLink RETURN properties(n) AS p").data()
        events = session.run(
            "MATCH (e:AuditEvent {by: $id}) RETURN e.kind AS kind, properties(e) AS p ORDER BY e.at", id=account
        ).data()
    assert client.cookies["bzpeer"] not in str(values)
    assert [event["kind"] for event in events] == ["ACCOUNT_CREATED", "SIGNED_IN"]
    assert "@" not in str(events)


def test_only_the_line_of_the_letter_has_the_link_in_the_log(
    stranger: httpx.Client, sign_in_token: Link, data_dir: Path
) -> None:
    token = sign_in_token("logged@example.org")
    ask(stranger, ENTER, token=token)
    [secret] = [cookie.value for cookie in stranger.cookies.jar]
    log = (data_dir / "serve.log").read_text()
    assert secret is not None
    assert secret not in log
    assert [("letter_written" in line) for line in log.splitlines() if token in line] == [True]

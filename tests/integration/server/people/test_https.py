"""The session's cookie where the site is reached by https."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
import strawberry

from schema.account import AccountQuery
from schema.build import CodedSchema
from schema.sign_in import SignInMutation

App = Callable[..., AbstractContextManager[str]]
SITE = "https://bzpeer.example"


@strawberry.type
class Query(AccountQuery):
    """Enough to see who asks."""


@strawberry.type
class Mutation(SignInMutation):
    """Enough to sign in and out."""


@pytest.fixture
def behind_tls(app: App, tmp_path: Path) -> Iterator[httpx.Client]:
    """A server as a proxy asks it that ends TLS."""
    headers = {"host": "bzpeer.example", "x-forwarded-proto": "https", "origin": SITE}
    with (
        app(CodedSchema(Query, Mutation), public_url=SITE, data_dir=tmp_path) as url,
        httpx.Client(base_url=url, headers=headers, timeout=30) as client,
    ):
        yield client


def ask(client: httpx.Client, query: str, cookie: str | None = None) -> httpx.Response:
    return client.post("/graphql", json={"query": query}, headers={"cookie": cookie} if cookie else {})


def viewer(client: httpx.Client, cookie: str) -> object:
    return ask(client, "{ viewer { email } }", cookie).json()["data"]["viewer"]


def test_the_cookie_belongs_to_this_very_host_and_goes_over_tls_alone(behind_tls: httpx.Client, tmp_path: Path) -> None:
    client = behind_tls
    ask(client, 'mutation { requestSignInLink(email: "tls@example.org") { __typename } }')
    deadline = time.monotonic() + 10
    while not list((tmp_path / "outbox").glob("*.eml")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    [letter] = [message_from_bytes(file.read_bytes(), policy=default) for file in (tmp_path / "outbox").glob("*.eml")]
    [link] = [line for line in letter.get_content().splitlines() if line.startswith("http")]
    assert link.startswith(f"{SITE}/sign-in#")
    token = unquote(link.partition("#")[2])
    signed_in = ask(client, f'mutation {{ signInWithLink(token: "{token}") {{ __typename }} }}')
    assert signed_in.json()["data"]["signInWithLink"] == {"__typename": "SignedIn"}

    cookie, *parts = signed_in.headers["set-cookie"].split("; ")
    assert cookie.startswith("__Host-bzpeer=")
    # A browser refuses a cookie of this prefix without Secure and Path=/, or with a Domain.
    attributes = {part.lower() for part in parts}
    assert {"secure", "httponly", "path=/", "samesite=lax"} <= attributes
    assert not any(part.startswith("domain") for part in attributes)

    assert viewer(client, cookie) == {"email": "tls@example.org"}
    # What a sister host, or a page without TLS, can plant is not looked at.
    assert viewer(client, cookie.removeprefix("__Host-")) is None
    out = ask(client, "mutation { signOut { wasSignedIn } }", cookie)
    assert out.json()["data"]["signOut"] == {"wasSignedIn": True}
    forgotten = out.headers["set-cookie"]
    assert forgotten.startswith(('__Host-bzpeer="";', "__Host-bzpeer=;"))
    assert {"secure", "path=/"} <= {part.lower() for part in forgotten.split("; ")}
    assert viewer(client, cookie) is None

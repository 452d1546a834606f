"""One embedded Neo4j for all tests that do not start, kill or bulk-load one themselves, and one server on it."""

import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Set
from contextlib import ExitStack
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest

from graphdb.connect import connect
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.migrate import migrate
from graphdb.settings import GraphSettings

ROOT = Path(__file__).parents[1]
NOTHING_KEPT = {"BZPEER_RESPONSE_CACHE_MB": "0"}
"""Tests write to the graph behind the server's back, and ask at once."""


@pytest.fixture(scope="session")
def data_dir() -> Iterator[Path]:
    """The data folder of the shared Neo4j."""
    with tempfile.TemporaryDirectory(prefix="bzpeer-tests-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def endpoint(data_dir: Path) -> Iterator[Endpoint]:
    """The shared Neo4j, migrated."""
    settings = GraphSettings(data_dir=data_dir, neo4j_uri=None)
    with connect(settings, logging.getLogger(__name__).info) as endpoint:
        migrate(endpoint)
        yield endpoint


@pytest.fixture(scope="session")
def server_url(endpoint: Endpoint, data_dir: Path) -> Iterator[str]:
    """`bzpeer serve` on the shared Neo4j, with the demo in it; gives the address."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    log = data_dir / "serve.log"
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-c", "from server.cli import main; main()", "serve", "--port", "0"],
            cwd=ROOT,
            # A busy machine may take long to plan so many texts, which few tests are about.
            env={**environment, "BZPEER_DATA_DIR": str(data_dir), "BZPEER_REQUEST_TIMEOUT": "60", **NOTHING_KEPT},
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
        with process:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line.startswith("ready "), log.read_text()
            yield line.removeprefix("ready ").strip()
            process.terminate()
            assert process.wait(30) == 0, log.read_text()


Link = Callable[[str], str]
SignIn = Callable[..., httpx.Client]

SIGN_IN = """
mutation ($token: String!) {
  signInWithLink(token: $token) { __typename ... on SignedIn { account { id } } ... on UserError { message code } }
}
"""


@pytest.fixture(scope="session")
def link_in_letter(server_url: str, data_dir: Path) -> Callable[..., str]:
    """Waits for a letter to an address, other than the `known` ones, and returns the link in it."""

    def wait_for(email: str, known: Set[Path] = frozenset()) -> str:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            for file in set((data_dir / "outbox").glob("*.eml")) - known:
                letter = message_from_bytes(file.read_bytes(), policy=default)
                if letter["to"] == email:
                    [link] = [line for line in str(letter.get_content()).splitlines() if line.startswith("http")]
                    return link
            time.sleep(0.01)
        raise AssertionError(f"no letter to {email}")

    return wait_for


@pytest.fixture(scope="session")
def sign_in_token(server_url: str, data_dir: Path, link_in_letter: Callable[..., str]) -> Link:
    """Asks for a sign-in link, and returns the token of the one in the letter that comes."""

    def ask_for(email: str) -> str:
        known = set((data_dir / "outbox").glob("*.eml"))
        query = "mutation ($email: String!) { requestSignInLink(email: $email) { __typename } }"
        body = {"query": query, "variables": {"email": email}}
        answer = httpx.post(f"{server_url}/graphql", json=body, timeout=30).json()
        assert answer["data"]["requestSignInLink"]["__typename"] == "SignInLinkRequested", answer
        return unquote(link_in_letter(email, known).partition("#")[2])

    return ask_for


@pytest.fixture(scope="session")
def signed_in(server_url: str, sign_in_token: Link, endpoint: Endpoint) -> Iterator[SignIn]:
    """Signs somebody in, as a browser would, and returns a client with the cookie; of a moderator, if asked to."""
    with ExitStack() as clients:

        def sign_in(email: str, *, moderator: bool = False) -> httpx.Client:
            client = clients.enter_context(httpx.Client(base_url=server_url, timeout=30))
            body = {"query": SIGN_IN, "variables": {"token": sign_in_token(email)}}
            answer = client.post("/graphql", json=body).json()
            assert answer["data"]["signInWithLink"]["__typename"] == "SignedIn", answer
            if moderator:
                with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
                    role = "MATCH (a:Account {email: $email}) SET a.role = 'MODERATOR'"
                    session.run(role, email=email).consume()
            return client

        yield sign_in

"""How the tests of people ask."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from graphdb.accounts.moments import after, now, written
from graphdb.accounts.secret import hash_of, new_secret
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.ids import new_id

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


@dataclass(frozen=True)
class Owner:
    """Somebody who is signed in and owns an author record of the demo."""

    client: httpx.Client
    account: str
    researcher: str


@pytest.fixture
def run(endpoint: Endpoint) -> Iterator[Callable[..., list[list[Any]]]]:
    """Asks the store itself."""
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        yield lambda cypher, **parameters: session.run(cypher, parameters).values()


BEGIN = """
MATCH (r:Researcher {id: $researcher})
CREATE (a:Account)-[:HAS_SESSION]->(s:Session), (a)-[:OWNS]->(r)
SET a = $account, s = $session
"""


@pytest.fixture
def owner(server_url: str, run: Callable[..., list[list[Any]]]) -> Iterator[Callable[[str], Owner]]:
    """Makes somebody who is signed in and owns an author record, each another one; afterwards all they did is gone.

    How one signs in is tested elsewhere: here the session is just there.
    """
    people = [row[0] for row in run("MATCH (r:Researcher) WITH r ORDER BY r.worksCount DESC, r.id RETURN r.id LIMIT 9")]
    accounts: list[str] = []
    with ExitStack() as clients:

        def make(name: str) -> Owner:
            moment, secret, account, researcher = now(), new_secret(), new_id("Account"), people[len(accounts)]
            session = {
                "id": new_id("Session"),
                "tokenHash": hash_of(secret),
                "method": "EMAIL",
                "createdAt": written(moment),
                "lastSeenAt": written(moment),
                "expiresAt": after(moment, 3600),
                "endsAt": after(moment, 3600),
            }
            properties = {"id": account, "email": f"{name}@example.org", "createdAt": written(moment), "signIns": 1}
            run(BEGIN, researcher=researcher, account=properties, session=session)
            accounts.append(account)
            client = httpx.Client(base_url=server_url, cookies={"bzpeer": secret}, timeout=60)
            return Owner(clients.enter_context(client), account, researcher)

        yield make
    held = "OPTIONAL MATCH (a)-[:HAS_SESSION|HAS_ACCESS_TOKEN]->(s)"
    run(f"MATCH (a:Account) WHERE a.id IN $ids {held} DETACH DELETE a, s", ids=accounts)
    run("MATCH (n) WHERE n:Invitation OR n:Conversation OR n:Message OR n:Report OR n:Notification DETACH DELETE n")

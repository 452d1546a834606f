"""How the tests of people ask."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

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


@pytest.fixture
def owner(
    signed_in: Callable[..., httpx.Client], ask_by: AskBy, run: Callable[..., list[list[Any]]]
) -> Iterator[Callable[[str], Owner]]:
    """Signs somebody in who owns an author record, each another one; afterwards they and what they did are gone."""
    people = [row[0] for row in run("MATCH (r:Researcher) WITH r ORDER BY r.worksCount DESC, r.id RETURN r.id LIMIT 9")]
    accounts: list[str] = []

    def make(name: str) -> Owner:
        client = signed_in(f"{name}@example.org")
        account, researcher = ask_by(client, "{ viewer { id } }")["viewer"]["id"], people[len(accounts)]
        accounts.append(account)
        owns = "MATCH (a:Account {id: $account}), (r:Researcher {id: $researcher}) CREATE (a)-[:OWNS]->(r)"
        run(owns, account=account, researcher=researcher)
        return Owner(client, account, researcher)

    yield make
    run("MATCH (a:Account) WHERE a.id IN $ids DETACH DELETE a", ids=accounts)
    run("MATCH (n) WHERE n:Invitation OR n:Conversation OR n:Message OR n:Report OR n:Notification DETACH DELETE n")

"""A small graph in the store, and operations that are asked as requests would ask them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import strawberry

from graphdb.accounts.records import SignInMethod
from graphdb.accounts.secret import new_secret
from graphdb.accounts.sign_in import Arrival, sign_in_by_link, sign_ins_of
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph, cypher_calls
from resolvers.allowance import Allowance
from resolvers.attempts import Attempts
from resolvers.context import Caller, RequestContext, Services, SessionCookie, Viewer
from resolvers.evidence_links import EvidenceLinks
from resolvers.mail import Letter
from resolvers.sign_in_links import SignInLinks
from schema.build import build_schema
from tests.integration.schema.claimants import People
from tests.integration.schema.small_graph import SmallGraph, make
from tests.integration.schema.small_graph_store import write


@pytest.fixture(scope="session")
def small_graph(endpoint: Endpoint) -> Iterator[SmallGraph]:
    g = make()
    with open_driver(endpoint) as driver:
        write(driver, endpoint.database, g)
        yield g
        with driver.session(database=endpoint.database) as session:
            session.run("MATCH (n:SmallGraph) DETACH DELETE n").consume()


@pytest.fixture
def indexed_graph(small_graph: SmallGraph, endpoint: Endpoint) -> SmallGraph:
    """The small graph, once its text is in the full-text indexes, which are written in the background.

    For each test anew: those before it may have changed a title.
    """
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
    return small_graph


CROWD = 10_050


@pytest.fixture
def crowd(endpoint: Endpoint) -> Iterator[None]:
    """More works with one word in their titles than are ranked, of which the last ten are cited."""
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run(
            "UNWIND range(0, $size - 1) AS i "
            "CREATE (n:Work:Crowd {id: 'w_crowd' + i, plainTitle: 'On the quokka ' + i, sortYear: 0, "
            "  slugBase: 'on-the-quokka-' + i, "
            "  citationCount: CASE WHEN i < $size - 10 THEN 0 ELSE 10 * (i - $size + 11) END}) "
            "SET n.standing = CASE WHEN n.citationCount > 99 THEN 's2 s3 s4' WHEN n.citationCount > 9 THEN 's2' END",
            size=CROWD,
        ).consume()
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
        yield
        session.run("MATCH (n:Crowd) DETACH DELETE n").consume()
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()


@pytest.fixture
async def graph(endpoint: Endpoint) -> AsyncIterator[Graph]:
    # A busy machine may take long to plan so many texts, which the tests are not about.
    async with Graph.open(endpoint, timeout=60) as graph:
        yield graph


@dataclass
class Answer:
    data: Any
    errors: list[Any]
    calls: list[str]
    """The texts of the Cypher calls."""

    @property
    def codes(self) -> list[Any]:
        return [error["extensions"]["code"] for error in self.errors]


Ask = Callable[..., Awaitable[Answer]]


@pytest.fixture(scope="session")
def schema() -> strawberry.Schema:
    return build_schema()


class Letters:
    """A post office that keeps what it is given."""

    def __init__(self) -> None:
        self.sent: list[Letter] = []

    def send(self, letter: Letter) -> None:
        self.sent.append(letter)

    async def deliver(self, letter: Letter) -> None:
        self.sent.append(letter)


@pytest.fixture
def letters() -> Letters:
    return Letters()


@pytest.fixture
def services(letters: Letters, endpoint: Endpoint) -> Services:
    def key() -> bytes:
        return b"a key of the tests"

    return Services(SignInLinks(key), letters, Attempts(), EvidenceLinks(key), endpoint)


AskAs = Callable[[Viewer | None], Ask]


@pytest.fixture
def ask_as(graph: Graph, schema: strawberry.Schema, services: Services) -> AskAs:
    """Execute an operation as one request of somebody would."""

    def of(viewer: Viewer | None) -> Ask:
        async def execute(query: str, /, **variables: Any) -> Answer:
            calls: list[str] = []
            token = cypher_calls.set(calls)
            try:
                context = RequestContext(
                    graph,
                    "https://site.example",
                    Allowance(1_000),
                    viewer,
                    Caller("192.0.2.1", user_agent="Test/1.0", cookie=SessionCookie()),
                    "https://site.example",
                    services,
                )
                result = await schema.execute(query, variables, context)
            finally:
                cypher_calls.reset(token)
            return Answer(result.data, [error.formatted for error in result.errors or []], calls)

        return execute

    return of


@pytest.fixture
def ask(ask_as: AskAs) -> Ask:
    """Execute an operation as one request of somebody who is not signed in would."""
    return ask_as(None)


@pytest.fixture
async def new_viewer(graph: Graph, services: Services) -> AsyncIterator[Callable[[str], Awaitable[Viewer]]]:
    """Signs somebody in without a browser."""

    async def sign_in(email: str) -> Viewer:
        link = services.links.read(services.links.token(email, await sign_ins_of(graph, email)))
        arrival = Arrival(new_secret(), SignInMethod.EMAIL, "Test/1.0")
        account, session = await graph.change(lambda change: sign_in_by_link(change, link, arrival))
        return Viewer(account, session)

    yield sign_in
    await graph.write(
        "MATCH (n) WHERE n:Account OR n:Session OR n:AccessToken OR n:UsedLink OR n:Invitation OR n:Conversation "
        "OR n:Message OR n:Notification DETACH DELETE n"
    )


@pytest.fixture
def people(ask_as: AskAs, graph: Graph, new_viewer: Callable[[str], Awaitable[Viewer]]) -> People:
    """Who claims what."""
    return People(ask_as, graph, new_viewer)


@pytest.fixture
def last_event(graph: Graph, schema: strawberry.Schema) -> Ask:
    """Follow a subscription to its end."""

    async def follow(query: str, /, **variables: Any) -> Answer:
        calls: list[str] = []
        token = cypher_calls.set(calls)
        try:
            results = [r async for r in await schema.subscribe(query, variables, RequestContext(graph))]
        finally:
            cypher_calls.reset(token)
        last = results[-1]
        return Answer(last.data, [error.formatted for error in last.errors or []], calls)

    return follow


RESTORE = """
UNWIND $rows AS row
MATCH (r:Researcher {id: row.id})
SET r.trustScore = row.trustScore, r.followersCount = row.followersCount, r.verificationLevel = null,
  r.claimState = null, r.claimed = null, r.orcidProven = null, r.emailProven = null, r.affiliationValidated = null,
  r.vouches = null
"""


@pytest.fixture
async def claimed_graph(graph: Graph, indexed_graph: SmallGraph) -> AsyncIterator[SmallGraph]:
    """The small graph for a test that claims its records, which nobody claims before and after."""
    yield indexed_graph
    await graph.write("MATCH (n) WHERE n:Claim OR n:Evidence OR n:TrustChange DETACH DELETE n")
    await graph.write(RESTORE, rows=indexed_graph.researchers)

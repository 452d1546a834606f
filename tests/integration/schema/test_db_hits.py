"""What questions cost inside Neo4j, in touches of the store: no more where there is more to be left out."""

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

import pytest
import strawberry
from neo4j import Driver

from benchmarks.queries.floor import HearingGraph
from graphdb.derived.fronts import make_fronts
from graphdb.driver import open_async_driver, open_driver
from graphdb.endpoint import Endpoint
from graphdb.writer.transaction import Transaction
from resolvers.context import RequestContext

FEW, MANY = "t_weighedfewaaaaaa", "t_weighedmanyaaaaa"
WORKS = {FEW: 40, MANY: 2_000}
"""How many works the topics have."""

ABOUT = """
CREATE (t:Topic:Weighed {id: $topic, slug: $topic, name: 'Weighed', worksCount: $works})
WITH t UNWIND range(0, $works - 1) AS i
CREATE (n:Work:Weighed {id: 'w' + substring($topic, 1) + i, slug: $topic + i, plainTitle: 'Weighed ' + i,
  sortYear: 1900, citationCount: i})
CREATE (n)-[:ABOUT]->(t)
"""

HUBS = """
CREATE (r:Researcher:Weighed {id: 'r_weighedhubaaaaaa', slug: 'weighed-r', name: 'Hub', worksCount: 1})
CREATE (i:Institution:Weighed {id: 'i_weighedhubaaaaaa', slug: 'weighed-i', name: 'Hub', worksCount: 1})
CREATE (w:Work:Weighed {id: 'w_weighedhubaaaaaa', slug: 'weighed-w', plainTitle: 'Hub', sortYear: 1900})
SET w.citationCount = $size
WITH r, i, w UNWIND range(1, $size) AS k
CREATE (c:Researcher:Weighed {id: 'r_weighed' + k, slug: 'weighed-r' + k, name: 'Near ' + k, worksCount: k})
CREATE (x:Work:Weighed {id: 'w_weighed' + k, slug: 'weighed-w' + k, plainTitle: 'Near ' + k, sortYear: 1900})
SET x.citationCount = k
CREATE (c)-[:COLLABORATED_WITH {weight: 1.0 * k, works: k}]->(r), (c)-[:AFFILIATED_WITH {works: k}]->(i)
CREATE (x)-[:CITES]->(w)
"""


SLICE = """
query($id: ID!, $edge: EdgeKind!) { researchGraph(seeds: [$id], perKind: 5, edges: [$edge]) { nodes { id label } } }
"""


class Weigher:
    """Counts what operations touch."""

    def __init__(self, schema: strawberry.Schema, endpoint: Endpoint, driver: Driver) -> None:
        self._schema, self._endpoint, self._driver = schema, endpoint, driver
        self.data: Any = None
        """What the last operation answered."""

    def add(self, topic: str) -> None:
        """Make a topic and its works, and let Neo4j know: a plan for a small store need not be one for a large one."""
        with self._driver.session(database=self._endpoint.database) as session:
            session.run(ABOUT, topic=topic, works=WORKS[topic]).consume()
            session.run("CALL db.prepareForReplanning(60)").consume()

    async def hits(self, query: str, **variables: Any) -> int:
        """Return the database hits of an operation without errors."""
        async with open_async_driver(self._endpoint) as driver:
            graph = HearingGraph(driver, self._endpoint.database)
            result = await self._schema.execute(query, variables, RequestContext(graph))
        assert not result.errors
        self.data = result.data
        with self._driver.session(database=self._endpoint.database) as session:
            plans = [session.run("PROFILE " + text, asked).consume() for text, asked in graph.asked]
        return sum(_hits(cast("dict[str, Any]", plan.profile)) for plan in plans)


def _hits(plan: dict[str, Any]) -> int:
    return int(plan["dbHits"]) + sum(map(_hits, plan.get("children", ())))


@pytest.fixture
def weigher(schema: strawberry.Schema, endpoint: Endpoint) -> Iterator[Weigher]:
    with open_driver(endpoint) as driver:
        yield Weigher(schema, endpoint, driver)
        driver.execute_query("MATCH (n:Weighed) DETACH DELETE n", database_=endpoint.database)


COUNTED = "query($id: ID!) { topic(by: {id: $id}) { id name works { totalCount } followers { totalCount } } }"


async def test_a_hub_is_found_and_counted_at_the_cost_of_a_leaf(weigher: Weigher) -> None:
    weigher.add(FEW)
    weigher.add(MANY)
    few, many = await weigher.hits(COUNTED, id=FEW), await weigher.hits(COUNTED, id=MANY)
    assert few == many
    assert few < 60


FIRST_OF_ALL = {
    "the most cited works": "{ works(first: 5, orderBy: {field: CITATIONS, direction: DESC}) { nodes { id title } } }",
    "the latest works": "{ works(first: 5) { nodes { id title } pageInfo { hasNextPage } } }",
    "works by name": '{ a: work(by: {slug: "t_weighedfewaaaaaa1"}) { id } b: work(by: {doi: "10.1234/none"}) { id } }',
}


@pytest.mark.parametrize("what", FIRST_OF_ALL)
@pytest.mark.usefixtures("small_graph")
async def test_what_comes_first_costs_the_same_whatever_comes_after(weigher: Weigher, what: str) -> None:
    weigher.add(FEW)
    before = await weigher.hits(FIRST_OF_ALL[what])
    weigher.add(MANY)
    assert await weigher.hits(FIRST_OF_ALL[what]) <= before * 1.1


PAGE = """query($id: ID!, $first: Int = 5, $after: String) { topic(by: {id: $id}) {
  works(first: $first, after: $after, orderBy: {field: CITATIONS, direction: DESC}) {
    nodes { id } pageInfo { endCursor hasNextPage hasPreviousPage } } } }"""


@pytest.mark.usefixtures("small_graph")
async def test_pages_of_a_hub_cost_what_is_on_them_whatever_else_it_has(weigher: Weigher) -> None:
    weigher.add(MANY)
    first = await weigher.hits(PAGE, id=MANY)
    after = weigher.data["topic"]["works"]["pageInfo"]["endCursor"]
    further = await weigher.hits(PAGE, id=MANY, after=after)
    assert weigher.data["topic"]["works"]["pageInfo"] | {"endCursor": ""} == {
        "endCursor": "",
        "hasNextPage": True,
        "hasPreviousPage": True,
    }
    # To look at each of its works once costs three times that.
    assert max(first, further) < WORKS[MANY]


async def test_a_slice_of_a_hub_costs_what_is_in_it_whatever_else_it_has(weigher: Weigher) -> None:
    weigher.add(MANY)
    hits = await weigher.hits("query($id: ID!) { researchGraph(seeds: [$id], perKind: 5) { nodes { id } } }", id=MANY)
    assert len(weigher.data["researchGraph"]["nodes"]) == 6
    assert hits < WORKS[MANY]


@pytest.mark.usefixtures("small_graph")
@pytest.mark.parametrize(
    ("label", "edge"),
    [("Researcher", "COLLABORATED_WITH"), ("Institution", "AFFILIATED_WITH"), ("Work", "CITES")],
)
async def test_a_slice_goes_by_the_front_of_a_hub(weigher: Weigher, endpoint: Endpoint, label: str, edge: str) -> None:
    hub, size = f"{label[0].lower()}_weighedhubaaaaaa", 2_000
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run(HUBS, size=size).consume()
        ask = partial(weigher.hits, SLICE, id=hub, edge=edge)
        # The works are met among the most cited of all then.
        assert await ask() > size or label == "Work"
        nearest = weigher.data
        with session.begin_transaction() as transaction:
            make_fronts(Transaction(transaction), label, [hub])
            transaction.commit()
        assert await ask() < size / 2
    assert weigher.data == nearest
    assert {node["label"] for node in nearest["researchGraph"]["nodes"]} == {
        "Hub",
        *(f"Near {k}" for k in range(size - 4, size + 1)),
    }

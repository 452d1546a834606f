"""Lists of hubs, whose rows are found among those of the whole graph, are the sorted truth like those of others."""

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from graphdb import hub_rows
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.lists import list_page_cypher
from tests.integration.schema.test_paging import CONNECTION, PERSON_FIELDS, WORK_FIELDS, in_order, read_all

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import Row

WORKS, PEOPLE = 120, 60
SIZE = 9
"""Of a page."""
TITLES = ["Alpha", "alpha", "Zürich", "～ tilde", "🧬 helix", "深層"]
MAKE = """
UNWIND $works AS w CREATE (n:Work:Hub) SET n = w
WITH collect(n) AS works
UNWIND $people AS row CREATE (r:Researcher:Hub) SET r = row
WITH works, collect(r) AS people
CREATE (t:Topic:Hub {id: 't_hub', slug: 'hub-topic', name: 'Hub', worksCount: 0, citationCount: 0}),
  (i:Institution:Hub {id: 'i_hub', slug: 'hub-institution', name: 'Hub', worksCount: $many, citationCount: 0}),
  (s:Source:Hub {id: 's_hub', slug: 'hub-source', name: 'Hub', worksCount: 0, citationCount: 0}),
  (c:Work:Hub {id: 'w_cited', slug: 'hub-work', title: 'Cited', plainTitle: 'Cited', sortYear: 1990, citationCount: 0,
    importedAt: '2020'})
WITH works, people, t, i, s, c, people[0] AS hub
CALL (works, t) { UNWIND works AS n WITH n, t WHERE n.about CREATE (n)-[:ABOUT]->(t) }
CALL (works, s) { UNWIND works AS n WITH n, s WHERE n.in CREATE (n)-[:PUBLISHED_IN]->(s) }
CALL (works, c) { UNWIND works AS n WITH n, c WHERE n.cites CREATE (n)-[:CITES]->(c) }
CALL (works, hub) { UNWIND works AS n WITH n, hub WHERE n.by
  CREATE (hub)-[:AUTHORED {position: 0, institutionIds: CASE WHEN n.at THEN ['i_hub'] ELSE [] END}]->(n) }
CALL (people, i) { UNWIND people AS r WITH r, i WHERE r.at CREATE (r)-[:AFFILIATED_WITH]->(i) }
"""


@pytest.fixture(scope="module")
def hubs(endpoint: Endpoint) -> Iterator[dict[str, "list[Row]"]]:
    """Works and people, of most of which it is true that they are one thing's: written `about`, `in`, `by`, ….

    Of the works `by` the hub person, none is of the later years.
    """
    dice = random.Random(5)
    works: list[Row] = [
        {
            "id": f"w_hub{dice.randrange(10**6):06}{i}",
            "title": title,
            "plainTitle": title,
            "sortYear": year,
            "citationCount": dice.choice([0, 0, 0, 1, 2, 7]),
            "importedAt": dice.choice(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"]),
            "by": year < 2003,
            "at": dice.random() < 0.9,
        }
        | {name: dice.random() < 0.8 for name in ("about", "in", "cites")}
        for i in range(WORKS)
        for title, year in [(dice.choice(TITLES), dice.choice([2000, 2001, 2001, 2002, 2002, 2003]))]
    ]
    people: list[Row] = [
        {
            "id": f"r_hub{dice.randrange(10**6):06}{i}",
            "slug": f"hub-person-{i}",
            "name": dice.choice(TITLES),
            "worksCount": dice.randrange(3),
            "citationCount": dice.randrange(3),
            "hIndex": dice.randrange(2),
            # The first one wrote the works.
            "at": i == 0 or dice.random() < 0.9,
        }
        for i in range(PEOPLE)
    ]
    with open_driver(endpoint) as driver:
        many = sum(work["by"] and work["at"] for work in works)
        driver.execute_query(MAKE, works=works, people=people, many=many, database_=endpoint.database)
        try:
            yield {"works": works, "people": people}
        finally:
            driver.execute_query("MATCH (n:Hub) DETACH DELETE n", database_=endpoint.database)


LISTS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "researcher.works": ("hub-person-0", ("by",), "works"),
    "topic.works": ("hub-topic", ("about",), "works"),
    "source.works": ("hub-source", ("in",), "works"),
    "work.citedBy": ("hub-work", ("cites",), "works"),
    "institution.works": ("hub-institution", ("by", "at"), "works"),
    "institution.researchers": ("hub-institution", ("at",), "people"),
}
"""Type and field: the slug of a parent, and what is true of its rows."""
ORDERS = [
    *[("topic.works", field) for field in WORK_FIELDS],
    *[("institution.researchers", field) for field in PERSON_FIELDS],
    *[("researcher.works", field) for field in ("YEAR", "TITLE")],
    ("source.works", "CITATIONS"),
    ("work.citedBy", "YEAR"),
    ("institution.works", "CITATIONS"),
]


@pytest.fixture(params=["20000", "25"], ids=["far", "near"])
def reach(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """How many nodes are asked at most: with few, some pages have to be sorted after all.

    Whatever else the store holds, the lists count as those of hubs.
    """
    monkeypatch.setattr(hub_rows, "REACH", request.param)
    monkeypatch.setattr(hub_rows, "DEARER", "0.001")
    list_page_cypher.cache_clear()
    yield
    list_page_cypher.cache_clear()


@pytest.mark.usefixtures("small_graph", "reach")
@pytest.mark.parametrize("order", ["ASC forward", "ASC backward", "DESC forward", "DESC backward"])
@pytest.mark.parametrize("listed", ORDERS, ids="-".join)
async def test_a_list_of_a_hub_read_in_pages_is_the_sorted_truth(
    ask: "Ask", hubs: dict[str, "list[Row]"], listed: tuple[str, str], order: str
) -> None:
    name, field = listed
    slug, true_of_rows, kind = LISTS[name]
    root, list_name = name.split(".")
    direction, way = order.split()
    fields, tie = (WORK_FIELDS, "plainTitle") if kind == "works" else (PERSON_FIELDS, "name")
    rows = [row for row in hubs[kind] if all(row[truth] for truth in true_of_rows)]

    def page(arguments: str) -> str:
        order_by = f"orderBy: {{field: {field}, direction: {direction}}}"
        return f'{{ {root}(by: {{slug: "{slug}"}}) {{ {list_name}({arguments}, {order_by}) {CONNECTION} }} }}'

    read = await read_all(ask, page, [root, list_name], SIZE, way == "backward")
    assert read == in_order(rows, fields[field], direction == "DESC", tie)


@pytest.mark.usefixtures("small_graph")
async def test_lists_of_hubs_and_of_others_are_read_by_one_text(ask: "Ask", hubs: dict[str, "list[Row]"]) -> None:
    text = "query($slug: String!) { topic(by: {slug: $slug}) { works(first: 3) { nodes { id } } } }"
    answers: list[Any] = [await ask(text, slug=slug) for slug in ("hub-topic", "small-topic-1")]
    assert answers[0].calls == answers[1].calls
    rows = in_order([row for row in hubs["works"] if row["about"]], "sortYear", True, "plainTitle")
    assert [node["id"] for node in answers[0].data["topic"]["works"]["nodes"]] == rows[:3]

"""Lists of topics, institutions and sources under filters are the truth, filtered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.integration.schema.filters.truth import Filter, Test, ids

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import Row, SmallGraph

OTHERS: list[tuple[str, str, Callable[["SmallGraph"], Filter], Test]] = [
    ("topics", "Topic", lambda g: {"name": "ather"}, lambda g, t: t == 4),
    ("topics", "Topic", lambda g: {"schemes": ["openalex"], "level": {"gte": 1, "lte": 1}}, lambda g, t: t % 3 == 1),
    ("topics", "Topic", lambda g: {"broader": ids(g.topics, 0)}, lambda g, t: t > 0),
    ("topics", "Topic", lambda g: {"minWorks": 12}, lambda g, t: g.topics[t]["worksCount"] >= 12),
    ("topics", "Topic", lambda g: {"minCitations": 40}, lambda g, t: g.topics[t]["citationCount"] >= 40),
    ("institutions", "Institution", lambda g: {"name": "institute 2"}, lambda g, i: i % 3 == 2),
    ("institutions", "Institution", lambda g: {"countries": ["DE", "FR"]}, lambda g, i: i % 3 > 0),
    ("institutions", "Institution", lambda g: {"types": ["education"]}, lambda g, i: True),
    ("institutions", "Institution", lambda g: {"partOf": ids(g.institutions, 0)}, lambda g, i: i > 0),
    (
        "institutions",
        "Institution",
        lambda g: {"or": [{"name": "institute 2"}, {"minWorks": 8}]},
        lambda g, i: i % 3 == 2 or g.institutions[i]["worksCount"] >= 8,
    ),
    ("sources", "Source", lambda g: {"name": "annals"}, lambda g, s: s in {1, 2}),
    ("sources", "Source", lambda g: {"kinds": ["archive"]}, lambda g, s: s == 0),
    ("sources", "Source", lambda g: {"not": {"kinds": ["archive"]}, "minWorks": 1}, lambda g, s: s > 0),
]


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: f"{case[0]}-{OTHERS.index(case)}")
async def test_topics_institutions_and_sources_under_a_filter_are_those_that_fulfil_it(
    ask: "Ask", indexed_graph: "SmallGraph", case: tuple[str, str, Callable[["SmallGraph"], Filter], Test]
) -> None:
    g = indexed_graph
    name, kind, given, fulfils = case
    text = f"query($filter: {kind}Filter) {{ {name}(filter: $filter, first: 1000) {{ totalCount nodes {{ id }} }} }}"
    answer = await ask(text, filter=given(g))
    assert answer.errors == []
    rows: list[Row] = getattr(g, name)
    found = [node["id"] for node in answer.data[name]["nodes"]]
    assert answer.data[name]["totalCount"] == len(found)
    assert {id_ for id_ in found if id_ in {row["id"] for row in rows}} == {
        row["id"] for i, row in enumerate(rows) if fulfils(g, i)
    }


async def test_narrower_topics_and_a_persons_institutions_are_filtered_too(
    ask: "Ask", indexed_graph: "SmallGraph"
) -> None:
    g = indexed_graph
    answer = await ask(
        """{
          topic(by: {slug: "small-topic-0"}) { narrower(filter: {name: "vision"}) { totalCount nodes { id } } }
          institution(by: {slug: "small-institution-0"}) {
            children(filter: {countries: "DE"}) { totalCount nodes { id } }
          }
          researcher(by: {slug: "small-person-0"}) {
            institutions(filter: {countries: ["DE"]}) { totalCount edges { works node { id } } }
            topics(filter: {name: "äther OR a"}) { totalCount nodes { id } }
          }
        }"""
    )
    assert answer.errors == []
    assert answer.data["topic"]["narrower"] == {"totalCount": 1, "nodes": [{"id": g.topics[3]["id"]}]}
    children = answer.data["institution"]["children"]
    assert children["totalCount"] == len(children["nodes"]) == 2
    person = answer.data["researcher"]
    there = {a["i"]: a["works"] for a in g.affiliations if a["r"] == 0 and a["i"] % 3 == 1}
    assert person["institutions"]["totalCount"] == len(there)
    assert {edge["node"]["id"]: edge["works"] for edge in person["institutions"]["edges"]} == {
        g.institutions[i]["id"]: works for i, works in there.items()
    }
    assert {node["id"] for node in person["topics"]["nodes"]} <= set(ids(g.topics, 4, 5))

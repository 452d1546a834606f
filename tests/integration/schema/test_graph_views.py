"""Saved views as the API saves and gives them."""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from neo4j.exceptions import ClientError

from graphdb import graph_views
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.ids import node_id

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

SAVE = """
mutation($input: GraphViewInput!) { saveGraphView(input: $input) {
  __typename
  ... on GraphViewSaved { view { ...whole } }
  ... on UserError { message code }
  ... on UnknownSeedsError { seeds } } }
fragment whole on GraphView { id name description createdAt seeds depth kinds edges perKind years { gte lte } exclude
  layout pins { id x y } }
"""
READ = """
query($id: ID!) { graphView(id: $id) { id name description createdAt seeds depth kinds edges perKind years { gte lte }
  exclude layout pins { id x y } slice { id nodes { id depth } edges { id } missing } } }
"""
UNKNOWN = "w_aaaaaaaaaaaaaaaa"


@pytest.fixture(autouse=True)
def no_views(endpoint: Endpoint) -> Iterator[None]:
    with open_driver(endpoint) as driver:
        driver.execute_query("MATCH (v:GraphView) DETACH DELETE v")
        yield
        driver.execute_query("MATCH (v:GraphView) DETACH DELETE v")


async def save(ask: "Ask", **given: Any) -> Any:
    answer = await ask(SAVE, input=given)
    assert answer.errors == []
    return answer.data["saveGraphView"]


def whole_input(g: "SmallGraph") -> dict[str, Any]:
    return {
        "seeds": [g.researchers[1]["id"], g.works[0]["id"]],
        "depth": 2,
        "perKind": 3,
        "kinds": ["WORK", "RESEARCHER"],
        "edges": ["CITES", "AUTHORED"],
        "years": {"gte": 2016},
        "exclude": [g.works[7]["id"]],
        "layout": "force",
        "pins": [{"id": g.works[0]["id"], "x": 3, "y": -4.127}],
        "name": "  Ada’s <b>works</b> ",
        "description": "深層 🧬",
    }


async def test_a_view_is_given_back_as_it_was_saved_and_asks_the_graph_again(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    given = whole_input(small_graph)
    saved = (await save(ask, **given))["view"]
    assert saved["id"].startswith("v_")
    assert saved == {
        **given,
        "seeds": sorted(given["seeds"]),
        "kinds": ["RESEARCHER", "WORK"],
        "edges": ["AUTHORED", "CITES"],
        "years": {"gte": 2016, "lte": None},
        "pins": [{"id": small_graph.works[0]["id"], "x": 3.0, "y": -4.13}],
        "name": "Ada’s <b>works</b>",
        "id": saved["id"],
        "createdAt": saved["createdAt"],
    }
    read = (await ask(READ, id=saved["id"])).data["graphView"]
    slice_ = read.pop("slice")
    assert read == saved
    arguments = {name: given[name] for name in ("seeds", "depth", "perKind", "kinds", "edges", "years", "exclude")}
    asked = await ask(
        """query($seeds: [ID!]!, $depth: Int!, $perKind: Int!, $kinds: [EntityKind!], $edges: [EdgeKind!],
             $years: YearRange, $exclude: [ID!]) {
           researchGraph(seeds: $seeds, depth: $depth, perKind: $perKind, kinds: $kinds, edges: $edges, years: $years,
             exclude: $exclude) { id nodes { id depth } edges { id } missing } }""",
        **arguments,
    )
    assert slice_ == asked.data["researchGraph"]
    assert len(slice_["nodes"]) > 5


async def test_saving_again_changes_nothing_and_saving_at_once_saves_once(
    ask: "Ask", small_graph: "SmallGraph", endpoint: Endpoint
) -> None:
    given = whole_input(small_graph)
    answers = await asyncio.gather(*(save(ask, **given) for _ in range(8)))
    assert len({answer["view"]["id"] for answer in answers}) == 1
    with open_driver(endpoint) as driver:
        driver.execute_query("MATCH (v:GraphView) SET v.createdAt = '2020-01-01T00:00:00Z'")
        again = await save(ask, **{**given, "seeds": given["seeds"][::-1], "kinds": ["RESEARCHER", "WORK"]})
        assert again["view"]["createdAt"] == "2020-01-01T00:00:00Z"
        renamed = await save(ask, **{**given, "name": "Another"})
        assert renamed["view"]["id"] != again["view"]["id"]
        [[count]] = driver.execute_query("MATCH (v:GraphView) RETURN count(v)").records
    assert count == 2


async def test_a_view_of_the_least_has_the_defaults_of_the_graph(ask: "Ask", small_graph: "SmallGraph") -> None:
    view = (await save(ask, seeds=[small_graph.works[0]["id"]]))["view"]
    assert (view["depth"], view["perKind"], len(view["kinds"]), len(view["edges"])) == (1, 12, 5, 8)
    assert {name: view[name] for name in ("name", "description", "layout", "years")} == dict.fromkeys(
        ("name", "description", "layout", "years")
    )
    assert (view["exclude"], view["pins"]) == ([], [])
    read = (await ask(READ, id=view["id"])).data["graphView"]
    del read["slice"]
    assert read == view


async def test_saving_is_one_call_and_views_are_read_together(ask: "Ask", small_graph: "SmallGraph") -> None:
    given = whole_input(small_graph)
    answer = await ask(SAVE, input=given)
    assert len(answer.calls) == 1
    other = await save(ask, seeds=[small_graph.works[0]["id"]])
    ids = {"a": answer.data["saveGraphView"]["view"]["id"], "b": other["view"]["id"]}
    read = await ask(
        "query($a: ID!, $b: ID!) { a: graphView(id: $a) { id } b: graphView(id: $b) { id } "
        'c: graphView(id: "v_x") { id } }',
        **ids,
    )
    assert read.data == {"a": {"id": ids["a"]}, "b": {"id": ids["b"]}, "c": None}
    assert len(read.calls) == 1


async def test_a_seed_that_was_merged_away_is_saved_and_answers(ask: "Ask", small_graph: "SmallGraph") -> None:
    view = (await save(ask, seeds=[node_id("Work", "small-graph", "merged away")]))["view"]
    slice_ = (await ask(READ, id=view["id"])).data["graphView"]["slice"]
    assert slice_["nodes"][0]["id"] == small_graph.works[0]["id"]


async def test_seeds_that_name_nothing_are_named_and_nothing_is_saved(
    ask: "Ask", small_graph: "SmallGraph", endpoint: Endpoint
) -> None:
    refused = await save(ask, seeds=[small_graph.works[0]["id"], UNKNOWN])
    assert (refused["__typename"], refused["code"], refused["seeds"]) == (
        "UnknownSeedsError",
        "UNKNOWN_SEEDS",
        [UNKNOWN],
    )
    assert UNKNOWN in refused["message"]
    with open_driver(endpoint) as driver:
        assert driver.execute_query("MATCH (v:GraphView) RETURN v").records == []


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ({"seeds": []}, "BAD_BOUND", "`seeds` may hold 1 to 100 ids, not 0"),
        ({"seeds": ["nobody"]}, "BAD_ID", "is not an id"),
        ({"depth": 4}, "BAD_BOUND", "`depth` may be 1 to 3, not 4"),
        ({"perKind": 51}, "BAD_BOUND", "`perKind`"),
        ({"years": {"gte": 2, "lte": 1}}, "BAD_BOUND", "`years`"),
        ({"exclude": ["nobody"]}, "BAD_ID", "is not an id"),
        ({"exclude": [UNKNOWN] * 1001}, "BAD_BOUND", "`exclude`"),
        ({"name": "x" * 201}, "BAD_BOUND", "`name` may have 200 characters"),
        ({"pins": [{"id": UNKNOWN, "x": 1e9, "y": 0}]}, "BAD_BOUND", "coordinate of a pin"),
    ],
    ids=lambda value: str(value)[:40],
)
async def test_what_cannot_be_saved_is_a_user_error(
    ask: "Ask", small_graph: "SmallGraph", given: dict[str, Any], code: str, said: str
) -> None:
    refused = await save(ask, **{"seeds": [small_graph.works[0]["id"]], **given})
    assert (refused["__typename"], refused["code"]) == ("InvalidGraphViewError", code)
    assert said in refused["message"]


async def test_a_full_graph_refuses_new_views_and_knows_the_old_ones(
    ask: "Ask", small_graph: "SmallGraph", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph_views, "MAX_VIEWS", 1)
    seeds = [small_graph.works[0]["id"]]
    first = await save(ask, seeds=seeds)
    refused = await save(ask, seeds=seeds, depth=2)
    assert (refused["__typename"], refused["code"]) == ("GraphViewsFullError", "GRAPH_VIEWS_FULL")
    assert await save(ask, seeds=seeds) == first


async def test_what_reads_cannot_write(graph: Graph) -> None:
    with pytest.raises(ClientError):
        await graph.read("CREATE (v:GraphView {id: 'v_x'})")

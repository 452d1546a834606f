"""Files of slices of the graph over real HTTP, read back by networkx and compared with what GraphQL answers."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import httpx
import networkx as nx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

if TYPE_CHECKING:
    from tests.integration.server.exports.conftest import Library

Ask = Callable[..., Any]
SLICE = """
query($seeds: [ID!]!, $depth: Int!, $perKind: Int!, $kinds: [EntityKind!], $edges: [EdgeKind!], $years: YearRange,
    $exclude: [ID!]) {
  researchGraph(seeds: $seeds, depth: $depth, perKind: $perKind, kinds: $kinds, edges: $edges, years: $years,
      exclude: $exclude) {
    id seeds missing truncated { node edge direction shown total totalIsExact } counts { kind nodes }
    nodes { id kind label subtitle depth weight degree expandable { remaining } }
    edges { id source target kind weight } } }
"""
ODD = "Bell \x07 and \x00, \x1b[31m, <b>&amp;\r\n\t\ufffe end"


@pytest.fixture(scope="module")
def odd_work(endpoint: Endpoint, library: "Library") -> Iterator[str]:
    """A work whose title has characters that XML has no place for."""
    with open_driver(endpoint) as driver:
        driver.execute_query(
            "MATCH (t:Topic {id: $topic}) CREATE (:Work:ExportTest {id: $id, slug: 'odd', plainTitle: $title, "
            "sortYear: 0, citationCount: 1000000})-[:ABOUT {score: 1.0}]->(t)",
            topic=library.topic,
            id="w_exportoddwork222",
            title=ODD,
        )
        yield "w_exportoddwork222"
        driver.execute_query("MATCH (n:ExportTest {slug: 'odd'}) DETACH DELETE n")


def arguments(library: "Library", **more: Any) -> dict[str, Any]:
    return {"seeds": [library.topic], "depth": 2, "perKind": 7, **more}


def address(extension: str, asked: dict[str, Any], **more: str) -> str:
    def text(value: Any) -> str:
        return ",".join(value) if isinstance(value, list) else json.dumps(value) if isinstance(value, dict) else value

    given = httpx.QueryParams({name: text(value) for name, value in asked.items()} | more)
    return f"/export/graph.{extension}?{given}"


def in_xml(text: str) -> str:
    """What XML can say of a text."""
    return "".join("\ufffd" if c in "\x07\x00\x1b\ufffe" else c for c in text)


def expected_nodes(slice_: dict[str, Any], shown: Callable[[str], str] = str) -> dict[str, dict[str, Any]]:
    return {
        node["id"]: {
            "label": shown(node["label"]),
            "kind": node["kind"],
            **({"subtitle": node["subtitle"]} if node["subtitle"] is not None else {}),
            "depth": node["depth"],
            "weight": node["weight"],
            "degree": node["degree"],
            "remaining": sum(each["remaining"] for each in node["expandable"]),
        }
        for node in slice_["nodes"]
    }


def expected_edges(slice_: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(e["source"], e["target"]): {"kind": e["kind"], "weight": e["weight"]} for e in slice_["edges"]}


ASKED: list[dict[str, Any]] = [
    {},
    {"depth": 1, "perKind": 50},
    {"kinds": ["WORK", "RESEARCHER"], "edges": ["ABOUT", "AUTHORED"]},
    {"years": {"gte": 2001, "lte": 2001}},
    {"years": {"lte": 2000}},
]


@pytest.mark.parametrize("more", ASKED, ids=str)
def test_graphml_is_read_by_networkx_and_is_the_slice_that_graphql_gives(
    client: httpx.Client, library: "Library", odd_work: str, ask: Ask, more: dict[str, Any]
) -> None:
    asked = arguments(library, **more)
    slice_ = ask(SLICE, **asked)["researchGraph"]
    graph = nx.parse_graphml(client.get(address("graphml", asked)).text)
    assert dict(graph.nodes(data=True)) == expected_nodes(slice_, in_xml)
    edges = {(a, b): {k: v for k, v in data.items() if k != "id"} for a, b, data in graph.edges(data=True)}
    assert edges == expected_edges(slice_)
    assert {data["id"] for _, _, data in graph.edges(data=True)} == {edge["id"] for edge in slice_["edges"]}
    assert graph.is_directed()
    assert graph.graph["seeds"] == library.topic
    assert len(edges) == len(slice_["edges"]) > 10


def test_gexf_is_read_by_networkx_and_is_the_slice_that_graphql_gives(
    client: httpx.Client, library: "Library", odd_work: str, ask: Ask
) -> None:
    asked = arguments(library)
    slice_ = ask(SLICE, **asked)["researchGraph"]
    graph = nx.read_gexf(io.BytesIO(client.get(address("gexf", asked)).content), version="1.3")
    assert dict(graph.nodes(data=True)) == expected_nodes(slice_, in_xml)
    edges = {(a, b): {k: v for k, v in data.items() if k != "id"} for a, b, data in graph.edges(data=True)}
    assert edges == expected_edges(slice_)
    assert graph.is_directed()


def test_json_is_node_link_data_with_what_was_left_out(
    client: httpx.Client, library: "Library", odd_work: str, ask: Ask
) -> None:
    asked = arguments(library, seeds=[library.topic, "w_aaaaaaaaaaaaaaaa"])
    slice_ = ask(SLICE, **asked)["researchGraph"]
    response = client.get(address("json", asked))
    graph = nx.node_link_graph(response.json(), edges="edges")
    assert dict(graph.nodes(data=True)) == expected_nodes(slice_)
    assert {(a, b): data for a, b, data in graph.edges(data=True)} == expected_edges(slice_)
    assert list(graph) == [node["id"] for node in slice_["nodes"]]
    for name in ("id", "seeds", "missing", "truncated", "counts"):
        assert graph.graph[name] == slice_[name]
    assert slice_["truncated"]
    assert response.headers["x-missing-ids"] == "w_aaaaaaaaaaaaaaaa"


def test_csv_is_a_table_of_the_edges_or_of_the_nodes(
    client: httpx.Client, library: "Library", odd_work: str, ask: Ask
) -> None:
    asked = arguments(library)
    slice_ = ask(SLICE, **asked)["researchGraph"]
    nodes = {node["id"]: node for node in slice_["nodes"]}

    def rows(**more: str) -> list[dict[str, str]]:
        text = client.get(address("csv", asked, **more)).text
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    assert rows() == rows(table="edges")
    for row, edge in zip(rows(), slice_["edges"], strict=True):
        assert (row["source"], row["target"], row["kind"]) == (edge["source"], edge["target"], edge["kind"])
        assert float(row["weight"]) == edge["weight"]
        assert row["source_kind"] == nodes[edge["source"]]["kind"]
        assert row["target_label"].removeprefix("'") == nodes[edge["target"]]["label"]
    for row, (id_, attributes) in zip(rows(table="nodes"), expected_nodes(slice_).items(), strict=True):
        assert row["id"] == id_
        assert row["label"].removeprefix("'") == attributes["label"]
        assert {name: str(row[name]) for name in ("kind", "depth", "degree", "remaining")} == {
            name: str(attributes[name]) for name in ("kind", "depth", "degree", "remaining")
        }
    assert "bzpeer-nodes-" in client.get(address("csv", asked, table="nodes")).headers["content-disposition"]


def test_what_is_excluded_is_not_in_the_file(client: httpx.Client, library: "Library", ask: Ask) -> None:
    without = [work["id"] for work in library.works[:20]]
    graph = nx.parse_graphml(client.get(address("graphml", arguments(library, exclude=without, perKind=50))).text)
    assert not set(without) & set(graph)
    assert {work["id"] for work in library.works[20:]} <= set(graph)


@pytest.mark.parametrize(
    ("query", "refusal", "says"),
    [
        ("", (400, "BAD_INPUT"), "`seeds` is missing"),
        ("seeds=", (400, "BAD_INPUT"), "seeds names nothing"),
        ("seeds=nobody", (400, "BAD_ID"), "is not an id"),
        ("seeds=w_aaaaaaaaaaaaaaaa", (404, "NOT_FOUND"), "None of the seeds"),
        ("seeds=SEED&depth=4", (400, "BAD_BOUND"), "`depth` may be 1 to 3, not 4"),
        ("seeds=SEED&depth=two", (400, "BAD_INPUT"), "`depth`: Int cannot represent"),
        ("seeds=SEED&depth=" + "9" * 5000, (400, "BAD_INPUT"), "`depth`: Int cannot represent"),
        ("seeds=SEED&depth=%C2%B2", (400, "BAD_INPUT"), "`depth`: Int cannot represent"),
        ("seeds=SEED&perKind=0", (400, "BAD_BOUND"), "`perKind`"),
        ("seeds=SEED&kinds=BOOK", (400, "BAD_INPUT"), "`kinds[0]`: Value 'BOOK' does not exist"),
        ("seeds=SEED&edges=CITES,LIKES", (400, "BAD_INPUT"), "`edges[1]`"),
        ("seeds=SEED&years=2019", (400, "BAD_INPUT"), "`years`: Expected value of type 'YearRange' to be an object"),
        ('seeds=SEED&years={"gte":2020,"lte":2019}', (400, "BAD_BOUND"), "`years`"),
        ("seeds=SEED&table=edges", (400, "BAD_INPUT"), "goes with graph.csv"),
        ("seeds=SEED&depht=2", (400, "BAD_INPUT"), "no parameter 'depht'"),
        ("seeds=SEED&depth=1&depth=2", (400, "BAD_INPUT"), "stands 2 times"),
        ("seeds=" + ",".join(["SEED"] * 101), (400, "BAD_BOUND"), "`seeds` may hold 100 ids, not 101"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_arguments_that_cannot_be_are_named(
    client: httpx.Client, library: "Library", query: str, refusal: tuple[int, str], says: str
) -> None:
    response = client.get(f"/export/graph.graphml?{query.replace('SEED', library.topic)}")
    [error] = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == refusal
    assert says in error["message"]

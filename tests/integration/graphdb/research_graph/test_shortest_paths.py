"""Shortest paths against networkx, on random graphs in a real Neo4j."""

from itertools import islice, pairwise
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph, cypher_calls
from graphdb.ids import node_id
from graphdb.keyset import BadBoundError
from graphdb.research_graph import shortest_paths as module
from graphdb.research_graph.records import EdgeKind, GraphPathRecord
from graphdb.research_graph.shortest_paths import path_request, shortest_paths

if TYPE_CHECKING:
    from tests.integration.graphdb.conftest import Model, RandomGraph, WriteModel

VIAS: list[list[EdgeKind] | None] = [
    None,
    [EdgeKind.COLLABORATED_WITH],
    [EdgeKind.AUTHORED, EdgeKind.CITES],
    [EdgeKind.AUTHORED],
    [EdgeKind.CITES],
    [EdgeKind.ABOUT, EdgeKind.PUBLISHED_IN],
    [],
]


def undirected(model: "Model", via: list[EdgeKind] | None) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(model.nodes)
    graph.add_edges_from((a, b) for kind, a, b, _ in model.edges if via is None or kind in via)
    return graph


def expected_lengths(graph: "nx.Graph[str]", start: str, end: str, max_length: int, limit: int) -> list[int]:
    try:
        found = [len(path) - 1 for path in islice(nx.shortest_simple_paths(graph, start, end), limit)]
    except nx.NetworkXNoPath:
        return []
    return [length for length in found if length <= max_length]


def check_path(graph: "nx.Graph[str]", model: "Model", path: GraphPathRecord, start: str, end: str) -> None:
    ids = [node.id for node in path.nodes]
    assert (ids[0], ids[-1]) == (start, end)
    assert len(ids) == len(set(ids)) == path.length + 1 == len(path.edges) + 1
    assert [node.depth for node in path.nodes] == list(range(path.length + 1))
    stored = {(kind, a, b) for kind, a, b, _ in model.edges}
    for (near, far), edge in zip(pairwise(ids), path.edges, strict=True):
        assert graph.has_edge(near, far)
        assert {near, far} == {edge.source, edge.target}
        assert (edge.kind, edge.source, edge.target) in stored


@pytest.mark.parametrize("halves", [module.HALF_PATHS, 1], ids=["halves of three steps", "halves of two and four"])
async def test_the_shortest_paths_are_those_that_networkx_finds(
    clean_graph: Endpoint, random_graph: "RandomGraph", monkeypatch: pytest.MonkeyPatch, halves: int
) -> None:
    monkeypatch.setattr(module, "HALF_PATHS", halves)
    model = random_graph(21)
    starts = [next(id_ for id_ in model.nodes if id_.startswith(prefix)) for prefix in "rwtis"]
    ends = [list(model.nodes)[i] for i in (0, 20, 30, 50, 70)]
    lengths = set()
    async with Graph.open(clean_graph, timeout=60) as graph:
        for via in VIAS:
            truth = undirected(model, via)
            for start in starts:
                for end in ends:
                    for max_length, limit in ((6, 3), (6, 10), (3, 10)):
                        request = path_request(start, end, via=via, max_length=max_length, limit=limit)
                        found = await shortest_paths(graph, request)
                        assert found is not None
                        expected = [0] if start == end else expected_lengths(truth, start, end, max_length, limit)
                        assert [path.length for path in found] == expected
                        assert len({tuple(node.id for node in path.nodes) for path in found}) == len(found)
                        for path in found:
                            check_path(truth, model, path, start, end)
                        lengths |= set(expected)
    assert lengths == {0, 1, 2, 3, 4, 5, 6}


async def test_of_equally_long_paths_those_over_less_connected_nodes_come_first(
    clean_graph: Endpoint, model: "Model", write_model: "WriteModel"
) -> None:
    one, other, few, many = (node_id("Work", "ties", name) for name in ("one", "other", "few", "many"))
    hub, topic, rest = node_id("Topic", "ties", "hub"), node_id("Topic", "ties", "topic"), node_id("Work", "ties", "x")
    for id_ in (one, other, few, many, rest):
        model.nodes[id_] = {"plainTitle": id_, "citationCount": 0, "year": 2000, "sortYear": 2000}
    for id_ in (hub, topic):
        model.nodes[id_] = {"name": id_, "worksCount": 3}
    for topic_, works in ((hub, (one, other, few, many, rest)), (topic, (one, other))):
        model.edges += [("ABOUT", work, topic_, {"score": 0.5, "primary": False}) for work in works]
    write_model(model)
    async with Graph.open(clean_graph, timeout=60) as graph:
        found = await shortest_paths(graph, path_request(one, other))
        assert found is not None
        assert [path.nodes[1].id for path in found] == [topic, hub]
        shorter = await shortest_paths(graph, path_request(one, other, limit=1))
        assert shorter == found[:1]
    assert [(e.edge, e.remaining) for e in found[1].nodes[1].expandable] == [(EdgeKind.ABOUT, 3)]


async def test_edges_side_by_side_make_one_path(
    clean_graph: Endpoint, model: "Model", write_model: "WriteModel"
) -> None:
    people = [node_id("Researcher", "sides", str(i)) for i in range(2)]
    place = node_id("Institution", "sides", "place")
    for id_ in (*people, place):
        model.nodes[id_] = {"name": id_, "worksCount": 3}
    for person in people:
        for source, works in (("authorship", 2), ("orcid", 5), ("ror", 1)):
            model.edges.append(("AFFILIATED_WITH", person, place, {"source": source, "works": works}))
    write_model(model)
    async with Graph.open(clean_graph, timeout=60) as graph:
        found = await shortest_paths(graph, path_request(*people, limit=10))
    assert found is not None
    assert [[edge.weight for edge in path.edges] for path in found] == [[5.0, 5.0]]


async def test_paths_are_one_call_and_old_ids_are_the_current_ones(
    clean_graph: Endpoint, random_graph: "RandomGraph"
) -> None:
    model = random_graph(22)
    person, work = (next(id_ for id_ in model.nodes if id_.startswith(prefix)) for prefix in "rw")
    with open_driver(clean_graph) as driver, driver.session() as session:
        session.run(
            "MATCH (n:Researcher {id: $id}) CREATE (:Identifier {scheme: 'id', value: $old})-[:IDENTIFIES]->(n)",
            id=person,
            old="r_bbbbbbbbbbbbbbbb",
        ).consume()
    calls: list[str] = []
    token = cypher_calls.set(calls)
    async with Graph.open(clean_graph, timeout=60) as graph:
        found = await shortest_paths(graph, path_request("r_bbbbbbbbbbbbbbbb", work))
        assert len(calls) == 1
        cypher_calls.reset(token)
        assert found == await shortest_paths(graph, path_request(person, work))
        assert await shortest_paths(graph, path_request("r_aaaaaaaaaaaaaaaa", work)) is None
        assert await shortest_paths(graph, path_request(work, "r_aaaaaaaaaaaaaaaa")) is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"max_length": 7}, "maxLength"),
        ({"max_length": 0}, "maxLength"),
        ({"limit": 11}, "limit"),
        ({"limit": 0}, "limit"),
    ],
)
def test_arguments_beyond_their_bounds_are_named(arguments: dict[str, int], said: str) -> None:
    with pytest.raises(BadBoundError, match=said):
        path_request("w_aaaaaaaaaaaaaaaa", "w_aaaaaaaaaaaaaaaa", via=None, **arguments)

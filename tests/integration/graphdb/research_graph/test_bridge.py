"""What joins two sets against networkx, on random graphs in a real Neo4j."""

import random
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.entities import BadIdError
from graphdb.graph import Graph, cypher_calls
from graphdb.keyset import BadBoundError
from graphdb.research_graph import bridge as module
from graphdb.research_graph.bridge import bridge, bridge_request

if TYPE_CHECKING:
    from tests.integration.graphdb.conftest import Model, RandomGraph


def multigraph(model: "Model") -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(model.nodes)
    for kind, start, end, _ in model.edges:
        graph.add_edge(start, end, kind)
    return graph


def joining(graph: "nx.MultiDiGraph[str]", one: set[str], other: set[str]) -> list[str]:
    """What joins the sets, in order."""
    pairs = {
        node: len(set(nx.all_neighbors(graph, node)) & one) * len(set(nx.all_neighbors(graph, node)) & other)
        for node in graph
        if node not in one and node not in other
    }
    found = [node for node, count in pairs.items() if count]
    return sorted(found, key=lambda node: (-pairs[node], graph.degree(node), node))


@pytest.mark.parametrize("few_edges", [module.FEW_EDGES, 3], ids=["edges are read", "edges of many are looked up"])
async def test_what_joins_two_sets_is_what_networkx_finds_beside_both(
    clean_graph: Endpoint, random_graph: "RandomGraph", monkeypatch: pytest.MonkeyPatch, few_edges: int
) -> None:
    monkeypatch.setattr(module, "FEW_EDGES", few_edges)
    model = random_graph(51)
    truth = multigraph(model)
    draw = random.Random(51)
    calls: list[str] = []
    lengths = set()
    async with Graph.open(clean_graph, timeout=60) as graph:
        for sizes in ((1, 1), (1, 4), (5, 2), (3, 3), (10, 10)):
            for first in (3, 100):
                one, other = (set(draw.sample(sorted(model.nodes), size)) for size in sizes)
                token = cypher_calls.set(calls)
                record = await bridge(graph, bridge_request([*sorted(one), "w_aaaaaaaaaaaaaaaa"], sorted(other), first))
                cypher_calls.reset(token)
                expected = joining(truth, one, other)
                lengths.add(len(expected))
                found = [node.id for node in record.nodes if node.depth == 1]
                assert found == expected[:first]
                assert {node.id for node in record.nodes if node.depth == 0} == one | other == set(record.seeds)
                assert record.missing == ["w_aaaaaaaaaaaaaaaa"]
                induced = truth.subgraph([*one, *other, *found])
                assert {(e.source, e.target, e.kind.value) for e in record.edges} == set(induced.edges(keys=True))
                left_out = {
                    end: sum(
                        truth.number_of_edges(end, node) + truth.number_of_edges(node, end) for node in expected[first:]
                    )
                    for end in one | other
                }
                said = dict.fromkeys(one | other, 0)
                for truncation in record.truncated:
                    assert truncation.total_is_exact
                    said[truncation.node] += truncation.total - truncation.shown
                assert said == left_out
    assert len(calls) == 10
    assert max(lengths) > 3


async def test_a_hub_on_one_side_hides_nothing_and_on_both_sides_it_is_said(
    clean_graph: Endpoint, random_graph: "RandomGraph", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOOKED_AT", 4)
    model = random_graph(52)
    truth = multigraph(model)
    neighbours = {node: set(nx.all_neighbors(truth, node)) for node in truth}
    by_degree = sorted(truth, key=lambda node: (truth.degree(node), node))
    large, larger = by_degree[-2:]
    small = next(node for node in by_degree if len(neighbours[node]) == 4 and neighbours[node] & neighbours[larger])
    assert len(neighbours[large]) > 4
    async with Graph.open(clean_graph, timeout=60) as graph:
        for start, end in ((small, larger), (larger, small)):
            exact = await bridge(graph, bridge_request([start], [end], 100))
            assert [n.id for n in exact.nodes if n.depth] == joining(truth, {start}, {end})
            assert exact.truncated == []
        inexact = await bridge(graph, bridge_request([large], [larger], 100))
        heaviest = sorted(
            neighbours[large],
            key=lambda n: (-model.nodes[n].get("worksCount", model.nodes[n].get("citationCount", 0)), n),
        )[:4]
    assert [n.id for n in inexact.nodes if n.depth] == [n for n in joining(truth, {large}, {larger}) if n in heaviest]
    assert {(t.node, t.total_is_exact) for t in inexact.truncated} == {(large, False)}


async def test_a_bridge_has_one_id_for_old_and_current_ids_and_in_any_order(
    clean_graph: Endpoint, random_graph: "RandomGraph"
) -> None:
    model = random_graph(53)
    one, two, three = list(model.nodes)[:3]
    with open_driver(clean_graph) as driver, driver.session() as session:
        session.run(
            "MATCH (n:Researcher {id: $id}) CREATE (:Identifier {scheme: 'id', value: $old})-[:IDENTIFIES]->(n)",
            id=one,
            old="r_bbbbbbbbbbbbbbbb",
        ).consume()
    async with Graph.open(clean_graph, timeout=60) as graph:
        current = await bridge(graph, bridge_request([one, two], [three], 10))
        old = await bridge(graph, bridge_request([two, "r_bbbbbbbbbbbbbbbb"], [three], 10))
        swapped = await bridge(graph, bridge_request([three], [one, two], 10))
        nobody = await bridge(graph, bridge_request(["r_aaaaaaaaaaaaaaaa"], [three], 10))
    assert (old.id, old.nodes, old.edges) == (current.id, current.nodes, current.edges)
    assert swapped.id != current.id
    assert [node.id for node in swapped.nodes[3:]] == [node.id for node in current.nodes[3:]]
    assert ([node.id for node in nobody.nodes], nobody.missing) == ([three], ["r_aaaaaaaaaaaaaaaa"])


@pytest.mark.parametrize(
    ("start", "end", "first", "said"),
    [
        ([], ["w_aaaaaaaaaaaaaaaa"], 1, "`from` may hold 1 to 100 ids, not 0"),
        (["w_aaaaaaaaaaaaaaaa"], ["w_aaaaaaaaaaaaaaaa"] * 101, 1, "`to` may hold 1 to 100 ids, not 101"),
        (["w_aaaaaaaaaaaaaaaa"], ["w_aaaaaaaaaaaaaaaa"], 0, "`first` may be 1 to 100, not 0"),
        (["w_aaaaaaaaaaaaaaaa"], ["w_aaaaaaaaaaaaaaaa"], 101, "`first` may be 1 to 100, not 101"),
    ],
)
def test_arguments_beyond_their_bounds_are_named(start: list[str], end: list[str], first: int, said: str) -> None:
    with pytest.raises(BadBoundError, match=said):
        bridge_request(start, end, first)
    with pytest.raises(BadIdError):
        bridge_request(["somebody"], ["w_aaaaaaaaaaaaaaaa"], 1)

"""Induced graphs against networkx, on random graphs in a real Neo4j."""

import random
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graphdb.endpoint import Endpoint
from graphdb.entities import BadIdError
from graphdb.graph import Graph, cypher_calls
from graphdb.keyset import BadBoundError
from graphdb.research_graph.induced import induced_request
from graphdb.research_graph.traversal import read_slice

if TYPE_CHECKING:
    from tests.integration.graphdb.conftest import RandomGraph


async def test_an_induced_graph_is_the_subgraph_that_networkx_gives(
    clean_graph: Endpoint, random_graph: "RandomGraph"
) -> None:
    model = random_graph(31)
    truth: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for kind, a, b, _ in model.edges:
        truth.add_edge(a, b, kind)
    draw = random.Random(31)
    calls: list[str] = []
    async with Graph.open(clean_graph, timeout=60) as graph:
        for size in (1, 10, 40, len(model.nodes)):
            ids = draw.sample(sorted(model.nodes), size)
            token = cypher_calls.set(calls)
            record = await read_slice(graph, induced_request([*ids, "s_aaaaaaaaaaaaaaaa", ids[0]]))
            cypher_calls.reset(token)
            induced = truth.subgraph(ids)
            assert {node.id for node in record.nodes} == set(ids)
            assert {(edge.source, edge.target, edge.kind.value) for edge in record.edges} == set(
                induced.edges(keys=True)
            )
            assert record.missing == ["s_aaaaaaaaaaaaaaaa"]
            assert record.truncated == []
            left = {node.id: sum(e.remaining for e in node.expandable) for node in record.nodes}
            assert left == {id_: truth.degree(id_) - induced.degree(id_) if id_ in truth else 0 for id_ in ids}
    assert len(calls) == 4


def test_more_than_a_thousand_ids_and_what_is_no_id_are_refused() -> None:
    induced_request(["w_aaaaaaaaaaaaaaaa"] * 1000)
    with pytest.raises(BadBoundError, match="`ids` may hold 1000 ids, not 1001"):
        induced_request(["w_aaaaaaaaaaaaaaaa"] * 1001)
    with pytest.raises(BadIdError):
        induced_request(["nobody"])

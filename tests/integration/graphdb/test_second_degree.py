"""Collaborators of collaborators against networkx, on random graphs in a real Neo4j."""

from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graphdb import second_degree
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph, cypher_calls
from graphdb.keyset import PageArguments, page_request
from graphdb.second_degree import SECOND_DEGREE_ORDER, SecondDegreeKey, second_degree_pages

if TYPE_CHECKING:
    from tests.integration.graphdb.conftest import Model, RandomGraph


def collaborations(model: "Model") -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(id_ for id_ in model.nodes if id_.startswith("r"))
    for kind, a, b, properties in model.edges:
        if kind == "COLLABORATED_WITH":
            graph.add_edge(a, b, **properties)
    return graph


def key(researcher: str, min_shared: int = 1, since: int | None = None) -> SecondDegreeKey:
    request = page_request("Researcher.collaborators", SECOND_DEGREE_ORDER, PageArguments(100), 100)
    return SecondDegreeKey(researcher, request, min_shared, since)


@pytest.mark.parametrize(("min_shared", "since"), [(1, None), (2, None), (1, 2002), (3, 2003)])
async def test_they_are_two_steps_away_over_collaborations_that_are_strong_enough(
    clean_graph: Endpoint, random_graph: "RandomGraph", min_shared: int, since: int | None
) -> None:
    model = random_graph(63)
    everything = collaborations(model)
    enough = everything.edge_subgraph(
        (a, b)
        for a, b, edge in everything.edges(data=True)
        if edge["works"] >= min_shared and (since is None or edge["lastYear"] >= since)
    )
    calls: list[str] = []
    people = sorted(everything)
    async with Graph.open(clean_graph, timeout=60) as graph:
        token = cypher_calls.set(calls)
        pages = await second_degree_pages(graph, [key(person, min_shared, since) for person in people])
        cypher_calls.reset(token)
    assert len(calls) == 1
    most = 0
    for person, page in zip(people, pages, strict=True):
        far = nx.single_source_shortest_path_length(everything, person)
        expected = []
        for other in set(enough) - {person}:
            shared = set(enough[person]) & set(enough[other]) if person in enough else set()
            if far.get(other) != 1 and shared:
                weight = sum(min(enough[person][c]["weight"], enough[c][other]["weight"]) for c in shared)
                expected.append((-weight, model.nodes[other]["name"], other, len(shared)))
                most = max(most, len(shared))
        assert [(-e.weight, e.node.name, e.node.id, e.through_count) for e in page.edges] == sorted(expected)
        assert page.total_count == len(expected)
        assert page.truncated == []
        for edge in page.edges:
            assert (edge.works, edge.first_year, edge.last_year) == (0, None, None)
            shared = set(enough[person]) & set(enough[edge.node.id])
            strongest = sorted(shared, key=lambda c: (-enough[person][c]["weight"], c))
            assert list(edge.through_ids) == strongest[:10]
    assert most > (1 if min_shared == 1 and since is None else 0)


async def test_people_whose_collaborations_are_not_all_followed_are_named(
    clean_graph: Endpoint, random_graph: "RandomGraph", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_degree, "FOLLOWED", 2)
    model = random_graph(62)
    graph_of = collaborations(model)
    person = max(graph_of, key=lambda id_: (graph_of.degree(id_), id_))

    def followed(near: str) -> list[str]:
        return sorted(graph_of[near], key=lambda far: (-graph_of[near][far]["weight"], far))[:2]

    expected = {far for near in followed(person) for far in followed(near)} - set(graph_of[person]) - {person}
    async with Graph.open(clean_graph, timeout=60) as graph:
        [page] = await second_degree_pages(graph, [key(person)])
        [narrowed] = await second_degree_pages(graph, [key(person, since=2002)])
    assert {edge.node.id for edge in page.edges} == expected
    assert {(t.node, t.shown, t.total, t.total_is_exact) for t in page.truncated} == {
        (id_, 2, graph_of.degree(id_), True) for id_ in (person, *followed(person)) if graph_of.degree(id_) > 2
    }
    assert {t.total_is_exact for t in narrowed.truncated} == {False}


async def test_somebody_unknown_has_an_empty_list(clean_graph: Endpoint) -> None:
    async with Graph.open(clean_graph, timeout=60) as graph:
        [page] = await second_degree_pages(graph, [key("r_aaaaaaaaaaaaaaaa")])
    assert (page.edges, page.total_count, page.truncated) == ([], 0, [])

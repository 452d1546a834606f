"""Collaborators of the second degree as the API gives them."""

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph


def expected_order(g: "SmallGraph", person: int) -> list[str]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from((c["a"], c["b"], c["weight"]) for c in g.collaborations)
    found = []
    for other in set(graph) - set(graph[person]) - {person}:
        shared = nx.common_neighbors(graph, person, other)
        weight = sum(min(graph[person][c]["weight"], graph[c][other]["weight"]) for c in shared)
        found.append((-round(weight, 8), g.researchers[other]["name"], g.researchers[other]["id"]))
    return [id_ for _, _, id_ in sorted(found)]


@pytest.mark.parametrize("backward", [False, True], ids=["forward", "backward"])
async def test_pages_of_the_second_degree_join_into_the_sorted_list(
    ask: "Ask", small_graph: "SmallGraph", backward: bool
) -> None:
    size, place, cursor, more = (
        ("last", "before", "startCursor", "hasPreviousPage")
        if backward
        else ("first", "after", "endCursor", "hasNextPage")
    )
    expected = expected_order(small_graph, 3)
    assert len(expected) == 5
    text = (
        f'query($c: String) {{ researcher(by: {{slug: "small-person-3"}}) {{ '
        f"collaborators(degree: 2, {size}: 2, {place}: $c) {{ totalCount pageInfo {{ {cursor} {more} }} "
        "nodes { id } } } }"
    )
    read: list[str] = []
    info: dict[str, Any] = {cursor: None, more: True}
    while info[more]:
        answer = await ask(text, c=info[cursor])
        assert answer.errors == []
        page = answer.data["researcher"]["collaborators"]
        ids = [node["id"] for node in page["nodes"]]
        read = ids + read if backward else read + ids
        info = page["pageInfo"]
        assert page["totalCount"] == 5
    assert read == expected


async def test_those_in_common_are_read_together_and_only_if_asked_for(ask: "Ask", small_graph: "SmallGraph") -> None:
    text = """{ topic(by: {slug: "small-topic-0"}) { researchers { nodes { collaborators(degree: 2) {
                edges { throughCount %s node { name } } } } } } }"""
    plain = await ask(text.replace("%s", ""))
    assert len(plain.calls) == 2
    named = await ask(text.replace("%s", "through(first: 10) { name }"))
    assert named.errors == []
    assert len(named.calls) == 3
    people = named.data["topic"]["researchers"]["nodes"]
    edges = [edge for person in people for edge in person["collaborators"]["edges"]]
    assert edges
    assert all(len(edge["through"]) == edge["throughCount"] for edge in edges)
    first = await ask(
        '{ researcher(by: {slug: "small-person-1"}) { collaborators { edges { throughCount through { id } } } } }'
    )
    listed = first.data["researcher"]["collaborators"]["edges"]
    assert {(edge["throughCount"], len(edge["through"])) for edge in listed} == {(0, 0)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("degree: 3", "`degree` may be 1 or 2, not 3"),
        ("degree: 0", "`degree`"),
        ("degree: 2, minShared: 0", "`minShared`"),
    ],
)
async def test_degrees_beyond_the_second_are_refused(
    ask: "Ask", small_graph: "SmallGraph", arguments: str, said: str
) -> None:
    answer = await ask(
        f'{{ researcher(by: {{slug: "small-person-1"}}) {{ collaborators({arguments}) {{ totalCount }} }} }}'
    )
    assert (answer.data["researcher"]["collaborators"], answer.codes) == (None, ["BAD_BOUND"])
    assert said in answer.errors[0]["message"]


async def test_a_cursor_of_one_degree_is_refused_by_the_other(ask: "Ask", small_graph: "SmallGraph") -> None:
    answer = await ask(
        '{ researcher(by: {slug: "small-person-1"}) { collaborators(first: 1) { pageInfo { endCursor } } } }'
    )
    cursor = answer.data["researcher"]["collaborators"]["pageInfo"]["endCursor"]
    answer = await ask(
        'query($c: String) { researcher(by: {slug: "small-person-1"}) { collaborators(degree: 2, after: $c) '
        "{ totalCount } } }",
        c=cursor,
    )
    assert answer.codes == ["BAD_CURSOR"]

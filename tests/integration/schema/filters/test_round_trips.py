"""How many times, and for what, a filtered list asks Neo4j."""

from typing import TYPE_CHECKING

from tests.integration.schema.filters.truth import ids

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph


async def test_a_total_that_is_not_asked_for_is_not_counted(ask: "Ask", small_graph: "SmallGraph") -> None:
    fragment = "fragment Page on WorkConnection { ... { nodes { id } ...Count } }"
    text = "query($f: WorkFilter) { works(filter: $f) { ...Page } } fragment Count on WorkConnection "
    filter_ = {"topics": ids(small_graph.topics, 0)}
    without = await ask(f"{text} {{ pageInfo {{ endCursor }} }} {fragment}", f=filter_)
    counted = await ask(f"{text} {{ totalCount }} {fragment}", f=filter_)
    assert (without.errors, counted.errors) == ([], [])
    assert counted.data["works"]["totalCount"] == 24
    assert "count(" not in without.calls[0]
    assert "count(" in counted.calls[0]


async def test_lists_of_many_parents_under_one_filter_are_one_call(ask: "Ask", small_graph: "SmallGraph") -> None:
    answer = await ask(
        "query($f: WorkFilter) { researchers(filter: {openToCollaborate: true}) { nodes { name works(filter: $f) "
        "{ totalCount nodes { id } facets(by: TOPIC) { value count } } } } }",
        f={"topics": ids(small_graph.topics, 1)},
    )
    assert answer.errors == []
    assert len(answer.calls) == 3

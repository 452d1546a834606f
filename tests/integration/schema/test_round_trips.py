"""How many times an operation asks Neo4j: once per list and level, however many rows there are."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("slug", ["small-person-0", "small-person-3"])
async def test_a_profile_takes_seven_calls(ask: "Ask", small_graph: "SmallGraph", slug: str) -> None:
    answer = await ask((ROOT / "docs" / "queries" / "profile.graphql").read_text(), slug=slug)
    assert answer.errors == []
    # Researcher, identifiers, affiliation, topics, collaborators, works; then the works' sources.
    assert len(answer.calls) == 7


async def test_a_query_four_levels_deep_takes_a_call_a_level(ask: "Ask", small_graph: "SmallGraph") -> None:
    answer = await ask(
        """{ researcher(by: {slug: "small-person-0"}) { works(first: 10) { nodes { id
               references(first: 10) { nodes { id
                 authorships(first: 5) { nodes { researcher { id
                   works(first: 5) { nodes { id title } } } } } } } } } } }"""
    )
    assert answer.errors == []
    deep = [
        work["id"]
        for own in answer.data["researcher"]["works"]["nodes"]
        for cited in own["references"]["nodes"]
        for authorship in cited["authorships"]["nodes"]
        for work in authorship["researcher"]["works"]["nodes"]
    ]
    assert len(deep) > 50
    assert len(answer.calls) == 5


async def test_lists_that_differ_in_their_arguments_are_read_apart_and_the_same_ones_together(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    answer = await ask(
        """{ works(first: 20) { nodes {
               a: citedBy(first: 3) { nodes { id } }
               b: citedBy(first: 3) { totalCount }
               c: citedBy(first: 4) { nodes { id } }
               d: citedBy(first: 3, orderBy: {field: TITLE, direction: ASC}) { nodes { id } }
               source { id } provenance { run } authorships { nodes { institutions { id } } } } } }"""
    )
    assert answer.errors == []
    # The works; three shapes of citedBy, sources, provenance, authorships; the institutions of all authorships.
    assert len(answer.calls) == 8


async def test_many_look_ups_of_a_kind_are_one_call(ask: "Ask", small_graph: "SmallGraph") -> None:
    fields = " ".join(f'w{i}: work(by: {{slug: "small-work-{i}"}}) {{ title trust: citationCount }}' for i in range(10))
    answer = await ask(f"{{ {fields} }}")
    assert [work["title"] for work in answer.data.values()] == [work["plainTitle"] for work in small_graph.works[:10]]
    assert len(answer.calls) == 1


async def test_a_root_list_with_its_total_is_one_call(ask: "Ask", small_graph: "SmallGraph") -> None:
    answer = await ask("{ works(first: 1000) { totalCount nodes { id title } pageInfo { hasNextPage } } }")
    assert answer.data["works"]["totalCount"] >= 24
    assert len(answer.calls) == 1

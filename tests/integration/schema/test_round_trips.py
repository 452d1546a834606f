"""How many times an operation asks Neo4j: once per list and level, however many rows there are."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.queries.cases import CASES

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("slug", ["small-person-0", "small-person-3"])
async def test_a_profile_takes_one_call(ask: "Ask", small_graph: "SmallGraph", slug: str) -> None:
    answer = await ask((ROOT / "docs" / "queries" / "profile.graphql").read_text(), slug=slug)
    assert answer.errors == []
    assert len(answer.calls) == 1


async def test_a_query_four_levels_deep_reads_only_the_long_lists_of_many_people_apart(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
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
    assert len(answer.calls) == 2


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
    # The works with sources, provenance and authorships; four shapes of citedBy, one of which is only counted and
    # comes with the works; the institutions of all authorships.
    assert len(answer.calls) == 6


async def test_many_look_ups_of_a_kind_are_one_call(ask: "Ask", small_graph: "SmallGraph") -> None:
    fields = " ".join(f'w{i}: work(by: {{slug: "small-work-{i}"}}) {{ title trust: citationCount }}' for i in range(10))
    answer = await ask(f"{{ {fields} }}")
    assert [work["title"] for work in answer.data.values()] == [work["plainTitle"] for work in small_graph.works[:10]]
    assert len(answer.calls) == 1


async def test_a_root_list_with_its_total_is_one_call(ask: "Ask", small_graph: "SmallGraph") -> None:
    answer = await ask("{ works(first: 1000) { totalCount nodes { id title } pageInfo { hasNextPage } } }")
    assert answer.data["works"]["totalCount"] >= 24
    assert len(answer.calls) == 1


@pytest.mark.parametrize(
    "name", ["Q2 profile", "Q3 neighbourhood", "Q5 1,000 works with topics", "list of 100, three levels"]
)
async def test_what_is_measured_is_read_in_one_call_and_nothing_else_of_it(
    ask: "Ask", small_graph: "SmallGraph", name: str
) -> None:
    [asked] = [case.ours for case in CASES if case.name == name]
    given = {"id": small_graph.researchers[0]["id"]} if "$id" in asked else {}
    answer = await ask(asked, **given)
    assert answer.errors == []
    [call] = answer.calls
    # How many rows a list has is asked for to find out whether it is a hub's.
    text = re.sub(r"WITH q WHERE COUNT .*", "", call).replace("e.score, 0.0", "")
    for unasked in ("abstract", "bio", "score", "rawName", "pdfUrl", "COUNT {"):
        assert unasked not in text


async def test_what_is_only_counted_is_not_listed(ask: "Ask", small_graph: "SmallGraph") -> None:
    topic = small_graph.topics[0]["id"]
    answer = await ask(
        f"""{{ topic(by: {{id: "{topic}"}}) {{ name works {{ totalCount }} }}
               works(first: 3) {{ nodes {{ citedBy {{ totalCount }} }} }} researchers {{ totalCount }} }}"""
    )
    assert answer.errors == []
    assert answer.data["topic"]["works"]["totalCount"] == len(small_graph.works_about(0))
    assert len(answer.calls) == 3
    for call in answer.calls:
        # The name that a name stands for, and the rows of the one list that is shown.
        assert call.count("collect(") == ("$names" in call) + ("sortYear" in call)

"""Forged ids, cursors and bounds are coded errors that leave the rest of the answer alone."""

import base64
import json
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from resolvers.context import RequestContext
from schema.build import build_schema

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph


def forged(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ("first: -1", "`first` must be from 0 to 100"),
        ("first: 101", "`first` must be from 0 to 100"),
        ("last: 101", "`last` must be from 0 to 100"),
        ("last: -1", "`last` must be from 0 to 100"),
        ("first: 1, last: 1", "`first` and `last`"),
        ('after: "a", before: "b"', "`after` and `before`"),
        ('first: 1, before: "b"', "`before`"),
        ('last: 1, after: "a"', "`after`"),
    ],
)
async def test_a_bound_that_is_passed_is_named_and_the_rest_answers(
    ask: "Ask", small_graph: "SmallGraph", arguments: str, named: str
) -> None:
    answer = await ask(f'{{ work(by: {{slug: "small-work-0"}}) {{ slug citedBy({arguments}) {{ totalCount }} }} }}')
    assert answer.data == {"work": {"slug": "small-work-0", "citedBy": None}}
    assert answer.codes == ["BAD_BOUND"]
    assert named in answer.errors[0]["message"]
    assert answer.errors[0]["extensions"]["hint"]


@pytest.mark.parametrize("name", ["researchers", "works", "topics", "institutions", "sources"])
async def test_root_lists_give_up_to_a_thousand_rows(ask: "Ask", small_graph: "SmallGraph", name: str) -> None:
    answer = await ask(f"{{ most: {name}(first: 1000) {{ totalCount }} more: {name}(first: 1001) {{ totalCount }} }}")
    assert answer.data["most"]["totalCount"] > 0
    assert (answer.data["more"], answer.codes) == (None, ["BAD_BOUND"])
    assert "1000" in answer.errors[0]["message"]


@pytest.mark.parametrize(
    "arguments", ["minShared: 0", "minShared: -3", "minShared: 2, first: 200"], ids=["none", "negative", "page"]
)
async def test_bounds_of_collaborators_are_named(ask: "Ask", small_graph: "SmallGraph", arguments: str) -> None:
    answer = await ask(
        f'{{ researcher(by: {{slug: "small-person-0"}}) {{ collaborators({arguments}) {{ totalCount }} }} }}'
    )
    assert (answer.data["researcher"]["collaborators"], answer.codes) == (None, ["BAD_BOUND"])


async def test_more_than_a_hundred_ids_are_refused_without_failing_the_other_fields(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    text = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } topic(by: {slug: "small-topic-0"}) { slug } }'
    answer = await ask(text, ids=[small_graph.works[0]["id"]] * 101)
    assert answer.data == {"nodes": None, "topic": {"slug": "small-topic-0"}}
    assert answer.codes == ["BAD_BOUND"]


TAG = "Work.citedBy YEAR DESC"
GOOD = [TAG, 2019, "Alpha", "w_" + "a" * 16]


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "ünï",
        "not a cursor",
        forged(),
        forged(TAG),
        forged({"a": 1}),
        base64.urlsafe_b64encode(b'"text"').decode(),
        base64.urlsafe_b64encode(b"\xff\xfe\xfd").decode(),
        forged(*GOOD, 1),
        forged("Work.citedBy YEAR ASC", *GOOD[1:]),
        forged("Work.references YEAR DESC", *GOOD[1:]),
        forged(TAG, "2019", "Alpha", "w"),
        forged(TAG, 2019.5, "Alpha", "w"),
        forged(TAG, True, "Alpha", "w"),
        forged(TAG, None, "Alpha", "w"),
        forged(TAG, 2**63, "Alpha", "w"),
        forged(TAG, 2019, 7, "w"),
        forged(TAG, 2019, "\ud800", "w"),
        forged(TAG, 2019, "Alpha", ["w"]),
        "A" * 30_000,
    ],
)
@pytest.mark.parametrize("argument", ["after", "before"])
async def test_what_is_no_cursor_of_this_list_in_this_order_is_refused(
    ask: "Ask", small_graph: "SmallGraph", argument: str, cursor: str
) -> None:
    field = f"citedBy({argument}: $c) {{ totalCount }}"
    text = f'query($c: String!) {{ work(by: {{slug: "small-work-0"}}) {{ slug {field} }} }}'
    answer = await ask(text, c=cursor)
    assert answer.data == {"work": {"slug": "small-work-0", "citedBy": None}}
    assert answer.codes == ["BAD_CURSOR"]
    assert argument in answer.errors[0]["message"]


async def test_a_cursor_that_was_written_by_hand_but_right_is_a_place_in_the_list(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    text = (
        'query($c: String!) { work(by: {slug: "small-work-0"}) { citedBy(after: $c, first: 100) { nodes { year } } } }'
    )
    answer = await ask(text, c=forged(*GOOD))
    assert answer.errors == []
    assert {node["year"] for node in answer.data["work"]["citedBy"]["nodes"]} <= {2019, 2018, 2017, 2016, 2015, None}


@pytest.mark.parametrize(
    "id_",
    ["", "x", "r_", "r_short", "q_aaaaaaaaaaaaaaaa", "R_AAAAAAAAAAAAAAAA", "r_aaaaaaaaaaaaaaa1", "r_" + "a" * 500],
)
async def test_what_cannot_be_an_id_is_a_coded_error(ask: "Ask", small_graph: "SmallGraph", id_: str) -> None:
    answer = await ask("query($id: ID!) { node(id: $id) { id } researcher(by: {id: $id}) { id } }", id=id_)
    assert answer.data == {"node": None, "researcher": None}
    assert answer.codes == ["BAD_ID", "BAD_ID"]
    assert len(answer.errors[0]["message"]) < 80
    assert answer.calls == []


@pytest.mark.parametrize("by", [{}, {"slug": "a", "orcid": "b"}, {"slug": None}])
async def test_a_lookup_takes_exactly_one_name(ask: "Ask", by: dict[str, Any]) -> None:
    answer = await ask("query($by: ResearcherLookup!) { researcher(by: $by) { id } }", by=by)
    assert (answer.data, answer.codes) == (None, ["BAD_INPUT"])


async def test_a_graph_that_does_not_answer_is_a_coded_error(
    endpoint: Endpoint, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL):
        async with Graph.open(replace(endpoint, uri="bolt://127.0.0.1:1")) as away:
            result = await build_schema().execute("{ works { totalCount } }", context_value=RequestContext(away))
    assert result.data == {"works": None}
    assert result.errors is not None
    extensions = result.errors[0].extensions or {}
    assert (extensions["code"], extensions["hint"]) == ("GRAPH_UNAVAILABLE", "Try again in a moment.")
    assert "127.0.0.1" not in result.errors[0].message

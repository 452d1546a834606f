"""Works in the order of how well they answer to the words of a filter."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from tests.integration.schema.filters.truth import LISTS, Filter, connection_of, operation

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph


async def test_relevance_puts_first_what_answers_best_and_is_cited_most(
    ask: "Ask", indexed_graph: "SmallGraph"
) -> None:
    text = """query($after: String) {
      works(filter: {text: "alpha", importedFrom: "small"}, first: 3, after: $after,
            orderBy: {field: RELEVANCE, direction: DESC}) {
        totalCount pageInfo { hasNextPage endCursor } nodes { id title citationCount } } }"""
    read: list[Mapping[str, Any]] = []
    after = None
    while True:
        answer = await ask(text, after=after)
        assert answer.errors == []
        page = answer.data["works"]
        read += page["nodes"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert len({work["id"] for work in read}) == len(read) == page["totalCount"] == 7
    assert {work["title"].lower() for work in read} == {"alpha"}
    # The titles are as good as each other.
    assert [work["citationCount"] for work in read] == sorted((w["citationCount"] for w in read), reverse=True)


@pytest.mark.parametrize("list_name", ["works", "topic.works"])
async def test_pages_by_relevance_hold_while_the_index_changes(
    ask: "Ask", indexed_graph: "SmallGraph", endpoint: Endpoint, list_name: str
) -> None:
    text = operation(
        list_name, LISTS[list_name][0], "WorkFilter", "{ pageInfo { hasNextPage endCursor } nodes { id } }"
    )
    variables = {
        "filter": {"text": "abstract", "importedFrom": ["small"]},
        "order": {"field": "RELEVANCE", "direction": "DESC"},
    }
    before = connection_of((await ask(text, **variables)).data, list_name)["nodes"]
    assert len(before) > 10
    read: list[Mapping[str, Any]] = []
    after = None
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        try:
            while True:
                answer = await ask(text, first=4, after=after, **variables)
                page = connection_of(answer.data, list_name)
                read += page["nodes"]
                after = page["pageInfo"]["endCursor"]
                if not page["pageInfo"]["hasNextPage"]:
                    break
                session.run(
                    "UNWIND range(1, 40) AS i CREATE (:Work:Later {plainTitle: 'Later', abstract: 'abstract'})"
                ).consume()
                session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
                assert len(read) <= len(before)
        finally:
            session.run("MATCH (n:Later) DETACH DELETE n").consume()
            session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
    assert read == before


@pytest.mark.parametrize("filter_", [None, {}, {"year": {"gte": 2000}}, {"or": [{"text": "alpha"}]}])
async def test_relevance_without_words_is_refused(
    ask: "Ask", indexed_graph: "SmallGraph", filter_: Filter | None
) -> None:
    text = "query($f: WorkFilter) { works(filter: $f, orderBy: {field: RELEVANCE, direction: DESC}) { totalCount } }"
    answer = await ask(text, f=filter_)
    assert (answer.data, answer.codes) == ({"works": None}, ["BAD_BOUND"])
    assert "`text`" in answer.errors[0]["message"]

"""Filters that cannot be, and cursors of other filters, are coded errors."""

from typing import TYPE_CHECKING

import pytest

from tests.integration.schema.filters.truth import Filter

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph


async def test_a_cursor_of_another_filter_is_refused(ask: "Ask", indexed_graph: "SmallGraph") -> None:
    text = (
        "query($f: WorkFilter, $a: String) { works(filter: $f, first: 1, after: $a) "
        "{ pageInfo { endCursor } nodes { id } } }"
    )
    filters: list[Filter | None] = [None, {"year": {"gte": 2016}}, {"year": {"gte": 2017}}, {"year": {"lte": 2016}}]
    cursors = [(await ask(text, f=f)).data["works"]["pageInfo"]["endCursor"] for f in filters]
    for filter_, own in zip(filters, cursors, strict=True):
        for cursor in cursors:
            answer = await ask(text, f=filter_, a=cursor)
            assert answer.codes == ([] if cursor == own else ["BAD_CURSOR"])
    # Lists of values are sets.
    one = await ask(text, f={"types": ["article", "preprint"]})
    other = await ask(
        text, f={"types": ["preprint", "article", "article"]}, a=one.data["works"]["pageInfo"]["endCursor"]
    )
    assert other.codes == []


@pytest.mark.parametrize(
    ("filter_", "code", "said"),
    [
        ({"topics": ["x"]}, "BAD_ID", "'x' is not an id."),
        ({"topics": ["w_" + "a" * 16]}, "BAD_ID", "is not the id of a topic."),
        ({"or": [{"not": {"authors": ["t_" + "a" * 16]}}]}, "BAD_ID", "is not the id of a researcher."),
        ({"text": "a" * 1001}, "BAD_BOUND", "`text` may hold 1000 characters, not 1001."),
        ({"text": "a " * 65}, "BAD_BOUND", "`text` may hold 64 words, not 65."),
        ({"and": [{"text": "a " * 40}, {"text": "b " * 25}]}, "BAD_BOUND", "`text` may hold 64 words, not 65."),
        ({"or": [{"year": {"gte": 1, "lte": 3}}] * 26}, "BAD_BOUND", "A filter may hold 50 conditions"),
    ],
)
async def test_a_filter_that_cannot_be_is_a_coded_error(
    ask: "Ask", small_graph: "SmallGraph", filter_: Filter, code: str, said: str
) -> None:
    text = "query($f: WorkFilter) { works(filter: $f) { totalCount } stays: works(first: 0) { totalCount } }"
    answer = await ask(text, f=filter_)
    assert answer.data["works"] is None
    assert answer.data["stays"] is not None
    assert answer.codes == [code]
    assert said in answer.errors[0]["message"]

"""Lists of works under filters are the truth, filtered: at the root, below entities, in pages, and counted."""

from typing import TYPE_CHECKING

import pytest

from tests.integration.schema.filters.truth import LISTS, WORKS, connection_of, operation
from tests.integration.schema.small_graph import id_of

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

# Every filter at the root and on a list that several paths lead through; some on the others.
CASES = [
    *[(name, list_name) for name in WORKS for list_name in ("works", "institution.works")],
    *[(name, list_name) for name in ("several", "text and topics", "or") for list_name in LISTS if "." in list_name],
]


@pytest.mark.parametrize(("name", "list_name"), CASES)
async def test_works_under_a_filter_are_those_that_fulfil_it_and_are_counted(
    ask: "Ask", indexed_graph: "SmallGraph", name: str, list_name: str
) -> None:
    g = indexed_graph
    given, fulfils = WORKS[name]
    slug, listed = LISTS[list_name]
    # Of the root list: whatever else is in the store comes from elsewhere.
    filter_ = {"and": [given(g), {"importedFrom": ["small"]}]} if list_name == "works" else given(g)
    text = operation(list_name, slug, "WorkFilter", "{ totalCount nodes { id } }")
    answer = await ask(text, filter=filter_, first=100)
    assert answer.errors == []
    page = connection_of(answer.data, list_name)
    expected = [g.works[w] for w in listed(g) if fulfils(g, w)]
    assert [node["id"] for node in page["nodes"]] == [
        row["id"] for row in sorted(expected, key=lambda row: (-row["sortYear"], row["plainTitle"], row["id"]))
    ]
    assert page["totalCount"] == len(expected)
    assert len(answer.calls) == (1 if list_name == "works" else 2)


KEYS = {"YEAR": "sortYear", "TITLE": "plainTitle", "CITATIONS": "citationCount", "IMPORTED": "importedAt"}


@pytest.mark.parametrize("order", ["YEAR DESC forward", "TITLE ASC backward", "CITATIONS DESC forward"])
@pytest.mark.parametrize("list_name", ["works", "institution.works"])
@pytest.mark.parametrize("name", ["topics", "deep", "open access", "text and topics"])
async def test_a_filtered_list_read_in_pages_is_the_sorted_truth(
    ask: "Ask", indexed_graph: "SmallGraph", name: str, list_name: str, order: str
) -> None:
    g = indexed_graph
    given, fulfils = WORKS[name]
    slug, listed = LISTS[list_name]
    filter_ = {**given(g), "importedFrom": ["small"]}
    field, direction, way = order.split()
    backward = way == "backward"
    rows = sorted((g.works[w] for w in listed(g) if fulfils(g, w)), key=lambda row: (row["plainTitle"], row["id"]))
    rows.sort(key=lambda row: row[KEYS[field]], reverse=direction == "DESC")
    connection = "{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } }"
    text = operation(list_name, slug, "WorkFilter", connection)
    read: list[str] = []
    cursor = None
    while True:
        window = {"last": 3, "before": cursor} if backward else {"first": 3, "after": cursor}
        answer = await ask(text, filter=filter_, order={"field": field, "direction": direction}, **window)
        assert answer.errors == []
        page = connection_of(answer.data, list_name)
        found = [node["id"] for node in page["nodes"]]
        read = found + read if backward else read + found
        info = page["pageInfo"]
        ahead, behind = ("hasPreviousPage", "hasNextPage") if backward else ("hasNextPage", "hasPreviousPage")
        assert info[behind] is (cursor is not None)
        assert page["totalCount"] == len(rows)
        if not info[ahead]:
            break
        cursor = info["startCursor"] if backward else info["endCursor"]
    assert read == [row["id"] for row in rows]


async def test_ids_that_were_merged_away_filter_as_what_they_became(ask: "Ask", indexed_graph: "SmallGraph") -> None:
    old, new = id_of("Researcher", "merged away"), indexed_graph.researchers[0]["id"]
    text = "query($a: [ID!]) { any: works(filter: {authors: $a}) { totalCount } all: works(filter: {allAuthors: $a}) "
    answers = [await ask(text + "{ totalCount } }", a=a) for a in ([old], [new], [old, new])]
    assert [answer.data["any"]["totalCount"] for answer in answers] == [12, 12, 12]
    assert [answer.data["all"]["totalCount"] for answer in answers] == [12, 12, 12]

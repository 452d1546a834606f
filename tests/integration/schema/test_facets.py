"""Facets and groups agree with the truth, and with the list under the filter that they give."""

from collections import Counter
from collections.abc import Iterable
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

DIMENSIONS = ["YEAR", "TYPE", "TOPIC", "INSTITUTION", "SOURCE", "COUNTRY", "AUTHOR"]
LISTS = {"works": "", "topic.works": "small-topic-1", "institution.works": "small-institution-4"}


def values(g: "SmallGraph", w: int, dimension: str) -> set[tuple[str, str]]:
    """The values of a work in a dimension, each with its label."""
    work = g.works[w]
    institutions = {i for row in g.authored if row["w"] == w for i in row["institutions"]}
    entities: dict[str, tuple[list[dict[str, Any]], Iterable[int]]] = {
        "TOPIC": (g.topics, g.topics_of(w)),
        "INSTITUTION": (g.institutions, institutions),
        "SOURCE": (g.sources, (s for work, s in g.published if work == w)),
        "AUTHOR": (g.researchers, g.authors_of(w)),
    }
    if dimension in entities:
        rows, indexes = entities[dimension]
        return {(rows[i]["id"], rows[i]["name"]) for i in indexes}
    if dimension == "YEAR":
        return {(str(work["year"]), str(work["year"]))} if work["year"] else set()
    if dimension == "TYPE":
        return {(work["type"], work["type"])}
    return {(g.institutions[i]["country"],) * 2 for i in institutions}


def listed(g: "SmallGraph", list_name: str) -> set[int]:
    return {"works": set(range(24)), "topic.works": g.works_about(1), "institution.works": g.works_at(4)}[list_name]


def operation(list_name: str, connection: str, variables: str = "") -> str:
    root, _, field = list_name.rpartition(".")
    inner = f"{field}(filter: $filter) {connection}"
    if root:
        inner = f'{root}(by: {{slug: "{LISTS[list_name]}"}}) {{ {inner} }}'
    return f"query($filter: WorkFilter{variables}) {{ {inner} }}"


def connection_of(data: Any, list_name: str) -> Any:
    for name in list_name.split("."):
        data = data[name]
    return data


async def total(ask: "Ask", list_name: str, filter_: Any) -> int:
    answer = await ask(operation(list_name, "{ totalCount }"), filter=filter_)
    assert answer.errors == []
    count: int = connection_of(answer.data, list_name)["totalCount"]
    return count


@pytest.mark.parametrize("list_name", LISTS)
@pytest.mark.parametrize("dimension", DIMENSIONS)
async def test_facets_count_the_works_of_the_list_and_agree_with_the_filter_that_they_give(
    ask: "Ask", indexed_graph: "SmallGraph", dimension: str, list_name: str
) -> None:
    g = indexed_graph
    own = {"importedFrom": ["small"], "minCitations": 2}
    text = operation(
        list_name, "{ facets(by: $by, first: 100) { value label count filter entity { id } } }", ", $by: WorkDimension!"
    )
    answer = await ask(text, filter=own, by=dimension)
    assert answer.errors == []
    facets = connection_of(answer.data, list_name)["facets"]
    expected: Counter[tuple[str, str]] = Counter()
    for w in listed(g, list_name):
        if g.works[w]["citationCount"] >= 2:
            expected.update(values(g, w, dimension))
    assert [(facet["value"], facet["label"], facet["count"]) for facet in facets] == [
        (value, label, count)
        for (value, label), count in sorted(expected.items(), key=lambda item: (-item[1], item[0][1], item[0][0]))
    ]
    is_entity = dimension in {"TOPIC", "INSTITUTION", "SOURCE", "AUTHOR"}
    assert [facet["entity"] for facet in facets] == [{"id": f["value"]} if is_entity else None for f in facets]
    # The page's rows, the facets, and their entities where they are any.
    assert len(answer.calls) <= 2 + is_entity + (list_name != "works")
    for facet in facets[:3]:
        assert await total(ask, list_name, {"and": [own, facet["filter"]]}) == facet["count"]


@pytest.mark.parametrize("list_name", ["works", "institution.works"])
@pytest.mark.parametrize("by", [["YEAR", "TOPIC"], ["COUNTRY", "TYPE", "AUTHOR"], ["INSTITUTION", "YEAR", "TOPIC"]])
async def test_groups_count_the_works_that_share_a_value_in_each_dimension(
    ask: "Ask", indexed_graph: "SmallGraph", by: list[str], list_name: str
) -> None:
    g = indexed_graph
    own = {"importedFrom": ["small"]}
    fields = "{ count filter values { dimension value label entity { id } } }"
    text = operation(list_name, f"{{ groups(by: $by, first: 20) {fields} }}", ", $by: [WorkDimension!]!")
    answer = await ask(text, filter=own, by=by)
    assert answer.errors == []
    groups = connection_of(answer.data, list_name)["groups"]
    expected: Counter[tuple[tuple[str, str], ...]] = Counter()
    for w in listed(g, list_name):
        expected.update(product(*(values(g, w, dimension) for dimension in by)))
    largest = sorted(
        expected.items(), key=lambda item: (-item[1], *(part for value, label in item[0] for part in (label, value)))
    )
    assert [([(v["value"], v["label"]) for v in group["values"]], group["count"]) for group in groups] == [
        (list(shared), count) for shared, count in largest[:20]
    ]
    assert all([v["dimension"] for v in group["values"]] == by for group in groups)
    for group in groups[:3]:
        assert await total(ask, list_name, {"and": [own, group["filter"]]}) == group["count"]


async def test_facets_under_words_are_those_of_the_hits(ask: "Ask", indexed_graph: "SmallGraph") -> None:
    g = indexed_graph
    own = {"text": "parsing", "importedFrom": "small"}
    answer = await ask(operation("works", "{ totalCount facets(by: TYPE) { value count } }"), filter=own)
    assert answer.errors == []
    hits = [w for w in range(24) if "parsing" in (g.works[w]["abstract"] or "")]
    assert answer.data["works"] == {
        "totalCount": len(hits),
        "facets": [{"value": "article", "count": len(hits)}],
    }


@pytest.mark.parametrize(
    "arguments",
    [
        "facets(by: YEAR, first: 0)",
        "facets(by: YEAR, first: 101)",
        "groups(by: [])",
        "groups(by: [YEAR, YEAR])",
        "groups(by: [YEAR, TYPE, TOPIC, AUTHOR])",
        "groups(by: [YEAR], first: -1)",
    ],
)
async def test_bounds_of_facets_and_groups_are_named(ask: "Ask", small_graph: "SmallGraph", arguments: str) -> None:
    answer = await ask(f'{{ topic(by: {{slug: "small-topic-1"}}) {{ slug works {{ {arguments} {{ count }} }} }} }}')
    assert answer.data == {"topic": {"slug": "small-topic-1", "works": None}}
    assert answer.codes == ["BAD_BOUND"]


async def test_facets_of_lists_of_many_parents_are_one_call(ask: "Ask", small_graph: "SmallGraph") -> None:
    answer = await ask(
        """{ topics(filter: {schemes: "openalex"}) { nodes {
               works(first: 1) { totalCount a: facets(by: YEAR) { count } b: facets(by: YEAR) { value } } } } }"""
    )
    assert answer.errors == []
    # The topics with their totals, and the facets: no row of the works is asked for.
    assert len(answer.calls) == 2

"""Lists of people under filters are the truth, filtered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.integration.schema.filters.truth import Filter, Test, affiliations_of, connection_of, ids, topics_of_person

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

PEOPLE: dict[str, tuple[Callable[["SmallGraph"], Filter], Test]] = {
    "name": (lambda g: {"name": "ada"}, lambda g, r: g.researchers[r]["name"].lower() == "ada"),
    "name with signs": (lambda g: {"name": "zoe"}, lambda g, r: r == 8),
    "name with signs that are written apart": (lambda g: {"name": "Zoe\u0308"}, lambda g, r: r == 8),
    "name that is a common word": (lambda g: {"name": "will"}, lambda g, r: r == 1),
    "institutions": (
        lambda g: {"institutions": ids(g.institutions, 0, 4)},
        lambda g, r: bool(affiliations_of(g, r) & {0, 4}),
    ),
    "all institutions": (
        lambda g: {"allInstitutions": ids(g.institutions, 0, 4)},
        lambda g, r: affiliations_of(g, r) >= {0, 4},
    ),
    "topics": (lambda g: {"topics": ids(g.topics, 3)}, lambda g, r: 3 in topics_of_person(g, r)),
    "all topics": (
        lambda g: {"allTopics": ids(g.topics, 3, 4, 5)},
        lambda g, r: topics_of_person(g, r) >= {3, 4, 5},
    ),
    "countries": (
        lambda g: {"countries": ["FR"]},
        lambda g, r: any(g.institutions[i]["country"] == "FR" for i in affiliations_of(g, r)),
    ),
    "works": (lambda g: {"minWorks": 6}, lambda g, r: g.researchers[r]["worksCount"] >= 6),
    "citations": (lambda g: {"minCitations": 20}, lambda g, r: g.researchers[r]["citationCount"] >= 20),
    "trust": (lambda g: {"minTrust": 15}, lambda g, r: r >= 5),
    "open": (lambda g: {"openToCollaborate": True}, lambda g, r: True),
    "closed": (lambda g: {"openToCollaborate": False}, lambda g, r: False),
    "name and not": (
        lambda g: {"name": "ada", "not": {"minWorks": 6}},
        lambda g, r: g.researchers[r]["name"].lower() == "ada" and g.researchers[r]["worksCount"] < 6,
    ),
}
PEOPLE_LISTS: dict[str, tuple[str, Callable[["SmallGraph"], set[int]]]] = {
    "researchers": ("", lambda g: set(range(9))),
    "topic.researchers": ("small-topic-1", lambda g: {r for w in g.works_about(1) for r in g.authors_of(w)}),
    "institution.researchers": (
        "small-institution-4",
        lambda g: {row["r"] for row in g.affiliations if row["i"] == 4},
    ),
    "researcher.collaborators": (
        "small-person-0",
        lambda g: {c["a"] + c["b"] for c in g.collaborations if 0 in (c["a"], c["b"])},
    ),
}


PEOPLE_CASES = [
    *[(name, list_name) for name in PEOPLE for list_name in ("researchers", "topic.researchers")],
    *[("name and not", list_name) for list_name in ("institution.researchers", "researcher.collaborators")],
]


@pytest.mark.parametrize(("name", "list_name"), PEOPLE_CASES)
async def test_people_under_a_filter_are_those_that_fulfil_it_and_are_counted(
    ask: "Ask", indexed_graph: "SmallGraph", name: str, list_name: str
) -> None:
    g = indexed_graph
    given, fulfils = PEOPLE[name]
    slug, listed = PEOPLE_LISTS[list_name]
    root, _, field = list_name.rpartition(".")
    inner = f"{field}(filter: $filter, first: 100) {{ totalCount nodes {{ id }} }}"
    text = f'{root}(by: {{slug: "{slug}"}}) {{ {inner} }}' if root else inner
    # The topics of the small graph are nobody else's.
    filter_ = {**given(g), "or": [{"topics": ids(g.topics, *range(6))}]} if not root else given(g)
    answer = await ask(f"query($filter: ResearcherFilter) {{ {text} }}", filter=filter_)
    assert answer.errors == []
    page = connection_of(answer.data, list_name)
    expected = {g.researchers[r]["id"] for r in listed(g) if fulfils(g, r)}
    assert {node["id"] for node in page["nodes"]} == expected
    assert page["totalCount"] == len(page["nodes"]) == len(expected)

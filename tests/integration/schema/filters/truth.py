"""Filters of works, and which works of the small graph fulfil them."""

from collections.abc import Callable
from typing import Any

from tests.integration.schema.small_graph import Row, SmallGraph

Filter = dict[str, Any]
Test = Callable[[SmallGraph, int], bool]
"""Tells whether the work, person, … of an index is to be found."""


def ids(rows: list[Row], *indexes: int) -> list[str]:
    return [rows[i]["id"] for i in indexes]


def institutions_of(g: SmallGraph, w: int) -> set[int]:
    return {i for row in g.authored if row["w"] == w for i in row["institutions"]}


def countries_of(g: SmallGraph, w: int) -> set[str]:
    return {g.institutions[i]["country"] for i in institutions_of(g, w)}


def sources_of(g: SmallGraph, w: int) -> set[int]:
    return {s for work, s in g.published if work == w}


def affiliations_of(g: SmallGraph, r: int) -> set[int]:
    return {row["i"] for row in g.affiliations if row["r"] == r}


def topics_of_person(g: SmallGraph, r: int) -> set[int]:
    return {t for w in g.works_of(r) for t in g.topics_of(w)}


WORKS: dict[str, tuple[Callable[[SmallGraph], Filter], Test]] = {
    "no condition": (lambda g: {}, lambda g, w: True),
    "null": (lambda g: {"topics": None, "not": None, "year": {"gte": None}}, lambda g, w: True),
    "years": (
        lambda g: {"year": {"gte": 2016, "lte": 2018}},
        lambda g, w: 2016 <= (g.works[w]["year"] or 0) <= 2018,
    ),
    "until a year": (
        lambda g: {"year": {"lte": 2016}},
        lambda g, w: g.works[w]["year"] is not None and g.works[w]["year"] <= 2016,
    ),
    "types": (lambda g: {"types": ["article"]}, lambda g, w: g.works[w]["type"] == "article"),
    "no types": (lambda g: {"types": []}, lambda g, w: False),
    "topics": (
        lambda g: {"topics": ids(g.topics, 1, 2)},
        lambda g, w: bool(g.topics_of(w) & {1, 2}),
    ),
    "no topics": (lambda g: {"topics": []}, lambda g, w: False),
    "all topics": (
        lambda g: {"allTopics": ids(g.topics, 0, 1)},
        lambda g, w: g.topics_of(w) >= {0, 1},
    ),
    "all of no topics": (lambda g: {"allTopics": []}, lambda g, w: True),
    "all topics, one of them unknown": (
        lambda g: {"allTopics": [*ids(g.topics, 0), "t_" + "z" * 16]},
        lambda g, w: False,
    ),
    "institutions": (
        lambda g: {"institutions": ids(g.institutions, 0, 4)},
        lambda g, w: bool(institutions_of(g, w) & {0, 4}),
    ),
    "all institutions": (
        lambda g: {"allInstitutions": ids(g.institutions, 1, 4)},
        lambda g, w: institutions_of(g, w) >= {1, 4},
    ),
    "countries": (lambda g: {"countries": ["DE"]}, lambda g, w: "DE" in countries_of(g, w)),
    "all countries": (
        lambda g: {"allCountries": ["CH", "DE"]},
        lambda g, w: countries_of(g, w) >= {"CH", "DE"},
    ),
    "sources": (lambda g: {"sources": ids(g.sources, 2)}, lambda g, w: 2 in sources_of(g, w)),
    "all sources": (
        lambda g: {"allSources": ids(g.sources, 0, 1)},
        lambda g, w: sources_of(g, w) >= {0, 1},
    ),
    "authors": (lambda g: {"authors": ids(g.researchers, 2, 3)}, lambda g, w: bool(g.authors_of(w) & {2, 3})),
    "all authors": (lambda g: {"allAuthors": ids(g.researchers, 0, 1)}, lambda g, w: g.authors_of(w) >= {0, 1}),
    "open access": (lambda g: {"isOpenAccess": True}, lambda g, w: g.works[w]["isOpenAccess"] is True),
    "not open access": (lambda g: {"isOpenAccess": False}, lambda g, w: g.works[w]["isOpenAccess"] is False),
    "retracted": (lambda g: {"retracted": True}, lambda g, w: w == 3),
    "citations": (lambda g: {"minCitations": 4}, lambda g, w: g.works[w]["citationCount"] >= 4),
    "abstract": (lambda g: {"hasAbstract": False}, lambda g, w: w % 5 == 4),
    "import": (lambda g: {"importedFrom": ["small", "big"]}, lambda g, w: True),
    "other import": (lambda g: {"importedFrom": ["big"]}, lambda g, w: False),
    "text": (lambda g: {"text": "zurich"}, lambda g, w: g.works[w]["plainTitle"] == "Zürich"),
    "text and topics": (
        lambda g: {"text": "pars*", "topics": ids(g.topics, 1)},
        lambda g, w: w % 2 == 0 and w % 5 != 4 and 1 in g.topics_of(w),
    ),
    "text in a venue": (lambda g: {"text": "venue:letters"}, lambda g, w: 3 in sources_of(g, w)),
    "text by an author": (lambda g: {"text": "author:zoe"}, lambda g, w: 8 in g.authors_of(w)),
    "text of no words": (lambda g: {"text": "+!*"}, lambda g, w: False),
    "several": (
        lambda g: {"types": ["article"], "topics": ids(g.topics, 2, 3), "year": {"gte": 2016}, "minCitations": 1},
        lambda g, w: (
            g.works[w]["type"] == "article"
            and bool(g.topics_of(w) & {2, 3})
            and (g.works[w]["year"] or 0) >= 2016
            and g.works[w]["citationCount"] >= 1
        ),
    ),
    "and": (
        lambda g: {"and": [{"topics": ids(g.topics, 1)}, {"authors": ids(g.researchers, 0)}, {"text": "abstract"}]},
        lambda g, w: 1 in g.topics_of(w) and 0 in g.authors_of(w) and w % 5 != 4,
    ),
    "or": (
        lambda g: {"or": [{"topics": ids(g.topics, 1)}, {"text": "zürich"}, {"year": {"lte": 2015}}]},
        lambda g, w: 1 in g.topics_of(w) or g.works[w]["plainTitle"] == "Zürich" or g.works[w]["year"] == 2015,
    ),
    "or of nothing": (lambda g: {"or": []}, lambda g, w: False),
    "or of anything": (lambda g: {"or": [{}, {"retracted": True}]}, lambda g, w: True),
    "not": (
        lambda g: {"not": {"topics": ids(g.topics, 1, 2), "types": ["article"]}},
        lambda g, w: not (g.topics_of(w) & {1, 2} and g.works[w]["type"] == "article"),
    ),
    "not open or unknown": (lambda g: {"not": {"isOpenAccess": True}}, lambda g, w: w % 3 != 0),
    "not in years": (
        lambda g: {"not": {"year": {"gte": 2016}}},
        lambda g, w: (g.works[w]["year"] or 0) < 2016,
    ),
    "not text": (lambda g: {"not": {"text": "parsing"}}, lambda g, w: not (w % 2 == 0 and w % 5 != 4)),
    "not anything": (lambda g: {"not": {}}, lambda g, w: False),
    "deep": (
        lambda g: {
            "year": {"gte": 2016},
            "or": [
                {"not": {"or": [{"authors": ids(g.researchers, 0)}, {"countries": ["FR"]}]}},
                {"and": [{"allTopics": ids(g.topics, 0)}, {"minCitations": 5}]},
            ],
        },
        lambda g, w: (
            (g.works[w]["year"] or 0) >= 2016
            and (
                not (0 in g.authors_of(w) or "FR" in countries_of(g, w))
                or (0 in g.topics_of(w) and g.works[w]["citationCount"] >= 5)
            )
        ),
    ),
}
# Lists of works: an operation with $filter, and the works that it is of.
LISTS: dict[str, tuple[str, Callable[[SmallGraph], set[int]]]] = {
    "works": ("", lambda g: set(range(24))),
    "researcher.works": ("small-person-0", lambda g: g.works_of(0)),
    "topic.works": ("small-topic-0", lambda g: g.works_about(0)),
    "institution.works": ("small-institution-4", lambda g: g.works_at(4)),
    "work.citedBy": ("small-work-0", lambda g: {citing for citing, cited in g.cites if cited == 0}),
}


def operation(list_name: str, slug: str, type_: str, connection: str) -> str:
    head = f"query($filter: {type_}, $first: Int, $after: String, $last: Int, $before: String, $order: WorkOrder)"
    arguments = "filter: $filter, first: $first, after: $after, last: $last, before: $before, orderBy: $order"
    root, _, field = list_name.rpartition(".")
    inner = f"{field}({arguments}) {connection}"
    return f'{head} {{ {root}(by: {{slug: "{slug}"}}) {{ {inner} }} }}' if root else f"{head} {{ {inner} }}"


def connection_of(data: Any, list_name: str) -> Any:
    for name in list_name.split("."):
        data = data[name]
    return data

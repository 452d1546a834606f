"""Lists under filters are the truth, filtered: at the root, below entities, in pages, in every order, and counted."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from hypothesis import strategies as st

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask, Row, SmallGraph

Filter = dict[str, Any]
Test = Callable[["SmallGraph", int], bool]
"""Tells whether the work, person, … of an index is to be found."""


def ids(rows: "list[Row]", *indexes: int) -> list[str]:
    return [rows[i]["id"] for i in indexes]


def institutions_of(g: "SmallGraph", w: int) -> set[int]:
    return {i for row in g.authored if row["w"] == w for i in row["institutions"]}


def countries_of(g: "SmallGraph", w: int) -> set[str]:
    return {g.institutions[i]["country"] for i in institutions_of(g, w)}


def sources_of(g: "SmallGraph", w: int) -> set[int]:
    return {s for work, s in g.published if work == w}


def affiliations_of(g: "SmallGraph", r: int) -> set[int]:
    return {row["i"] for row in g.affiliations if row["r"] == r}


def topics_of_person(g: "SmallGraph", r: int) -> set[int]:
    return {t for w in g.works_of(r) for t in g.topics_of(w)}


WORKS: dict[str, tuple[Callable[["SmallGraph"], Filter], Test]] = {
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
LISTS: dict[str, tuple[str, Callable[["SmallGraph"], set[int]]]] = {
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


@dataclass(frozen=True)
class Combined:
    """A filter made of others."""

    name: str
    """Of one in `WORKS`, or `and`, `or`, `not`."""
    parts: tuple["Combined", ...] = ()

    def given(self, g: "SmallGraph") -> Filter:
        inner = [part.given(g) for part in self.parts]
        match self.name:
            case "and" | "or":
                return {self.name: inner}
            case "not":
                return {"not": inner[0]}
        return WORKS[self.name][0](g)

    def fulfils(self, g: "SmallGraph", w: int) -> bool:
        match self.name:
            case "and":
                return all(part.fulfils(g, w) for part in self.parts)
            case "or":
                return any(part.fulfils(g, w) for part in self.parts)
            case "not":
                return not self.parts[0].fulfils(g, w)
        return WORKS[self.name][1](g, w)


# Those that are combinations themselves would only be deeper.
SINGLE = st.sampled_from([name for name in WORKS if name not in {"and", "or", "not", "deep"}]).map(Combined)
COMBINED = st.recursive(
    SINGLE,
    lambda inner: st.one_of(
        st.builds(Combined, st.sampled_from(["and", "or"]), st.lists(inner, max_size=3).map(tuple)),
        st.builds(Combined, st.just("not"), st.tuples(inner)),
    ),
    max_leaves=8,
)
DIMENSIONS: dict[str, Callable[["SmallGraph", int], set[str]]] = {
    "YEAR": lambda g, w: {str(g.works[w]["year"])} - {"None"},
    "TYPE": lambda g, w: {g.works[w]["type"]},
    "TOPIC": lambda g, w: set(ids(g.topics, *g.topics_of(w))),
    "INSTITUTION": lambda g, w: set(ids(g.institutions, *institutions_of(g, w))),
    "SOURCE": lambda g, w: set(ids(g.sources, *sources_of(g, w))),
    "COUNTRY": countries_of,
    "AUTHOR": lambda g, w: set(ids(g.researchers, *g.authors_of(w))),
}


@hypothesis.settings(
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture], deadline=None, max_examples=25
)
@hypothesis.given(
    combined=COMBINED, list_name=st.sampled_from(["works", "institution.works"]), by=st.sampled_from([*DIMENSIONS])
)
async def test_any_combination_of_filters_lists_counts_and_groups_what_fulfils_it(
    ask: "Ask", indexed_graph: "SmallGraph", combined: Combined, list_name: str, by: str
) -> None:
    g = indexed_graph
    slug, listed = LISTS[list_name]
    connection = f"{{ totalCount nodes {{ id }} facets(by: {by}, first: 100) {{ value count }} }}"
    text = operation(list_name, slug, "WorkFilter", connection)
    answer = await ask(text, filter={"and": [combined.given(g), {"importedFrom": ["small"]}]}, first=100)
    assert answer.errors == []
    page = connection_of(answer.data, list_name)
    expected = [w for w in listed(g) if combined.fulfils(g, w)]
    assert {node["id"] for node in page["nodes"]} == set(ids(g.works, *expected))
    assert page["totalCount"] == len(page["nodes"]) == len(expected)
    counted = Counter(value for w in expected for value in DIMENSIONS[by](g, w))
    assert {facet["value"]: facet["count"] for facet in page["facets"]} == counted


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


OTHERS: list[tuple[str, str, Callable[["SmallGraph"], Filter], Test]] = [
    ("topics", "Topic", lambda g: {"name": "ather"}, lambda g, t: t == 4),
    ("topics", "Topic", lambda g: {"schemes": ["openalex"], "level": {"gte": 1, "lte": 1}}, lambda g, t: t % 3 == 1),
    ("topics", "Topic", lambda g: {"broader": ids(g.topics, 0)}, lambda g, t: t > 0),
    ("topics", "Topic", lambda g: {"minWorks": 12}, lambda g, t: g.topics[t]["worksCount"] >= 12),
    ("topics", "Topic", lambda g: {"minCitations": 40}, lambda g, t: g.topics[t]["citationCount"] >= 40),
    ("institutions", "Institution", lambda g: {"name": "institute 2"}, lambda g, i: i % 3 == 2),
    ("institutions", "Institution", lambda g: {"countries": ["DE", "FR"]}, lambda g, i: i % 3 > 0),
    ("institutions", "Institution", lambda g: {"types": ["education"]}, lambda g, i: True),
    ("institutions", "Institution", lambda g: {"partOf": ids(g.institutions, 0)}, lambda g, i: i > 0),
    (
        "institutions",
        "Institution",
        lambda g: {"or": [{"name": "institute 2"}, {"minWorks": 8}]},
        lambda g, i: i % 3 == 2 or g.institutions[i]["worksCount"] >= 8,
    ),
    ("sources", "Source", lambda g: {"name": "annals"}, lambda g, s: s in {1, 2}),
    ("sources", "Source", lambda g: {"kinds": ["archive"]}, lambda g, s: s == 0),
    ("sources", "Source", lambda g: {"not": {"kinds": ["archive"]}, "minWorks": 1}, lambda g, s: s > 0),
]


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: f"{case[0]}-{OTHERS.index(case)}")
async def test_topics_institutions_and_sources_under_a_filter_are_those_that_fulfil_it(
    ask: "Ask", indexed_graph: "SmallGraph", case: tuple[str, str, Callable[["SmallGraph"], Filter], Test]
) -> None:
    g = indexed_graph
    name, kind, given, fulfils = case
    text = f"query($filter: {kind}Filter) {{ {name}(filter: $filter, first: 1000) {{ totalCount nodes {{ id }} }} }}"
    answer = await ask(text, filter=given(g))
    assert answer.errors == []
    rows: list[Row] = getattr(g, name)
    found = [node["id"] for node in answer.data[name]["nodes"]]
    assert answer.data[name]["totalCount"] == len(found)
    assert {id_ for id_ in found if id_ in {row["id"] for row in rows}} == {
        row["id"] for i, row in enumerate(rows) if fulfils(g, i)
    }


async def test_narrower_topics_and_a_persons_institutions_are_filtered_too(
    ask: "Ask", indexed_graph: "SmallGraph"
) -> None:
    g = indexed_graph
    answer = await ask(
        """{
          topic(by: {slug: "small-topic-0"}) { narrower(filter: {name: "vision"}) { totalCount nodes { id } } }
          institution(by: {slug: "small-institution-0"}) {
            children(filter: {countries: "DE"}) { totalCount nodes { id } }
          }
          researcher(by: {slug: "small-person-0"}) {
            institutions(filter: {countries: ["DE"]}) { totalCount edges { works node { id } } }
            topics(filter: {name: "äther OR a"}) { totalCount nodes { id } }
          }
        }"""
    )
    assert answer.errors == []
    assert answer.data["topic"]["narrower"] == {"totalCount": 1, "nodes": [{"id": g.topics[3]["id"]}]}
    children = answer.data["institution"]["children"]
    assert children["totalCount"] == len(children["nodes"]) == 2
    person = answer.data["researcher"]
    there = {a["i"]: a["works"] for a in g.affiliations if a["r"] == 0 and a["i"] % 3 == 1}
    assert person["institutions"]["totalCount"] == len(there)
    assert {edge["node"]["id"]: edge["works"] for edge in person["institutions"]["edges"]} == {
        g.institutions[i]["id"]: works for i, works in there.items()
    }
    assert {node["id"] for node in person["topics"]["nodes"]} <= set(ids(g.topics, 4, 5))


async def test_ids_that_were_merged_away_filter_as_what_they_became(ask: "Ask", indexed_graph: "SmallGraph") -> None:
    from tests.integration.schema.conftest import id_of

    old, new = id_of("Researcher", "merged away"), indexed_graph.researchers[0]["id"]
    text = "query($a: [ID!]) { any: works(filter: {authors: $a}) { totalCount } all: works(filter: {allAuthors: $a}) "
    answers = [await ask(text + "{ totalCount } }", a=a) for a in ([old], [new], [old, new])]
    assert [answer.data["any"]["totalCount"] for answer in answers] == [12, 12, 12]
    assert [answer.data["all"]["totalCount"] for answer in answers] == [12, 12, 12]


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

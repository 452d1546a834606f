"""A search finds what answers to the query, best first, in pages that hold while the index changes."""

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import Session

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.fulltext.highlight import is_marked
from graphdb.fulltext.indexes import INDEX_OF_KIND
from graphdb.fulltext.query import parse_query
from graphdb.graph import Graph
from graphdb.keyset import PageArguments
from graphdb.research_graph.records import EntityKind
from graphdb.search import MAX_HITS, SearchPage, search
from graphdb.suggestions import suggestions
from graphdb.trails import Trails

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import Row, SmallGraph

SEARCH = """query($query: String!, $kinds: [EntityKind!], $first: Int = 100, $after: String) {
  search(query: $query, kinds: $kinds, first: $first, after: $after) {
    totalCount
    totalCountIsExact
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor score node { __typename id } highlights { field parts { text isMatch } } }
    nodes { id }
  }
}"""
KINDS = {"works": "WORK", "researchers": "RESEARCHER", "topics": "TOPIC", "institutions": "INSTITUTION"} | {
    "sources": "SOURCE"
}
Found = dict[str, Callable[["SmallGraph", int], bool]]
"""By kind, whether the thing of an index is found."""


def titled(*titles: str) -> Callable[["SmallGraph", int], bool]:
    return lambda g, w: g.works[w]["plainTitle"] in titles


def written_by(*people: int) -> Callable[["SmallGraph", int], bool]:
    return lambda g, w: bool(g.authors_of(w) & set(people))


def abstract(word: str) -> Callable[["SmallGraph", int], bool]:
    return lambda g, w: word in (g.works[w]["abstract"] or "")


QUERIES: dict[str, Found] = {
    "alpha": {"works": titled("Alpha", "alpha")},
    "ALPHA": {"works": titled("Alpha", "alpha")},
    "zurich": {"works": titled("Zürich")},
    "Zürich": {"works": titled("Zürich")},
    "Zu\u0308rich": {"works": titled("Zürich")},
    "zuri*": {"works": titled("Zürich")},
    "Zürc*": {},
    "zurihc~": {"works": titled("Zürich")},
    "zurihc": {},
    "深層": {
        "works": lambda g, w: g.works[w]["plainTitle"] == "深層学習" or 6 in g.authors_of(w),
        "researchers": lambda g, r: r == 6,
    },
    "層深": {},
    "title:深層": {"works": titled("深層学習")},
    "helix": {
        "works": lambda g, w: g.works[w]["plainTitle"] == "🧬 helix" or 3 in g.authors_of(w),
        "researchers": lambda g, r: r == 3,
    },
    "title:helix": {"works": titled("🧬 helix")},
    "author:helix": {"works": written_by(3), "researchers": lambda g, r: r == 3},
    "name:zoe": {"works": written_by(8), "researchers": lambda g, r: r == 8},
    "abstract:parsing": {"works": abstract("parsing")},
    '"on parsing"': {"works": abstract("parsing")},
    '"parsing abstract"': {},
    'author:"ada bob"': {},
    'author:"bob p"': {"researchers": lambda g, r: r == 1},
    "parsing OR translation": {"works": lambda g, w: g.works[w]["abstract"] is not None},
    "abstract -parsing": {"works": abstract("translation")},
    "venue:letters parsing": {
        "works": lambda g, w: "Letters" in g.works[w]["venueName"] and "parsing" in (g.works[w]["abstract"] or ""),
    },
    "letters": {"works": lambda g, w: "Letters" in g.works[w]["venueName"], "sources": lambda g, s: s == 3},
    "vision": {"topics": lambda g, t: t in {0, 3}},
    "äther": {"topics": lambda g, t: t == 4},
    "ather": {"topics": lambda g, t: t == 4},
    "institute 1": {"institutions": lambda g, i: i % 3 == 1},
    "will": {"researchers": lambda g, r: r == 1},
    "bob alpha": {"works": lambda g, w: g.works[w]["plainTitle"].lower() == "alpha" and 1 in g.authors_of(w)},
}


def own(g: "SmallGraph", answer: Any) -> list[Any]:
    known = {row["id"] for name in KINDS for row in getattr(g, name)}
    return [edge for edge in answer.data["search"]["edges"] if edge["node"]["id"] in known]


async def whole(ask: "Ask", **variables: Any) -> list[Any]:
    """All edges of a search, read in pages."""
    edges: list[Any] = []
    after = None
    while True:
        answer = await ask(SEARCH, after=after, **variables)
        assert answer.errors == []
        page = answer.data["search"]
        edges += page["edges"]
        assert page["nodes"] == [{"id": edge["node"]["id"]} for edge in page["edges"]]
        assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            assert page["totalCount"] == len(edges)
            return edges


@pytest.mark.parametrize("query", QUERIES)
async def test_what_answers_is_found_and_nothing_else(ask: "Ask", indexed_graph: "SmallGraph", query: str) -> None:
    g = indexed_graph
    edges = await whole(ask, query=query)
    known = {row["id"] for name in KINDS for row in getattr(g, name)}
    expected = {
        getattr(g, name)[i]["id"]
        for name, found in QUERIES[query].items()
        for i in range(len(getattr(g, name)))
        if found(g, i)
    }
    assert {edge["node"]["id"] for edge in edges} & known == expected
    assert len({edge["node"]["id"] for edge in edges}) == len(edges)


async def test_a_search_is_one_call_of_the_database(ask: "Ask", indexed_graph: "SmallGraph") -> None:
    answer = await ask(SEARCH, query="alpha")
    assert len(answer.calls) == 1
    for query, kinds in (("", None), ("-alpha", None), ("alpha", []), ("title:alpha", ["TOPIC"])):
        nothing = await ask(SEARCH, query=query, kinds=kinds)
        assert nothing.calls == []
        assert (nothing.data["search"]["totalCount"], nothing.data["search"]["edges"]) == (0, [])


@pytest.mark.parametrize("query", ["helix", "letters", "alpha OR vision OR institute", "a*"])
async def test_the_order_is_lucenes_score_times_standing_then_id(
    ask: "Ask", indexed_graph: "SmallGraph", endpoint: Endpoint, query: str
) -> None:
    g = indexed_graph
    rows: dict[str, Row] = {row["id"]: row for name in KINDS for row in getattr(g, name)}
    expected: dict[str, float] = {}
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        for index in set(INDEX_OF_KIND.values()):
            for id_, score in session.run(
                "CALL db.index.fulltext.queryNodes($index, $lucene) YIELD node, score RETURN node.id, score",
                index=index.name,
                lucene=index.lucene(parse_query(query)),
            ).values():
                if row := rows.get(id_):
                    count = row["citationCount"] + row.get("worksCount", 0)
                    expected[id_] = score * (1 + 0.5 * math.log10(1 + count))
    edges = await whole(ask, query=query, first=7)
    assert [(-edge["score"], edge["node"]["id"]) for edge in edges] == sorted(
        (-edge["score"], edge["node"]["id"]) for edge in edges
    )
    found = {edge["node"]["id"]: edge["score"] for edge in edges if edge["node"]["id"] in rows}
    assert found == pytest.approx(expected, rel=1e-6)


async def test_kinds_are_found_apart(ask: "Ask", indexed_graph: "SmallGraph") -> None:
    query = "helix OR vision OR institute OR annals"
    everything = await whole(ask, query=query)
    apart = {kind: await whole(ask, query=query, kinds=[kind]) for kind in KINDS.values()}
    for kind, edges in apart.items():
        assert {edge["node"]["__typename"].upper() for edge in edges} == {kind}
    assert sorted(edge["node"]["id"] for edge in everything) == sorted(
        edge["node"]["id"] for edges in apart.values() for edge in edges
    )
    both = await whole(ask, query=query, kinds=["TOPIC", "SOURCE", "TOPIC"])
    assert len(both) == len(apart["TOPIC"]) + len(apart["SOURCE"])


CHANGING = "korrigan OR selkie"


@pytest.fixture
def changing(endpoint: Endpoint) -> Iterator["Changing"]:
    """Twelve works, six with either word of `CHANGING`, of which each change makes the better ones the worse."""
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        try:
            yield Changing(session)
        finally:
            session.run("MATCH (n:Later) DETACH DELETE n").consume()
            session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()


class Changing:
    """Writes between pages."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._written = 0
        self.ids = {f"w_{word}_{i}" for word in ("korrigan", "selkie") for i in range(6)}
        for word in ("korrigan", "selkie"):
            self._write([{"id": f"w_{word}_{i}", "text": word + " and more" * i} for i in range(6)])

    def turn(self) -> None:
        """Make the word that is rarer the more frequent one: whatever has it scores less from now on."""
        self._written += 1
        word = "korrigan" if self._written % 2 else "selkie"
        self._write([{"id": f"w_later_{self._written}_{i}", "text": word} for i in range(20 * self._written)])

    def _write(self, works: list[dict[str, str]]) -> None:
        self._session.run(
            "UNWIND $works AS w "
            "CREATE (:Work:Later {id: w.id, citationCount: 0, plainTitle: 'Later', title: 'Later', abstract: w.text})",
            works=works,
        ).consume()
        self._session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()


async def test_every_hit_comes_once_while_ranks_change_places(ask: "Ask", changing: Changing) -> None:
    first = [node["id"] for node in (await ask(SEARCH, query=CHANGING)).data["search"]["nodes"]]
    read: list[str] = []
    after, turns = None, 0
    while True:
        page = (await ask(SEARCH, query=CHANGING, first=3, after=after)).data["search"]
        read += [node["id"] for node in page["nodes"]]
        assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
        if turns < 6:
            changing.turn()
            turns += 1
    last = [node["id"] for node in (await ask(SEARCH, query=CHANGING)).data["search"]["nodes"]]
    assert [id_ for id_ in last if id_ in changing.ids] != first
    assert len({*read}) == len(read) == page["totalCount"] == 12 + sum(20 * turn for turn in range(1, 7))
    assert {*read} >= changing.ids


async def test_what_changes_after_a_page_does_not_change_what_it_led_to(ask: "Ask", changing: Changing) -> None:
    page = (await ask(SEARCH, query=CHANGING, first=5)).data["search"]
    changing.turn()
    # From the middle of the page: what it gave up to there is left out, what came after may come again.
    middle, given = page["edges"][2]["cursor"], [node["id"] for node in page["nodes"][:3]]
    for _ in range(2):
        rest = [node["id"] for node in (await ask(SEARCH, query=CHANGING, after=middle)).data["search"]["nodes"]]
        assert len(rest) == len({*rest}) == 12 + 20 - 3
        assert not {*rest} & {*given}


async def test_equal_pages_have_equal_cursors(ask: "Ask", changing: Changing) -> None:
    pages = [await ask(SEARCH, query=CHANGING, first=4) for _ in range(2)]
    assert pages[0].data == pages[1].data
    after = pages[0].data["search"]["pageInfo"]["endCursor"]
    further = [await ask(SEARCH, query=CHANGING, first=4, after=after) for _ in range(2)]
    assert further[0].data == further[1].data


async def test_pages_hold_where_what_was_given_is_forgotten(
    graph: Graph, indexed_graph: "SmallGraph", endpoint: Endpoint
) -> None:
    # Another process, or hours later: only the row of the cursor is known, and of one index all scores shrink alike.
    async def page(after: str | None, first: int) -> tuple[list[str], SearchPage]:
        found = await search(graph, Trails(), "abstract", [EntityKind.WORK], PageArguments(first=first, after=after))
        return [edge.node.id for edge in found.edges], found

    before = [id_ for id_ in (await page(None, 100))[0] if not id_.startswith("w_later")]
    read: list[str] = []
    after = None
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        try:
            while not {*before} <= {*read}:
                ids, found = await page(after, 4)
                assert found.has_previous_page == (after is not None)
                read += ids
                after = found.page_info.end_cursor
                assert found.has_next_page or {*before} <= {*read}
                if read[-1] not in before:
                    continue
                # The word becomes more frequent, and every score less.
                session.run(
                    "UNWIND range(1, 40) AS i CREATE (:Work:Later {id: 'w_later_' + $page + '_' + i, citationCount: 0, "
                    "  plainTitle: 'Later', title: 'Later', abstract: 'abstract'})",
                    page=str(len(read)),
                ).consume()
                session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
        finally:
            session.run("MATCH (n:Later) DETACH DELETE n").consume()
            session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
    assert len(before) > 10
    # Once each, in the order that they had.
    assert [id_ for id_ in read if id_ in before] == before


async def test_a_trail_begins_anew_where_it_was_forgotten(graph: Graph, changing: Changing) -> None:
    kinds = [EntityKind.WORK]
    start = await search(graph, Trails(), CHANGING, kinds, PageArguments(first=4))
    # The rest by a process that has not seen the first page, and that remembers its own.
    trails, after = Trails(), start.page_info.end_cursor
    read = [edge.node.id for edge in start.edges]
    while after is not None:
        page = await search(graph, trails, CHANGING, kinds, PageArguments(first=4, after=after))
        read += [edge.node.id for edge in page.edges]
        after = page.page_info.end_cursor if page.has_next_page else None
        assert page.has_previous_page
    assert sorted(read) == sorted(changing.ids)
    assert len(read) == 12


async def test_a_page_goes_on_from_a_row_that_is_gone(
    ask: "Ask", indexed_graph: "SmallGraph", endpoint: Endpoint
) -> None:
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run(
            "UNWIND range(1, 3) AS i "
            "CREATE (:Topic:Later {id: 't_later' + i, name: 'axolotl ' + i, worksCount: 10 - i})"
        ).consume()
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
        try:
            answer = await ask(SEARCH, query="axolotl", first=2)
            assert [node["id"] for node in answer.data["search"]["nodes"]] == ["t_later1", "t_later2"]
            session.run("MATCH (n:Later {id: 't_later2'}) DELETE n").consume()
            after = answer.data["search"]["pageInfo"]["endCursor"]
            rest = await ask(SEARCH, query="axolotl", first=2, after=after)
            assert [node["id"] for node in rest.data["search"]["nodes"]] == ["t_later3"]
        finally:
            session.run("MATCH (n:Later) DETACH DELETE n").consume()
            session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()


async def test_highlights_show_the_texts_that_answer(ask: "Ask", indexed_graph: "SmallGraph") -> None:
    async def shown(query: str, kind: str) -> dict[str, list[tuple[str, str]]]:
        answer = await ask(SEARCH, query=query, kinds=[kind])
        assert answer.errors == []
        return {
            edge["node"]["id"]: [
                (
                    highlight["field"],
                    "".join(f"[{p['text']}]" if p["isMatch"] else p["text"] for p in highlight["parts"]),
                )
                for highlight in edge["highlights"]
            ]
            for edge in own(indexed_graph, answer)
        }

    works = await shown("zurich pars* author:ada venue:preprints", "WORK")
    assert works
    for i, work in enumerate(indexed_graph.works):
        if work["id"] in works:
            names = [f"[{name}]" for name in work["authorNames"].split(" and ") if name.lower() == "ada"]
            assert works[work["id"]] == [
                ("TITLE", "[Zürich]"),
                ("ABSTRACT", f"Abstract {i} on [parsing]"),
                *[("AUTHOR", name) for name in names],
                ("VENUE", work["venueName"].replace("Preprints", "[Preprints]")),
            ]
    people = await shown("ada", "RESEARCHER")
    assert set(map(tuple, people.values())) == {(("NAME", "[Ada]"),), (("NAME", "[ada]"),)}
    # The name that is shown does not answer, another spelling does.
    assert list((await shown("will", "RESEARCHER")).values()) == [[("NAME", "[Will] Or")]]
    assert set(map(tuple, (await shown("vision", "TOPIC")).values())) == {(("NAME", "[Vision]"),)}


@pytest.mark.parametrize(
    ("variables", "code", "said"),
    [
        ({"query": "a", "first": -1}, "BAD_BOUND", "`first` must be from 0 to 100, not -1."),
        ({"query": "a", "first": 101}, "BAD_BOUND", "`first` must be from 0 to 100, not 101."),
        ({"query": "a" * 1001}, "BAD_BOUND", "`query` may hold 1000 characters, not 1001."),
        ({"query": "a " * 65}, "BAD_BOUND", "`query` may hold 64 words, not 65."),
        ({"query": "a", "after": "x"}, "BAD_CURSOR", "`after` is not a cursor of this list"),
    ],
)
async def test_bounds_of_a_search_are_named(
    ask: "Ask", small_graph: "SmallGraph", variables: dict[str, Any], code: str, said: str
) -> None:
    answer = await ask(SEARCH, **variables)
    assert (answer.data, answer.codes) == ({"search": None}, [code])
    assert said in answer.errors[0]["message"]


async def test_a_cursor_of_another_search_is_refused(ask: "Ask", indexed_graph: "SmallGraph") -> None:
    asked: list[dict[str, Any]] = [
        {"query": "alpha"},
        {"query": "alpha*"},
        {"query": "alpha", "kinds": ["WORK"]},
        {"query": "alpha", "kinds": ["WORK", "TOPIC"]},
    ]
    cursors = [(await ask(SEARCH, first=1, **variables)).data["search"]["pageInfo"]["endCursor"] for variables in asked]
    for variables, own_cursor in zip(asked, cursors, strict=True):
        for cursor in cursors:
            answer = await ask(SEARCH, after=cursor, **variables)
            assert answer.codes == ([] if cursor == own_cursor else ["BAD_CURSOR"])
    again = await ask(SEARCH, query="alpha", kinds=["TOPIC", "WORK"], after=cursors[3])
    assert again.codes == []


@pytest.mark.usefixtures("crowd")
async def test_more_hits_than_are_ranked_are_said_to_be_so(ask: "Ask") -> None:
    answer = await ask(SEARCH, query="quokka", first=10)
    assert answer.errors == []
    page = answer.data["search"]
    assert (page["totalCount"], page["totalCountIsExact"]) == (MAX_HITS, False)
    exact = await ask(SEARCH, query="quokka 10049")
    assert (exact.data["search"]["totalCount"], exact.data["search"]["totalCountIsExact"]) == (1, True)


ODD = st.text(max_size=80) | st.text("\"\\*~:()[]{}^/+-&|!?<>= abAB.,'’深のcdé\x00\t", max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(text=ODD | st.lists(ODD, max_size=6).map(" ".join))
async def test_no_text_is_an_error(graph: Graph, indexed_graph: "SmallGraph", text: str) -> None:
    page = await search(graph, Trails(), text, list(EntityKind), PageArguments(first=3))
    assert page.total_count >= len(page.edges)
    for edge in page.edges:
        assert all(is_marked(highlight.parts) for highlight in edge.highlights)
    assert len(await suggestions(graph, text, list(EntityKind), 5)) <= 5


@pytest.mark.parametrize(
    "text",
    [
        " ".join(["ab~2"] * 64),
        " ".join(["a*"] * 64),
        "a" * 999 + "~",
        "a" * 999 + "*",
        " ".join(f'"{letter} b c d"~9' for letter in "abcdefghijklmnopqrst"),
        "深" * 900,
        " OR ".join(["title:a*"] * 60),
        " ".join(["-x~"] * 63 + ["y"]),
    ],
)
async def test_the_largest_queries_are_no_error(graph: Graph, indexed_graph: "SmallGraph", text: str) -> None:
    await search(graph, Trails(), text, list(EntityKind), PageArguments(first=100))

"""Suggestions are what has the words that were typed, in the order that the documents promise."""

import math
from typing import TYPE_CHECKING, Any

import pytest

from graphdb.fulltext.folding import fold, words
from graphdb.graph import Graph
from graphdb.text import slug_prefix

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import Row, SmallGraph

SUGGEST = """query($prefix: String!, $kinds: [EntityKind!], $limit: Int! = 50) {
  suggest(prefix: $prefix, kinds: $kinds, limit: $limit) {
    id kind label subtitle parts { text isMatch } entity { __typename id }
  }
}"""


def words_of(text: str) -> list[str]:
    return [fold(text[begin:end]) for begin, end in words(text)]


def has(text: str, prefix: str) -> bool:
    *whole, last = words_of(prefix)
    found = words_of(text)
    return all(word in found for word in whole) and any(word.startswith(last) for word in found)


def expected(g: "SmallGraph", prefix: str) -> list[str]:
    """The ids of the small graph that a prefix may mean, in order."""
    ranked: list[tuple[float, str, str]] = []
    for rows in (g.works, g.researchers, g.topics, g.institutions, g.sources):
        for row in rows:
            label = row.get("plainTitle") or row["name"]
            slug = slug_prefix(prefix)
            begins = bool(slug) and row["slugBase"].startswith(slug)
            if (begins and fold(prefix).isascii()) or any(
                has(text, prefix) for text in (label, *row.get("nameVariants", ()))
            ):
                standing = 1 + 0.5 * math.log10(1 + row["citationCount"] + row.get("worksCount", 0))
                match = 4 if slug == row["slugBase"] else 2 if begins else 1
                ranked.append((-round(match * standing, 9), label, row["id"]))
    return [id_ for _, _, id_ in sorted(ranked)]


def own(g: "SmallGraph", answer: Any) -> "list[Row]":
    known = {row["id"] for rows in (g.works, g.researchers, g.topics, g.institutions, g.sources) for row in rows}
    return [suggestion for suggestion in answer.data["suggest"] if suggestion["id"] in known]


@pytest.mark.parametrize(
    "prefix",
    [
        "alph",
        "ALPHA",
        " alpha ",
        "zur",
        "Zür",
        "Zu\u0308r",
        "ZURICH",
        "深",
        "深層学",
        "tild",
        "hel",
        "visi",
        "anna",
        "lette",
        "institute 1",
        "1 instit",
        "ada p",
        "will",
        "wil",
        "or wil",
        "zoe",
        "Zoë P",
        "(ada) p!",
        "ät",
    ],
)
async def test_suggestions_have_all_the_words_and_the_likeliest_come_first(
    ask: "Ask", indexed_graph: "SmallGraph", prefix: str
) -> None:
    answer = await ask(SUGGEST, prefix=prefix)
    assert answer.errors == []
    assert len(answer.calls) == 1
    found = own(indexed_graph, answer)
    assert [suggestion["id"] for suggestion in found] == expected(indexed_graph, prefix) != []
    for suggestion in found:
        kind = {"w": "WORK", "r": "RESEARCHER", "t": "TOPIC", "i": "INSTITUTION", "s": "SOURCE"}[suggestion["id"][0]]
        assert suggestion["kind"] == kind
        assert suggestion["entity"] == {"__typename": kind.capitalize(), "id": suggestion["id"]}
        assert "".join(part["text"] for part in suggestion["parts"]) == suggestion["label"]


async def test_a_suggestion_says_what_tells_it_from_others_and_shows_where_it_matches(
    ask: "Ask", indexed_graph: "SmallGraph"
) -> None:
    answer = await ask(SUGGEST, prefix="Zur", kinds=["WORK"])
    first = own(indexed_graph, answer)[0]
    assert first["parts"] == [{"text": "Zürich", "isMatch": True}]
    work = next(row for row in indexed_graph.works if row["id"] == first["id"])
    assert first["subtitle"] == ", ".join(str(part) for part in (work["venueName"], work["year"]) if part)
    for prefix, kind, subtitle in (
        ("visio", "TOPIC", "openalex, T"),
        ("institute", "INSTITUTION", "Basel, "),
        ("letters", "SOURCE", "journal"),
        ("zoe", "RESEARCHER", "Institute "),
    ):
        answer = await ask(SUGGEST, prefix=prefix, kinds=[kind])
        found = own(indexed_graph, answer)
        assert {suggestion["kind"] for suggestion in answer.data["suggest"]} == {kind}
        assert all(suggestion["subtitle"].startswith(subtitle) for suggestion in found)


@pytest.mark.parametrize("prefix", ["", "  ", "***", "+", '"', "\\", "🧬", "\x00", "~", "a" * 1000, "()[]{}:^/"])
async def test_odd_characters_are_no_error(ask: "Ask", indexed_graph: "SmallGraph", prefix: str) -> None:
    answer = await ask(SUGGEST, prefix=prefix)
    assert answer.errors == []
    assert answer.data["suggest"] == []


async def test_a_name_that_only_sounds_alike_in_latin_letters_is_not_suggested(ask: "Ask", graph: Graph) -> None:
    await graph.write(
        "CREATE (:Researcher:Sheng {id: 'r_shengaaaaaaaaaaa', name: 'Sheng Li', slugBase: 'sheng-li', standing: 's2'})"
    )
    try:
        found = [
            {suggestion["label"] for suggestion in (await ask(SUGGEST, prefix=prefix)).data["suggest"]}
            for prefix in ("sheng", "深")
        ]
    finally:
        await graph.write("MATCH (n:Sheng) DETACH DELETE n")
    assert ["Sheng Li" in labels for labels in found] == [True, False]


async def test_no_kinds_give_no_suggestions(ask: "Ask", indexed_graph: "SmallGraph") -> None:
    answer = await ask(SUGGEST, prefix="alpha", kinds=[])
    assert (answer.data, answer.errors, answer.calls) == ({"suggest": []}, [], [])


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"prefix": "a", "limit": 0}, "`limit` must be from 1 to 50, not 0."),
        ({"prefix": "a", "limit": 51}, "`limit` must be from 1 to 50, not 51."),
        ({"prefix": "a" * 1001}, "`prefix` may hold 1000 characters, not 1001."),
        ({"prefix": "a " * 65}, "`prefix` may hold 64 words, not 65."),
    ],
)
async def test_bounds_of_suggestions_are_named(
    ask: "Ask", small_graph: "SmallGraph", variables: dict[str, Any], said: str
) -> None:
    answer = await ask(SUGGEST, **variables)
    assert (answer.data, answer.codes) == ({"suggest": None}, ["BAD_BOUND"])
    assert said in answer.errors[0]["message"]


@pytest.mark.usefixtures("crowd")
async def test_what_stands_out_is_found_in_a_crowd(ask: "Ask") -> None:
    for prefix in ("quok", "the quokka", "on the quokka"):
        answer = await ask(SUGGEST, prefix=prefix, limit=10)
        assert answer.errors == []
        assert [suggestion["id"] for suggestion in answer.data["suggest"]] == [
            f"w_crowd{i}" for i in range(10_049, 10_039, -1)
        ]


@pytest.mark.usefixtures("crowd")
async def test_words_that_no_index_knows_begin_a_title_all_the_same(ask: "Ask") -> None:
    for prefix in ("on th", "on the", "on the q"):
        answer = await ask(SUGGEST, prefix=prefix, kinds=["WORK"], limit=50)
        assert answer.errors == []
        assert any(suggestion["id"].startswith("w_crowd") for suggestion in answer.data["suggest"]), prefix

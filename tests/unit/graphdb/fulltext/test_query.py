"""What people type has a meaning, whatever it is, and none of it is Lucene's syntax."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdb.fulltext.folding import fold, is_unspaced
from graphdb.fulltext.indexes import ENTITY_TEXT, NOTHING, RESEARCHER_TEXT, WORK_TEXT, completed_terms
from graphdb.fulltext.query import MAX_FUZZY, MAX_LENGTH, MAX_TERMS, Match, Term, TextQuery, joined, parse_query
from graphdb.keyset import BadBoundError

STANDING = " ".join(f"standing:s{step}" for step in range(2, 15))


def required(*alternatives: tuple[Term, ...], excluded: tuple[Term, ...] = ()) -> TextQuery:
    return TextQuery(alternatives, excluded)


def word(text: str, field: str | None = None) -> Term:
    return Term(text, field=field)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("deep learning", required((word("deep"),), (word("learning"),))),
        ('"deep learning"', required((word("deep learning"),))),
        ('"deep learning"~3 x', required((Term("deep learning", distance=3),), (word("x"),))),
        ('"deep"~999999', required((Term("deep", distance=10),))),
        ("transf*", required((Term("transf", Match.PREFIX),))),
        ("self-super*", required((Term("self-super", Match.PREFIX),))),
        ("neurl~", required((Term("neurl", Match.FUZZY, 2),))),
        ("neurl~1 x~0.7", required((Term("neurl", Match.FUZZY, 1),), (Term("x", Match.FUZZY, 2),))),
        ("title:deep", required((word("deep", "title"),))),
        ('Author:"Maithra Raghu"', required((word("Maithra Raghu", "author"),))),
        ("title:(deep learning) x", required((word("deep", "title"),), (word("learning", "title"),), (word("x"),))),
        ("venue:acl", required((word("acl", "venue"),))),
        ("year:2019", required((word("year:2019"),))),
        ("https://x.org/a", required((word("https://x.org/a"),))),
        ("deep -survey", required((word("deep"),), excluded=(word("survey"),))),
        ("deep NOT survey", required((word("deep"),), excluded=(word("survey"),))),
        ("-title:survey deep", required((word("deep"),), excluded=(word("survey", "title"),))),
        ("+deep AND learning", required((word("deep"),), (word("learning"),))),
        ("a OR b c", required((word("a"), word("b")), (word("c"),))),
        ("a | b || c", required((word("a"), word("b"), word("c")))),
        ("OR a", required((word("a"),))),
        ("a OR", required((word("a"),))),
        ("state-of-the-art", required((word("state-of-the-art"),))),
        ("C++ (pro", required((word("C++"),), (word("pro"),))),
        ('"open', required((word("open"),))),
        ("深層学習", required((word("深層学習"),))),
        ("深層学習* 深層~", required((word("深層学習"),), (word("深層"),))),
        ("深層le*", required((Term("深層le", Match.PREFIX),))),
        ("", required()),
        (" \t\n", required()),
        ('*** ~ "" ( ) : -', required()),
        ("-x", required(excluded=(word("x"),))),
    ],
)
def test_a_text_is_read_as_words_phrases_prefixes_and_fields(text: str, query: TextQuery) -> None:
    assert parse_query(text) == query


def test_only_the_first_few_fuzzy_words_are_fuzzy() -> None:
    query = parse_query(" ".join(f"word{n}~" for n in range(MAX_FUZZY + 2)))
    assert [term.match for term in query.sought] == [Match.FUZZY] * MAX_FUZZY + [Match.EXACT] * 2
    together = joined([parse_query("a~ -b~"), parse_query("c~1 d~1 e")], "text")
    assert [(term.text, term.match) for term in (*together.sought, *together.excluded)] == [
        ("a", Match.FUZZY),
        ("c", Match.FUZZY),
        ("d", Match.FUZZY),
        ("e", Match.EXACT),
        ("b", Match.EXACT),
    ]


def test_texts_that_must_all_be_answered_are_bounded_together() -> None:
    half = parse_query("a " * (MAX_TERMS // 2))
    assert len(joined([half, half], "text").required) == MAX_TERMS
    with pytest.raises(BadBoundError, match=r"`text` may hold 64 words, not 65\."):
        joined([half, half, parse_query("a")], "text")
    assert joined([half, parse_query("-a")], "text") == required()


@pytest.mark.parametrize(
    ("text", "works", "people"),
    [
        ("Att", "+(+(plainTitle:att*))", "+(+(searchNames:att*))"),
        ("deep  Lé", '+(+plainTitle:"deep" +(plainTitle:le*))', '+(+searchNames:"deep" +(searchNames:le*))'),
        (
            "attention is",
            '+(+plainTitle:"attention" (plainTitle:is*))',
            '+(+searchNames:"attention" +(searchNames:is*))',
        ),
        ("on th", '+(+plainTitle:"on" +(plainTitle:th*))', '+(+searchNames:"on" +(searchNames:th*))'),
        ("深層", '+(+plainTitle:"深" +plainTitle:"層")', '+(+searchNames:"深" +searchNames:"層")'),
    ],
)
def test_the_last_word_of_a_name_that_is_typed_is_a_prefix(text: str, works: str, people: str) -> None:
    terms = completed_terms(text)
    assert WORK_TEXT.completion(terms) == f"{works} {STANDING}"
    assert RESEARCHER_TEXT.completion(terms) == f"{people} {STANDING}"


@pytest.mark.parametrize("text", ["", " ", "***", "🧬"])
def test_no_word_is_completed_by_nothing(text: str) -> None:
    assert WORK_TEXT.completion(completed_terms(text)) == NOTHING


def test_a_text_that_is_too_long_is_refused_under_the_name_of_its_argument() -> None:
    assert parse_query("a" * MAX_LENGTH).required
    with pytest.raises(BadBoundError, match=r"`name` may hold 1000 characters, not 1001\."):
        parse_query("a" * (MAX_LENGTH + 1), "name")
    assert len(parse_query("a " * MAX_TERMS).required) == MAX_TERMS
    with pytest.raises(BadBoundError, match=r"`query` may hold 64 words, not 65\."):
        parse_query("a " * (MAX_TERMS + 1))


def test_each_index_is_asked_in_its_properties_by_their_weights() -> None:
    query = parse_query('deep "x y"~2')
    assert WORK_TEXT.lucene(query) == (
        '+(plainTitle:"deep"^3 authorNames:"deep"^1.5 venueName:"deep"^0.25 abstract:"deep"^1) '
        '+(plainTitle:"x y"~2^3 authorNames:"x y"~2^1.5 venueName:"x y"~2^0.25 abstract:"x y"~2^1)'
    )
    assert RESEARCHER_TEXT.lucene(query) == '+(searchNames:"deep"^3) +(searchNames:"x y"~2^3)'
    assert ENTITY_TEXT.lucene(query) == '+(name:"deep"^3) +(name:"x y"~2^3)'


def test_prefixes_and_fuzzy_words_are_folded_since_lucene_does_not_analyse_them() -> None:
    assert ENTITY_TEXT.lucene(parse_query("Sjö*")) == "+((name:sjo*)^3)"
    assert ENTITY_TEXT.lucene(parse_query("Straße~1")) == "+((name:strasse~1)^3)"
    assert ENTITY_TEXT.lucene(parse_query("Jean-Luc*")) == '+((+name:"Jean-" +name:luc*)^3)'
    assert ENTITY_TEXT.lucene(parse_query("L'Hôp*")) == r"+((name:l\'hop*)^3)"


def test_a_field_that_an_index_does_not_have_is_asked_of_the_others() -> None:
    assert WORK_TEXT.lucene(parse_query("title:deep")) == '+(plainTitle:"deep"^3)'
    assert RESEARCHER_TEXT.lucene(parse_query("title:deep")) == NOTHING
    assert RESEARCHER_TEXT.lucene(parse_query("ada title:deep")) == NOTHING
    assert RESEARCHER_TEXT.lucene(parse_query("ada OR title:deep")) == '+(searchNames:"ada"^3)'
    assert RESEARCHER_TEXT.lucene(parse_query("ada -title:deep")) == '+(searchNames:"ada"^3)'
    assert ENTITY_TEXT.lucene(parse_query("author:ada")) == NOTHING


def test_authors_are_people_and_on_works_names_are_authors() -> None:
    for text in ("author:ada", "name:ada"):
        assert WORK_TEXT.lucene(parse_query(text)) == '+(authorNames:"ada"^1.5)'
        assert RESEARCHER_TEXT.lucene(parse_query(text)) == '+(searchNames:"ada"^3)'
    assert WORK_TEXT.lucene(parse_query("venue:acl")) == '+(venueName:"acl"^0.25)'


def test_names_of_people_are_asked_for_as_they_are_stored() -> None:
    assert RESEARCHER_TEXT.lucene(parse_query("Zoë O’Connor")) == (
        '+(searchNames:"zoe"^3) +(searchNames:"o\'connor"^3)'
    )
    assert WORK_TEXT.lucene(parse_query("title:Zoe\u0308")) == '+(plainTitle:"Zoë"^3)'


@pytest.mark.parametrize("text", ["", "-x", "***", "🧬"])
def test_a_text_without_a_word_that_is_wanted_is_answered_by_nothing(text: str) -> None:
    assert WORK_TEXT.lucene(parse_query(text)) == NOTHING


# What we write: parentheses, clauses, quoted text and escaped words.
SAFE = re.compile(
    r'(?:[-+]?\(+|[-+]?\w+:"[^"\\]*"(?:~\d+)?|[-+]?\w+:(?:\w|\\.)+(?:\*|~\d)|\)+(?:\^[\d.]+)?|\^[\d.]+| )*', re.DOTALL
)


@given(st.text(max_size=60) | st.text("\"\\*~:()[]{}^/+-&|!?<>= abAB.,'", max_size=40))
def test_no_text_becomes_syntax(text: str) -> None:
    for index in (WORK_TEXT, RESEARCHER_TEXT, ENTITY_TEXT):
        for query in (index.lucene(parse_query(text)), index.completion(completed_terms(text))):
            assert query == NOTHING or SAFE.fullmatch(query.removesuffix(STANDING)), query


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"),
        ("Mu\u0308ller", "muller"),
        ("Łukasz Ørsted Straße Æsir", "lukasz orsted strasse aesir"),
        ("ＡＢＣ１", "abc1"),
        ("Ёлка Ωμέγα がぎ", "ёлка ωμέγα がぎ"),
    ],
)
def test_latin_letters_lose_their_signs_and_others_keep_them(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_ideographs_and_hiragana_are_words_of_their_own_and_katakana_and_hangul_are_not() -> None:
    assert [is_unspaced(text) for text in ("深", "の", "x深", "カナ", "한국어", "x", "")] == [
        True,
        True,
        True,
        *[False] * 4,
    ]

"""What answers to a query is shown, wherever Lucene finds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdb.fulltext.highlight import PASSAGE, TextPart, is_marked, marked, passage
from graphdb.fulltext.query import parse_query


def shown(text: str, query: str) -> str:
    return "".join(f"[{p.text}]" if p.is_match else p.text for p in marked(text, parse_query(query).sought))


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("deep", "Deep nets, deeper nets", "[Deep] nets, deeper nets"),
        ("deep*", "Deep nets, deeper nets", "[Deep] nets, [deeper] nets"),
        ("muller", "Müller and Muller", "[Müller] and [Muller]"),
        ("Müller", "Muller", "[Muller]"),
        ("deep learning", "Deep learning: learning deep", "[Deep learning]: [learning deep]"),
        ('"deep learning"', "Deep learning: learning deep", "[Deep learning]: learning deep"),
        ('"deep nets"~2', "deep and wide nets", "[deep] and wide [nets]"),
        ("state-of-the-art", "The state of the art, a state", "The [state of the art], a state"),
        ("lerning~1", "Learning, lernign", "[Learning], [lernign]"),
        ("lerning~1", "earnings", "earnings"),
        ("深層", "分散と深層学習", "分散と[深層]学習"),
        ("o'connor", "O’Connor", "[O’Connor]"),
        ("deep -nets", "deep nets", "[deep] nets"),
        ("title:deep", "Deep", "[Deep]"),
        ("zebra", "Deep nets", "Deep nets"),
        ("zebra", "", ""),
    ],
)
def test_the_words_that_answer_are_marked(query: str, text: str, expected: str) -> None:
    assert shown(text, query) == expected


@given(st.text(max_size=80), st.text(max_size=20) | st.sampled_from(["a*", "ab~", '"a b"', "深"]))
def test_the_pieces_are_the_text(text: str, query: str) -> None:
    parts = marked(text, parse_query(query).sought)
    assert "".join(part.text for part in parts) == text
    assert all(part.text for part in parts)


LONG = "Lorem ipsum dolor sit amet. " * 30


def test_of_a_long_text_the_passage_with_the_most_matches_is_shown() -> None:
    text = f"{LONG}One needle. {LONG}A needle beside a needle in hay. {LONG}"
    parts = passage(text, parse_query("needle hay").sought)
    assert [part.text for part in parts if part.is_match] == ["needle", "needle", "hay"]
    assert parts[0] == parts[-1] == TextPart("…", is_match=False)
    inner = "".join(part.text for part in parts[1:-1])
    assert inner in text
    assert len(inner) <= PASSAGE
    # No word is cut.
    assert text[text.index(inner) - 1] == text[text.index(inner) + len(inner)] == " " or inner[-1].isalnum()


def test_a_passage_at_either_end_has_no_ellipsis_there() -> None:
    start = passage(f"Needle. {LONG}", parse_query("needle").sought)
    assert (start[0], start[-1].text) == (TextPart("Needle", is_match=True), "…")
    end = passage(f"{LONG}Needle.", parse_query("needle").sought)
    assert (end[0].text, end[-1]) == ("…", TextPart(".", is_match=False))


def test_a_short_text_is_shown_whole_and_a_long_one_without_matches_not_at_all() -> None:
    assert passage("a b", parse_query("b").sought) == [TextPart("a ", is_match=False), TextPart("b", is_match=True)]
    assert passage(LONG, parse_query("needle").sought) == []
    assert not is_marked(passage("a b", parse_query("needle").sought))
    assert passage("x" * 300, parse_query("x*").sought) == []


@given(st.text(max_size=600), st.text(max_size=20))
def test_a_passage_is_part_of_the_text(text: str, query: str) -> None:
    parts = passage(text, parse_query(query).sought)
    inner = "".join(part.text for part in parts if part.text != "…" or part.is_match)
    assert inner.replace("…", "") in text.replace("…", "")

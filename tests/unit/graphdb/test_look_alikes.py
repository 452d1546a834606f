"""Which spellings may be of one name."""

import pytest

from graphdb.look_alikes import fit, lucene, spelling


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jon Kleinberg", "Jon Kleinberg", True),
        ("J. Kleinberg", "Jon Kleinberg", True),
        ("Jon M. Kleinberg", "Jon Kleinberg", True),
        ("J. M. Kleinberg", "Jon Michael Kleinberg", True),
        ("Jón Kleinberg", "Jon Kleinberg", True),
        ("Jean-Luc Picard", "Jean Luc Picard", True),
        ("Jon Kleinberg", "Jane Kleinberg", False),
        ("M. Kleinberg", "Jon Kleinberg", False),
        ("Jon Kleinberg", "Jon Klein", False),
        ("Jon A. Kleinberg", "Jon B. Kleinberg", False),
        ("Plato", "Plato", True),
        ("Plato", "A. Plato", False),
        ("", "", False),
    ],
)
def test_names_fit_as_far_as_both_are_written_out(one: str, other: str, expected: bool) -> None:
    assert fit(spelling(one), spelling(other)) is expected
    assert fit(spelling(other), spelling(one)) is expected


def test_the_index_is_asked_for_the_last_word_and_the_first_letter() -> None:
    assert lucene([spelling("Jon Kleinberg"), spelling("J. Kleinberg")]) == '(+searchNames:"kleinberg" +searchNames:j*)'
    assert lucene([spelling("Plato")]) == '(+searchNames:"plato")'
    assert lucene([()]) == ""
    assert lucene([('a"b', "c\\d")]) == '(+searchNames:"c\\\\d" +searchNames:a*)'

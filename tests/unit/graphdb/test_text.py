"""Folded names and titles."""

import pytest

from graphdb.text import fold, name_key, slug_base, title_key


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("Quoc V. Le", "Quoc Le", "Quoc V Le", "quoc le"), "quoc le"),
        (("Felicia Körner", "Felicia Korner"), "felicia korner"),
        (("Martin Luther King, Jr.", "Martin Luther King"), "martin luther king"),
        (("J. Smith",), "j smith"),
        (("Jean-Pierre Serre", "Jeanpierre Serre"), "jeanpierre serre"),
    ],
)
def test_spellings_of_one_name_share_a_key(names: tuple[str, ...], key: str) -> None:
    assert {name_key(name) for name in names} == {key}


def test_an_initial_does_not_meet_a_first_name() -> None:
    assert name_key("J. Smith") != name_key("Jane Smith")


def test_a_name_in_any_script_has_a_key() -> None:
    assert name_key("王伟")
    assert name_key("!!!") == "!!!"


def test_slugs_are_kebab_case_cut_at_a_word() -> None:
    assert slug_base("Do Vision Transformers See Like Convolutional Neural Networks?") == (
        "do-vision-transformers-see-like-convolutional-neural-networks"
    )
    long = slug_base("word " * 40)
    assert len(long) <= 80
    assert long.endswith("word")
    assert slug_base("x" * 200) == "x" * 80
    assert slug_base("???") == "untitled"


def test_folding_forgets_case_diacritics_and_punctuation() -> None:
    assert fold("  Éducation, à-la Straße! ") == "education a la strasse"
    assert title_key("The MAML: Effect") == title_key("the maml effect")

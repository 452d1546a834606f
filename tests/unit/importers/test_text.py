import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.text import clean_name, fold_space, plain_abstract, plain_title

TITLES = [
    ("From dyadic $\\Lambda_{\\alpha}$ to\n  $\\Lambda_{\\alpha}$", "From dyadic Λ_α to Λ_α"),
    ("modular forms over $\\Q(\\sqrt{5})$ via", "modular forms over Q(√(5)) via"),
    ('the Gr\\"obner basis', "the Gröbner basis"),
    ("Koll\\'ar's injectivity", "Kollár's injectivity"),
    ("S\\o{}ren \\O stergaard", "Søren Østergaard"),
    ("{\\L}ukasz", "Łukasz"),
    ("{GSR4B}: Biomass", "GSR4B: Biomass"),
    ("{\\bf GSR4B}: Biomass", "GSR4B: Biomass"),
    ("\\emph{a b} c", "a b c"),
    ("Di$\\mathtt{[M]}$O", "Di[M]O"),
    ("LLM$\\times$MapReduce", "LLM×MapReduce"),
    ("X$^{2}$-Gaussian", "X^2-Gaussian"),
    ("100% of \\'etale covers & more #1", "100% of étale covers & more #1"),
    ("from $5 to $10 a {day}", "from $5 to $10 a day"),
    ("Human ~ Machine, Eric~Granger", "Human ~ Machine, Eric Granger"),
    ("``quoted'' text", "“quoted” text"),
    ("Q&amp;A and R&D", "Q&A and R&D"),
    ("H<sub>2</sub>O &lt;i&gt;in vivo&lt;/i&gt;", "H2O in vivo"),
    ("<mml:math><mml:mi>x</mml:mi></mml:math>-rays", "x-rays"),
    ("President Vows to Cut <Taxes> Hair", "President Vows to Cut <Taxes> Hair"),
    ("<TextCoop>: un analyseur", "<TextCoop>: un analyseur"),
    ("a\u00a0b\u200bc\x00\td", "a bc d"),
    ("\\frac{", ""),
    ("$", "$"),
]


@pytest.mark.parametrize(("written", "plain"), TITLES)
def test_a_title_is_decoded_to_what_a_reader_sees(written: str, plain: str) -> None:
    assert plain_title(written) == plain


NAMES = [
    ("Yi-Fan Zhang†", "Yi-Fan Zhang"),
    ("*Azalia Mirhoseini", "Azalia Mirhoseini"),
    ("Eric~Granger", "Eric Granger"),
    ("C. -P. Yuan", "C.-P. Yuan"),
    ("C. Bal\\'azs", "C. Balázs"),
    ("Ernest> Pusateri", "Ernest Pusateri"),
    ("O'Donnell, Timothy J.", "O'Donnell, Timothy J."),
    (":", ""),
    ("  ", ""),
]


@pytest.mark.parametrize(("written", "clean"), NAMES)
def test_a_name_loses_its_footnote_marks_and_keeps_its_letters(written: str, clean: str) -> None:
    assert clean_name(written) == clean


def test_an_abstract_without_words_is_none_at_all() -> None:
    assert plain_abstract(None) is None
    assert plain_abstract(" \n ") is None
    assert plain_abstract("  We study\nthe $k$-means.\n") == "We study the k-means."


# Pieces that the decoder trips over, in any order: braces that never close, commands without arguments, lone dollars.
@given(
    st.lists(
        st.sampled_from(
            ["\\frac", "\\begin{x}", "{", "}", "$", "\\", "%", "&", "<i>", "é", " ", "a", "^", "_", "``", "~"]
        )
    )
)
@settings(deadline=None)
def test_no_mixture_of_markup_breaks_the_decoder(pieces: list[str]) -> None:
    plain = plain_title("".join(pieces))
    assert plain == fold_space(plain)


@given(st.text())
@settings(deadline=None)
def test_text_without_markup_is_only_folded(text: str) -> None:
    unmarked = text.translate({ord(c): None for c in "\\${}<&~`"})
    assert plain_title(unmarked) == fold_space(unmarked)


def test_a_long_title_of_open_braces_takes_no_longer_than_its_length_warrants() -> None:
    assert plain_title("{a " * 20_000).startswith("a a")

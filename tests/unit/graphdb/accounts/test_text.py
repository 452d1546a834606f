import pytest

from graphdb.accounts.errors import BadAccountInputError
from graphdb.accounts.text import check_client_id, paragraphs


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (None, None),
        ("", None),
        (" \r\n\t ", None),
        ("  a  \r\n\r\n b\rc ", "a\n\n b\nc"),
        ("<script>alert(1)</script> &amp;", "<script>alert(1)</script> &amp;"),
        ("Zoe\N{COMBINING DIAERESIS}", "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}"),
        ("\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}", "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}"),
        ("x" * 40, "x" * 40),
    ],
)
def test_a_text_is_plain_and_keeps_its_lines(given: str | None, kept: str | None) -> None:
    assert paragraphs("text", given, 40) == kept


@pytest.mark.parametrize("given", ["x" * 41, " " * 200 + "x", "a\x00", "a\x1b[31m", "a\u202eb", "a\u200bb", "a\ud83d"])
def test_a_text_that_is_too_long_or_hides_something_is_refused(given: str) -> None:
    with pytest.raises(BadAccountInputError):
        paragraphs("text", given, 40)


def test_an_id_of_a_client_is_short_and_not_empty() -> None:
    assert check_client_id(None) is None
    assert check_client_id("one") == "one"
    for bad in ("", "x" * 101):
        with pytest.raises(BadAccountInputError):
            check_client_id(bad)

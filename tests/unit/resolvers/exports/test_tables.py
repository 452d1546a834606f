import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.exports.tables import guarded, table_rows


@pytest.mark.parametrize(
    "text",
    [
        "=HYPERLINK(A1)",
        "+1",
        "-1",
        "@SUM(A1)",
        "  =1",
        "\t=1",
        "\tx",
        "\rx",
        "\nx",
        "＝1",
        "＠x",
        "\u00a0-1",
        "'x",
        "''=1",
    ],
)
def test_a_text_that_could_be_a_formula_or_begins_with_an_apostrophe_gets_one(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "plain", "1-1", "a=b", "“=”", "é", "深"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


def test_numbers_truth_and_nothing_are_told_from_texts() -> None:
    assert table_rows([[-1, 0.5, True, False, None, "-1"]]) == "-1,0.5,true,false,,'-1\r\n"


def test_quotes_commas_and_line_ends_are_quoted() -> None:
    assert table_rows([['a "b"', "c,d", "e\nf", "g"]]) == '"a ""b""","c,d","e\nf",g\r\n'


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=1))
def test_what_was_written_is_read_back_without_one_apostrophe(texts: list[str]) -> None:
    [row] = csv.reader(io.StringIO(table_rows([["", *texts]]), newline=""), strict=True)
    assert [text.removeprefix("'") for text in row] == ["", *texts]
    assert not any(text.lstrip().startswith(("=", "+", "-", "@")) for text in row)

"""Figures of a researcher."""

import pytest

from graphdb.derived.researchers import h_index, shown_name


@pytest.mark.parametrize(
    ("citations", "expected"), [([], 0), ([0, 0], 0), ([1], 1), ([10, 8, 5, 4, 3], 4), ([25, 8, 5, 3, 3], 3)]
)
def test_h_works_have_at_least_h_citations(citations: list[int], expected: int) -> None:
    assert h_index(citations) == expected


def test_an_authority_decides_the_name() -> None:
    assert shown_name("Ada King", ["Ada Lovelace"]) == "Ada King"


def test_else_the_most_frequent_name_is_shown_and_of_equals_the_longest() -> None:
    assert shown_name(None, ["A. Lovelace", "Ada Lovelace", "A. Lovelace"]) == "A. Lovelace"
    assert shown_name(None, ["A. Lovelace", "Ada Lovelace"]) == "Ada Lovelace"

"""Numbered things that belong together."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from importers.bulk.forest import Forest

SIZE = 12
PAIRS = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=20)


def sets_of(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    forest = Forest(SIZE)
    forest.tie(pairs)
    return dict(forest.members())


def test_a_set_is_called_by_its_smallest_number_and_what_is_alone_is_not_named() -> None:
    assert sets_of([(7, 5), (5, 9), (2, 3)]) == {3: 2, 7: 5, 9: 5}


@given(PAIRS)
def test_the_order_of_pairs_does_not_show(pairs: list[tuple[int, int]]) -> None:
    expected = sets_of(pairs)
    shuffled = [(b, a) for a, b in reversed(pairs)]
    assert sets_of(shuffled) == expected


@given(PAIRS)
def test_both_numbers_of_a_pair_are_of_one_set(pairs: list[tuple[int, int]]) -> None:
    roots = sets_of(pairs)
    assert all(roots.get(a, a) == roots.get(b, b) for a, b in pairs)

from collections.abc import Sequence

import pytest

from importers.dates import Published, published


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([2018, 4, 2], Published(2018, "2018-04-02")),
        (["2018", "04", "02"], Published(2018, "2018-04-02")),
        ([2018, 4], Published(2018, "2018-04")),
        ([2018, 2, 30], Published(2018, "2018-02")),
        ([2018, 13], Published(2018, None)),
        ([2018], Published(2018, None)),
        ([2018, None, None], Published(2018, None)),
        ([None], None),
        ([], None),
        ([0], None),
        (["n. d."], None),
        ([99_999_999_999], None),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(parts: Sequence[int | str | None], expected: Published | None) -> None:
    assert published(parts) == expected


def test_a_year_that_had_not_come_when_the_work_was_described_is_none() -> None:
    assert published([2026, 1, 1], described_in=2025) == Published(2026, "2026-01-01")
    assert published([2027, 1, 1], described_in=2025) is None
    assert published([9999], described_in=2025) is None

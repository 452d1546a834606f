import pytest

from graphdb.exported_works import AUTHORS_AT_ONCE, WORKS_AT_ONCE, SelectedWork, in_parts


def works(*authors: int) -> list[SelectedWork]:
    return [SelectedWork(f"w{i}", count) for i, count in enumerate(authors)]


@pytest.mark.parametrize(
    ("authors", "sizes"),
    [
        ([], []),
        ([1] * WORKS_AT_ONCE, [WORKS_AT_ONCE]),
        ([1] * (2 * WORKS_AT_ONCE + 1), [WORKS_AT_ONCE, WORKS_AT_ONCE, 1]),
        # A work with more authors than are read at once is read alone.
        ([3, 5 * AUTHORS_AT_ONCE, 3], [1, 1, 1]),
        ([AUTHORS_AT_ONCE, 0, 0, 1], [3, 1]),
    ],
    ids=str,
)
def test_works_are_read_in_parts_of_so_many_works_and_authors(authors: list[int], sizes: list[int]) -> None:
    listed = works(*authors)
    parts = list(in_parts(listed))
    assert [len(part) for part in parts] == sizes
    assert [id_ for part in parts for id_ in part] == [work.id for work in listed]

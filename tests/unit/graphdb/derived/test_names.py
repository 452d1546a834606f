"""Which authorships of one name are one person's."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdb.derived.common_names import is_distinctive
from graphdb.derived.names import Authorship, cluster


def authorship(work: str, *evidence: str, key: str = "wei wang") -> Authorship:
    return Authorship(work, key, "r_old", frozenset(evidence))


def groups(*authorships: Authorship) -> list[list[str]]:
    return sorted(sorted(a.work for a in group) for group in cluster(authorships))


def test_a_shared_coauthor_joins() -> None:
    assert groups(authorship("w1", "ada lovelace"), authorship("w2", "ada lovelace", "li na")) == [["w1", "w2"]]


def test_the_name_alone_does_not_join() -> None:
    assert groups(authorship("w1", "ada lovelace"), authorship("w2", "li na"), authorship("w3")) == [
        ["w1"],
        ["w2"],
        ["w3"],
    ]


def test_evidence_is_transitive() -> None:
    assert groups(authorship("w1", "a"), authorship("w2", "a", "b"), authorship("w3", "b")) == [["w1", "w2", "w3"]]


def test_two_authors_of_one_work_are_two_people() -> None:
    assert groups(authorship("w1", "a"), authorship("w1", "a", key="wei wang #2")) == [["w1"], ["w1"]]


@given(
    st.lists(st.tuples(st.integers(0, 8), st.frozensets(st.sampled_from("abcde"), max_size=3)), max_size=8),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_authorships_does_not_show(drawn: list[tuple[int, frozenset[str]]], random: object) -> None:
    authorships = [Authorship(f"w{w}", f"wei wang #{i}", "r", e) for i, (w, e) in enumerate(drawn)]
    shuffled = list(authorships)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster(authorships) == cluster(shuffled)
    assert sum(len(group) for group in cluster(authorships)) == len(authorships)


def in_field(work: str, *fields: str, coauthors: Sequence[str] = ()) -> Authorship:
    return Authorship(work, "ada lovelace", f"r-{work}", frozenset(coauthors), frozenset(fields))


def test_works_of_one_field_are_evidence_for_a_distinctive_name_alone() -> None:
    works = [in_field("w1", "cs"), in_field("w2", "cs", "math"), in_field("w3", "math"), in_field("w4", "hep-th")]
    assert sorted(sorted(a.work for a in group) for group in cluster(works, distinctive=True)) == [
        ["w1", "w2", "w3"],
        ["w4"],
    ]
    assert len(cluster(works)) == 4


def test_a_shared_coauthor_counts_before_a_shared_field() -> None:
    # Both authors of w1 bear the name; w2 shares a co-author with the second of them only.
    first = Authorship("w1", "ada lovelace", "r1", frozenset({"li na"}), frozenset({"cs"}))
    second = Authorship("w1", "ada lovelace #2", "r2", frozenset({"wei wang"}), frozenset({"cs"}))
    other = in_field("w2", "cs", coauthors=["wei wang"])
    groups = cluster([first, second, other], distinctive=True)
    assert {frozenset(a.key + a.work for a in group) for group in groups} == {
        frozenset({"ada lovelacew1"}),
        frozenset({"ada lovelace #2w1", "ada lovelacew2"}),
    }


@pytest.mark.parametrize(
    ("name", "distinctive"),
    [
        ("ada lovelace", True),
        ("a lovelace", False),
        ("lovelace", False),
        ("wei wang", False),
        ("xiaodong wang", True),
        ("john smith", False),
        ("mary jane smith", True),
    ],
)
def test_a_name_is_distinctive_where_it_is_full_and_few_share_it(name: str, distinctive: bool) -> None:
    assert is_distinctive(name) is distinctive

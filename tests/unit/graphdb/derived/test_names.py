"""Which authorships of one name are one person's."""

from hypothesis import given
from hypothesis import strategies as st

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

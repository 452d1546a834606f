"""How likely it is that two researchers are one."""

from hypothesis import given
from hypothesis import strategies as st

from graphdb.look_alikes.names import NameMatch
from graphdb.look_alikes.score import Evidence, contradictions, score

COUNTS = st.integers(0, 300)
EVIDENCE = st.builds(
    Evidence,
    st.sampled_from(NameMatch),
    COUNTS,
    COUNTS,
    COUNTS,
    COUNTS,
    st.sets(st.sampled_from(["orcid", "openalex", "dblp"])).map(lambda schemes: tuple(sorted(schemes))),
)


def evidence(name: NameMatch = NameMatch.SAME, *counts: int, against: tuple[str, ...] = ()) -> Evidence:
    coauthors, institutions, topics, sources = (*counts, 0, 0, 0, 0)[:4]
    return Evidence(name, coauthors, institutions, topics, sources, against)


def test_the_score_is_the_documented_sum() -> None:
    assert score(evidence(), "wei wang") == 0.3
    assert score(evidence(), "maithra raghu") == 0.45
    assert score(evidence(NameMatch.INITIALS, 1), "j smith") == 0.3
    assert score(evidence(NameMatch.SAME, 2, 1, 3, 1), "wei wang") == 0.73
    assert score(evidence(NameMatch.SAME, 9, 9, 99, 99), "maithra raghu") == 1.0


def test_an_authority_that_tells_them_apart_counts_for_more_than_a_program() -> None:
    assert score(evidence(NameMatch.SAME, 2, against=("orcid",)), "wei wang") == 0.14
    assert score(evidence(NameMatch.SAME, 2, against=("openalex",)), "wei wang") == 0.33
    assert score(evidence(NameMatch.SAME, 2, against=("openalex", "orcid")), "wei wang") == 0.08


@given(EVIDENCE, st.sampled_from(["wei wang", "maithra raghu", "j smith"]))
def test_a_score_is_between_nothing_and_one_and_more_evidence_never_lowers_it(found: Evidence, name: str) -> None:
    low = score(found, name)
    assert 0 <= low <= 1
    more = Evidence(
        found.name,
        found.shared_coauthors + 1,
        found.shared_institutions + 1,
        found.shared_topics + 1,
        found.shared_sources + 1,
        found.contradictions,
    )
    assert score(more, name) >= low


def test_authorities_contradict_where_both_have_names_and_none_in_common() -> None:
    ours = [("orcid", "a"), ("openalex", "A1"), ("openalex", "A2"), ("scopus", "1"), ("dblp", "x/1")]
    theirs = [("orcid", "b"), ("openalex", "A2"), ("scopus", "2"), ("s2", "9")]
    assert contradictions(ours, theirs) == ("orcid",)
    assert contradictions(theirs, ours) == ("orcid",)
    assert contradictions(ours, []) == ()

"""Deterministic ids."""

import pytest

from graphdb.ids import digest, kind_of, node_id


def test_the_same_identifier_gives_the_same_id_for_ever() -> None:
    # Written down: a change of the hash would break every link to the site.
    assert node_id("Work", "arxiv", "2108.08810") == "w_sgm7hk7gm6zn25mz"


def test_kinds_and_schemes_do_not_meet() -> None:
    assert node_id("Work", "doi", "1") != node_id("Work", "arxiv", "1")
    assert node_id("Topic", "doi", "1")[2:] != node_id("Work", "doi", "1")[2:]
    assert digest("a", "bc") != digest("ab", "c")


@pytest.mark.parametrize("kind", ["Researcher", "Work", "Topic", "Institution", "Source"])
def test_an_id_tells_its_kind(kind: str) -> None:
    assert kind_of(node_id(kind, "x", "y")) == kind


def test_other_text_is_of_no_kind() -> None:
    assert kind_of("") is None
    assert kind_of("x_abc") is None

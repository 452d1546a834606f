"""The texts that find related works: bounded, and with values as parameters alone."""

import re
from itertools import product

import pytest

from graphdb.keyset import Order
from graphdb.related_works.cypher import LINKS_ORDER, SIMILARITY_ORDER, related_cypher
from graphdb.related_works.relations import DERIVATIVE, PRIOR, SIMILARITIES, Relation, Similarity

LISTS = [(SIMILARITIES, SIMILARITY_ORDER), (PRIOR, LINKS_ORDER), (DERIVATIVE, LINKS_ORDER)]


def test_every_similarity_has_a_relation_at_its_place() -> None:
    assert [relation.name for relation in SIMILARITIES] == [method.value for method in Similarity]


@pytest.mark.parametrize(("list_", "started"), list(product(LISTS, [False, True])))
def test_a_text_limits_every_step_and_reads_one_parameter(
    list_: tuple[tuple[Relation, ...], Order], started: bool
) -> None:
    relations, order = list_
    text = related_cypher(relations, order, started)
    assert set(re.findall(r"\$(\w+)", text)) == {"related"}
    flags = {relation.name for relation in relations}
    assert set(re.findall(r"\$related\.(\w+)", text)) == {"asks", "links", "works", "hub", "limit", *flags}
    # Links are found once for the works and once for what is cut of them.
    assert text.count("LIMIT $related.links") == 2 * len(relations)
    assert text.count("LIMIT $related.works") == len(relations)
    assert text.count("[..$related.limit]") == 1
    for relation in relations:
        assert relation.from_seed("s", "x") in text
        assert relation.from_link("x", "n") in text
    assert ("start[0]" in text) is started


def test_each_relation_leads_from_a_work_over_its_link_to_a_work() -> None:
    steps = {
        relation.name: (relation.from_seed("s", "x"), relation.from_link("x", "n"))
        for relation in (*SIMILARITIES, *PRIOR, *DERIVATIVE)
    }
    assert steps == {
        "CO_CITATION": ("(s)<-[:CITES]-(x)", "(x)-[:CITES]->(n)"),
        "BIBLIOGRAPHIC_COUPLING": ("(s)-[:CITES]->(x)", "(x)<-[:CITES]-(n)"),
        "SHARED_TOPICS": ("(s)-[:ABOUT]->(x)", "(x)<-[:ABOUT]-(n)"),
        "SHARED_AUTHORS": ("(s)<-[:AUTHORED]-(x)", "(x)-[:AUTHORED]->(n)"),
        "PRIOR": ("(s)-[:CITES]->(x)", "(x)-[:CITES]->(n)"),
        "DERIVATIVE": ("(s)<-[:CITES]-(x)", "(x)<-[:CITES]-(n)"),
    }

"""The exact Cypher of filters: each shape is a plan that Neo4j keeps."""

import pytest

from graphdb.entities import BadIdError
from graphdb.filters.compile import CONDITIONS, MAX_CONDITIONS, Filter, compile_filter
from graphdb.filters.conditions import TextCondition, Value, Where
from graphdb.keyset import BadBoundError

TOPIC = "t_" + "a" * 16
OTHER_TOPIC = "t_" + "b" * 16
AUTHOR = "r_" + "a" * 16


def compiled(label: str, where: Where) -> Filter:
    found = compile_filter(label, where)
    assert found is not None
    return found


def looked_up(label: str, variable: str) -> str:
    return (
        f"CALL () {{ UNWIND $filter.{variable} AS id OPTIONAL MATCH (x:{label} {{id: id}}) "
        f"OPTIONAL MATCH (:Identifier {{scheme: 'id', value: id}})-[:IDENTIFIES]->(y:{label}) "
        f"RETURN collect(coalesce(x, y)) AS {variable} }}\n"
    )


def test_a_filter_that_asks_for_nothing_is_none() -> None:
    assert compile_filter("Work", Where()) is None
    assert compile_filter("Work", Where(all_of=(Where(), Where()))) is None
    assert compile_filter("Work", Where((("all_topics", ()),))) is None


def test_plain_values_are_compared_with_parameters() -> None:
    found = compiled("Work", Where((("year_gte", 2016), ("types", ("b", "a", "b")), ("retracted", False))))
    assert found.shape.condition == (
        "n.sortYear >= $filter.v00 AND n.year IS NOT NULL AND coalesce(n.type, 'other') IN $filter.v01 "
        "AND coalesce(n.retracted, false) = $filter.v02"
    )
    assert (found.shape.prelude, found.shape.anchor, found.shape.text_index) == ("", "", "")
    assert found.parameter == {"v00": 2016, "v01": ["a", "b"], "v02": False}


def test_ids_are_looked_up_once_and_lead_to_the_rows() -> None:
    found = compiled("Work", Where((("topics", (TOPIC,)), ("min_citations", 3))))
    assert found.shape.prelude == looked_up("Topic", "v00")
    assert found.shape.variables == ("v00",)
    assert found.shape.condition == ("EXISTS { (n)-[:ABOUT]->(x) WHERE x IN v00 } AND n.citationCount >= $filter.v01")
    assert found.shape.anchor == "UNWIND v00 AS anchor MATCH (anchor)<-[:ABOUT]-(n)"
    assert found.shape.rest == "n.citationCount >= $filter.v01"


def test_where_all_of_some_ids_must_hold_one_leads_to_the_rows_and_all_are_asked() -> None:
    found = compiled("Work", Where((("all_topics", (OTHER_TOPIC, TOPIC)),)))
    assert found.shape.anchor == "UNWIND v00[..1] AS anchor MATCH (anchor)<-[:ABOUT]-(n)"
    assert found.shape.rest == found.shape.condition
    assert found.shape.condition == (
        "size(v00) = size($filter.v00) AND all(x IN v00 WHERE EXISTS { (n)-[:ABOUT]->(x) })"
    )


def test_of_several_anchors_the_one_that_leads_to_the_fewest_rows_is_taken() -> None:
    found = compiled(
        "Work", Where((("topics", (TOPIC,)), ("countries", ("CH",))), all_of=(Where((("authors", (AUTHOR,)),)),))
    )
    assert found.shape.anchor == "UNWIND v02 AS anchor MATCH (anchor)-[:AUTHORED]->(n)"


def test_words_are_asked_of_the_index_all_at_once() -> None:
    where = Where((("text", "deep"),), all_of=(Where((("text", 'title:"x y"'),)),))
    found = compiled("Work", where)
    assert found.shape.text_index == "work_text"
    assert found.shape.condition == ""
    assert found.parameter == {
        "text": '+(plainTitle:"deep"^3 authorNames:"deep"^1.5 venueName:"deep"^0.25 abstract:"deep"^1) '
        '+(plainTitle:"x y"^3)'
    }


def test_words_of_an_alternative_are_looked_up_before() -> None:
    found = compiled("Topic", Where(any_of=(Where((("name", "deep"),)), Where((("min_works", 5),)))))
    assert found.shape.text_index == ""
    assert found.shape.prelude == (
        "CALL () { CALL db.index.fulltext.queryNodes('entity_text', $filter.v00) YIELD node "
        "RETURN collect(node) AS v00 }\n"
    )
    assert found.shape.condition == "((n IN v00) OR (n.worksCount >= $filter.v01))"


def test_an_index_of_several_kinds_is_narrowed_to_one() -> None:
    found = compiled("Source", Where((("name", "acl"),)))
    assert (found.shape.text_index, found.shape.condition) == ("entity_text", "n:Source")


def test_alternatives_and_negations_nest() -> None:
    where = Where(
        any_of=(
            Where((("retracted", True),), any_of=()),
            Where(none_of=Where((("year_lte", 1), ("min_citations", 2)))),
        ),
        none_of=Where(),
    )
    assert compiled("Work", where).shape.condition == (
        "((coalesce(n.retracted, false) = $filter.v00 AND false) OR "
        "(NOT (n.sortYear <= $filter.v01 AND n.year IS NOT NULL AND n.citationCount >= $filter.v02))) AND NOT (true)"
    )


def test_the_digest_tells_values_and_shapes_apart_but_not_the_order_of_a_list() -> None:
    def digest(*conditions: tuple[str, Value]) -> str:
        return compiled("Work", Where(conditions)).digest

    assert digest(("types", ("a", "b"))) == digest(("types", ("b", "a", "a")))
    digests = [
        digest(("types", ("a",))),
        digest(("types", ("b",))),
        digest(("countries", ("a",))),
        digest(("text", "a")),
        digest(("text", "b")),
        digest(("year_gte", 1)),
        digest(("year_lte", 1)),
        digest(("year_lte", True)),
    ]
    assert len(set(digests)) == len(digests)


@pytest.mark.parametrize("id_", ["x", "", AUTHOR, "t_short"])
def test_what_is_not_an_id_of_the_kind_is_refused(id_: str) -> None:
    with pytest.raises(BadIdError, match=r"is not (an id|the id of a topic)"):
        compile_filter("Work", Where(none_of=Where((("topics", (TOPIC, id_)),))))


def test_a_filter_of_too_many_conditions_is_refused() -> None:
    most = tuple(Where((("min_citations", n),)) for n in range(MAX_CONDITIONS))
    assert compile_filter("Work", Where(all_of=most)) is not None
    with pytest.raises(BadBoundError, match=f"may hold {MAX_CONDITIONS} conditions"):
        compile_filter("Work", Where(all_of=(*most, Where((("text", "x"),)))))


@pytest.mark.parametrize("label", CONDITIONS)
def test_every_condition_reads_true_or_false_and_names_its_value(label: str) -> None:
    for name, condition in CONDITIONS[label].items():
        if not isinstance(condition, TextCondition):
            assert "@" in condition.text, name
            assert not condition.anchor or "@" in condition.anchor, name

"""A plan is kept for a document and the variables that decide, and for nothing else."""

from typing import Any

from graphql import DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, build_schema, parse

from schema.plan import ROOM, Plan, plan_of

SCHEMA = build_schema("type Query { a(id: ID, first: Int): Query b: Int }")


def plan(document: DocumentNode, **variables: Any) -> Plan:
    operation, *fragments = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    return plan_of(SCHEMA, operation, [f for f in fragments if isinstance(f, FragmentDefinitionNode)], variables)


def test_what_only_root_fields_are_asked_makes_no_other_plan() -> None:
    asked = parse("query($id: ID, $first: Int) { a(id: $id) { a(first: $first) { b } } }")
    assert plan(asked, id="1", first=2) is plan(asked, id="2", first=2)
    assert plan(asked, id="1", first=2) is not plan(asked, id="1", first=3)
    assert plan(asked, id="1", first=None) is not plan(asked, id="1")
    assert plan(asked, id="1", first=2) is not plan(asked, id="1", first="2")


def test_directives_and_fragments_decide_wherever_they_stand() -> None:
    skipped = parse("query($on: Boolean!) { a @skip(if: $on) { b } }")
    assert plan(skipped, on=True) is not plan(skipped, on=False)
    spread = parse("query($id: ID, $on: Boolean!) { ...F @include(if: $on) } fragment F on Query { a(id: $id) { b } }")
    assert plan(spread, id="1", on=True) is plan(spread, id="1", on=True)
    assert plan(spread, id="1", on=True) is not plan(spread, id="2", on=True)
    assert plan(spread, id="1", on=True) is not plan(spread, id="1", on=False)
    nested = parse("query($id: ID) { a { ... on Query { a(id: $id) { b } } } }")
    assert plan(nested, id="1") is not plan(nested, id="2")


def test_equal_texts_are_two_documents() -> None:
    one, other = parse("{ b }"), parse("{ b }")
    assert plan(one) is plan(one)
    assert plan(one) is not plan(other)


def test_many_plans_make_room() -> None:
    long = parse("{ b }" + " " * ROOM)
    assert plan(long) is plan(long)
    first = parse("query($id: ID) { a { a(id: $id) { b } } }")
    kept = plan(first, id="1")
    for i in range(5):
        plan(first, id=str(i) * (ROOM // 4))
    assert plan(first, id="1") is not kept
    assert plan(long) is plan(long)
    huge = {"id": "x" * ROOM}
    assert plan(first, **huge) is not plan(first, **huge)

from typing import Any

import pytest
from graphql import (
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    get_named_type,
    is_composite_type,
    is_introspection_type,
    parse,
)

from schema.build import build_schema
from schema.list_sizes import UNKNOWN, held_by, length_of
from server.cost import OperationCost, costs_of
from server.operations import with_prepared_operations

SCHEMA: GraphQLSchema = build_schema()._schema


def cost(text: str) -> OperationCost:
    [found] = costs_of(SCHEMA, parse(text)).values()
    return found


def requested(text: str, **variables: Any) -> int:
    return cost(text).requested(variables)


def is_list(type_: GraphQLOutputType) -> bool:
    return isinstance(type_.of_type if isinstance(type_, GraphQLNonNull) else type_, GraphQLList)


def test_the_length_of_every_list_of_objects_in_the_schema_is_known() -> None:
    unknown = [
        f"{type_.name}.{name}"
        for type_ in SCHEMA.type_map.values()
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) and not is_introspection_type(type_)
        for name, field in type_.fields.items()
        if is_list(field.type) and is_composite_type(get_named_type(field.type))
        if length_of(type_.name, name)({}, 7) == UNKNOWN
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("{ __typename stats { works } }", 0),
        ('{ researcher(by: {slug: "a"}) { name trust { score } } }', 1),
        ('{ researcher(by: {slug: "a"}) { affiliation { institution { name } } } }', 2),
        ("{ works { nodes { title } } }", 20),
        ("{ works(first: 50) { nodes { title } edges { cursor } } }", 100),
        ("{ works(first: 50) { edges { node { title } } } }", 100),
        ("{ works(last: 3) { nodes { source { name } } } }", 6),
        ("{ works(first: 0) { totalCount facets(by: YEAR, first: 4) { count } } }", 25 + 4),
        (
            "{ works(first: 10) { nodes { authorships(first: 5) { nodes { researcher { name } } } } } }",
            10 * (1 + 5 * 2),
        ),
        ('{ nodes(ids: ["a", "b", "c"]) { id } }', 3),
        ('{ nodes(ids: "a") { id } }', 1),
        ('{ worksByIds(by: [{doi: "a"}, {doi: "b"}]) { ... on WorkFound { work { title } } } }', 4),
        ('{ suggest(prefix: "a") { label } }', 8),
        ('{ pathsBetween(from: "a", to: "b", maxLength: 2, limit: 5) { nodes { id } } }', 1000 + 5 * (1 + 3)),
        ('{ inducedGraph(ids: ["a", "b"]) { nodes { id } edges { id } } }', 2 + 2 * 3),
        ('{ bridge(from: "a", to: ["b", "c"], first: 4) { nodes { id } } }', 3 * 50 + 7),
        ('{ researchGraph(seeds: "a") { seeds } }', 61),
        ('{ researchGraph(seeds: "a", perKind: 2, kinds: [TOPIC]) { nodes { id } } }', 2 * (1 + 2 * 2)),
        ('{ researchGraph(seeds: "a", perKind: 2, edges: [ABOUT]) { nodes { id } } }', 2 * (1 + 2)),
        ('{ researchGraph(seeds: "a", depth: 3, perKind: 50) { nodes { entity { id } } } }', 3000),
    ],
)
def test_rows_are_entities_and_objects_of_lists_and_what_traversals_go_through(text: str, rows: int) -> None:
    assert requested(text) == rows


@pytest.mark.parametrize(
    ("field", "gone_through"),
    [
        ("collaborators(first: 0) { totalCount }", 0),
        ("collaborators(first: 0, degree: 2) { totalCount }", 150),
        ("collaborators(first: 0, degree: $two) { totalCount }", 150),
        ("possibleDuplicates(first: 1) { score }", 26),
        ("works(first: 0) { groups(by: [YEAR], first: 1) { count } }", 26),
    ],
)
def test_a_traversal_costs_for_every_row_around_it(field: str, gone_through: int) -> None:
    text = f"query ($two: Int = 2) {{ researchers(first: 7) {{ nodes {{ {field} }} }} }}"
    assert requested(text) == 7 * (1 + gone_through)


def test_works_like_several_cost_for_each_of_them() -> None:
    text = "query ($to: [ID!]!) { similarWorks(to: $to, first: 0) { totalCount } }"
    assert [requested(text, to=to) for to in ("a", ["a", "b", "c"], None)] == [200, 600, 0]


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        ({}, 7),
        ({"n": 3}, 3),
        ({"n": None}, 20),
        ({"n": 5000}, 1000),
        ({"n": -5}, 0),
        ({"n": "x"}, 20),
        ({"n": True}, 20),
    ],
)
def test_variables_decide_with_their_defaults_whatever_was_sent(given: dict[str, Any], rows: int) -> None:
    assert requested("query ($n: Int = 7) { works(first: $n) { nodes { id } } }", **given) == rows


def test_a_variable_that_is_not_given_leaves_the_default_of_the_schema() -> None:
    text = 'query ($n: Int) { suggest(prefix: "a", limit: $n) { label } }'
    assert (requested(text), requested(text, n=2)) == (8, 2)


def test_a_list_may_hold_variables() -> None:
    assert requested('query ($a: ID!) { nodes(ids: [$a, "b"]) { id } }', a="a") == 2


def test_a_field_that_is_selected_twice_is_one_field_of_the_answer() -> None:
    text = (
        "{ works(first: 5) { nodes { id } } ...f } fragment f on Query { works(first: 5) { nodes { source { id } } } }"
    )
    assert requested(text) == 5 * 2


def test_fragments_on_different_types_add_up() -> None:
    text = (
        '{ nodes(ids: ["a"]) { ... on Work { references { nodes { id } } } ... on Topic { works { nodes { id } } } } }'
    )
    assert requested(text) == 1 + 20 + 20


def test_a_subscription_costs_what_all_its_events_do() -> None:
    text = (
        'subscription ($d: Int) { researchGraph(seeds: "a", depth: $d, perKind: 1, edges: [ABOUT]) { nodes { id } } }'
    )
    assert [requested(text, d=depth) for depth in (1, 2)] == [2 + 1 * (1 + 2), 3 + 2 * (1 + 3)]


def test_introspection_costs_nothing() -> None:
    assert requested("{ __schema { types { fields { args { name } } } } }") == 0


def test_each_operation_has_a_cost_of_its_own() -> None:
    costs = costs_of(SCHEMA, parse("query A { works(first: 1) { nodes { id } } } query B { works { nodes { id } } }"))
    assert {name: found.requested({}) for name, found in costs.items()} == {"A": 1, "B": 20}


def test_what_an_answer_has_is_counted_by_the_same_rule() -> None:
    found = cost(
        "{ works { nodes { title facets: identifiers { value } source { name } } edges { cursor } totalCount } "
        'n: nodes(ids: ["a", "b"]) { id } researcher(by: {slug: "a"}) { id } '
        "more: works { facets(by: TOPIC) { value filter } } }"
    )
    data = {
        "works": {
            "nodes": [
                {"title": "a", "facets": [{"value": "x"}, {"value": "y"}], "source": {"name": "s"}},
                {"title": "b", "facets": [], "source": None},
            ],
            "edges": [{"cursor": "c"}, {"cursor": "d"}],
            "totalCount": 2,
        },
        "n": [None, {"id": "b"}],
        "researcher": None,
        # Values of the scalar JSON are no rows, whatever they hold.
        "more": {"facets": [{"value": "t", "filter": {"and": [{"a": 1}, {"b": 2}]}}]},
    }
    assert found.actual(data) == (2 + 2 + 1) + 2 + 1 + 0 + 1
    assert found.actual(None) == 0


def test_a_type_that_holds_nothing_and_a_list_that_nobody_knows() -> None:
    assert held_by("Work", "Trust", is_connection=False)({}) == 0
    assert length_of("Work", "nobodyKnows")({}, 0) == UNKNOWN


async def test_what_costs_more_than_an_operation_may_is_refused_before_anything_is_read() -> None:
    schema = with_prepared_operations(build_schema(), max_cost=99)
    result = await schema.execute("query ($n: Int) { works(first: $n) { nodes { id } } }", {"n": 100})
    assert result.data is None
    assert result.errors is not None
    assert result.errors[0].message == "A query may cost 99 rows, and this one costs up to 100."
    assert result.errors[0].extensions is not None
    assert (result.errors[0].extensions["code"], result.errors[0].extensions["limit"]) == ("QUERY_TOO_COSTLY", 99)

import time
from typing import Any

import pytest
import strawberry
from graphql import get_introspection_query, parse

from server.limits import LimitExceeded, check_document, check_variables
from server.operations import with_prepared_operations


def nested(depth: int) -> str:
    return "{" + "a {" * (depth - 1) + "x" + "}" * depth


def code_of(document: str) -> str:
    with pytest.raises(LimitExceeded) as refusal:
        check_document(parse(document))
    extensions = refusal.value.as_error().extensions
    assert extensions is not None
    assert extensions["limit"] == refusal.value.limit
    assert extensions["hint"]
    return str(extensions["code"])


def test_a_query_may_be_twelve_fields_deep_and_not_thirteen() -> None:
    check_document(parse(nested(12)))
    assert code_of(nested(13)) == "QUERY_TOO_DEEP"


def test_depth_counts_through_fragments() -> None:
    fragments = "fragment f on A { a { a { a { a { a { a { x } } } } } } }"
    check_document(parse("{ a { a { a { a { a { ...f } } } } } }" + fragments))
    assert code_of("{ a { a { a { a { a { a { ...f } } } } } } }" + fragments) == "QUERY_TOO_DEEP"


def test_the_introspection_query_of_graphiql_is_exempt_from_depth() -> None:
    check_document(parse(get_introspection_query(input_value_deprecation=True, schema_description=True)))


def test_depth_beside_introspection_is_not_exempt() -> None:
    assert code_of("{ __schema { types { name } } " + nested(13)[1:]) == "QUERY_TOO_DEEP"


def test_a_query_may_hold_thirty_aliases_wherever_they_stand() -> None:
    check_document(parse("{ a {" + " ".join(f"b{i}: x" for i in range(30)) + "} }"))
    assert (
        code_of(
            "{ a {"
            + " ".join(f"b{i}: x" for i in range(16))
            + "} ... on Q { a {"
            + " ".join(f"c{i}: x" for i in range(15))
            + "} } }"
        )
        == "TOO_MANY_ALIASES"
    )


def test_an_alias_in_a_fragment_counts_at_every_spread() -> None:
    assert code_of("{ " + "a { ...f } " * 16 + "} fragment f on A { b: x c: x }") == "TOO_MANY_ALIASES"


def test_root_fields_count_through_fragments() -> None:
    check_document(parse("{" + "a " * 20 + "}"))
    assert code_of("{" + "a " * 11 + "...f } fragment f on Query {" + "b " * 10 + "}") == "TOO_MANY_ROOT_FIELDS"


def test_directives_are_bounded() -> None:
    assert code_of("{ a { x" + " @include(if: true)" * 31 + "} }") == "TOO_MANY_DIRECTIVES"


def test_one_field_many_times_is_refused_before_validation_compares_each_with_each() -> None:
    assert code_of("{ a {" + "x " * 51 + "} }") == "TOO_MANY_FIELDS"


@pytest.mark.parametrize("inside", ["", "a { a { x } }"], ids=["empty", "with fields"])
def test_a_bomb_of_thirty_fragments_is_refused_within_fifty_milliseconds(inside: str) -> None:
    levels = "".join(f"fragment f{i} on Q {{ {inside} ...f{i + 1} ...f{i + 1} }}" for i in range(30))
    document = parse("{ ...f0 }" + levels + "fragment f30 on Q { x }")
    start = time.perf_counter()
    with pytest.raises(LimitExceeded):
        check_document(document)
    assert time.perf_counter() - start < 0.05


def test_a_fragment_that_spreads_itself_ends() -> None:
    check_document(parse("{ ...f } fragment f on Q { a { x } ...g } fragment g on Q { ...f }"))


def test_a_spread_of_an_unknown_fragment_is_left_to_validation() -> None:
    check_document(parse("{ ...nowhere }"))


@pytest.mark.parametrize(
    ("field", "argument", "limit"),
    [("nodes", "ids", 100), ("researchGraph", "exclude", 1000), ("inducedGraph", "ids", 1000)],
)
def test_lists_are_bounded_in_the_text_and_in_variables(field: str, argument: str, limit: int) -> None:
    def text(length: int) -> str:
        return f"{{ {field}({argument}: [{', '.join(['1'] * length)}]) {{ id }} }}"

    check_document(parse(text(limit)))
    assert code_of(text(limit + 1)) == "LIST_TOO_LONG"
    limits = check_document(parse(f"query ($v: [ID!]!) {{ {field}({argument}: $v) {{ id }} }}"))
    check_variables({"v": ["1"] * limit}, limits)
    with pytest.raises(LimitExceeded, match=r"\$v may hold"):
        check_variables({"v": ["1"] * (limit + 1)}, limits)


@pytest.mark.parametrize(("name", "limit"), [("exclude", 1000), ("pins", 1000), ("seeds", 100)])
def test_lists_inside_of_inputs_are_bounded_too(name: str, limit: int) -> None:
    def text(length: int) -> str:
        return f"mutation {{ saveGraphView(input: {{ {name}: [{', '.join(['1'] * length)}] }}) {{ id }} }}"

    check_document(parse(text(limit)))
    assert code_of(text(limit + 1)) == "LIST_TOO_LONG"
    limits = check_document(parse("mutation ($v: I!) { saveGraphView(input: $v) { id } }"))
    check_variables({"v": {name: ["1"] * limit}}, limits)
    with pytest.raises(LimitExceeded, match=f"{name} may hold"):
        check_variables({"v": {name: ["1"] * (limit + 1)}}, limits)


def test_a_variable_used_twice_is_bound_by_the_stricter_use() -> None:
    query = "query ($v: [ID!]!) { inducedGraph(ids: $v) { id } nodes(ids: $v) { id } }"
    with pytest.raises(LimitExceeded):
        check_variables({"v": ["1"] * 101}, check_document(parse(query)))


def test_a_list_inside_an_input_object_is_bounded() -> None:
    with pytest.raises(LimitExceeded, match="topics may hold 100 values, not 101"):
        check_variables({"filter": {"not": {"topics": ["t"] * 101}}}, {})


def test_values_may_not_be_nested_without_end() -> None:
    assert code_of("{ works(filter: " + "{not: " * 13 + "{}" + "}" * 13 + ") { id } }") == "INPUT_TOO_DEEP"
    value: object = "x"
    for _ in range(13):
        value = {"not": value}
    with pytest.raises(LimitExceeded, match="nested"):
        check_variables({"filter": value}, {})


@strawberry.type
class Query:
    @strawberry.field
    def hello(self, ids: list[str]) -> str:
        return ",".join(ids)

    @strawberry.field
    def short(self, to: int) -> int:
        return to


@pytest.fixture(scope="module")
def schema() -> strawberry.Schema:
    return with_prepared_operations(strawberry.Schema(Query))


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ hello", "QUERY_SYNTAX"),
        ("{ nothing }", "QUERY_INVALID"),
        ("{" + " hello" * 2_000 + "}", "QUERY_TOO_LONG"),
        ("{ hello }" + "#\n" * 3_000, "QUERY_TOO_LONG"),
        ("{" + "a {" * 900 + "x" + "}" * 901, "QUERY_TOO_DEEP"),
        ("{ hello(ids: [" + '"a" ' * 101 + "]) }", "LIST_TOO_LONG"),
    ],
)
async def test_what_cannot_be_executed_has_a_code_and_a_place(schema: strawberry.Schema, query: str, code: str) -> None:
    result = await schema.execute(query)
    assert result.data is None
    assert result.errors is not None
    assert {error.extensions["code"] for error in result.errors if error.extensions} == {code}
    assert result.errors[0].locations


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("{ hello(ids: [" + "9" * 5_000 + "]) }", "String cannot represent a non string value: 999"),
        ("{ short(to: " + "9" * 5_000 + ") }", "Expected value of type 'Int'"),
        ("{ " + "a" * 5_000 + " }", "Cannot query field 'aaa"),
    ],
)
async def test_a_message_quotes_no_more_than_is_needed_and_nothing_of_python(
    schema: strawberry.Schema, query: str, told: str
) -> None:
    result = await schema.execute(query)
    assert result.errors is not None
    [error] = result.errors
    assert error.message.startswith(told)
    assert len(error.message) <= 301
    assert "limit" not in error.message


async def test_a_value_that_is_nested_too_deep_is_named(schema: strawberry.Schema) -> None:
    deep: list[Any] = []
    for _ in range(20):
        deep = [deep]
    for name, shown in (("ids", "$ids"), ("i" * 500, "$" + "i" * 39 + "…")):
        result = await schema.execute(f"query (${name}: [String!]!) {{ hello(ids: ${name}) }}", {name: deep})
        assert result.errors is not None
        assert result.errors[0].message == f"A value may be nested 12 deep, not more, as {shown} is."


async def test_long_lists_in_variables_are_refused_though_the_document_is_remembered(
    schema: strawberry.Schema,
) -> None:
    query = "query ($ids: [String!]!) { hello(ids: $ids) }"
    for length, refused in [(1, False), (101, True), (2, False)]:
        result = await schema.execute(query, {"ids": ["a"] * length})
        assert bool(result.errors) is refused


async def test_several_operations_of_which_none_is_named_are_refused(schema: strawberry.Schema) -> None:
    query = 'query A { hello(ids: ["a"]) } query B { hello(ids: ["b"]) }'
    refused = await schema.execute(query)
    assert refused.errors is not None
    assert (refused.errors[0].extensions or {})["code"] == "OPERATION_NOT_FOUND"
    assert (await schema.execute(query, operation_name="B")).data == {"hello": "b"}


def test_a_schema_that_is_served_twice_prepares_its_operations_once_each_time() -> None:
    schema = strawberry.Schema(Query)
    for _ in range(2):
        assert len(with_prepared_operations(schema).extensions) == 1
    assert schema.extensions == ()

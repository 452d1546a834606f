"""Arguments of root fields that do not come in a GraphQL document, read by the rules of the schema all the same."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import strawberry
from graphql import (
    GraphQLError,
    Undefined,
    coerce_input_value,
    is_required_argument,
    validate_input_value,
)
from strawberry.types.arguments import convert_arguments
from strawberry.types.base import StrawberryObjectDefinition

from graphdb.errors import GraphError
from schema.errors import said


class BadArgumentError(GraphError):
    """A value does not fit the type that the schema gives an argument; the message names the place of the value."""


def root_arguments(schema: strawberry.Schema, field: str, given: Mapping[str, object]) -> dict[str, Any]:
    """Return the arguments of the root field `field` as its resolver gets them, by their names in Python.

    `given` holds values as JSON has them, by the arguments' names in the schema. What is not given has its default, or
    is left out. Raises `BadArgumentError`.
    """
    query, definition = schema._schema.query_type, schema.get_type_by_name("Query")
    if query is None or not isinstance(definition, StrawberryObjectDefinition):
        raise TypeError("the schema has no queries")
    coerced: dict[str, Any] = {}
    for name, argument in query.fields[field].args.items():
        value = given.get(name, Undefined)
        if value is not Undefined:
            validate_input_value(value, argument.type, partial(_refuse, name))
            coerced[name] = coerce_input_value(value, argument.type)
        elif is_required_argument(argument):
            raise BadArgumentError(f"`{name}` is missing.")
        elif argument.default_value is not Undefined:
            coerced[name] = argument.default_value
    name_of = schema.config.name_converter.from_field
    arguments = next(each.arguments for each in definition.fields if name_of(each) == field)
    return convert_arguments(coerced, arguments, schema.schema_converter.scalar_registry, schema.config)


def _refuse(name: str, error: GraphQLError, path: list[str | int]) -> None:
    place = name + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    raise BadArgumentError(f"`{place}`: {said(error.message)}")

"""Documents parsed, bounded and validated once, and remembered by their text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import strawberry
from graphql import DocumentNode, GraphQLError, GraphQLSchema, GraphQLSyntaxError, parse, specified_rules
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document

from resolvers.errors import ErrorCode
from server.error_codes import QUERY_INVALID, QUERY_SYNTAX, QUERY_TOO_DEEP, QUERY_TOO_LONG
from server.limits import MAX_TOKENS, LimitExceeded, check_document, check_variables
from server.observability import current_request

# Longer texts are rare and would fill the memory that a bounded number of short ones cannot.
_LONGEST_REMEMBERED = 8_192


@dataclass(frozen=True, slots=True)
class Operation:
    """A document that may be executed when `errors` is empty."""

    document: DocumentNode
    errors: list[GraphQLError]
    list_limits: Mapping[str, int]
    """How long a list each variable may hold."""


class PreparedOperations(SchemaExtension):
    """Takes the place of Strawberry's parsing and validation.

    The bounds are checked before validation, whose time is not linear in the size of the document.
    """

    _operation: Operation

    def on_parse(self) -> Iterator[None]:
        """Raises a coded `GraphQLError` when the text is not GraphQL or has too many tokens."""
        context = self.execution_context
        text = context.query or ""
        prepare = _remembered if len(text) <= _LONGEST_REMEMBERED else _prepare
        self._operation = prepare(context.schema._schema, text)
        context.graphql_document = self._operation.document
        current_request().name_operation(context.operation_name)
        yield

    def on_validate(self) -> Iterator[None]:
        """Leaves the errors of the document, and of the size of the variables, for the caller to answer with."""
        errors = self._operation.errors
        if not errors:
            try:
                check_variables(self.execution_context.variables, self._operation.list_limits)
            except LimitExceeded as refusal:
                errors = [refusal.as_error()]
        self.execution_context.pre_execution_errors = errors
        yield


def with_prepared_operations(schema: strawberry.Schema) -> strawberry.Schema:
    """Make the schema prepare its operations here; returns the same schema."""
    if PreparedOperations not in schema.extensions:
        schema.extensions = (*schema.extensions, PreparedOperations)
    return schema


def _prepare(schema: GraphQLSchema, text: str) -> Operation:
    try:
        document = parse(text, max_lexical_tokens=MAX_TOKENS, max_comments=MAX_TOKENS)
    except GraphQLSyntaxError as error:
        raise _coded(error, _syntax_code(error.message)) from None
    try:
        list_limits = check_document(document)
    except LimitExceeded as refusal:
        return Operation(document, [refusal.as_error()], {})
    errors = validate_document(schema, document, specified_rules)
    return Operation(document, [_coded(error, QUERY_INVALID) for error in errors], list_limits)


_remembered = lru_cache(maxsize=256)(_prepare)


def _syntax_code(message: str) -> ErrorCode:
    """Tell the parser's bounds from errors of syntax: it gives both the same class."""
    if "nested too deeply" in message:
        return QUERY_TOO_DEEP
    return QUERY_TOO_LONG if "Parsing aborted" in message else QUERY_SYNTAX


def _coded(error: GraphQLError, code: ErrorCode) -> GraphQLError:
    extensions = {"code": code.code, "hint": code.action}
    return GraphQLError(error.message, error.nodes, error.source, error.positions, extensions=extensions)

"""Documents parsed, bounded and validated once, and remembered by their text."""

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

import strawberry
from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
    specified_rules,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document
from strawberry.types import ExecutionResult, StreamExecutionResult
from strawberry.types.graphql import OperationType

from resolvers.context import RequestContext
from resolvers.errors import ErrorCode
from schema.errors import said
from server.cost import OperationCost, costs_of
from server.error_codes import (
    OPERATION_NOT_FOUND,
    QUERY_INVALID,
    QUERY_SYNTAX,
    QUERY_TOO_COSTLY,
    QUERY_TOO_DEEP,
    QUERY_TOO_LONG,
)
from server.limits import MAX_TOKENS, LimitExceeded, check_document, check_variables
from server.observability import current_request

MAX_COST = 50_000
"""Rows that an operation may return, unless the settings say otherwise."""

# Longer texts are rare and would fill the memory that a bounded number of short ones cannot.
_LONGEST_REMEMBERED = 8_192


@dataclass(frozen=True, slots=True)
class Operation:
    """A document that may be executed when `errors` is empty."""

    document: DocumentNode
    errors: list[GraphQLError] = field(default_factory=list)
    list_limits: Mapping[str, int] = field(default_factory=dict)
    """How long a list each variable may hold."""
    costs: Mapping[str | None, OperationCost] = field(default_factory=dict)
    """By the names of the operations; None for one without a name, which stands alone."""

    def choose(self, name: str | None) -> OperationDefinitionNode:
        """Return the operation that is asked for by its name, or without one where it is the only one.

        Raises a coded `GraphQLError` where there is none: Strawberry would execute the first of several.
        """
        operations = [node for node in self.document.definitions if isinstance(node, OperationDefinitionNode)]
        if name is None:
            if len(operations) == 1:
                return operations[0]
            what = "The document has several operations, and none is named." if operations else "There is no operation."
            raise coded_error(what, OPERATION_NOT_FOUND)
        for operation in operations:
            if operation.name is not None and operation.name.value == name:
                return operation
        raise coded_error("The document has no operation of that name.", OPERATION_NOT_FOUND)


class PreparedOperations(SchemaExtension):
    """Takes the place of Strawberry's parsing and validation, and tells what the operation costs.

    The bounds are checked before validation, whose time is not linear in the size of the document.
    """

    _operation: Operation
    _cost: OperationCost | None = None
    _requested: int = 0

    def __init__(self, max_cost: int) -> None:
        self._max_cost = max_cost

    def on_parse(self) -> Iterator[None]:
        """Raises a coded `GraphQLError` when the text is not GraphQL, has too many tokens or leaves a choice open."""
        context = self.execution_context
        self._operation = _operation(context.schema._schema, context.query or "")
        context.graphql_document = self._operation.document
        self._operation.choose(context._provided_operation_name)
        current_request().name_operation(context.operation_name)
        yield

    def on_validate(self) -> Iterator[None]:
        """Leaves the errors of the document, of the variables' size and of the cost for the caller to answer with."""
        errors = self._operation.errors
        if not errors:
            try:
                check_variables(self.execution_context.variables, self._operation.list_limits)
                self._charge()
            except LimitExceeded as refusal:
                errors = [refusal.as_error()]
        self.execution_context.pre_execution_errors = errors
        yield

    def _charge(self) -> None:
        context = self.execution_context
        cost = self._operation.costs.get(context.operation_name)
        if cost is None:  # The schema has no operations of the kind; the executor says so.
            return
        requested = cost.requested(context.variables)
        if requested > self._max_cost:
            raise LimitExceeded(
                QUERY_TOO_COSTLY,
                f"A query may cost {self._max_cost} rows, and this one costs up to {requested}.",
                self._max_cost,
            )
        self._cost, self._requested = cost, requested
        if isinstance(context.context, RequestContext):
            context.context.spend(requested)

    def get_results(self) -> dict[str, Any]:
        """Tell of an operation that was executed what it cost."""
        result = self.execution_context.result
        return self._told(result.data) if result is not None else {}

    def on_stream_result(self, result: StreamExecutionResult) -> Iterator[None]:
        """Tell of each event what it cost; `get_results` knows only the event before."""
        if isinstance(result, ExecutionResult):
            result.extensions = {**(result.extensions or {}), **self._told(result.data)}
        yield

    def _told(self, data: dict[str, Any] | None) -> dict[str, Any]:
        if self._cost is None:
            return {}
        return {"cost": {"requested": self._requested, "actual": self._cost.actual(data)}}


def with_prepared_operations(
    schema: strawberry.Schema, max_cost: int = MAX_COST, *around: Callable[[], SchemaExtension]
) -> strawberry.Schema:
    """Return a copy of the schema that prepares its operations here; one may cost `max_cost` rows.

    `around` makes what stands around each operation, its preparation included.
    """
    prepared = copy.copy(schema)
    prepared.extensions = (*around, *schema.extensions, partial(PreparedOperations, max_cost))
    return prepared


def operation_type(schema: strawberry.Schema, text: str, operation_name: str | None) -> OperationType:
    """Return what kind of operation is asked for; raises a coded `GraphQLError` where there is none."""
    return OperationType(_operation(schema._schema, text).choose(operation_name).operation.value)


def _operation(schema: GraphQLSchema, text: str) -> Operation:
    return (_remembered if len(text) <= _LONGEST_REMEMBERED else _prepare)(schema, text)


def _prepare(schema: GraphQLSchema, text: str) -> Operation:
    try:
        document = parse(text, max_lexical_tokens=MAX_TOKENS, max_comments=MAX_TOKENS)
    except GraphQLSyntaxError as error:
        raise _coded(error, _syntax_code(error.message)) from None
    try:
        list_limits = check_document(document)
    except LimitExceeded as refusal:
        return Operation(document, [refusal.as_error()])
    errors = validate_document(schema, document, specified_rules)
    if errors:
        return Operation(document, [_coded(error, QUERY_INVALID) for error in errors])
    return Operation(document, [], list_limits, costs_of(schema, document))


_remembered = lru_cache(maxsize=256)(_prepare)


def _syntax_code(message: str) -> ErrorCode:
    """Tell the parser's bounds from errors of syntax: it gives both the same class."""
    if "nested too deeply" in message:
        return QUERY_TOO_DEEP
    return QUERY_TOO_LONG if "Parsing aborted" in message else QUERY_SYNTAX


def _coded(error: GraphQLError, code: ErrorCode) -> GraphQLError:
    return GraphQLError(said(error.message), error.nodes, error.source, error.positions, extensions=_extensions(code))


def coded_error(message: str, code: ErrorCode) -> GraphQLError:
    """Return an error of a request that is not executed."""
    return GraphQLError(message, extensions=_extensions(code))


def _extensions(code: ErrorCode) -> dict[str, Any]:
    return {"code": code.code, "hint": code.action}

"""What clients and the log are told of errors in an execution."""

import secrets
from typing import Any

import structlog
from graphql import GraphQLError

from graphdb.errors import GraphError
from resolvers.errors import BAD_INPUT, code_of

UNEXPECTED = "Something went wrong that should not have."

log = structlog.stdlib.get_logger()


def report(error: GraphQLError) -> dict[str, Any]:
    """The error as the client sees it: message, place and a code.

    What nobody foresaw is logged under an id, and the client is told the id alone.
    """
    formatted: dict[str, Any] = {**error.formatted}
    if error.extensions and "code" in error.extensions:
        return formatted
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    if cause is None or isinstance(cause, GraphQLError):
        formatted["extensions"] = {"code": BAD_INPUT.code}
        return formatted
    code = code_of(cause).code
    if isinstance(cause, GraphError):
        formatted["message"] = cause.message
        formatted["extensions"] = {"code": code, **({"hint": cause.hint} if cause.hint else {})}
        return formatted
    error_id = secrets.token_hex(8)
    log.error("unexpected_error", error_id=error_id, path=error.path, exc_info=cause)
    formatted["message"] = UNEXPECTED
    formatted["extensions"] = {"code": code, "errorId": error_id}
    return formatted

"""What a client is told of the errors of an operation."""

import secrets
from collections.abc import Iterable

import structlog
from graphql import GraphQLError

from graphdb.errors import GraphError
from resolvers.errors import BAD_INPUT, INTERNAL, code_of

log = structlog.stdlib.get_logger()

MASKED = "Something went wrong that should not have."
LONGEST_MESSAGE = 300


def said(message: str) -> str:
    """Return what graphql-core says of a document or a value, for whoever sent it.

    Without the text of an exception that its coercion met, and not as long as the value that it quotes may be.
    """
    own = message.partition(", but encountered error")[0]
    return own if len(own) <= LONGEST_MESSAGE else own[:LONGEST_MESSAGE] + "…"


def finish(errors: Iterable[GraphQLError]) -> None:
    """Give every error its code and hint, in place; errors that have a code keep what they say.

    What nobody foresaw is logged under an id, and the client is told the id alone.
    """
    error_ids: dict[int, str] = {}
    for error in errors:
        if error.extensions and "code" in error.extensions:
            continue
        cause = _cause(error)
        if isinstance(cause, GraphError):
            code = code_of(cause)
            error.message = cause.message
            error.extensions = {"code": code.code, "hint": cause.hint or code.action}
        elif cause is None:
            error.message = said(error.message)
            error.extensions = {"code": BAD_INPUT.code, "hint": BAD_INPUT.action}
        else:
            # One failed read fails every field that waited for it: one entry of the log tells of them all.
            known = id(cause) in error_ids
            error_id = error_ids.setdefault(id(cause), secrets.token_hex(8))
            if not known:
                log.error("unexpected_error", error_id=error_id, path=error.path, exc_info=cause)
            error.message = MASKED
            error.extensions = {"code": INTERNAL.code, "hint": INTERNAL.action, "errorId": error_id}


def _cause(error: GraphQLError) -> BaseException | None:
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    return cause

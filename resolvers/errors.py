"""The catalogue of error codes, and which exception gets which."""

from dataclasses import dataclass

from graphdb.entities import BadIdError
from graphdb.errors import GraphError
from graphdb.graph import GraphBusy, GraphUnavailable, QueryTimeout, QueryTooLarge
from graphdb.graph_views import GraphViewsFullError, UnknownSeedsError
from graphdb.keyset import BadBoundError, BadCursorError


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """One kind of error that a query can meet."""

    code: str
    """What `extensions.code` says."""
    meaning: str
    """What has happened."""
    action: str
    """What the caller can do."""


BAD_BOUND = ErrorCode(
    "BAD_BOUND",
    "An argument is outside of its bounds, or two arguments contradict each other; the message names them.",
    "Stay within the bound; read more with cursors.",
)
BAD_CURSOR = ErrorCode(
    "BAD_CURSOR",
    "An `after` or `before` is not a cursor of this list in this order and under this filter.",
    "Pass a cursor that the same field gave under the same orderBy and filter, or start from the first page.",
)
BAD_ID = ErrorCode(
    "BAD_ID",
    "A text cannot be the id of anything, or of anything of the kind that is asked for.",
    "Pass ids as the `id` fields give them; look up by slug or identifier otherwise.",
)
BAD_INPUT = ErrorCode(
    "BAD_INPUT",
    "A value does not fit the type that the schema gives it, or what is asked for does not exist in this shape.",
    "Compare the operation and its variables with the schema.",
)
GRAPH_BUSY = ErrorCode(
    "GRAPH_BUSY",
    "More is asked of the graph database at the moment than it can answer.",
    "Try again in a moment, as the Retry-After header says.",
)
GRAPH_VIEWS_FULL = ErrorCode(
    "GRAPH_VIEWS_FULL",
    "As many views are saved as there may be.",
    "Keep the arguments of the graph instead.",
)
GRAPH_UNAVAILABLE = ErrorCode(
    "GRAPH_UNAVAILABLE",
    "The graph database does not answer.",
    "Try again in a moment.",
)
INTERNAL = ErrorCode(
    "INTERNAL",
    "Something went wrong that should not have; `extensions.errorId` names the entry of the log that says what.",
    "Report the errorId.",
)
OUT_OF_MEMORY = ErrorCode(
    "OUT_OF_MEMORY",
    "The query needs more memory than the graph database has.",
    "Ask for less at once: fewer ids, kinds of edge or steps.",
)
TIMEOUT = ErrorCode(
    "TIMEOUT",
    "The query ran longer than it is allowed to.",
    "Ask for less at once.",
)
UNKNOWN_SEEDS = ErrorCode(
    "UNKNOWN_SEEDS",
    "Seeds of a view that was to be saved name nothing.",
    "Leave them out.",
)

CATALOGUE = (
    *(
        BAD_BOUND,
        BAD_CURSOR,
        BAD_ID,
        BAD_INPUT,
        GRAPH_BUSY,
        GRAPH_UNAVAILABLE,
        GRAPH_VIEWS_FULL,
        INTERNAL,
        OUT_OF_MEMORY,
    ),
    *(TIMEOUT, UNKNOWN_SEEDS),
)
"""Every code that a query can meet, sorted by code."""

_CODES: tuple[tuple[type[GraphError], ErrorCode], ...] = (
    (BadBoundError, BAD_BOUND),
    (BadCursorError, BAD_CURSOR),
    (BadIdError, BAD_ID),
    (GraphBusy, GRAPH_BUSY),
    (GraphUnavailable, GRAPH_UNAVAILABLE),
    (GraphViewsFullError, GRAPH_VIEWS_FULL),
    (QueryTimeout, TIMEOUT),
    (QueryTooLarge, OUT_OF_MEMORY),
    (UnknownSeedsError, UNKNOWN_SEEDS),
    (GraphError, BAD_INPUT),
)


def code_of(error: BaseException) -> ErrorCode:
    """Return the code of an exception: `INTERNAL` for anything that is not an error of the graph's domain."""
    return next((code for type_, code in _CODES if isinstance(error, type_)), INTERNAL)

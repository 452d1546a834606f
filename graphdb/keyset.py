"""Keyset paging: total orders, opaque cursors and the conditions that stand for "after this row".

Cypher text depends on the shape of a page alone (which order, which way, with or without a cursor), values are
parameters: a list has a handful of texts, and Neo4j plans each once.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

import orjson

from graphdb.errors import GraphError

DEFAULT_PAGE = 20
MAX_NESTED_PAGE = 100
MAX_ROOT_PAGE = 1000
MAX_CURSOR_LENGTH = 20_000
_INT64 = 2**63

KeyValue = str | int | float
KeyType = type[str] | type[int] | type[float]


class BadBoundError(GraphError):
    """An argument is outside of what it may be; the message names it and its bound."""


class BadCursorError(GraphError):
    """The text is not a cursor of this list in this order."""

    def __init__(self, argument: str) -> None:
        super().__init__(
            f"`{argument}` is not a cursor of this list in this order and under this filter.",
            "Pass a cursor that the same field gave under the same orderBy and filter, or start from the first page.",
        )


@dataclass(frozen=True, slots=True)
class Key:
    """One part of an order."""

    expression: LiteralString
    """A Cypher expression over the listed node `n` or its edge `e`; never null."""
    type: KeyType
    """Of the expression's values; float takes whole numbers too."""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A total order: the last key is unique among the rows of a list."""

    name: LiteralString
    """Part of every cursor, so that one order refuses the cursors of another."""
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class PageArguments:
    """The paging arguments of a connection as the caller gave them."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which rows of a list are wanted."""

    list_name: str
    """Part of every cursor, so that one list refuses the cursors of another."""
    order: Order
    size: int
    """Rows wanted at most."""
    backward: bool = False
    """Rows before `start`, or the last ones; the page itself is in the list's order all the same."""
    start: tuple[KeyValue, ...] | None = None
    """The keys of the row that the page begins after (or ends before); None: at the list's end."""


def page_request(list_name: str, order: Order, arguments: PageArguments, max_size: int) -> PageRequest:
    """Return the request that `arguments` make; 20 rows from the start where they say nothing.

    Raises `BadBoundError` for a size outside of 0 to `max_size` and for arguments that contradict each other,
    `BadCursorError` for what is not a cursor of `list_name` in `order`.
    """
    backward = arguments.last is not None or (arguments.before is not None and arguments.first is None)
    if arguments.first is not None and arguments.last is not None:
        raise BadBoundError("`first` and `last` exclude each other.", "Pass one of them.")
    if arguments.after is not None and arguments.before is not None:
        raise BadBoundError("`after` and `before` exclude each other.", "Pass one of them.")
    if backward and arguments.after is not None:
        raise BadBoundError("`last` counts back from `before`, not from `after`.", "Pass `before` with `last`.")
    if not backward and arguments.before is not None:
        raise BadBoundError("`first` counts on from `after`, not from `before`.", "Pass `after` with `first`.")
    name, size = ("last", arguments.last) if backward else ("first", arguments.first)
    if size is None:
        size = min(DEFAULT_PAGE, max_size)
    if not 0 <= size <= max_size:
        raise BadBoundError(f"`{name}` must be from 0 to {max_size}, not {size}.", "Page on with cursors to read more.")
    start = None
    if arguments.before is not None:
        start = read_cursor("before", arguments.before, list_name, order)
    elif arguments.after is not None:
        start = read_cursor("after", arguments.after, list_name, order)
    return PageRequest(list_name, order, size, backward, start)


def write_cursor(list_name: str, order: Order, keys: Sequence[KeyValue]) -> str:
    """Return the opaque cursor of the row whose keys are `keys`."""
    payload = orjson.dumps([f"{list_name} {order.name}", *keys])
    return base64.urlsafe_b64encode(payload).rstrip(b"=").decode("ascii")


def read_cursor(argument: str, cursor: str, list_name: str, order: Order) -> tuple[KeyValue, ...]:
    """Return the keys in `cursor`; raises `BadCursorError`, which names `argument`, for anything else."""
    try:
        if len(cursor) > MAX_CURSOR_LENGTH:
            raise BadCursorError(argument)
        payload = base64.b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        values = orjson.loads(payload)
    except (ValueError, binascii.Error) as error:
        raise BadCursorError(argument) from error
    if not isinstance(values, list) or len(values) != len(order.keys) + 1:
        raise BadCursorError(argument)
    tag, *keys = values
    if tag != f"{list_name} {order.name}" or not all(map(_fits, order.keys, keys)):
        raise BadCursorError(argument)
    return tuple(keys)


def _fits(key: Key, value: Any) -> bool:
    if key.type is str:
        return isinstance(value, str)
    if type(value) is int:
        return -_INT64 <= value < _INT64
    return key.type is float and type(value) is float


def order_by(order: Order, backward: bool) -> LiteralString:
    """Return the list of an ORDER BY clause, reversed for a page that is read backward."""
    parts: list[LiteralString] = [
        key.expression + (" DESC" if key.descending != backward else "") for key in order.keys
    ]
    return ", ".join(parts)


def key_list(order: Order) -> LiteralString:
    """Return the Cypher list of a row's keys, in the order's order."""
    parts: list[LiteralString] = [key.expression for key in order.keys]
    return "[" + ", ".join(parts) + "]"


# Parameters by position: a Cypher text is assembled from literals, and there is no literal for an int.
POSITIONS: tuple[LiteralString, ...] = ("[0]", "[1]", "[2]", "[3]", "[4]", "[5]", "[6]", "[7]")


def beyond(order: Order, backward: bool, start: LiteralString) -> LiteralString:
    """Return the condition for the rows strictly beyond the keys in the Cypher list `start`.

    `a > $s[0] OR (a = $s[0] AND (b > $s[1] OR …))`, each comparison in its key's direction.
    """
    condition: LiteralString = ""
    for key, position in reversed(list(zip(order.keys, POSITIONS, strict=False))):
        sign: LiteralString = " < " if key.descending != backward else " > "
        strictly = key.expression + sign + start + position
        if condition:
            condition = strictly + " OR (" + key.expression + " = " + start + position + " AND (" + condition + "))"
        else:
            condition = strictly
    return condition

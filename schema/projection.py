"""How the answer of a whole object is made of its record in one go, where all of it is pure data."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, cast

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLObjectType,
    GraphQLString,
    Undefined,
)

Step = Callable[[Any], Any]
"""Makes a part of the answer of a value, or fails in any way: then the ordinary way takes its place."""
Types = frozenset[type]
Completion = tuple[Step, Types | None]
"""How a value is completed, and the types whose values stand for themselves; None: the step says what becomes of it."""

_INT_END = 2**31


class NotPlainError(Exception):
    """A value is not what a step expects of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a field takes of the record of its parent."""

    attribute: str | None
    """None: it is made of the record itself."""
    complete: Step
    """Of the attribute's value, or of the record."""
    types: Types | None = None
    """See `Completion`."""

    def of(self, source: Any) -> Any:
        """Return the field's part of the answer, or fail in any way."""
        return self.complete(source if self.attribute is None else getattr(source, self.attribute))


def or_null(present: Step) -> Step:
    """Return what completes a value that may be null."""

    def complete(value: Any) -> Any:
        return None if value is None or value is Undefined else present(value)

    return complete


def each(item: Step) -> Step:
    """Return what completes a list."""

    def complete(values: Any) -> list[Any]:
        if type(values) is not list and type(values) is not tuple:
            raise NotPlainError
        return [item(value) for value in values]

    return complete


def projection(type_: GraphQLObjectType, parts: Mapping[str, Part]) -> Step:
    """Return what makes the answer of an object of which each field is one of `parts`."""
    names = tuple(parts)
    attributes = [part.attribute or "__class__" for part in parts.values()]
    read = attrgetter(*attributes) if len(attributes) > 1 else _few(attributes)
    accepted = [part.types for part in parts.values()]
    changed = [(i, part.complete, part.attribute is None) for i, part in enumerate(parts.values()) if not part.types]
    is_type_of = cast("Callable[[Any, Any], bool] | None", type_.is_type_of)
    # Objects of one list are mostly of one pattern: what is accepted once is found by one look-up from then on.
    patterns: set[tuple[type, ...]] = set()

    def check(pattern: tuple[type, ...]) -> None:
        if any(types is not None and found not in types for found, types in zip(pattern, accepted, strict=True)):
            raise NotPlainError
        patterns.add(pattern)

    def complete(value: Any) -> dict[str, Any]:
        if value is None or isinstance(value, Exception) or (is_type_of is not None and not is_type_of(value, None)):
            raise NotPlainError
        values = read(value)
        pattern = tuple(map(type, values))
        if pattern not in patterns:
            check(pattern)
        if not changed:
            return dict(zip(names, values, strict=True))
        completed = list(values)
        for i, step, of_record in changed:
            completed[i] = step(value if of_record else completed[i])
        return dict(zip(names, completed, strict=True))

    return complete


def _few(attributes: Sequence[str]) -> Step:
    """Return what reads one attribute or none, which `attrgetter` gives bare, or refuses to."""
    if not attributes:
        return lambda _: ()
    read = attrgetter(*attributes)
    return lambda value: (read(value),)


@cache
def leaf(type_: GraphQLLeafType) -> Completion:
    """Return how a leaf is completed; a type is made once, and there are as many as the schema has."""
    if type_.name in _LEAVES:
        return _LEAVES[type_.name]
    coerce = type_.coerce_output_value

    def complete(value: Any) -> Any:
        coerced = None if value is None or isinstance(value, Exception) else coerce(value)
        if coerced is None or coerced is Undefined:
            raise NotPlainError
        return coerced

    if not isinstance(type_, GraphQLEnumType):
        return complete, None
    members: dict[Any, str] = {}
    """Members met so far, and what they are called in answers."""

    def name(value: Any) -> str:
        known = members.get(value) if isinstance(value, Enum) else None
        if known is None:
            known = complete(value)
            if isinstance(value, Enum):
                members[value] = known
        return known

    return name, None


def _text(value: Any) -> str:
    if type(value) is not str:
        raise NotPlainError
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not -_INT_END <= value < _INT_END:
        raise NotPlainError
    return value


def _number(value: Any) -> float:
    if type(value) is not float or not math.isfinite(value):
        raise NotPlainError
    return value


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise NotPlainError
    return value


_LEAVES: dict[str, Completion] = {
    GraphQLString.name: (_text, frozenset({str})),
    GraphQLID.name: (_text, frozenset({str})),
    GraphQLInt.name: (_whole, None),
    GraphQLFloat.name: (_number, None),
    GraphQLBoolean.name: (_truth, frozenset({bool})),
}

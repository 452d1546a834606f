"""The decorators of fields that are methods."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import strawberry

F = TypeVar("F", bound=Callable[..., Any])


def field(description: str) -> Callable[[F], F]:
    """Return the decorator that makes a method a field, with the description that every field has.

    Strawberry's own decorator hides the types of what it decorates from mypy.
    """
    return cast("Callable[[F], F]", strawberry.field(description=description))


def subscription(description: str) -> Callable[[F], F]:
    """Return the decorator that makes a method a root field that gives one event after another."""
    return cast("Callable[[F], F]", strawberry.subscription(description=description))

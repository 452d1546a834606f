"""The decorator of mutations: what the domain refuses becomes one of the union's errors."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, TypeVar, cast

import strawberry

from graphdb.errors import GraphError
from resolvers.authorisation import may_change
from schema.user_errors import UserError, told

F = TypeVar("F", bound=Callable[..., Awaitable[Any]])


def mutation(description: str, *errors: type[UserError]) -> Callable[[F], F]:
    """Return the decorator that makes an asynchronous method a root field that changes something.

    `errors` are those of its union. An error of the domain that none of them tells of stands in the answer's `errors`.
    Who came with an access token that only reads is refused before the method is called.
    """

    def decorate(method: F) -> F:
        @wraps(method)
        async def answered(*given: Any, **named: Any) -> Any:
            try:
                may_change(named["info"].context)
                return await method(*given, **named)
            except GraphError as error:
                return told(error, errors)

        return cast("F", strawberry.mutation(description=description)(answered))

    return decorate

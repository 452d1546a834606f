"""What an execution gave, as the JSON object that clients get."""

from typing import Any

from strawberry.types import ExecutionResult


def has_data(result: ExecutionResult) -> bool:
    """Whether execution began: then `data` is in the answer, if only as null."""
    return result.data is not None or any(error.path is not None for error in result.errors or ())


def payload_of(result: ExecutionResult) -> dict[str, Any]:
    """The answer: errors first, so that nobody overlooks them."""
    payload: dict[str, Any] = {}
    if result.errors:
        payload["errors"] = [error.formatted for error in result.errors]
    if has_data(result):
        payload["data"] = result.data
    if result.extensions:
        payload["extensions"] = result.extensions
    return payload

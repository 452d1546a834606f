"""The parameters of a GraphQL request, as they come in an address, in a body or in a message."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import Request

from server.error_codes import BAD_REQUEST, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE
from server.negotiation import JSON
from server.persisted_documents import document_of
from server.request_errors import RequestError

MAX_BODY_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """The parameters, of the types that GraphQL over HTTP gives them."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None


def from_address(request: Request) -> GraphQLRequest:
    """Read the parameters of a GET request; raises a `RequestError` for what has the wrong shape."""
    parameters = request.query_params
    given: dict[str, Any] = {name: parameters.get(name) or None for name in ("documentId", "operationName")}
    given["query"] = parameters.get("query")
    for name in ("variables", "extensions"):
        text = parameters.get(name)
        given[name] = _decode(text.encode(errors="surrogateescape"), f"The parameter {name}") if text else None
    return from_object(given)


async def from_body(request: Request) -> GraphQLRequest:
    """Read the parameters of a POST request; raises a `RequestError` for what has the wrong shape or is too large."""
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.lower().replace('"', "").replace(" ", "")
    if media_type.strip().lower() != JSON or ("charset=" in charset and "charset=utf-8" not in charset):
        raise RequestError(415, UNSUPPORTED_MEDIA_TYPE, "The body must be JSON in UTF-8.")
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise RequestError(415, UNSUPPORTED_MEDIA_TYPE, "The body must not be compressed.", "Send it as it is.")
    given = _decode(await _body(request), "The body")
    if isinstance(given, list):
        raise RequestError(400, BAD_REQUEST, "Several operations in one request are not answered.", "Send them apart.")
    if not isinstance(given, dict):
        raise RequestError(400, BAD_REQUEST, "The body must be a JSON object with the key query.")
    return from_object(given)


def from_object(given: Mapping[str, Any]) -> GraphQLRequest:
    """Read the parameters of a JSON object; raises a `RequestError` for what has the wrong shape."""
    query, variables, name = document_of(given), given.get("variables"), given.get("operationName")
    if not isinstance(query, str):
        raise RequestError(400, BAD_REQUEST, "The parameter query must be a string with a GraphQL document.")
    if not query:
        raise RequestError(400, BAD_REQUEST, "The query is empty.")
    for key in ("variables", "extensions"):
        if not isinstance(given.get(key), dict | None):
            raise RequestError(400, BAD_REQUEST, f"The parameter {key} must be an object or null.")
    if not isinstance(name, str | None):
        raise RequestError(400, BAD_REQUEST, "The parameter operationName must be a string or null.")
    return GraphQLRequest(query, variables, name)


async def _body(request: Request) -> bytes:
    declared = request.headers.get("content-length", "")
    received = bytearray()
    if not declared.isdecimal() or int(declared) <= MAX_BODY_BYTES:
        async for chunk in request.stream():
            received += chunk
            if len(received) > MAX_BODY_BYTES:
                break
        else:
            return bytes(received)
    raise RequestError(
        413, BODY_TOO_LARGE, f"The body may have {MAX_BODY_BYTES} bytes, not more.", headers={"connection": "close"}
    )


def _decode(text: bytes, what: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise RequestError(400, BAD_REQUEST, f"{what} is not JSON: {error}.") from None

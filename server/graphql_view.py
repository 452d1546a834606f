"""GraphQL over HTTP (the GraphQL Foundation's draft of 2025), with JSON bodies and GET queries."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
import strawberry
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry.exceptions import MissingQueryError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from graphdb.graph import Graph
from resolvers.allowance import Allowance
from resolvers.context import RequestContext
from resolvers.errors import GRAPH_BUSY, TIMEOUT
from server.deadline import ClientLeft, RequestGraph, while_awaited
from server.entity_tags import with_entity_tag
from server.error_codes import (
    BAD_REQUEST,
    BODY_TOO_LARGE,
    CROSS_SITE_REQUEST,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    OPERATION_NOT_FOUND,
    UNSUPPORTED_MEDIA_TYPE,
)
from server.negotiation import GRAPHQL_RESPONSE, JSON, GraphQLMediaType, graphql_media_type, prefers_html
from server.observability import current_request
from server.origin import origin_of
from server.rate_limit import RateLimiter
from server.request_errors import RequestError, error_body, error_response

MAX_BODY_BYTES = 256 * 1024

_ALLOWED = {
    "GET": frozenset({OperationType.QUERY}),
    "POST": frozenset({OperationType.QUERY, OperationType.MUTATION}),
}


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """The parameters of a GraphQL request, of the types that GraphQL over HTTP gives them."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None


class GraphQLView:
    """The ASGI application at `/graphql`.

    `timeout` in seconds ends an operation with the code TIMEOUT; `page` is what a browser that navigates here is shown.
    `public_url` is where visitors find the site, without a slash at the end; None: at the host that they ask.
    """

    def __init__(
        self,
        schema: strawberry.Schema,
        timeout: float,
        limiter: RateLimiter,
        page: Callable[[], Response],
        public_url: str | None = None,
    ) -> None:
        self._schema = schema
        self._timeout = timeout
        self._limiter = limiter
        self._page = page
        self._public_url = public_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; see the ASGI specification."""
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except RequestError as error:
            response = error_response(request, error)
        except (ClientLeft, ClientDisconnect):
            current_request().client_left = True
            return
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        if request.method not in _ALLOWED:
            raise RequestError(
                405,
                METHOD_NOT_ALLOWED,
                "GraphQL is asked by GET or POST.",
                headers={"allow": "GET, POST"},
            )
        accept = request.headers.get("accept", "")
        if request.method == "GET" and prefers_html(accept):
            return self._page()
        media_type = graphql_media_type(accept)
        if media_type is None:
            raise RequestError(406, NOT_ACCEPTABLE, "The answer can be JSON only.")
        _refuse_other_sites(request, self._public_url)
        allowance = self._limiter.admit(request)
        asked = _from_address(request) if request.method == "GET" else await _from_body(request)
        return await self._execute(request, asked, media_type, allowance)

    async def _execute(
        self, request: Request, asked: GraphQLRequest, media_type: GraphQLMediaType, allowance: Allowance | None
    ) -> Response:
        shared: Graph = request.app.state.graph
        graph = RequestGraph(shared)
        execution = self._schema.execute(
            asked.query,
            variable_values=asked.variables,
            context_value=RequestContext(graph, self._public_url or origin_of(request), allowance),
            operation_name=asked.operation_name,
            allowed_operation_types=_ALLOWED[request.method],
        )
        try:
            result = await while_awaited(execution, request.receive, self._timeout)
        except TimeoutError:
            message = f"The request took longer than {self._timeout:g} seconds."
            return _answer(request, error_body(TIMEOUT, message), media_type, 504)
        except MissingQueryError:
            raise RequestError(400, BAD_REQUEST, "The query is empty.") from None
        except CannotGetOperationTypeError as error:
            reason = error.as_http_error_reason()
            return _answer(request, error_body(OPERATION_NOT_FOUND, reason), media_type, 400)
        except InvalidOperationTypeError as error:
            raise _not_by(request.method, error.operation_type) from None
        finally:
            graph.cancel()
        if graph.busy:
            message = "More is asked at the moment than can be answered."
            raise RequestError(503, GRAPH_BUSY, message, headers={"retry-after": "1"})
        return _answer(request, _payload(result), media_type, 200 if _has_data(result) else 400)


def _has_data(result: ExecutionResult) -> bool:
    """Whether execution began: then `data` is in the answer, if only as null, and the status is 200."""
    return result.data is not None or any(error.path is not None for error in result.errors or ())


def _payload(result: ExecutionResult) -> dict[str, Any]:
    payload: dict[str, Any] = {}
    if result.errors:
        payload["errors"] = [error.formatted for error in result.errors]
    if _has_data(result):
        payload["data"] = result.data
    if result.extensions:
        payload["extensions"] = result.extensions
    return payload


def _answer(request: Request, payload: dict[str, Any], media_type: GraphQLMediaType, status: int) -> Response:
    # Clients that know only application/json take any status but 200 for a failure of the connection.
    status = status if media_type == GRAPHQL_RESPONSE else 200
    body = orjson.dumps(payload)
    headers = {"vary": "accept", "cache-control": "no-store"}
    response = Response(body, status, headers, media_type=f"{media_type}; charset=utf-8")
    if request.method == "GET" and status == 200 and "errors" not in payload:
        return with_entity_tag(request, response)
    return response


def _not_by(method: str, kind: OperationType) -> RequestError:
    if kind is OperationType.MUTATION:
        return RequestError(405, METHOD_NOT_ALLOWED, f"No mutations by {method}.", "Use POST.", {"allow": "POST"})
    return RequestError(400, BAD_REQUEST, f"A {kind.value} is not answered here.")


def _refuse_other_sites(request: Request, public_url: str | None) -> None:
    """Refuse what a page of another site asks in the name of a visitor.

    Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`; other clients say neither, and
    carry no visitor's cookies.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        foreign = site not in {"same-origin", "none"}
    else:
        origin = request.headers.get("origin")
        foreign = origin is not None and origin not in {origin_of(request), public_url}
    if foreign:
        raise RequestError(403, CROSS_SITE_REQUEST, "Pages of other sites may not ask this server.")


def _from_address(request: Request) -> GraphQLRequest:
    parameters = request.query_params
    given: dict[str, Any] = {"query": parameters.get("query"), "operationName": parameters.get("operationName") or None}
    for name in ("variables", "extensions"):
        text = parameters.get(name)
        given[name] = _decode(text.encode(errors="surrogateescape"), f"The parameter {name}") if text else None
    return _request(given)


async def _from_body(request: Request) -> GraphQLRequest:
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.lower().replace('"', "").replace(" ", "")
    if media_type.strip().lower() != JSON or ("charset=" in charset and "charset=utf-8" not in charset):
        raise RequestError(415, UNSUPPORTED_MEDIA_TYPE, "The body must be JSON in UTF-8.")
    given = _decode(await _body(request), "The body")
    if isinstance(given, list):
        raise RequestError(400, BAD_REQUEST, "Several operations in one request are not answered.", "Send them apart.")
    if not isinstance(given, dict):
        raise RequestError(400, BAD_REQUEST, "The body must be a JSON object with the key query.")
    return _request(given)


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


def _request(given: dict[str, Any]) -> GraphQLRequest:
    query, variables, name = given.get("query"), given.get("variables"), given.get("operationName")
    if not isinstance(query, str):
        raise RequestError(400, BAD_REQUEST, "The parameter query must be a string with a GraphQL document.")
    for key in ("variables", "extensions"):
        if not isinstance(given.get(key), dict | None):
            raise RequestError(400, BAD_REQUEST, f"The parameter {key} must be an object or null.")
    if not isinstance(name, str | None):
        raise RequestError(400, BAD_REQUEST, "The parameter operationName must be a string or null.")
    return GraphQLRequest(query, variables, name)

"""GraphQL over HTTP (the GraphQL Foundation's draft of 2025), with JSON bodies and GET queries."""

from collections.abc import Callable

import orjson
import strawberry
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from graphdb.graph import Graph
from resolvers.errors import GRAPH_BUSY, TIMEOUT
from server.admission import Admission, Admitted
from server.deadline import ClientLeft, RequestGraph, while_awaited
from server.entity_tags import with_entity_tag
from server.error_codes import BAD_REQUEST, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE
from server.event_stream import EventStream
from server.graphql_answer import has_data, payload_of
from server.graphql_request import GraphQLRequest, from_address, from_body
from server.negotiation import GRAPHQL_RESPONSE, GraphQLMediaType, graphql_media_type, prefers_events, prefers_html
from server.observability import current_request
from server.operation_streams import OperationStreams
from server.request_errors import RequestError, error_body, error_response
from server.response_cache import ResponseCache

_ALLOWED = {
    "GET": frozenset({OperationType.QUERY}),
    "POST": frozenset({OperationType.QUERY, OperationType.MUTATION}),
}


VARY = "accept, cookie, authorization"
"""What the answer to one address depends on: who asks is in the last two."""


class GraphQLView:
    """The ASGI application of requests to `/graphql`.

    `timeout` in seconds ends an operation with the code TIMEOUT; `page` is what a browser that navigates here is shown.
    """

    def __init__(
        self, schema: strawberry.Schema, timeout: float, admission: Admission, page: Callable[[], Response]
    ) -> None:
        self._schema = schema
        self._timeout = timeout
        self._admission = admission
        self._page = page
        self._streams = OperationStreams(schema, timeout, admission)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; see the ASGI specification."""
        request = Request(scope, receive)
        try:
            if prefers_events(request.headers.get("accept", "")) and request.method in _ALLOWED:
                await self._send_events(request, send)
                return
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
            raise RequestError(406, NOT_ACCEPTABLE, "The answer can be JSON only, or events.")
        asked, admitted = await self._admit(request)
        response = await self._execute(request, asked, media_type, admitted)
        self._admission.authentication.settle(response, admitted.cookie)
        return response

    async def _admit(self, request: Request) -> tuple[GraphQLRequest, Admitted]:
        admitted = await self._admission.admit(request)
        asked = from_address(request) if request.method == "GET" else await from_body(request)
        return asked, admitted

    async def _send_events(self, request: Request, send: Send) -> None:
        asked, admitted = await self._admit(request)
        current_request().is_stream = True
        with self._admission.stream(request, "events", admitted.viewer):
            allowed = _ALLOWED[request.method] | {OperationType.SUBSCRIPTION}
            results = self._streams.results(request, asked, admitted, allowed)
            stream = EventStream(results, {"vary": VARY}, request.app.state.stopping)
            await stream(request.scope, request.receive, send)

    async def _execute(
        self, request: Request, asked: GraphQLRequest, media_type: GraphQLMediaType, admitted: Admitted
    ) -> Response:
        private = admitted.viewer is not None
        responses: ResponseCache = request.app.state.responses
        key = None if private else responses.key(asked, self._admission.site_of(request))
        if key is not None and (kept := responses.get(key)) is not None:
            return _answer(request, kept, media_type, 200, tagged=True)
        shared: Graph = request.app.state.graph
        graph = RequestGraph(shared)
        execution = self._schema.execute(
            asked.query,
            variable_values=asked.variables,
            context_value=self._admission.context(request, graph, admitted, sets_cookies=True),
            operation_name=asked.operation_name,
            allowed_operation_types=_ALLOWED[request.method],
        )
        try:
            result = await while_awaited(execution, request.receive, self._timeout)
        except TimeoutError:
            message = f"The request took longer than {self._timeout:g} seconds."
            return _answer(request, orjson.dumps(error_body(TIMEOUT, message)), media_type, 504)
        except InvalidOperationTypeError as error:
            raise _not_by(request.method, error.operation_type) from None
        finally:
            graph.cancel()
        if graph.busy:
            message = "More is asked at the moment than can be answered."
            raise RequestError(503, GRAPH_BUSY, message, headers={"retry-after": "1"})
        payload = payload_of(result)
        body = orjson.dumps(payload)
        if key is not None:
            responses.keep(key, payload, body)
        # 200 where execution began.
        status = 200 if has_data(result) else 400
        return _answer(request, body, media_type, status, tagged="errors" not in payload, private=private)


def _answer(
    request: Request,
    body: bytes,
    media_type: GraphQLMediaType,
    status: int,
    *,
    tagged: bool = False,
    private: bool = False,
) -> Response:
    # Clients that know only application/json take any status but 200 for a failure of the connection.
    status = status if media_type == GRAPHQL_RESPONSE else 200
    headers = {"vary": VARY, "cache-control": "no-store"}
    response = Response(body, status, headers, media_type=f"{media_type}; charset=utf-8")
    if request.method == "GET" and tagged:
        return with_entity_tag(request, response, private=private)
    return response


def _not_by(method: str, kind: OperationType) -> RequestError:
    if kind is OperationType.MUTATION:
        return RequestError(405, METHOD_NOT_ALLOWED, f"No mutations by {method}.", "Use POST.", {"allow": "POST"})
    hint = "Accept text/event-stream, or open a WebSocket with the protocol graphql-transport-ws."
    return RequestError(400, BAD_REQUEST, "A subscription has no single answer.", hint)

"""GraphQL over WebSocket (the protocol graphql-transport-ws), which Strawberry's handler speaks."""

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

import orjson
import strawberry
import structlog
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http.async_base_view import AsyncBaseHTTPView, AsyncWebSocketAdapter
from strawberry.http.exceptions import NonJsonMessageReceived, NonTextMessageReceived, WebSocketDisconnected
from strawberry.schema.base import BaseSchema
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler
from strawberry.subscriptions.protocols.graphql_transport_ws.types import Message, SubscribeMessage
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError
from strawberry.types.unset import UNSET, UnsetType

from server.admission import Admission
from server.error_codes import TOO_MANY_SUBSCRIPTIONS
from server.graphql_request import GraphQLRequest, from_object
from server.observability import begin_operation
from server.open_streams import OpenStream
from server.operation_streams import OperationStreams
from server.operations import coded_error
from server.request_errors import RequestError, error_response

log = structlog.stdlib.get_logger()

INIT_TIMEOUT = timedelta(seconds=10)
"""In which a client must say `connection_init`."""
IDLE = 120.0
"""Seconds after which a connection without any operation is closed."""
OPERATIONS = 20
"""Of one connection at once."""

_Handler = BaseGraphQLTransportWSHandler["_Opening", None]
_View = AsyncBaseHTTPView[Any, Any, Any, Any, Any, Any, None]


class GraphQLWebSocket:
    """The ASGI application of WebSockets at `/graphql`; `timeout` in seconds ends queries and mutations."""

    def __init__(self, schema: strawberry.Schema, timeout: float, admission: Admission) -> None:
        self._admission = admission
        self._operations = OperationStreams(schema, timeout, admission)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection; see the ASGI specification."""
        websocket = WebSocket(scope, receive, send)
        try:
            self._admission.let_in(websocket)
            with self._admission.stream(websocket, "websocket") as stream:
                await self._serve(websocket, stream)
        except RequestError as error:
            await websocket.send_denial_response(error_response(websocket, error))

    async def _serve(self, websocket: WebSocket, stream: OpenStream) -> None:
        known = GRAPHQL_TRANSPORT_WS_PROTOCOL in websocket.scope["subprotocols"]
        await websocket.accept(GRAPHQL_TRANSPORT_WS_PROTOCOL if known else None)
        if not known:
            await websocket.close(4406, "Subprotocol not acceptable")
            return
        opening = _Opening()
        asked = _Asked(websocket, stream, self._operations, self._admission, opening)
        await _Connection(_Socket(websocket), asked, opening).handle()


@dataclass(slots=True)
class _Opening:
    """What Strawberry's handler takes for the context: it leaves the payload of the first message here."""

    connection_params: dict[str, Any] | None = None


class _Asked:
    """What Strawberry's handler takes for the schema.

    The handler would execute all operations of a connection in one context, whose loaders would remember for hours what
    was read first; here each has its own.
    """

    def __init__(
        self,
        websocket: WebSocket,
        stream: OpenStream,
        operations: OperationStreams,
        admission: Admission,
        opening: _Opening,
    ) -> None:
        self._websocket = websocket
        self._stream = stream
        self._operations = operations
        self._admission = admission
        self._opening = opening

    async def on_ws_connect(self, _context: _Opening) -> UnsetType:
        """Let the connection be acknowledged.

        Not where it begins with an access token that does not hold, and not where the account holds too many open.
        Strawberry's handler asks this of a view.
        """
        try:
            viewer = await self._admission.viewer_of(self._websocket, self._opening.connection_params)
            if viewer is not None:
                self._stream.belongs_to(viewer.account.id)
        except RequestError as error:
            # The handler would say nothing of the reason.
            await self._websocket.close(4403, f"{error.code.code}: {error.message}")
            raise ConnectionRejectionError from error
        return cast("UnsetType", UNSET)

    async def stream(
        self,
        query: str,
        *,
        variable_values: dict[str, Any] | None,
        operation_name: str | None,
        **_unused: object,
    ) -> AsyncGenerator[ExecutionResult, None]:
        """See `strawberry.Schema.stream`."""
        return self._results(GraphQLRequest(query, variable_values, operation_name))

    async def _results(self, asked: GraphQLRequest) -> AsyncGenerator[ExecutionResult, None]:
        begin_operation()
        try:
            admitted = await self._admission.admit(self._websocket, self._opening.connection_params)
        except RequestError as error:
            yield PreExecutionError(data=None, errors=[coded_error(error.message, error.code)])
            return
        results = self._operations.results(self._websocket, asked, admitted)
        try:
            async for result in results:
                yield result
        finally:
            await results.aclose()


class _Socket(AsyncWebSocketAdapter):
    """Messages as JSON, read as strictly as bodies are."""

    def __init__(self, websocket: WebSocket) -> None:
        super().__init__(cast("_View", None))
        self._websocket = websocket

    async def iter_json(self, *, ignore_parsing_errors: bool = False) -> AsyncGenerator[object, None]:  # noqa: ARG002
        """Give the messages until the connection is closed; see `AsyncWebSocketAdapter`."""
        while self._websocket.application_state is WebSocketState.CONNECTED:
            try:
                text = await self._websocket.receive_text()
            except WebSocketDisconnect:
                return
            except KeyError as error:
                raise NonTextMessageReceived from error
            try:
                yield orjson.loads(text)
            except orjson.JSONDecodeError as error:
                raise NonJsonMessageReceived from error

    async def send_json(self, message: Mapping[str, object]) -> None:
        """Send a message; raises `WebSocketDisconnected` where nobody is there any more."""
        try:
            await self._websocket.send_text(orjson.dumps(message).decode())
        except (WebSocketDisconnect, RuntimeError) as error:
            raise WebSocketDisconnected from error

    async def close(self, code: int, reason: str) -> None:
        """Close the connection, once."""
        if self._websocket.application_state is WebSocketState.CONNECTED:
            # A frame that closes holds 123 bytes of reason at most.
            await self._websocket.close(code, reason.encode()[:120].decode(errors="ignore"))


class _Connection(_Handler):
    """One connection: as Strawberry handles it, with our limits and codes."""

    def __init__(self, socket: _Socket, asked: _Asked, opening: _Opening) -> None:
        super().__init__(
            view=cast("_View", asked),
            websocket=socket,
            context=opening,
            root_value=None,
            schema=cast("BaseSchema", asked),
            connection_init_wait_timeout=INIT_TIMEOUT,
        )
        self._busy_at = time.monotonic()

    async def handle(self) -> None:
        """Serve until either side closes the connection."""
        watching = asyncio.create_task(self._close_when_idle())
        try:
            await super().handle()
        finally:
            watching.cancel()

    async def handle_message(self, message: Message) -> None:
        """Handle a message, whatever it is: what has not the shape of one closes the connection."""
        self._busy_at = time.monotonic()
        if not _is_well_formed(message):
            await self.handle_invalid_message("Invalid message")
            return
        await super().handle_message(message)

    async def handle_subscribe(self, message: SubscribeMessage) -> None:
        """Begin an operation, if there are not too many and it is asked for as it must be."""
        if self.connection_acknowledged and message["id"] not in self.operations:
            try:
                if len(self.operations) >= OPERATIONS:
                    what = f"A connection may run {OPERATIONS} operations at once."
                    raise RequestError(429, TOO_MANY_SUBSCRIPTIONS, what)
                message["payload"]["query"] = from_object(message["payload"]).query
            except RequestError as refusal:
                error = coded_error(refusal.message, refusal.code)
                await self.send_message({"id": message["id"], "type": "error", "payload": [error.formatted]})
                return
        await super().handle_subscribe(message)

    async def handle_task_exception(self, error: Exception) -> None:
        """Log what nobody foresaw; that a client has left was to be expected."""
        if not isinstance(error, WebSocketDisconnected):
            log.error("unexpected_error", exc_info=error)

    async def _close_when_idle(self) -> None:
        while True:
            if self.operations:
                self._busy_at = time.monotonic()
            rest = self._busy_at + IDLE - time.monotonic()
            if rest <= 0:
                await self.websocket.close(1000, "Idle")
                return
            await asyncio.sleep(min(rest, IDLE / 4))


def _is_well_formed(message: object) -> bool:
    """Whether a message has a type, and the id and payload that a message of its type may have, of the right types."""
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        return False
    if message.get("payload") is None:
        message.pop("payload", None)
    if message["type"] in {"subscribe", "complete"} and not (isinstance(message.get("id"), str) and message["id"]):
        return False
    return isinstance(message.get("payload", {}), dict) and (message["type"] != "subscribe" or "payload" in message)

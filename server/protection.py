"""What protects visitors: headers that bind browsers, and refusal of requests for other hosts."""

from collections.abc import Set as AbstractSet

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.error_codes import HOST_NOT_TRUSTED
from server.origin import host_of
from server.request_errors import RequestError, error_response

POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; style-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_POLICY_NAME = b"content-security-policy"
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_RAW_HEADERS = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
_RAW_POLICY = (_POLICY_NAME, POLICY.encode())


class SecurityHeaders:
    """ASGI middleware: adds the headers; a page may bring a policy of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; see the ASGI specification."""

        async def send_protected(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                headers = [*message["headers"], *_RAW_HEADERS]
                if not any(name == _POLICY_NAME for name, _ in headers):
                    headers.append(_RAW_POLICY)
                message["headers"] = headers
            await send(message)

        await self._app(scope, receive, send_protected)


class TrustedHosts:
    """ASGI middleware: refuses requests that are addressed to a host that is not ours (DNS rebinding)."""

    def __init__(self, app: ASGIApp, hosts: AbstractSet[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; see the ASGI specification."""
        if scope["type"] in {"http", "websocket"} and "*" not in self._hosts:
            connection = HTTPConnection(scope)
            if host_of(connection) not in self._hosts:
                error = RequestError(400, HOST_NOT_TRUSTED, "This server does not answer for that host.")
                await error_response(connection, error)(scope, receive, send)
                return
        await self._app(scope, receive, send)

"""Who asks: by the cookie of a session, or by an access token in the header or in a WebSocket's first message."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import HTTPConnection
from starlette.responses import Response

from graphdb.accounts.viewer import LONGEST, viewer_by_access_token, viewer_by_session
from graphdb.graph import Graph, GraphBusy, GraphUnavailable
from resolvers.context import SessionCookie, Viewer
from resolvers.errors import GRAPH_BUSY, GRAPH_UNAVAILABLE
from server.error_codes import ACCESS_TOKEN_REFUSED
from server.request_errors import RequestError

COOKIE = "bzpeer"
_SECURE_COOKIE = f"__Host-{COOKIE}"
"""Browsers take a cookie of this prefix from this very host alone, and over TLS."""
_LONGEST_SECRET = 200


class Authentication:
    """Finds who asks, and keeps the browser's cookie in step; `secure` where the site is reached by https."""

    def __init__(self, *, secure: bool) -> None:
        self._secure = secure
        self._name = _SECURE_COOKIE if secure else COOKIE

    def cookie_of(self, connection: HTTPConnection) -> SessionCookie:
        """Return the session cookie of a request."""
        given = connection.cookies.get(self._name)
        return SessionCookie(given if given and len(given) <= _LONGEST_SECRET else None)

    async def viewer_of(
        self, connection: HTTPConnection, cookie: SessionCookie, payload: Mapping[str, Any] | None = None
    ) -> Viewer | None:
        """Return who asks, None for somebody who brings nothing, or a session that has ended.

        An access token comes before a cookie, one in a WebSocket's `payload` before one in the header. Raises
        `RequestError` for one that does not hold, so that a program never takes the answer to a stranger for its own.
        """
        token = _access_token(payload.get("authorization") if payload else None) or _access_token(
            connection.headers.get("authorization")
        )
        graph: Graph = connection.app.state.graph
        try:
            if token is not None:
                by_token = await viewer_by_access_token(graph, token)
                if by_token is None:
                    raise _refused("The access token is unknown, revoked or expired.")
                return Viewer(by_token[0], token=by_token[1])
            if cookie.given is None:
                return None
            by_session = await viewer_by_session(graph, cookie.given)
        except GraphUnavailable as error:
            code = GRAPH_BUSY if isinstance(error, GraphBusy) else GRAPH_UNAVAILABLE
            raise RequestError(503, code, error.message, headers={"retry-after": "1"}) from None
        if by_session is None:
            cookie.forgotten = True
            return None
        return Viewer(by_session[0], by_session[1])

    def settle(self, response: Response, cookie: SessionCookie) -> None:
        """Have the browser keep or forget the cookie, as it has turned out."""
        if cookie.kept is not None:
            response.set_cookie(
                self._name, cookie.kept, int(LONGEST), path="/", secure=self._secure, httponly=True, samesite="lax"
            )
        elif cookie.forgotten:
            response.delete_cookie(self._name, path="/", secure=self._secure, httponly=True, samesite="lax")


def _access_token(header: object) -> str | None:
    if not isinstance(header, str) or not header:
        return None
    scheme, _, token = header.partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token or len(token) > _LONGEST_SECRET:
        raise _refused("The Authorization header holds no access token.")
    return token


def _refused(message: str) -> RequestError:
    return RequestError(
        401, ACCESS_TOKEN_REFUSED, message, headers={"www-authenticate": 'Bearer error="invalid_token"'}
    )

"""Requests that are refused before, or instead of, an execution, and how clients are told."""

from collections.abc import Mapping
from html import escape
from http import HTTPStatus
from typing import Any

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from resolvers.errors import ErrorCode
from server.error_codes import BAD_REQUEST, METHOD_NOT_ALLOWED, NOT_FOUND
from server.negotiation import JSON, prefers_html
from server.page_shell import page

_CODES = {404: NOT_FOUND, 405: METHOD_NOT_ALLOWED}
_MESSAGES = {
    404: "There is nothing at this address.",
    405: "This address does not answer to that method.",
}


class RequestError(Exception):
    """A request that gets an HTTP status and a code instead of an answer."""

    def __init__(
        self, status: int, code: ErrorCode, message: str, hint: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint or code.action
        self.headers = dict(headers or {})


def error_body(code: ErrorCode, message: str, hint: str = "") -> dict[str, Any]:
    """The shape of every error that this server sends as JSON: that of GraphQL."""
    return {"errors": [{"message": message, "extensions": {"code": code.code, "hint": hint or code.action}}]}


def json_response(
    content: object, status: int = 200, headers: Mapping[str, str] | None = None, media_type: str = JSON
) -> Response:
    """A JSON answer; GraphQL media types name their character set, which GraphQL over HTTP asks for."""
    charset = "; charset=utf-8"
    return Response(orjson.dumps(content), status, headers, media_type=media_type + charset)


def error_response(request: HTTPConnection, error: RequestError) -> Response:
    """The error as a page for a browser that navigates, as JSON for everybody else."""
    headers = {"vary": "accept", "cache-control": "no-store", **error.headers}
    if prefers_html(request.headers.get("accept", "")):
        phrase = HTTPStatus(error.status).phrase
        body = (
            f"<h1>{escape(phrase)}</h1>\n<p>{escape(error.message)}</p>\n<p>{escape(error.hint)}</p>\n"
            f'<p class="quiet">Status {error.status}, code <code>{error.code.code}</code></p>\n'
            '<p><a href="/">Start page</a></p>'
        )
        return page(f"{phrase} – BZPEER", body, error.status, headers)
    return json_response(error_body(error.code, error.message, error.hint), error.status, headers)


def http_exception(request: Request, error: Exception) -> Response:
    """Starlette's own refusals (no such path, wrong method) in the same shape as ours."""
    if not isinstance(error, HTTPException):
        raise TypeError("registered for HTTPException only") from error
    code = _CODES.get(error.status_code, BAD_REQUEST)
    message = _MESSAGES.get(error.status_code, error.detail)
    return error_response(request, RequestError(error.status_code, code, message, headers=error.headers))

"""What is told to those whose bytes are no request of HTTP, before there is an application to ask."""

import orjson
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from server.error_codes import BAD_REQUEST
from server.negotiation import JSON
from server.request_errors import error_body


class HttpProtocol(HttpToolsProtocol):
    """uvicorn's, with a coded error where it has a line of text."""

    def send_400_response(self, msg: str) -> None:
        """Refuse what could not be read, and hang up."""
        body = orjson.dumps(error_body(BAD_REQUEST, msg, "Send a request of HTTP/1.1."))
        head = (
            "HTTP/1.1 400 Bad Request",
            f"content-type: {JSON}; charset=utf-8",
            f"content-length: {len(body)}",
            "connection: close",
        )
        self.transport.write("\r\n".join((*head, "", "")).encode() + body)
        self.transport.close()

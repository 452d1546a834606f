"""Answers made small on their way: Zstandard, Brotli or gzip, by what a client accepts (RFC 9110, section 12.5.3)."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette_compress import CompressMiddleware, add_compress_type, remove_compress_type

from server.negotiation import EVENT_STREAM, GRAPHQL_RESPONSE

SMALLEST = 1_000
"""Bytes of a body below which the headers weigh more than what is won."""

# Files that are sent while they are made: each piece goes out when it is there. The others are in the library's list.
_SENT_IN_PIECES = (
    "application/gexf+xml",
    "application/graphml+xml",
    "application/ld+json",
    "application/vnd.citationstyles.csl+json",
    "application/x-bibtex",
    "application/x-ndjson",
    "application/x-research-info-systems",
    "text/csv",
)
add_compress_type(GRAPHQL_RESPONSE)
# Events are small, say themselves that nobody shall transform them, and proxies hold back what they unpack.
remove_compress_type(EVENT_STREAM)
for _media_type in _SENT_IN_PIECES:
    add_compress_type(_media_type, streaming=True)


class Compression:
    """ASGI middleware: compresses bodies of text; no piece of a file for download is held back."""

    def __init__(self, app: ASGIApp) -> None:
        # Quick levels: the event loop waits while an answer is compressed.
        self._compressed = CompressMiddleware(app, minimum_size=SMALLEST, zstd_level=1, brotli_quality=1, gzip_level=1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; see the ASGI specification."""

        async def send_with_weak_tag(message: Message) -> None:
            if message["type"] == "http.response.start":
                _weaken_tag(message)
            await send(message)

        await self._compressed(scope, receive, send_with_weak_tag)


def _weaken_tag(start: Message) -> None:
    """Mark the entity tag of a compressed body: a strong one would promise the bytes of the plain one."""
    headers: list[tuple[bytes, bytes]] = start["headers"]
    if any(name == b"content-encoding" for name, _ in headers):
        start["headers"] = [
            (name, b"W/" + value if name == b"etag" and not value.startswith(b"W/") else value)
            for name, value in headers
        ]

"""Entity tags: a client that has an answer already need not be sent it again (RFC 9110, section 13)."""

from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response


def with_entity_tag(request: Request, response: Response, *, private: bool = False) -> Response:
    """Return the response with its tag, or 304 without a body where the client says that it has it.

    What is `private` is for who asks alone, and no cache that others use may keep it.
    The tag is a weak one, since the body may be compressed on its way. The response must be whole, not streamed.
    """
    tag = f'W/"{blake2b(response.body, digest_size=12).hexdigest()}"'
    response.headers["etag"] = tag
    response.headers["cache-control"] = "private, no-cache" if private else "no-cache"
    # Said here, too, since it must stand in a 304, which nothing compresses.
    response.headers.add_vary_header("accept-encoding")
    if not _has(request.headers.get("if-none-match", ""), tag):
        return response
    kept = {name: value for name, value in response.headers.items() if name in {"etag", "cache-control", "vary"}}
    return Response(status_code=304, headers=kept)


def _has(if_none_match: str, tag: str) -> bool:
    """Whether the header names the tag, however it says it: proxies and clients may drop the mark of a weak one."""
    opaque = tag.removeprefix("W/")
    named = (part.strip().removeprefix("W/") for part in if_none_match.split(","))
    return any(part in {opaque, "*"} for part in named)

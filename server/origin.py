"""Where a request says that it was sent to."""

from starlette.requests import Request


def origin_of(request: Request) -> str:
    """Return scheme, host and port of the address that was asked, without a slash at the end."""
    return f"{request.scope['scheme']}://{request.headers.get('host', '')}"

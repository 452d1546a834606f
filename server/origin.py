"""Where a request comes from, and where it is addressed to."""

from starlette.requests import HTTPConnection

from server.error_codes import CROSS_SITE_REQUEST
from server.request_errors import RequestError

# A WebSocket is opened by a request of HTTP, in whose terms browsers name origins.
_HTTP_SCHEMES = {"ws": "http", "wss": "https"}


def origin_of(connection: HTTPConnection) -> str:
    """The origin that the request is addressed to, without a slash at the end."""
    scheme = connection.scope["scheme"]
    return f"{_HTTP_SCHEMES.get(scheme, scheme)}://{connection.headers.get('host', '')}"


def host_of(connection: HTTPConnection) -> str:
    """The host name that the request is addressed to, in lower case and without port."""
    host = connection.headers.get("host", "")
    name = host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]
    return name.lower()


def refuse_other_sites(connection: HTTPConnection, public_url: str | None) -> None:
    """Refuse what a page of another site asks in the name of a visitor: raises a `RequestError`.

    Browsers say where a request comes from in `Sec-Fetch-Site`, older ones, and those that open a WebSocket, in
    `Origin`; other clients say neither, and carry no visitor's cookies.
    """
    site = connection.headers.get("sec-fetch-site")
    if site is not None:
        foreign = site not in {"same-origin", "none"}
    else:
        origin = connection.headers.get("origin")
        foreign = origin is not None and origin not in {origin_of(connection), public_url}
    if foreign:
        raise RequestError(403, CROSS_SITE_REQUEST, "Pages of other sites may not ask this server.")

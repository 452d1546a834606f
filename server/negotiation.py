"""What kind of answer a client asks for with its `Accept` header (RFC 9110, section 12.5.1)."""

from functools import lru_cache
from typing import Literal

JSON: Literal["application/json"] = "application/json"
GRAPHQL_RESPONSE: Literal["application/graphql-response+json"] = "application/graphql-response+json"
HTML = "text/html"
EVENT_STREAM = "text/event-stream"

GraphQLMediaType = Literal["application/json", "application/graphql-response+json"]


@lru_cache(maxsize=256)
def graphql_media_type(accept: str) -> GraphQLMediaType | None:
    """The media type to answer a GraphQL request with, or None when the client accepts neither.

    `application/json` unless the client names `application/graphql-response+json`: GraphQL over HTTP asks that of
    servers until clients know the new type.
    """
    ranges = _qualities(accept)
    if not ranges:
        return JSON
    anything = max(ranges.get("*/*", 0.0), ranges.get("application/*", 0.0))
    response = ranges.get(GRAPHQL_RESPONSE, 0.0)
    json = ranges.get(JSON, anything)
    if response > 0 and response >= json:
        return GRAPHQL_RESPONSE
    return JSON if json > 0 else None


@lru_cache(maxsize=256)
def prefers_events(accept: str) -> bool:
    """Whether the results are wanted one by one; a client that takes anything gets JSON."""
    ranges = _qualities(accept)
    events = ranges.get(EVENT_STREAM, 0.0)
    return events > 0 and events >= max(ranges.get(JSON, 0.0), ranges.get(GRAPHQL_RESPONSE, 0.0))


@lru_cache(maxsize=256)
def prefers_html(accept: str) -> bool:
    """Whether a page is wanted, as browsers say when they navigate; a client that takes anything gets JSON."""
    ranges = _qualities(accept)
    html = ranges.get(HTML, 0.0)
    return html > 0 and html >= max(ranges.get(JSON, 0.0), ranges.get(GRAPHQL_RESPONSE, 0.0))


def _qualities(accept: str) -> dict[str, float]:
    qualities: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name:
            qualities[name.lower()] = _quality(parameters)
    return qualities


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0

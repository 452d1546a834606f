"""Whether this process lives, and whether it can answer."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from graphdb.errors import GraphError
from graphdb.graph import Graph, GraphUnavailable
from graphdb.readiness import check_ready
from resolvers.errors import GRAPH_UNAVAILABLE, ErrorCode
from server.error_codes import NOT_MIGRATED
from server.request_errors import error_body, json_response

READY_WITHIN = 3.0
"""Seconds: a probe that waits longer has given up."""

_NOT_KEPT = {"cache-control": "no-store"}


async def healthz(_request: Request) -> Response:
    """200 as long as the process answers; nothing else is asked."""
    return json_response({"status": "ok"}, headers=_NOT_KEPT)


async def readyz(request: Request) -> Response:
    """200 when Neo4j answers and its migrations are those of this program; else 503 and the reason."""
    graph: Graph = request.app.state.graph
    try:
        async with asyncio.timeout(READY_WITHIN):
            await check_ready(graph)
    except TimeoutError:
        return _not_ready(GRAPH_UNAVAILABLE, "The graph database does not answer in time.", "")
    except GraphUnavailable as error:
        return _not_ready(GRAPH_UNAVAILABLE, error.message, error.hint)
    except GraphError as error:
        return _not_ready(NOT_MIGRATED, error.message, error.hint)
    return json_response({"status": "ready"}, headers=_NOT_KEPT)


def _not_ready(code: ErrorCode, message: str, hint: str) -> Response:
    body = {"status": "unavailable", **error_body(code, message, hint)}
    return json_response(body, 503, {**_NOT_KEPT, "retry-after": "2"})

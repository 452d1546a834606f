"""`/account/export.json`: all that is kept of who asks, to be taken away."""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from graphdb.graph import Graph, GraphUnavailable
from resolvers.accounts.account import exported
from resolvers.errors import GRAPH_UNAVAILABLE, NOT_SIGNED_IN
from server.admission import Admission
from server.request_errors import RequestError, error_response

PATH = "/account/export.json"


class AccountExport:
    """Answers GET with a file of JSON: an object of lists."""

    def __init__(self, admission: Admission) -> None:
        self._admission = admission

    async def __call__(self, request: Request) -> Response:
        """Answer one request."""
        try:
            admitted = await self._admission.admit(request)
            graph: Graph = request.app.state.graph
            context = self._admission.context(request, graph, admitted, sets_cookies=True)
            try:
                sections = await exported(context)
            except GraphUnavailable as error:
                raise RequestError(503, GRAPH_UNAVAILABLE, error.message) from None
            if sections is None:
                raise RequestError(401, NOT_SIGNED_IN, "You are not signed in.")
        except RequestError as error:
            return error_response(request, error)
        headers = {
            "cache-control": "private, no-store",
            "content-disposition": 'attachment; filename="bzpeer-account.json"',
        }
        return Response(orjson.dumps(sections, option=orjson.OPT_INDENT_2), 200, headers, "application/json")

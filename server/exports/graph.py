"""`GET /export/graph.{graphml,gexf,csv,json}`: a slice of the graph as a file."""

import strawberry
from starlette.requests import Request

from resolvers.context import RequestContext
from resolvers.errors import BAD_INPUT
from resolvers.exports.graphs import GraphFormat, graph_file
from resolvers.research_graph import research_graph
from schema.graph_slice import bounds
from schema.root_arguments import root_arguments
from server.error_codes import NOT_FOUND
from server.exports.download import Download
from server.exports.parameters import Parameters, read_parameters
from server.request_errors import RequestError

_FORMATS = {
    "graphml": (GraphFormat.GRAPHML, "application/graphml+xml; charset=utf-8"),
    "gexf": (GraphFormat.GEXF, "application/gexf+xml; charset=utf-8"),
    "csv": (GraphFormat.EDGE_TABLE, "text/csv; charset=utf-8; header=present"),
    "json": (GraphFormat.NODE_LINK, "application/json"),
}
_LISTS = ("seeds", "kinds", "edges", "exclude")
_NUMBERS = ("depth", "perKind")
_KNOWN = (*_LISTS, *_NUMBERS, "years", "table")


async def open_graph(schema: strawberry.Schema, request: Request, context: RequestContext) -> Download:
    """Return the file that a request asks for.

    The parameters are the arguments of `researchGraph`, and for CSV `table`, which may be `edges` or `nodes`. Raises
    `RequestError` and `GraphError`.
    """
    extension = request.path_params["extension"]
    if extension not in _FORMATS:
        raise RequestError(404, NOT_FOUND, f"Graphs are not exported as {extension[:40]!r}.", _hint())
    format_, media_type = _FORMATS[extension]
    parameters = read_parameters(request, _KNOWN)
    if "table" in parameters:
        format_ = _table(format_, parameters.single("table"))
    arguments = root_arguments(schema, "researchGraph", _given(parameters))
    if not arguments["seeds"]:
        raise RequestError(400, BAD_INPUT, "seeds names nothing.", "Pass 1 to 100 ids, as the API gives them.")
    slice_ = await research_graph(
        context,
        arguments["seeds"],
        depth=arguments["depth"],
        kinds=arguments["kinds"],
        edges=arguments["edges"],
        per_kind=arguments["per_kind"],
        years=bounds(arguments["years"]),
        exclude=arguments["exclude"] or (),
    )
    if not slice_.seeds:
        raise RequestError(404, NOT_FOUND, "None of the seeds names anything.", "Pass ids as the API gives them.")
    context.spend(len(slice_.nodes) + len(slice_.edges))
    name = "bzpeer-nodes" if format_ is GraphFormat.NODE_TABLE else "bzpeer-graph"
    return Download(name, extension, media_type, graph_file(slice_, format_), slice_.missing)


def _given(parameters: Parameters) -> dict[str, object]:
    given: dict[str, object] = {name: parameters.names(name) for name in _LISTS if name in parameters}
    given |= {name: parameters.number(name) for name in _NUMBERS if name in parameters}
    return given | {"years": parameters.json("years")} if "years" in parameters else given


def _table(format_: GraphFormat, table: str) -> GraphFormat:
    if format_ is not GraphFormat.EDGE_TABLE:
        raise RequestError(400, BAD_INPUT, "The parameter table goes with graph.csv.")
    if table not in {"edges", "nodes"}:
        raise RequestError(400, BAD_INPUT, f"The parameter table may be edges or nodes, not {table[:40]!r}.")
    return GraphFormat.NODE_TABLE if table == "nodes" else format_


def _hint() -> str:
    return f"There are: {', '.join(f'/export/graph.{name}' for name in _FORMATS)}."

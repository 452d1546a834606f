"""`GET /export/works.{bib,ris,csl.json,csv,jsonl,jsonld}`: works as a file."""

import strawberry
from starlette.requests import Request

from resolvers.context import RequestContext
from resolvers.errors import BAD_INPUT
from resolvers.exports.work_files import WorkFormat
from resolvers.exports.works import selected_by_filter, selected_by_ids, work_file
from schema.filters import where
from schema.root_arguments import root_arguments
from server.error_codes import NOT_FOUND
from server.exports.download import Download
from server.exports.parameters import read_parameters
from server.request_errors import RequestError

_FORMATS = {
    "bib": (WorkFormat.BIBTEX, "application/x-bibtex; charset=utf-8"),
    "ris": (WorkFormat.RIS, "application/x-research-info-systems; charset=utf-8"),
    "csl.json": (WorkFormat.CSL_JSON, "application/vnd.citationstyles.csl+json"),
    "csv": (WorkFormat.CSV, "text/csv; charset=utf-8; header=present"),
    "jsonl": (WorkFormat.JSON_LINES, "application/x-ndjson; charset=utf-8"),
    "jsonld": (WorkFormat.JSON_LD, "application/ld+json"),
}


async def open_works(schema: strawberry.Schema, request: Request, context: RequestContext) -> Download:
    """Return the file that a request asks for.

    `ids` selects works, or `filter` does, which is JSON of the schema's WorkFilter; without either it is all works.
    Raises `RequestError` and `GraphError`.
    """
    extension = request.path_params["extension"]
    if extension not in _FORMATS:
        raise RequestError(404, NOT_FOUND, f"Works are not exported as {extension[:40]!r}.", _hint())
    format_, media_type = _FORMATS[extension]
    parameters = read_parameters(request, ("filter", "ids"))
    if "ids" in parameters and "filter" in parameters:
        raise RequestError(400, BAD_INPUT, "ids and filter exclude each other.", "Pass one of them.")
    if "ids" in parameters:
        selection = await selected_by_ids(context, parameters.names("ids"))
        if not selection.found_any:
            raise RequestError(404, NOT_FOUND, "None of the ids is a work's.", "Pass ids as the API gives them.")
    else:
        given = {"filter": parameters.json("filter")} if "filter" in parameters else {}
        selection = selected_by_filter(context, where(root_arguments(schema, "works", given)["filter"]))
    pieces = work_file(context, format_, selection)
    return Download("bzpeer-works", extension, media_type, pieces, selection.missing)


def _hint() -> str:
    return f"There are: {', '.join(f'/export/works.{name}' for name in _FORMATS)}."

"""The addresses of exports."""

import asyncio
from functools import partial

import strawberry
from starlette.routing import Route

from server.admission import Admission
from server.exports.download import MAX_AT_ONCE, DownloadView
from server.exports.graph import open_graph
from server.exports.works import open_works


def export_routes(schema: strawberry.Schema, page_timeout: float, admission: Admission) -> list[Route]:
    """Return the routes of all exports, which share the bound on how many are made at once.

    `page_timeout` in seconds is for each page of an export. A file is admitted as a request is; its rows are taken
    while it is made.
    """
    slots = asyncio.Semaphore(MAX_AT_ONCE)
    return [
        Route(
            f"/export/{name}.{{extension}}",
            DownloadView(partial(open_, schema), page_timeout, slots, admission),
        )
        for name, open_ in (("works", open_works), ("graph", open_graph))
    ]

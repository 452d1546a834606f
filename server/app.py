"""The Starlette application."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING

import strawberry
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from graphdb.endpoint import Endpoint
from graphdb.graph import Graph, unwatched
from resolvers.attempts import Attempts
from resolvers.claims import CONFIRM_PATH
from resolvers.context import DEFAULT_PUBLIC_URL, Services
from resolvers.evidence_links import EvidenceLinks
from resolvers.notifications.digests import UNSUBSCRIBE_PATH
from resolvers.notifications.unsubscribe_links import UnsubscribeLinks
from resolvers.sign_in_links import SignInLinks
from server import account_export
from server.admission import Admission
from server.authentication import Authentication
from server.compression import Compression
from server.confirm_address_page import confirm_address_page
from server.deadline import QUERY_SHARE
from server.digests import Digests
from server.entity_tags import with_entity_tag
from server.exports.routes import export_routes
from server.frontend_pages import PAGES, graphiql
from server.graphql_view import GraphQLView
from server.health import healthz, readyz
from server.jobs import JOBS, Job, Jobs
from server.mail import PostOffice
from server.metrics import metrics
from server.observability import RequestLog
from server.open_streams import OpenStreams
from server.operations import with_prepared_operations
from server.orcid.issuer import issuer_of
from server.orcid.routes import OrcidSignIn
from server.protection import SecurityHeaders, TrustedHosts
from server.rate_limit import RateLimiter
from server.response_cache import ResponseCache
from server.secret_key import secret_key
from server.settings import ServerSettings
from server.site.routes import Site
from server.site.shell import Shell
from server.stopping import told_to_stop
from server.unsubscribe_page import UnsubscribePage
from server.warm_up import warm_up, warmed_or_told_to_stop
from server.websocket import GraphQLWebSocket

if TYPE_CHECKING:
    from server.tracing import Tracing

STATIC = Path(__file__).parent / "static"


class BuiltAssets(StaticFiles):
    """Files whose names change with their content, so that browsers need never ask again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """See `StaticFiles.get_response`. The build has compressed what is worth it."""
        compressed = scope["method"] in {"GET", "HEAD"} and "gzip" in Headers(scope=scope).get("accept-encoding", "")
        if not compressed or not self.lookup_path(f"{path}.gz")[0]:
            return await super().get_response(path, scope)
        response = await super().get_response(f"{path}.gz", scope)
        response.headers["content-encoding"] = "gzip"
        response.headers["content-type"] = guess_type(path)[0] or "application/octet-stream"
        response.headers["vary"] = "accept-encoding"
        return response

    async def check_config(self) -> None:
        """Missing files are 404, and so are all of them where the pages are not built."""

    def file_response(self, full_path: object, stat_result: object, scope: Scope, status_code: int = 200) -> Response:
        """See `StaticFiles.file_response`."""
        response = super().file_response(full_path, stat_result, scope, status_code)  # type: ignore[arg-type]
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def create_app(
    settings: ServerSettings, endpoint: Endpoint, schema: strawberry.Schema, pages: Path = PAGES
) -> Starlette:
    """Build the application; it opens the graph at `endpoint` when it starts and closes it when it ends.

    Neo4j need not answer at that moment: until it does, `/readyz` says so and queries get the code GRAPH_UNAVAILABLE.
    """
    tracing = _tracing(settings)
    prepared = with_prepared_operations(schema, settings.max_cost, *((tracing.around_operations,) if tracing else ()))

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        timeout = settings.request_timeout * QUERY_SHARE
        watch = tracing.watch if tracing else unwatched
        async with Graph.open(endpoint, timeout, settings.neo4j_connections, watch) as graph:
            app.state.graph = graph
            app.state.responses = ResponseCache(graph, settings.response_cache_mb)
            app.state.stopping = asyncio.Event()
            warming = asyncio.create_task(warm_up(prepared, graph))
            background = (
                warming,
                asyncio.create_task(app.state.responses.watch()),
                asyncio.create_task(Jobs(graph, (*JOBS, Job("digests", 900.0, 600.0, digests.send))).run()),
            )
            try:
                with told_to_stop(app.state.stopping):
                    await warmed_or_told_to_stop(warming, app.state.stopping)
                    yield
            finally:
                for task in background:
                    task.cancel()
                await asyncio.gather(*background, post.close(), return_exceptions=True)
                if tracing:
                    await tracing.close()

    async def favicon(_request: Request) -> Response:
        return FileResponse(STATIC / "favicon.svg", headers={"cache-control": "public, max-age=86400"})

    sdl = schema.as_str().rstrip() + "\n"

    async def schema_document(request: Request) -> Response:
        return with_entity_tag(request, PlainTextResponse(sdl))

    public_url = settings.public_url.rstrip("/") if settings.public_url is not None else None
    limiter = RateLimiter(settings.rate_limit)
    post = PostOffice(settings)
    key = partial(secret_key, settings)
    unsubscribe_links = UnsubscribeLinks(key)
    digests = Digests(post, unsubscribe_links, public_url or DEFAULT_PUBLIC_URL, settings.digest_hour)
    services = Services(SignInLinks(key), post, Attempts(), EvidenceLinks(key), endpoint)
    secure = (public_url or "").startswith("https:")
    authentication = Authentication(secure=secure)
    streams = OpenStreams(settings.streams_per_address)
    admission = Admission(limiter, streams, public_url, authentication, services)
    orcid = OrcidSignIn(issuer_of(settings), admission, key, secure=secure)
    view = GraphQLView(prepared, settings.request_timeout, admission, lambda: graphiql(pages))
    shell = Shell(pages, with_orcid=settings.orcid_client_id is not None)
    site = Site(prepared, settings.request_timeout, admission, shell)
    websocket = GraphQLWebSocket(prepared, settings.request_timeout, admission)
    return Starlette(
        routes=[
            # First, as most of what is asked: routes are gone through in turn.
            Route("/graphql", view),
            *orcid.routes(),
            Route(CONFIRM_PATH, confirm_address_page),
            Route(UNSUBSCRIBE_PATH, UnsubscribePage(unsubscribe_links, limiter).__call__, methods=["GET", "POST"]),
            Route(account_export.PATH, account_export.AccountExport(admission).__call__),
            *site.routes(),
            *export_routes(schema, settings.export_page_timeout, admission),
            WebSocketRoute("/graphql", websocket),
            Route("/schema.graphql", schema_document),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", metrics),
            Route("/favicon.ico", favicon),
            Mount("/static", StaticFiles(directory=STATIC)),
            Mount("/assets", BuiltAssets(directory=pages / "assets", check_dir=False)),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(RequestLog),
            *((Middleware(tracing.around_requests),) if tracing else ()),
            Middleware(Compression),
            Middleware(TrustedHosts, hosts=settings.allowed_hosts()),
        ],
        exception_handlers={HTTPException: site.http_exception},
        lifespan=lifespan,
    )


def _tracing(settings: ServerSettings) -> "Tracing | None":
    """What traces requests, if that is wanted: only then is OpenTelemetry imported, which need not be installed."""
    if settings.traces_url is None:
        return None
    from server.tracing import Tracing  # noqa: PLC0415

    return Tracing(settings.traces_url)

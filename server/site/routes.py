"""The addresses of the site's pages."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

import strawberry
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from resolvers.accounts.sign_in import SIGN_IN_PATH
from resolvers.context import RequestContext
from server.admission import Admission
from server.deadline import ClientLeft, RequestGraph, while_awaited
from server.negotiation import prefers_html
from server.observability import current_request
from server.orcid.routes import PATH as ORCID_PATH
from server.request_errors import RequestError, error_response, http_exception
from server.site.entities import ENTITY_PAGES, EntityPage
from server.site.head import SITE_NAME, Head
from server.site.shell import Shell

_LONGEST_SLUG = 300
"""Of those that are looked up; ours are shorter."""

_ID = re.compile(r"[a-z]_[a-z2-7]{16}")
"""Of an entity: who has no more than that may come by it, and is sent to the permalink."""

_ABOUT = (
    "A research graph to walk through: researchers, their works, topics, institutions and the venues they publish in, "
    "and an API in GraphQL that answers everything the pages show."
)

_ABOUT_EXPLORER = (
    "Walk through the research graph: what is near a person, a work, a topic, an institution or a source, how two of "
    "them hang together, and the picture of it as a file."
)
_START = (("/", "Start page"),)
_CONVERSATIONS = Head("Conversations", "Invitations to collaborate, and conversations.", links=_START)
PLAIN_PAGES = {
    # What somebody looks for is theirs: search engines keep the pages that are found, not those that find them.
    "/search": Head("Search", "Search researchers, works, topics, institutions and sources.", links=_START),
    # The token of a link stands after the `#`, which browsers do not send: no log and no proxy sees it.
    SIGN_IN_PATH: Head("Sign in", "Sign in by a link that is sent by e-mail, without a password.", links=_START),
    "/feed": Head("What I follow", "New works by whom and on what one follows.", links=_START),
    "/conversations": _CONVERSATIONS,
    "/conversations/{id}": _CONVERSATIONS,
    "/notifications": Head("Notifications", "What one is told of: new works, invitations, messages.", links=_START),
    "/report/{id}": Head("Report to the moderators", "Tell the moderators of what should not be here.", links=_START),
    "/moderation": Head("Moderation", "What waits for moderators.", links=_START),
    "/claims": Head(
        "Your records", "Author records that are yours, claims, and co-authors to vouch for.", links=_START
    ),
    "/settings": Head("Settings", "Name, sessions, access tokens and the end of an account.", links=_START),
}
"""The pages whose heads say the same to everybody, by the patterns of their paths; none is for search engines."""


class Site:
    """Answers for all pages, which are one document: `schema` gives what stands in its head.

    A page whose head is not there after `timeout` seconds comes without: its script can say what is wrong.
    """

    def __init__(self, schema: strawberry.Schema, timeout: float, admission: Admission, shell: Shell) -> None:
        self._schema = schema
        self._timeout = timeout
        self._admission = admission
        self._shell = shell

    def routes(self) -> list[Route]:
        """Return the routes of the pages."""
        entities = [
            Route(page.pattern, self._guarded(partial(self._entity, page)), name=f"{page.field}{page.part}")
            for page in ENTITY_PAGES
        ]
        plain = [Route(path, partial(self._plain, head)) for path, head in PLAIN_PAGES.items()]
        return [
            Route("/", self._guarded(self._start), name="start"),
            Route("/explore", self._guarded(self._explore), name="explore"),
            *plain,
            *entities,
        ]

    def http_exception(self, request: Request, error: Exception) -> Response:
        """Answer what has no route: with a page of the site for browsers, else in the shape of all errors."""
        navigates = prefers_html(request.headers.get("accept", ""))
        if isinstance(error, HTTPException) and error.status_code == 404 and navigates and self._shell.is_built:
            return self._not_found(request)
        return http_exception(request, error)

    def _not_found(self, request: Request) -> Response:
        head = Head("Nothing here", "There is no page at this address.", links=_START)
        return self._answer(request, head, 404)

    def _guarded(self, endpoint: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def respond(request: Request) -> Response:
            try:
                return await endpoint(request)
            except RequestError as error:
                return error_response(request, error)
            except ClientLeft:
                current_request().client_left = True
                return Response(status_code=499)

        return respond

    async def _start(self, request: Request) -> Response:
        site = self._admission.site_of(request)
        json_ld = {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": SITE_NAME,
            "url": f"{site}/",
        }
        links = (("/graphql", "GraphiQL"), ("/schema.graphql", "The schema of the API"))
        return self._answer(request, Head(SITE_NAME, _ABOUT, f"{site}/", json_ld=json_ld, links=links))

    async def _explore(self, request: Request) -> Response:
        # One page for search engines; the pictures that people make of it, each with an address, are without number.
        address = None if request.url.query else f"{self._admission.site_of(request)}/explore"
        head = Head("Explorer", _ABOUT_EXPLORER, address, links=(("/", "Start page"), ("/graphql", "GraphiQL")))
        return self._answer(request, head)

    async def _plain(self, head: Head, request: Request) -> Response:
        if request.url.path == SIGN_IN_PATH and self._shell.with_orcid:
            head = replace(head, links=((ORCID_PATH, "Sign in with ORCID"), *head.links))
        return self._answer(request, head)

    async def _entity(self, page: EntityPage, request: Request) -> Response:
        slug = request.path_params["slug"]
        by = {"id" if _ID.fullmatch(slug) else "slug": slug}
        known = len(slug) <= _LONGEST_SLUG
        data = await self._ask(request, page.query, {"by": by}) if known else {page.field: None}
        if data is None:
            # The script asks again, and tells what is wrong.
            return self._answer(request, Head(page.field.capitalize(), _ABOUT))
        entity = data[page.field]
        if entity is None:
            return self._answer(request, _no_such(page), 404)
        if entity["slug"] != slug:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(page.path(entity["slug"]) + query, 301)
        return self._answer(request, page.head(entity))

    async def _ask(self, request: Request, query: str, variables: dict[str, Any]) -> dict[str, Any] | None:
        """Return the data, or None where the graph does not answer or answers with an error."""
        allowance = self._admission.limiter.admit(request)
        graph = RequestGraph(request.app.state.graph)
        context = RequestContext(graph, self._admission.site_of(request), allowance)
        execution = self._schema.execute(query, variable_values=variables, context_value=context)
        try:
            result = await while_awaited(execution, request.receive, self._timeout)
        except TimeoutError:
            return None
        finally:
            graph.cancel()
        return None if result.errors else result.data

    def _answer(self, request: Request, head: Head, status: int = 200) -> Response:
        session = self._admission.authentication.cookie_of(request).given is not None
        return self._shell.response(request, head, self._admission.site_of(request), status, session=session)


def _no_such(page: EntityPage) -> Head:
    return Head(f"No such {page.field}", f"No {page.field} goes by this address.", links=_START)

"""Who may ask, and who it is: the rules that hold before a request is read, however it comes."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from starlette.requests import HTTPConnection

from graphdb.graph import Graph
from resolvers.allowance import Allowance
from resolvers.context import DEFAULT_PUBLIC_URL, Caller, RequestContext, Services, SessionCookie, Viewer
from server.authentication import Authentication
from server.open_streams import OpenStream, OpenStreams, StreamKind
from server.origin import host_of, origin_of, refuse_other_sites
from server.rate_limit import RateLimiter, place_of
from server.settings import LOOPBACK_NAMES


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody who may ask."""

    allowance: Allowance | None
    """What they may still ask for; None: anything."""
    viewer: Viewer | None
    cookie: SessionCookie
    payload: Mapping[str, Any] | None = None
    """What a WebSocket began with."""


@dataclass(frozen=True, slots=True)
class Admission:
    """One for the application."""

    limiter: RateLimiter
    open_streams: OpenStreams
    public_url: str | None
    """Where visitors find the site, without a slash at the end; None: at the host that they ask."""
    authentication: Authentication
    services: Services

    def let_in(self, connection: HTTPConnection) -> Allowance | None:
        """Return what the address of who asks may still ask for.

        Raises a `RequestError` for pages of other sites and for too much.
        """
        refuse_other_sites(connection, self.public_url)
        return self.limiter.admit(connection)

    async def admit(self, connection: HTTPConnection, payload: Mapping[str, Any] | None = None) -> Admitted:
        """Return who asks; `payload` is what a WebSocket began with.

        Raises a `RequestError` as `let_in` does, and for an access token that does not hold.
        """
        refuse_other_sites(connection, self.public_url)
        return await self.identify(connection, payload)

    async def identify(self, connection: HTTPConnection, payload: Mapping[str, Any] | None = None) -> Admitted:
        """Return who asks, wherever the request was begun: what pages of other sites may not do must be refused before.

        Raises a `RequestError` for too much, and for an access token that does not hold.
        """
        allowance = self.limiter.admit(connection)
        cookie = self.authentication.cookie_of(connection)
        viewer = await self.authentication.viewer_of(connection, cookie, payload)
        if viewer is not None:
            # The address has paid for finding out who it is; the account pays for the rest.
            allowance = self.limiter.admit(connection, viewer.account.id)
        return Admitted(allowance, viewer, cookie, payload)

    async def viewer_of(self, connection: HTTPConnection, payload: Mapping[str, Any] | None = None) -> Viewer | None:
        """Return who asks, without counting it; raises a `RequestError` for an access token that does not hold."""
        return await self.authentication.viewer_of(connection, self.authentication.cookie_of(connection), payload)

    def stream(
        self, connection: HTTPConnection, kind: StreamKind, viewer: Viewer | None = None
    ) -> AbstractContextManager[OpenStream]:
        """Count an open stream for as long as the block lasts; raises a `RequestError` where there are too many."""
        return self.open_streams.one_more(connection, kind, viewer.account.id if viewer is not None else None)

    def context(
        self, connection: HTTPConnection, graph: Graph, admitted: Admitted, *, sets_cookies: bool
    ) -> RequestContext:
        """Return the context of an operation; `sets_cookies` where the answer can."""
        address, is_local = place_of(connection)
        user_agent = connection.headers.get("user-agent")
        caller = Caller(address, is_local, user_agent, admitted.cookie if sets_cookies else None)
        return RequestContext(
            graph,
            self.site_of(connection),
            admitted.allowance,
            admitted.viewer,
            caller,
            self._mail_url(connection),
            self.services,
        )

    def site_of(self, connection: HTTPConnection) -> str:
        """Where the site is for who asks, without a slash at the end."""
        return self.public_url or origin_of(connection)

    def _mail_url(self, connection: HTTPConnection) -> str:
        """What links in letters begin with: who asks must not choose where somebody else's letter leads."""
        if self.public_url is not None:
            return self.public_url
        return origin_of(connection) if host_of(connection) in LOOPBACK_NAMES else DEFAULT_PUBLIC_URL

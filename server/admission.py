"""Who may ask: the rules that hold before a request is read, however it comes."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from resolvers.allowance import Allowance
from server.open_streams import OpenStreams, StreamKind
from server.origin import origin_of, refuse_other_sites
from server.rate_limit import RateLimiter


@dataclass(frozen=True, slots=True)
class Admission:
    """One for the application."""

    limiter: RateLimiter
    open_streams: OpenStreams
    public_url: str | None
    """Where visitors find the site, without a slash at the end; None: at the host that they ask."""

    def admit(self, connection: HTTPConnection) -> Allowance | None:
        """Return what who asks may still ask for; raises a `RequestError` for pages of other sites and for too much."""
        refuse_other_sites(connection, self.public_url)
        return self.limiter.admit(connection)

    def stream(self, connection: HTTPConnection, kind: StreamKind) -> AbstractContextManager[None]:
        """Count an open stream for as long as the block lasts; raises a `RequestError` where there are too many."""
        return self.open_streams.one_more(connection, kind)

    def site_of(self, connection: HTTPConnection) -> str:
        """Where the site is for who asks, without a slash at the end."""
        return self.public_url or origin_of(connection)

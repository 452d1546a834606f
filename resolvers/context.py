"""What every resolver of a request shares."""

from dataclasses import dataclass, field

from graphdb.accounts.records import AccessScope, AccessTokenRecord, AccountRecord, SessionRecord
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.trails import Trails
from resolvers.allowance import MIN_PRICE, Allowance
from resolvers.attempts import Attempts
from resolvers.evidence_links import EvidenceLinks
from resolvers.loaders import Loaders
from resolvers.mail import Post
from resolvers.sign_in_links import SignInLinks

DEFAULT_PUBLIC_URL = "http://127.0.0.1:8000"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks, and by what that is proved: a session or an access token."""

    account: AccountRecord
    session: SessionRecord | None = None
    token: AccessTokenRecord | None = None

    def may(self, scope: AccessScope) -> bool:
        """Whether what the viewer came with allows it; a session allows all that the account may do."""
        return self.token is None or scope in self.token.scopes


@dataclass(slots=True)
class SessionCookie:
    """The cookie of who asks: what came with the request, and what is to become of it."""

    given: str | None = None
    kept: str | None = None
    """The secret of a session that has begun, to be kept by the browser."""
    forgotten: bool = False
    """The browser is to forget it."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Where a request comes from."""

    address: str = ""
    """What it is counted under."""
    is_local: bool = False
    """From this machine."""
    user_agent: str | None = None
    cookie: SessionCookie | None = None
    """None: the answer has no way to set one."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the whole application shares beside the graph."""

    links: SignInLinks
    post: Post
    attempts: Attempts
    evidence_links: EvidenceLinks
    endpoint: Endpoint
    """Where the graph is, for what needs the writer's access to it."""
    trails: Trails = field(default_factory=Trails)
    """What searches have given."""


@dataclass(slots=True)
class RequestContext:
    """Built anew for each request, because the loaders must not remember what another request read."""

    graph: Graph
    public_url: str = DEFAULT_PUBLIC_URL
    """Where the site's pages are, without a slash at the end: permalinks begin with it."""
    allowance: Allowance | None = None
    """What the caller may still ask for; None: anything."""
    viewer: Viewer | None = None
    """Who asks; None: somebody who is not signed in. `resolvers.authorisation` says what they may do."""
    caller: Caller = field(default_factory=Caller)
    mail_url: str = DEFAULT_PUBLIC_URL
    """What links in letters begin with: never what the request says that the site is called."""
    _services: Services | None = None
    cost: int = field(default=MIN_PRICE, init=False)
    """What the operation takes of the allowance, in rows."""
    _rows: int = field(default=0, init=False)
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        self.loaders = Loaders(self.graph)

    @property
    def services(self) -> Services:
        """What the application shares; raises `RuntimeError` where a context was made without."""
        if self._services is None:
            raise RuntimeError("The context was made without services.")
        return self._services

    @property
    def trails(self) -> Trails:
        """What searches have given; a context without an application remembers nothing beyond its request."""
        return self._services.trails if self._services is not None else Trails()

    def forget(self) -> None:
        """Read anew what is asked for from now on, because much has changed."""
        self.graph.changed()
        self.loaders = Loaders(self.graph)

    def spend(self, rows: int) -> None:
        """Take rows from the caller's allowance: all that the operation may return, or those of a file as it grows."""
        self._rows += rows
        further = max(self._rows, MIN_PRICE) - self.cost
        self.cost += further
        if self.allowance is not None:
            self.allowance.spend(further)

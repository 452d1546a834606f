"""What every resolver of a request shares."""

from dataclasses import dataclass, field

from graphdb.graph import Graph
from resolvers.allowance import MIN_PRICE, Allowance
from resolvers.loaders import Loaders

DEFAULT_PUBLIC_URL = "http://127.0.0.1:8000"


@dataclass(slots=True)
class RequestContext:
    """Built anew for each request, because the loaders must not remember what another request read."""

    graph: Graph
    public_url: str = DEFAULT_PUBLIC_URL
    """Where the site's pages are, without a slash at the end: permalinks begin with it."""
    allowance: Allowance | None = None
    """What the caller may still ask for; None: anything."""
    cost: int = field(default=MIN_PRICE, init=False)
    """What the operation takes of the allowance, in rows."""
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        self.loaders = Loaders(self.graph)

    def spend(self, rows: int) -> None:
        """Take the rows that the operation may return from the caller's allowance."""
        self.cost = max(rows, MIN_PRICE)
        if self.allowance is not None:
            self.allowance.spend(rows)

"""What every resolver of a request shares."""

from dataclasses import dataclass, field

from graphdb.graph import Graph
from resolvers.loaders import Loaders

DEFAULT_PUBLIC_URL = "http://127.0.0.1:8000"


@dataclass(slots=True)
class RequestContext:
    """Built anew for each request, because the loaders must not remember what another request read."""

    graph: Graph
    public_url: str = DEFAULT_PUBLIC_URL
    """Where the site's pages are, without a slash at the end: permalinks begin with it."""
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        self.loaders = Loaders(self.graph)

"""What a server does before it serves an empty graph."""

from collections.abc import Callable

from graphdb.endpoint import Endpoint
from server.settings import ServerSettings


def load_demo_if_empty(endpoint: Endpoint, settings: ServerSettings, progress: Callable[[str], None]) -> None:
    """Load the demonstration records into a graph that holds none; `progress` is told what takes time."""

"""What a server does before it serves an empty graph."""

from collections.abc import Callable

from graphdb.endpoint import Endpoint
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.runs import waits_for
from importers.pipeline import Summary, run_import
from server.settings import ServerSettings

DEMO = "demo"


class _Quiet:
    """The demo is loaded in seconds: a line before and a line after say enough."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.note = say

    def advance(self, summary: Summary, position: int, size: int) -> None:
        """Say nothing."""

    def derive(self, name: str, done: int) -> None:
        """Say nothing."""


def load_demo_if_empty(endpoint: Endpoint, settings: ServerSettings, progress: Callable[[str], None]) -> None:
    """Load the demonstration records into a graph that holds none; `progress` is told what takes time.

    A load that was killed is completed by the next start.
    """
    with GraphWriter.open(endpoint, "first-run") as writer:
        if not waits_for(writer, DEMO):
            return
    progress("The graph is empty: loading the demo.")
    summary = run_import(endpoint, DEMO, [], settings.data_dir, _Quiet(progress))
    progress(f"The demo is loaded: {summary.written} works.")

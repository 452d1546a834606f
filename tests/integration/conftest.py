"""What tests against a real Neo4j share beside the server itself."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

# Edges first: a few thousand hubs with all of theirs are more than one transaction may hold.
EMPTY_THE_GRAPH = (
    "MATCH ()-[e]->() CALL (e) { DELETE e } IN TRANSACTIONS OF 10000 ROWS",
    "MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock CALL (n) { DELETE n } IN TRANSACTIONS OF 2000 ROWS",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Tests that empty the graph come first: those after them keep what session fixtures put into it. Those that ask the
    # server come next, since it loads the demo only into a graph that holds nothing yet.
    def place(item: pytest.Item) -> int:
        fixtures = getattr(item, "fixturenames", ())
        return 0 if not {"clean_graph", "emptied_graph"}.isdisjoint(fixtures) else 1 if "server_url" in fixtures else 2

    items.sort(key=place)


@pytest.fixture(scope="session")
def empty_the_graph(endpoint: Endpoint) -> Callable[[], None]:
    """Removes all data from the shared Neo4j; its schema and migrations stay."""

    def empty() -> None:
        with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
            for statement in EMPTY_THE_GRAPH:
                session.run(statement).consume()

    return empty


@pytest.fixture
def clean_graph(endpoint: Endpoint, empty_the_graph: Callable[[], None]) -> Iterator[Endpoint]:
    """The shared Neo4j without data, before and after the test."""
    empty_the_graph()
    yield endpoint
    empty_the_graph()


@pytest.fixture(scope="module")
def emptied_graph(endpoint: Endpoint, empty_the_graph: Callable[[], None]) -> Iterator[Endpoint]:
    """The shared Neo4j without data, before the first and after the last test of a module, which share what they put
    there."""
    empty_the_graph()
    yield endpoint
    empty_the_graph()


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node: where the machine has none, the virtual environment does."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    found = shutil.which("node", path=path)
    assert found is not None, "There is no Node: run `make setup`."
    return found

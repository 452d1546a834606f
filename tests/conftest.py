"""One embedded Neo4j for all tests that do not start, kill or bulk-load one themselves, and one server on it."""

import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphdb.connect import connect
from graphdb.endpoint import Endpoint
from graphdb.migrate import migrate
from graphdb.settings import GraphSettings

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def data_dir() -> Iterator[Path]:
    """The data folder of the shared Neo4j."""
    with tempfile.TemporaryDirectory(prefix="bzpeer-tests-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def endpoint(data_dir: Path) -> Iterator[Endpoint]:
    """The shared Neo4j, migrated."""
    settings = GraphSettings(data_dir=data_dir, neo4j_uri=None)
    with connect(settings, logging.getLogger(__name__).info) as endpoint:
        migrate(endpoint)
        yield endpoint


@pytest.fixture(scope="session")
def server_url(endpoint: Endpoint, data_dir: Path) -> Iterator[str]:
    """`bzpeer serve` on the shared Neo4j, with the demo in it; gives the address."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    log = data_dir / "serve.log"
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-c", "from server.cli import main; main()", "serve", "--port", "0"],
            cwd=ROOT,
            env={**environment, "BZPEER_DATA_DIR": str(data_dir)},
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
        with process:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line.startswith("ready "), log.read_text()
            yield line.removeprefix("ready ").strip()
            process.terminate()
            assert process.wait(30) == 0, log.read_text()

"""The three servers that are compared, over one store, and what each is asked."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from neo4j import Driver

from benchmarks.queries.cases import Case
from benchmarks.queries.compare import Request
from benchmarks.queries.store import BZPEER
from graphdb.endpoint import Endpoint

PEER = Path(__file__).parent / "peer"
OURS, PEERS, FLOOR = "ours", "peer", "floor"

SUBJECTS = """
CALL () { MATCH (n:Researcher) WHERE n.worksCount = 12 RETURN n AS ordinary ORDER BY n.id LIMIT 1 }
CALL () { MATCH (n:Researcher) WHERE n.worksCount = 12 RETURN n AS far ORDER BY n.id DESC LIMIT 1 }
CALL () { MATCH (n:Researcher) WHERE n.worksCount > 0 RETURN n AS person ORDER BY n.worksCount DESC, n.id LIMIT 1 }
CALL () { MATCH (n:Topic) WHERE n.worksCount > 0 RETURN n AS topic ORDER BY n.worksCount DESC, n.id LIMIT 1 }
RETURN ordinary.id, ordinary.slug, ordinary.name, far.id, person.id, topic.id
"""


def subjects(driver: Driver) -> dict[str, dict[str, str]]:
    """Return the variables to ask with: of an ordinary researcher, and of those who have the most works."""
    records, _, _ = driver.execute_query(SUBJECTS)
    ordinary, slug, name, far, person, topic = records[0].values()
    return {
        "ordinary": {"id": ordinary, "slug": slug, "far": far, "text": name, "prefix": name[:4]},
        "hub person": {"id": person},
        "hub topic": {"id": topic},
    }


@contextmanager
def served(command: list[str], environment: Mapping[str, str]) -> Iterator[int]:
    """Run a server while the block does, which gets the id of its process."""
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=sys.stderr)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def serve_all(stack: ExitStack, endpoint: Endpoint) -> tuple[dict[str, int], int]:
    """Start the three servers, a process each, and return their ports and the id of our process."""
    ports = {name: free_port() for name in (OURS, PEERS, FLOOR)}
    graph = {
        "URI": endpoint.uri,
        "USER": endpoint.user,
        "PASSWORD": endpoint.password or "",
        "DATABASE": endpoint.database,
    }
    environment = {f"BZPEER_NEO4J_{name}": value for name, value in graph.items()}
    # What is kept would be found kept from the second request on: what is measured is reading.
    environment |= {"BZPEER_LOG_LEVEL": "warning", "BZPEER_RESPONSE_CACHE_MB": "0"}
    ours = stack.enter_context(served([str(BZPEER), "serve", "--port", str(ports[OURS])], environment))
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=PEER, check=True, stdout=sys.stderr
    )
    peer = {f"NEO4J_{name}": value for name, value in graph.items()} | {"PORT": str(ports[PEERS])}
    stack.enter_context(served(["node", str(PEER / "server.js")], peer))
    uvicorn = [sys.executable, "-m", "uvicorn", "--loop", "uvloop", "--http", "httptools", "--log-level", "warning"]
    floor = [*uvicorn, "--port", str(ports[FLOOR]), "--factory", "benchmarks.queries.floor:app"]
    stack.enter_context(served(floor, environment))
    return ports, ours


def requests(case: Case, ports: Mapping[str, int], variables: Mapping[str, Any]) -> dict[str, Request]:
    """Return what is asked of whom; each gets the variables that its question names."""

    def graphql(text: str) -> bytes:
        given = {name: value for name, value in variables.items() if f"${name}" in text}
        return json.dumps({"query": text, "variables": given}).encode()

    found = {OURS: Request(ports[OURS], "/graphql", graphql(case.ours))}
    if case.peer is not None:
        found[PEERS] = Request(ports[PEERS], "/", graphql(case.peer))
    asked = case.floor or case.ours
    given = {name: value for name, value in variables.items() if f"${name}" in asked}
    found[FLOOR] = Request(ports[FLOOR], "/" + quote(case.name, safe=""), json.dumps(given).encode())
    return found

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


def _environment(endpoint: Endpoint) -> dict[str, str]:
    """Return what our server and the floor's read; the peer's names are the same, without BZPEER."""
    graph = {
        "URI": endpoint.uri,
        "USER": endpoint.user,
        "PASSWORD": endpoint.password or "",
        "DATABASE": endpoint.database,
    }
    return {f"BZPEER_NEO4J_{name}": value for name, value in graph.items()} | {
        "BZPEER_LOG_LEVEL": "warning",
        # What is kept would be found kept from the second request on: what is measured is reading.
        "BZPEER_RESPONSE_CACHE_MB": "0",
    }


def serve_ours(stack: ExitStack, endpoint: Endpoint) -> tuple[int, int]:
    """Start our server and return its port and the id of its process."""
    port = free_port()
    command = [str(BZPEER), "serve", "--port", str(port)]
    return port, stack.enter_context(served(command, _environment(endpoint)))


def serve_all(stack: ExitStack, endpoint: Endpoint) -> tuple[dict[str, int], int]:
    """Start the three servers, a process each, and return their ports and the id of our process."""
    ours, process = serve_ours(stack, endpoint)
    ports = {OURS: ours, PEERS: free_port(), FLOOR: free_port()}
    environment = _environment(endpoint)
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=PEER, check=True, stdout=sys.stderr
    )
    peer = {name.removeprefix("BZPEER_"): value for name, value in environment.items() if "_NEO4J_" in name}
    stack.enter_context(served(["node", str(PEER / "server.js")], {**peer, "PORT": str(ports[PEERS])}))
    uvicorn = [sys.executable, "-m", "uvicorn", "--loop", "uvloop", "--http", "httptools", "--log-level", "warning"]
    floor = [*uvicorn, "--port", str(ports[FLOOR]), "--factory", "benchmarks.queries.floor:app"]
    stack.enter_context(served(floor, environment))
    return ports, process


def request_of_ours(case: Case, port: int, variables: Mapping[str, Any]) -> Request:
    """Return what our server is asked."""
    return Request(port, "/graphql", _graphql(case.ours, variables))


def _graphql(text: str, variables: Mapping[str, Any]) -> bytes:
    given = {name: value for name, value in variables.items() if f"${name}" in text}
    return json.dumps({"query": text, "variables": given}).encode()


def requests(case: Case, ports: Mapping[str, int], variables: Mapping[str, Any]) -> dict[str, Request]:
    """Return what is asked of whom; each gets the variables that its question names."""
    found = {OURS: request_of_ours(case, ports[OURS], variables)}
    if case.peer is not None:
        found[PEERS] = Request(ports[PEERS], "/", _graphql(case.peer, variables))
    asked = case.floor or case.ours
    given = {name: value for name, value in variables.items() if f"${name}" in asked}
    found[FLOOR] = Request(ports[FLOOR], "/" + quote(case.name, safe=""), json.dumps(given).encode())
    return found

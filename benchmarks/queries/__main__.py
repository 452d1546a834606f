"""How fast our queries are beside the peer's and the floor's, over one store, once the answers have proven equal.

    make bench-queries [WORKS=30000] [SECONDS=3] [ONLY=Q3] [STORES=folder]

Prints a Markdown table of medians and of their ratios; the figures go to `benchmarks/results/queries-WORKS.json` too.
The machine is seldom quiet: trust the ratios, which come from requests in turn, before the milliseconds.
"""

import argparse
import json
import os
import platform
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from neo4j import Driver

from benchmarks.queries.cases import CASES, ROOT, Case, plain_data
from benchmarks.queries.compare import Asker, Request, Timing, wait_for
from benchmarks.queries.store import BZPEER, store
from graphdb.connect import connect
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.settings import GraphSettings

PEER = Path(__file__).parent / "peer"
RESULTS = ROOT / "benchmarks" / "results"
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
def served(command: list[str], environment: Mapping[str, str]) -> Iterator[None]:
    """Run a server while the block does."""
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=sys.stderr)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def serve_all(stack: ExitStack, endpoint: Endpoint) -> dict[str, int]:
    """Start the three servers, a process each, and return their ports."""
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
    stack.enter_context(served([str(BZPEER), "serve", "--port", str(ports[OURS])], environment))
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=PEER, check=True, stdout=sys.stderr
    )
    peer = {f"NEO4J_{name}": value for name, value in graph.items()} | {"PORT": str(ports[PEERS])}
    stack.enter_context(served(["node", str(PEER / "server.js")], peer))
    uvicorn = [sys.executable, "-m", "uvicorn", "--loop", "uvloop", "--http", "httptools", "--log-level", "warning"]
    floor = [*uvicorn, "--port", str(ports[FLOOR]), "--factory", "benchmarks.queries.floor:app"]
    stack.enter_context(served(floor, environment))
    return ports


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


def differs(case: Case, asker: Asker, asked: Mapping[str, Request]) -> list[str]:
    """Return who gives another answer than we do."""
    ours = plain_data(asker.data(asked[OURS]))
    others = [name for name in asked if name != OURS and not (name == FLOOR and not (case.compared and case.floor))]
    return [name for name in others if plain_data(asker.data(asked[name])) != ours]


def row(name: str, timings: Mapping[str, Timing]) -> str:
    ours, peer, floor = (timings.get(server) for server in (OURS, PEERS, FLOOR))

    def cell(timing: Timing | None) -> str:
        return f"{timing.p50:.2f}" if timing else ""

    def ratio(timing: Timing | None) -> str:
        return f"**{ours.p50 / timing.p50:.2f}**" if timing and ours else ""

    return f"| {name} | {cell(ours)} | {cell(peer)} | {cell(floor)} | {ratio(peer)} | {ratio(floor)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--works", type=int, default=30_000)
    parser.add_argument("--stores", type=Path, default=Path(".bzpeer-bench"), help="folder of the stores")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each question is asked")
    parser.add_argument("--only", default="", help="questions whose name has this in it")
    arguments = parser.parse_args()
    folder = store(arguments.stores, arguments.works)
    results: dict[str, dict[str, Any]] = {}
    with ExitStack() as stack:
        settings = GraphSettings(data_dir=folder)
        endpoint = stack.enter_context(connect(settings, lambda message: print(message, file=sys.stderr)))
        driver = stack.enter_context(open_driver(endpoint))
        asked_with = subjects(driver)
        ports = serve_all(stack, endpoint)
        for request in requests(CASES[0], ports, {}).values():
            wait_for(request)
        asker = Asker()
        print("| question | ours, ms | peer, ms | floor, ms | ours/peer | ours/floor |")
        print("|---|---|---|---|---|---|")
        for case in CASES:
            if arguments.only not in case.name:
                continue
            asked = requests(case, ports, asked_with[case.variables])
            different = differs(case, asker, asked)
            if different:
                sys.exit(f"{case.name}: {' and '.join(different)} gives another answer.")
            timings = asker.time(asked, arguments.seconds)
            results[case.name] = {server: asdict(timing) for server, timing in timings.items()}
            print(row(case.name, timings), flush=True)
    print(f"\n{arguments.works:,} works; {platform.machine()}, {os.cpu_count()} cores. p50, requests in turn.")
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"queries-{arguments.works}.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

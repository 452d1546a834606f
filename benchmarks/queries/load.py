"""How many questions a second our server and the peer's answer to many at once, and what memory ours takes.

    make bench-load [WORKS=30000] [REQUESTS=5000] [STORES=folder]

All questions that both can answer, in a random order, over 16 connections. Prints a Markdown table. What our process
takes is looked at as it goes: it should not grow.
"""

import argparse
import random
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psutil

from benchmarks.queries.cases import CASES
from benchmarks.queries.compare import Asker, Request, wait_for
from benchmarks.queries.servers import OURS, PEERS, requests, serve_all, subjects
from benchmarks.queries.store import store
from graphdb.connect import connect
from graphdb.driver import open_driver
from graphdb.settings import GraphSettings

CONNECTIONS = 16
PARTS = 5
"""Between them the memory is looked at."""


class Crowd:
    """Askers that hold a connection each."""

    def __init__(self, threads: ThreadPoolExecutor) -> None:
        self._threads = threads
        self._local = threading.local()

    def ask(self, asked: list[Request]) -> float:
        """Ask everything, as much at once as there are askers, and return the seconds that it took."""
        started = time.perf_counter()
        for _ in self._threads.map(self._ask, asked):
            pass
        return time.perf_counter() - started

    def _ask(self, request: Request) -> None:
        if not hasattr(self._local, "asker"):
            self._local.asker = Asker()
        self._local.asker.ask(request)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--works", type=int, default=30_000)
    parser.add_argument("--stores", type=Path, default=Path(".bzpeer-bench"), help="folder of the stores")
    parser.add_argument("--requests", type=int, default=5_000, help="how many, of each server")
    arguments = parser.parse_args()
    folder = store(arguments.stores, arguments.works)
    with ExitStack() as stack:
        settings = GraphSettings(data_dir=folder)
        endpoint = stack.enter_context(connect(settings, lambda message: print(message, file=sys.stderr)))
        driver = stack.enter_context(open_driver(endpoint))
        asked_with = subjects(driver)
        ports, ours = serve_all(stack, endpoint)
        every = [requests(case, ports, asked_with[case.variables]) for case in CASES if case.peer is not None]
        for request in every[0].values():
            wait_for(request)
        chosen = random.Random(1).choices(every, k=arguments.requests)
        crowd = Crowd(stack.enter_context(ThreadPoolExecutor(CONNECTIONS)))
        for server in (OURS, PEERS):
            crowd.ask([one[server] for one in every] * 3)
        seconds = dict.fromkeys((OURS, PEERS), 0.0)
        memory = []
        # In turn, so that whatever else the machine does hits both.
        for part in range(PARTS):
            for server in seconds:
                seconds[server] += crowd.ask([one[server] for one in chosen[part::PARTS]])
            memory.append(psutil.Process(ours).memory_info().rss / 1e6)
    rates = {server: arguments.requests / taken for server, taken in seconds.items()}
    print("| connections | ours, requests/s | peer, requests/s | ours/peer | our memory on the way, MB |")
    print("|---|---|---|---|---|")
    print(
        f"| {CONNECTIONS} | {rates[OURS]:.1f} | {rates[PEERS]:.1f} | **{rates[OURS] / rates[PEERS]:.2f}** "
        f"| {' '.join(f'{each:.0f}' for each in memory)} |"
    )


if __name__ == "__main__":
    main()

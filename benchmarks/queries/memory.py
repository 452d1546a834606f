"""What memory our server takes on the way through very many questions.

    make bench-memory [WORKS=30000] [REQUESTS=100000] [STORES=folder]

All questions that the others are measured with, in a random order over 16 connections, each about as long as any other
in total: what is dear is asked less often. Prints a Markdown table of the process's memory as it goes: it should not
grow.
"""

import argparse
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psutil

from benchmarks.queries.cases import CASES
from benchmarks.queries.compare import Asker, wait_for
from benchmarks.queries.load import CONNECTIONS, Crowd
from benchmarks.queries.servers import request_of_ours, serve_ours, subjects
from benchmarks.queries.store import store
from graphdb.connect import connect
from graphdb.driver import open_driver
from graphdb.settings import GraphSettings

PARTS = 10
"""Between them the memory is looked at."""
LOOKS = 5
"""How often a question is asked alone to find out how dear it is."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--works", type=int, default=30_000)
    parser.add_argument("--stores", type=Path, default=Path(".bzpeer-bench"), help="folder of the stores")
    parser.add_argument("--requests", type=int, default=100_000)
    arguments = parser.parse_args()
    folder = store(arguments.stores, arguments.works)
    with ExitStack() as stack:
        settings = GraphSettings(data_dir=folder)
        endpoint = stack.enter_context(connect(settings, lambda message: print(message, file=sys.stderr)))
        asked_with = subjects(stack.enter_context(open_driver(endpoint)))
        port, process = serve_ours(stack, endpoint)
        every = [request_of_ours(case, port, asked_with[case.variables]) for case in CASES]
        wait_for(every[0])
        asker, weights = Asker(), []
        for request in every:
            asker.ask(request)
            began = time.perf_counter()
            for _ in range(LOOKS):
                asker.ask(request)
            weights.append(1 / (time.perf_counter() - began))
        chosen = random.Random(1).choices(every, weights, k=arguments.requests)
        crowd = Crowd(stack.enter_context(ThreadPoolExecutor(CONNECTIONS)))
        print("| questions asked | not answered | a second | our memory, MB |\n|---|---|---|---|")
        size = -(-len(chosen) // PARTS)
        for start in range(0, len(chosen), size):
            part = chosen[start : start + size]
            seconds, unanswered = crowd.ask(part)
            memory = psutil.Process(process).memory_info().rss / 1e6
            print(f"| {start + len(part):,} | {unanswered} | {len(part) / seconds:.1f} | {memory:.0f} |", flush=True)


if __name__ == "__main__":
    main()

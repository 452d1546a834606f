"""How the time of our answers grows with the store: each question is asked of stores of several sizes in turn.

    make bench-growth [WORKS="30000 300000 3000000"] [SECONDS=3] [STORES=folder]

Prints a Markdown table of medians and of the exponent that the time grows with: 0 where the size does not matter, 1
where ten times the works take ten times as long; "none" is no answer within the time that a request has. The figures
go to `benchmarks/results/growth.json` too.
"""

import argparse
import json
import math
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.queries.cases import CASES, ROOT
from benchmarks.queries.compare import Asker, NoAnswerError, Request, Timing, wait_for
from benchmarks.queries.servers import request_of_ours, serve_ours, subjects
from benchmarks.queries.store import store
from graphdb.connect import connect
from graphdb.driver import open_driver
from graphdb.settings import GraphSettings

RESULTS = ROOT / "benchmarks" / "results" / "growth.json"
SECONDS_TO_START = 300.0
"""A large store that is not in memory yet takes long to plan for."""


TRIES = 3
"""What a large store has to fetch from the disk first may take longer than a request is allowed to."""


def is_answered(asker: Asker, request: Request) -> bool:
    """True if one of a few tries brings an answer."""
    for _ in range(TRIES):
        try:
            asker.ask(request)
        except NoAnswerError:
            continue
        return True
    return False


def exponent(sizes: Sequence[int], timings: Sequence[Timing]) -> float:
    """Return the power of the size that the medians grow with."""
    if len(sizes) < 2:
        return math.nan
    logarithms = [math.log(size) for size in sizes], [math.log(timing.p50) for timing in timings]
    return statistics.linear_regression(*logarithms).slope


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--works", type=int, nargs="+", default=[30_000, 300_000, 3_000_000])
    parser.add_argument("--stores", type=Path, default=Path(".bzpeer-bench"), help="folder of the stores")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each question is asked, per store")
    parser.add_argument("--only", default="", help="questions whose name has this in it")
    arguments = parser.parse_args()
    sizes: list[int] = sorted(arguments.works)
    folders = [store(arguments.stores, works) for works in sizes]
    results: dict[str, dict[str, Any]] = {}
    with ExitStack() as stack:
        servers = []
        for folder in folders:
            settings = GraphSettings(data_dir=folder)
            endpoint = stack.enter_context(connect(settings, lambda message: print(message, file=sys.stderr)))
            driver = stack.enter_context(open_driver(endpoint))
            port, _ = serve_ours(stack, endpoint)
            wait_for(request_of_ours(CASES[0], port, {}), SECONDS_TO_START)
            servers.append((port, subjects(driver)))
        asker = Asker()
        print(f"| question | {' | '.join(f'{works:,} works, ms' for works in sizes)} | exponent |")
        print("|---" * (len(sizes) + 2) + "|")
        for case in CASES:
            if arguments.only not in case.name:
                continue
            asked = {
                works: request_of_ours(case, port, asked_with[case.variables])
                for works, (port, asked_with) in zip(sizes, servers, strict=True)
            }
            answered = {str(works): request for works, request in asked.items() if is_answered(asker, request)}
            timings = asker.time(answered, arguments.seconds * len(answered))
            grows = exponent([int(works) for works in timings], list(timings.values()))
            medians = [f"{timings[str(works)].p50:.2f}" if str(works) in timings else "none" for works in sizes]
            print(f"| {case.name} | {' | '.join(medians)} | **{grows:.2f}** |", flush=True)
            results[case.name] = {works: asdict(timing) for works, timing in timings.items()} | {"exponent": grows}
    print(f"\n{platform.machine()}, {os.cpu_count()} cores. p50, requests in turn.")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""How fast our queries are beside the peer's and the floor's, over one store, once the answers have proven equal.

    make bench [WORKS=30000] [SECONDS=3] [ONLY=Q3] [STORES=folder]

Prints a Markdown table of medians and of their ratios; the figures go to `benchmarks/results/queries-WORKS.json` too.
The machine is seldom quiet: trust the ratios, which come from requests in turn, before the milliseconds.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.queries.cases import CASES, ROOT, Case, plain_data
from benchmarks.queries.compare import Asker, Request, Timing, wait_for
from benchmarks.queries.servers import FLOOR, OURS, PEERS, requests, serve_all, subjects
from benchmarks.queries.store import store
from graphdb.connect import connect
from graphdb.driver import open_driver
from graphdb.settings import GraphSettings

RESULTS = ROOT / "benchmarks" / "results"


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
        ports, _ = serve_all(stack, endpoint)
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

"""How fast, and in how much memory, an empty store is filled with works in the form of OpenAlex.

    make bench-bulk WORKS=3000000
    python -m benchmarks.bulk 300000 --folder /where/there/is/space
    python -m benchmarks.bulk 300000 --stores .bzpeer-bench

Makes the works, imports them in bulk, and prints where the time and the memory went; the figures go to a JSON file as
well. What it made is removed at the end, but for a store in `--stores`, which `make bench` then asks.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.memory import Memory, watched
from benchmarks.openalex_works import write_works
from benchmarks.queries.store import mark_complete, place
from graphdb.connect import connect
from graphdb.settings import GraphSettings
from graphdb.status import read_status
from importers.bulk.run import run_bulk
from importers.pipeline import Summary

RESULTS = Path("benchmarks/results")
LOADING = "loading"
DERIVED = ("AFFILIATED_WITH", "Migration")
"""What is not loaded but made afterwards."""


class Steps:
    """How long each step of an import takes and what memory; the import tells."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.memory = Memory()
        self._began = self._step_began = time.monotonic()

    def advance(self, _summary: Summary, _position: int, _size: int) -> None:
        """Files are being read."""
        self._at("reading and mapping")

    def step(self, name: str, _done: int, _total: int | None) -> None:
        """A step goes on."""
        self._at(name)

    def derive(self, name: str, _done: int) -> None:
        """A pass over the loaded graph has done a batch: the first one counts with the step before."""
        self._at(f"deriving: {name}")

    def note(self, message: str) -> None:
        """Say what the user should know."""
        sys.stderr.write(f"{message}\n")

    def end(self) -> None:
        """Close the last step."""
        self._at("end")
        self.rows.pop()

    def _at(self, name: str) -> None:
        if self.rows and self.rows[-1]["step"] == name:
            return
        now = time.monotonic()
        if self.rows:
            self.rows[-1] |= {"seconds": round(now - self._step_began, 1), **megabytes(self.memory)}
            sys.stderr.write(f"{json.dumps(self.rows[-1])}\n")
            self._step_began = now
        self.memory.importer = self.memory.java = self.memory.together = 0
        self.rows.append({"step": name})


def megabytes(memory: Memory) -> dict[str, int]:
    """The figures of `memory`, as they are printed."""
    figures = {"importerMB": memory.importer, "javaMB": memory.java, "togetherMB": memory.together}
    return {name: round(size / 1e6) for name, size in figures.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("works", type=int)
    parser.add_argument("--folder", type=Path, help="where the works and the store are made")
    parser.add_argument("--stores", type=Path, help="keep the store in this folder of stores")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder, prefix="bench-bulk-") as name:
        kept = arguments.stores and place(arguments.stores, arguments.works)
        _measure(arguments.works, Path(name) / "works", kept or Path(name) / "data")
        if kept:
            mark_complete(kept)


def _measure(works: int, made: Path, data_dir: Path) -> None:
    write_works(made, works)
    settings = GraphSettings(data_dir=data_dir)
    steps = Steps()
    with watched(os.getpid(), steps.memory) as peak:
        summary = run_bulk(settings, "openalex", [str(made)], steps)
        steps.end()
    with connect(settings, steps.note) as endpoint:
        status = read_status(settings, endpoint)
    loaded = {**status.nodes, **status.edges}
    entities = sum(count for name, count in loaded.items() if name not in DERIVED)
    loading = sum(row["seconds"] for row in steps.rows if row["step"] == LOADING)
    rate = round(entities / loading)
    print("| step | seconds | importer's MB | Java's MB | both at once |\n|---|---|---|---|---|")
    for row in (*steps.rows, {"step": "all", "seconds": summary.seconds, **megabytes(peak)}):
        print(f"| {row['step']} | {row['seconds']} | {row['importerMB']} | {row['javaMB']} | {row['togetherMB']} |")
    print(f"\n{summary.read:,} records, {summary.written:,} written, {summary.quarantined} quarantined.")
    print(f"{entities:,} nodes and edges, {rate:,} a second in the load step.")
    print(f"{platform.machine()}, {os.cpu_count()} cores.")
    RESULTS.mkdir(exist_ok=True)
    figures = {"works": works, "steps": steps.rows, "seconds": summary.seconds, "entities": entities, "rate": rate}
    (RESULTS / f"bulk-{works}.json").write_text(json.dumps(figures | megabytes(peak), indent=2) + "\n")


if __name__ == "__main__":
    main()

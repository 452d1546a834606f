"""How fast the ACL Anthology with its citation pairs is imported, everything derived included.

Starts an embedded Neo4j on a folder of its own, imports the Anthology's XML and the pairs of the ACL Anthology Network,
then both once more (which must change nothing), and prints a Markdown table; the figures go to a JSON file as well.

    BZPEER_REAL_DATA=path/to/data make bench
"""

import json
import os
import platform
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from graphdb.check import check, digest
from graphdb.connect import connect
from graphdb.migrate import migrate
from graphdb.settings import GraphSettings
from importers.pipeline import Summary, run_import

RESULTS = Path("benchmarks/results/import_acl.json")


class Phases:
    """Notes when each phase of an import began."""

    def __init__(self) -> None:
        self.began: dict[str, float] = {"write": time.monotonic()}

    def advance(self, _summary: Summary, _position: int, _size: int) -> None:
        """Nothing to note: writing is one phase."""

    def derive(self, name: str, _done: int) -> None:
        """Note the end of a batch of the pass `name`."""
        self.began.setdefault(name, time.monotonic())

    def note(self, message: str) -> None:
        """Pass on what the user should know."""
        sys.stderr.write(f"{message}\n")


def main() -> None:
    data = Path(os.environ.get("BZPEER_REAL_DATA", "")) / "acl"
    if not data.is_dir():
        sys.exit("Set BZPEER_REAL_DATA to a folder with acl/data/xml and acl/citations-aan.txt.")
    imports = (("acl", str(data / "data")), ("aan", str(data / "citations-aan.txt")))
    rows = []
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder:
        settings = GraphSettings(data_dir=Path(folder))
        with connect(settings, lambda message: print(message, file=sys.stderr)) as endpoint:
            migrate(endpoint)
            for again in ("", " again"):
                for format_name, path in imports:
                    summary = run_import(endpoint, format_name, [path], settings.data_dir, Phases())
                    rows.append(_row(format_name + again, summary))
                    seconds += 0.0 if again else summary.seconds
            problems = check(endpoint)
            graph = digest(endpoint)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("| import | records | seconds | records/s | written | unchanged | merged | quarantined |")
    print("|---|---|---|---|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(str(value) for value in row.values()) + " |")
    works = rows[0]["records"]
    rate = works / seconds
    print(f"\nAll of it the first time: {works} works in {seconds:,.1f} s, {rate:,.0f} a second.")
    print(f"Peak memory of the importer: {memory:,.0f} MB.")
    print(f"Check: {problems or 'in order'}; digest {graph}; {platform.machine()}, {os.cpu_count()} cores.")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"imports": rows, "peakMemoryMB": round(memory), "digest": graph}, indent=2) + "\n")


def _row(name: str, summary: Summary) -> dict[str, Any]:
    return {
        "import": name,
        "records": summary.read,
        "seconds": summary.seconds,
        "rate": round(summary.read / summary.seconds),
        "written": summary.written,
        "unchanged": summary.unchanged,
        "merged": summary.merged,
        "quarantined": summary.quarantined,
    }


if __name__ == "__main__":
    main()

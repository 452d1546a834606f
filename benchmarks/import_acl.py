"""How fast the ACL Anthology with its citation pairs is imported, everything derived included.

Runs `bzpeer import` as a user does, the Anthology's XML and the pairs of the ACL Anthology Network in one go: into a
new data folder, once more into the same (which must change nothing), and through the server into another folder
(`--no-bulk`, which must give the same graph). Prints a Markdown table; the figures go to a JSON file as well.

    BZPEER_REAL_DATA=path/to/data make bench-import
"""

import json
import os
import platform
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.memory import watched
from graphdb.check import check, digest
from graphdb.connect import connect
from graphdb.settings import GraphSettings
from graphdb.status import read_status

BZPEER = Path(sysconfig.get_path("scripts")) / "bzpeer"
RESULTS = Path("benchmarks/results/import_acl.json")


def main() -> None:
    data = Path(os.environ.get("BZPEER_REAL_DATA", "")) / "acl"
    if not data.is_dir():
        sys.exit("Set BZPEER_REAL_DATA to a folder with acl/data/xml and acl/citations-aan.txt.")
    paths = [str(data / "data"), str(data / "citations-aan.txt")]
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        rows = [
            _import("first", Path(one), paths),
            _import("again", Path(one), paths),
            _import("first, --no-bulk", Path(other), [*paths, "--no-bulk"]),
        ]
        works, problems, graph = _look(Path(one))
        _, more_problems, same_graph = _look(Path(other))
    print("| import | records | seconds | works/s | written | unchanged | merged | quarantined | importer's peak MB |")
    print("|---|---|---|---|---|---|---|---|---|")
    for row in rows:
        row["rate"] = round(works / row["seconds"])
        columns = ("import", "read", "seconds", "rate", "written", "unchanged", "merged", "quarantined", "peakMemoryMB")
        print("| " + " | ".join(str(row[column]) for column in columns) + " |")
    print(f"\n{works} works; {platform.machine()}, {os.cpu_count()} cores.")
    print(f"Check: {problems + more_problems or 'in order'}.")
    print(f"Both ways give {'one graph' if graph == same_graph else 'DIFFERENT graphs'}; digest {graph}.")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"imports": rows, "works": works, "digest": graph}, indent=2) + "\n")


def _import(name: str, folder: Path, arguments: list[str]) -> dict[str, Any]:
    sys.stderr.write(f"{name}\n")
    process = subprocess.Popen(
        [BZPEER, "import", "auto", *arguments, "--json"],
        env={**os.environ, "BZPEER_DATA_DIR": str(folder)},
        stdout=subprocess.PIPE,
    )
    with watched(process.pid) as peak:
        stdout, _ = process.communicate()
    if process.returncode != 0:
        sys.exit(f"The import failed with exit status {process.returncode}.")
    return {"import": name, **json.loads(stdout), "peakMemoryMB": round(peak.importer / 1e6)}


def _look(folder: Path) -> tuple[int, list[Any], str]:
    """Return how many works a store holds, what is wrong with it, and its digest."""
    settings = GraphSettings(data_dir=folder)
    with connect(settings, lambda message: print(message, file=sys.stderr)) as endpoint:
        return read_status(settings, endpoint).nodes["Work"], check(endpoint), digest(endpoint)


if __name__ == "__main__":
    main()

"""Stores of realistic works to be asked, each made once, by our own bulk importer."""

import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

BZPEER = Path(sysconfig.get_path("scripts")) / "bzpeer"
STORES = Path(os.environ.get("BZPEER_BENCH_STORES", ".bzpeer-bench"))


def store(works: int) -> Path:
    """Return the data folder of a store with so many works; to make it takes some minutes per million."""
    folder = STORES / f"{works}"
    complete = folder / "complete"
    if complete.exists():
        return folder
    with tempfile.TemporaryDirectory() as records:
        subprocess.run([sys.executable, "-m", "benchmarks.openalex_works", str(works), records], check=True)
        subprocess.run(
            [BZPEER, "import", "openalex", records, "--bulk"],
            env={**os.environ, "BZPEER_DATA_DIR": str(folder)},
            check=True,
        )
    complete.touch()
    return folder

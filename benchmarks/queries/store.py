"""Stores of realistic works to be asked, each made once, by our own bulk importer."""

import os
import subprocess
import sysconfig
import tempfile
from pathlib import Path

from benchmarks.openalex_works import write_works

BZPEER = Path(sysconfig.get_path("scripts")) / "bzpeer"


def store(stores: Path, works: int) -> Path:
    """Return the data folder, in `stores`, of a store with so many works; to make it takes some minutes per million."""
    folder = stores / f"{works}"
    complete = folder / "complete"
    if complete.exists():
        return folder
    with tempfile.TemporaryDirectory() as records:
        write_works(Path(records), works)
        subprocess.run(
            [BZPEER, "import", "openalex", records, "--bulk"],
            env={**os.environ, "BZPEER_DATA_DIR": str(folder)},
            check=True,
        )
    complete.touch()
    return folder

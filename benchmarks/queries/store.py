"""Stores of realistic works to be asked, each made once, by our own bulk importer."""

import os
import subprocess
import sysconfig
import tempfile
from pathlib import Path

from benchmarks.openalex_works import write_works

BZPEER = Path(sysconfig.get_path("scripts")) / "bzpeer"


def place(stores: Path, works: int) -> Path:
    """Return where, in `stores`, the data folder of a store with so many works belongs."""
    return stores / f"{works}"


def mark_complete(folder: Path) -> None:
    """Say that the store in `folder` is whole, and need not be made again."""
    (folder / "complete").touch()


def store(stores: Path, works: int) -> Path:
    """Return the data folder, in `stores`, of a store with so many works; to make it takes some minutes per million."""
    folder = place(stores, works)
    if (folder / "complete").exists():
        return folder
    with tempfile.TemporaryDirectory() as records:
        write_works(Path(records), works)
        subprocess.run(
            [BZPEER, "import", "openalex", records, "--bulk"],
            env={**os.environ, "BZPEER_DATA_DIR": str(folder)},
            check=True,
        )
    mark_complete(folder)
    return folder

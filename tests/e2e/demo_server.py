"""Our server over the demo, for what looks at the pages in a browser."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def demo_server(address: str | None = None) -> Iterator[str]:
    """Give the address of a server: the one that is given, else of one that runs while the block does."""
    if address is not None:
        yield address.rstrip("/")
        return
    with tempfile.TemporaryDirectory(prefix="bzpeer-demo-") as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
        with subprocess.Popen(
            [sys.executable, "-c", "from server.cli import main; main()", "serve", "--port", "0"],
            cwd=ROOT,
            env={**environment, "BZPEER_DATA_DIR": folder, "BZPEER_REQUEST_TIMEOUT": "60"},
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            if not line.startswith("ready "):
                raise RuntimeError(f"The server did not start: {line}")
            try:
                yield line.removeprefix("ready ").strip()
            finally:
                process.terminate()
                process.wait(60)

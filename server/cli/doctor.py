"""`bzpeer doctor`: what is wrong with this installation, and what to do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import psutil
import typer
from pydantic import ValidationError

from graphdb.connect import connect
from graphdb.embedded.configuration import is_free
from graphdb.embedded.health import Finding, examine
from graphdb.embedded.server import data_folder
from graphdb.errors import GraphError
from graphdb.status import read_status
from server.cli.output import print_json, say
from server.settings import ServerSettings

_OLDEST_NODE = 20


def doctor(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port that `bzpeer serve` is to listen on.")] = 8000,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
) -> None:
    """Look at Java, Node, ports, disk, store and settings; exit code 1 where something is wrong."""
    findings = [_python(), *_settings_and_store(), _node(), _http_port(port)]
    if json:
        print_json([{"subject": f.subject, "ok": f.ok, "detail": f.detail, "hint": f.hint or None} for f in findings])
    else:
        for finding in findings:
            print(f"{'ok' if finding.ok else 'problem':<8}{finding.subject:<16}{finding.detail}")
            if finding.hint:
                print(f"{'':<24}→ {finding.hint}")
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Finding("Python", sys.version_info >= (3, 11), version, "" if sys.version_info >= (3, 11) else "Use 3.11.")


def _settings_and_store() -> list[Finding]:
    try:
        settings = ServerSettings()
    except ValidationError as error:
        return [
            Finding(
                "settings",
                False,
                f"BZPEER_{'_'.join(str(part) for part in problem['loc']).upper()}: {problem['msg']}",
                "docs/settings.md describes every setting.",
            )
            for problem in error.errors()
        ]
    known = {f"BZPEER_{name.upper()}" for name in ServerSettings.model_fields}
    findings = [_settings(known)]
    if settings.neo4j_uri is None:
        return [*findings, *examine(data_folder(settings))]
    try:
        with connect(settings, say) as endpoint:
            version = read_status(settings, endpoint).version
    except GraphError as error:
        return [*findings, Finding("Neo4j server", False, " ".join(error.message.split()), error.hint)]
    return [*findings, Finding("Neo4j server", True, f"{version} at {settings.neo4j_uri}")]


def _settings(known: set[str]) -> Finding:
    given = sorted(name for name in os.environ if name.startswith("BZPEER_"))
    unknown = [name for name in given if name not in known | {"BZPEER_REAL_DATA"}]
    if unknown:
        return Finding(
            "settings", False, f"unknown: {', '.join(unknown)}", "Correct the name; docs/settings.md lists them all."
        )
    return Finding("settings", True, ", ".join(given) or "all default")


def _node() -> Finding:
    # make puts a Node of its own beside this Python where the machine has none.
    beside = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    node = shutil.which("node", path=beside)
    hint = "Only building the pages needs it: `make setup` installs one into .venv."
    if node is None:
        return Finding("Node", False, "not found", hint)
    try:
        said = subprocess.run(
            [node, "--version"], capture_output=True, text=True, check=True, timeout=30
        ).stdout.strip()
        recent = int(said.lstrip("v").split(".")[0]) >= _OLDEST_NODE
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return Finding("Node", False, f"{node} does not run: {error}", hint)
    return Finding("Node", recent, said.strip(), "" if recent else hint)


def _http_port(port: int) -> Finding:
    if is_free(port):
        return Finding("port", True, f"{port} is free for `bzpeer serve`")
    owner = _listener(port)
    if owner is not None and any(Path(part).name == "bzpeer" for part in owner.cmdline()):
        return Finding("port", True, f"{port} is held by `bzpeer serve` (process {owner.pid})")
    by = f"{owner.name()} (process {owner.pid})" if owner is not None else "another program"
    return Finding("port", False, f"{port} is taken by {by}", "Serve on another one: `bzpeer serve --port 8001`.")


def _listener(port: int) -> psutil.Process | None:
    try:
        for connection in psutil.net_connections("tcp"):
            if connection.status == psutil.CONN_LISTEN and connection.laddr[1:] == (port,) and connection.pid:
                return psutil.Process(connection.pid)
    except psutil.Error:
        # Only root sees other users' processes on some systems.
        return None
    return None

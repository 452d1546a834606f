"""`bzpeer serve` as a process: one line when it answers, a graceful end, a clear refusal."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

ROOT = Path(__file__).parents[3]


@contextmanager
def serving(data_dir: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and its address, once it is ready."""
    process = start(data_dir, *options)
    with process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            assert line.startswith("ready http://127.0.0.1:"), process.communicate(timeout=30)
            yield process, line.removeprefix("ready ").strip()
        finally:
            process.terminate()
            process.communicate(timeout=30)


def start(data_dir: Path, *options: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    return subprocess.Popen(
        [sys.executable, "-c", "from server.cli import main; main()", "serve", *options],
        cwd=ROOT,
        env={**environment, "BZPEER_DATA_DIR": str(data_dir)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("order", [signal.SIGTERM, signal.SIGINT])
def test_serve_prints_one_line_and_ends_gracefully(endpoint: Endpoint, data_dir: Path, order: signal.Signals) -> None:
    with serving(data_dir, "--port", "0") as (process, url):
        assert httpx.get(f"{url}/readyz").json() == {"status": "ready"}
        process.send_signal(order)
        rest, _ = process.communicate(timeout=30)
        assert process.returncode == 0
        assert rest == ""


SUBSCRIPTION = 'subscription { importProgress(run: "run-watched") { state } }'
WATCHED = "MERGE (n:ImportRun {id: 'run-watched'}) SET n += $run"


@pytest.fixture
def watched_run(endpoint: Endpoint) -> Iterator[None]:
    """An import that does not end."""
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    run = {"format": "acl", "state": "RUNNING", "startedAt": now, "savedAt": now}
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        session.run(WATCHED, run=run).consume()
        yield
        session.run("MATCH (n:ImportRun {id: 'run-watched'}) DETACH DELETE n").consume()


def test_who_listens_does_not_hold_up_the_end(endpoint: Endpoint, data_dir: Path, watched_run: None) -> None:
    accept = {"accept": "text/event-stream"}
    with (
        serving(data_dir, "--port", "0") as (process, url),
        httpx.stream("POST", f"{url}/graphql", json={"query": SUBSCRIPTION}, headers=accept) as response,
    ):
        lines = response.iter_lines()
        assert next(lines) == "event: next"
        told = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert "event: complete" not in list(lines)
        _, log = process.communicate(timeout=30)
        assert time.monotonic() - told < 8
        assert process.returncode == 0
        assert "Traceback" not in log


def test_a_port_that_is_taken_is_one_clear_line_and_exit_1(endpoint: Endpoint, data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = start(data_dir, "--port", str(port))
        output, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert output == ""
    assert errors == (
        f"bzpeer: cannot listen on 127.0.0.1 port {port}: Address already in use. "
        "Choose another with --port or --host.\n"
    )


def test_several_workers_share_one_port_one_neo4j_and_their_figures(endpoint: Endpoint, data_dir: Path) -> None:
    with serving(data_dir, "--port", "0", "--workers", "2") as (process, url):
        for _ in range(20):
            assert httpx.post(f"{url}/graphql", json={"query": "{ __typename }"}).status_code == 200
        figures = httpx.get(f"{url}/metrics").text
        assert 'bzpeer_http_requests_total{method="POST",path="/graphql",status="200"} 20.0' in figures
        workers = [child for child in psutil.Process(process.pid).children() if child.cmdline()]
        assert len([worker for worker in workers if "spawn_main" in " ".join(worker.cmdline())]) == 2
        process.terminate()
        rest, _ = process.communicate(timeout=30)
        assert process.returncode == 0
        assert rest == ""


def test_workers_whose_parent_is_killed_end_too(endpoint: Endpoint, data_dir: Path) -> None:
    with serving(data_dir, "--port", "0", "--workers", "2") as (process, _url):
        family = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        _, alive = psutil.wait_procs(family, timeout=20)
        assert alive == []


def test_the_neo4j_that_serve_started_ends_after_it_and_its_last_request_is_answered() -> None:
    with (
        tempfile.TemporaryDirectory(prefix="bzpeer-serve-") as folder,
        serving(Path(folder), "--port", "0") as (process, url),
    ):
        [neo4j] = [
            child
            for child in psutil.Process(process.pid).children()
            if "graphdb.embedded.child" in " ".join(child.cmdline())
        ]
        assert httpx.get(f"{url}/readyz", timeout=10).json() == {"status": "ready"}
        process.terminate()
        process.communicate(timeout=60)
        assert process.returncode == 0
        assert not neo4j.is_running()


def test_a_neo4j_that_cannot_be_reached_is_a_clear_refusal(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    begun = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-c", "from server.cli import main; main()", "serve", "--port", "0"],
        check=False,
        cwd=ROOT,
        env={**environment, "BZPEER_DATA_DIR": str(tmp_path), "BZPEER_NEO4J_URI": f"bolt://127.0.0.1:{port}"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 1
    assert run.stdout == ""
    assert "Traceback" not in run.stderr
    assert str(port) in run.stderr
    assert time.monotonic() - begun < 60

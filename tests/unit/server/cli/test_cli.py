import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[4]


def bzpeer(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    return subprocess.run(
        [sys.executable, "-c", "from server.cli import main; main()", *arguments],
        cwd=ROOT,
        env={**environment, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_an_unknown_command_is_a_usage_error() -> None:
    assert bzpeer("db", "explode").returncode == 2


def test_a_wrong_setting_is_named_in_one_line(tmp_path: Path) -> None:
    ended = bzpeer("db", "status", BZPEER_NEO4J_HEAP="lots", BZPEER_DATA_DIR=str(tmp_path))
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("bzpeer: the setting BZPEER_NEO4J_HEAP is wrong")
    assert ended.stderr.count("\n") == 1


def test_a_server_that_does_not_answer_is_one_line_without_a_stack_trace() -> None:
    ended = bzpeer("db", "migrate", BZPEER_NEO4J_URI="bolt://127.0.0.1:9")
    assert ended.returncode == 1
    assert ended.stderr.startswith("bzpeer: Neo4j at bolt://127.0.0.1:9 does not answer")
    assert ended.stderr.count("\n") == 1


def test_an_address_that_is_none_is_one_line_too() -> None:
    ended = bzpeer("db", "status", BZPEER_NEO4J_URI="localhost")
    assert ended.returncode == 1
    assert ended.stderr.startswith("bzpeer: Neo4j at localhost")
    assert ended.stderr.count("\n") == 1


def test_commands_of_the_embedded_server_refuse_an_external_one() -> None:
    for command in (("start",), ("stop",), ("dump", "x"), ("load", "x")):
        ended = bzpeer("db", *command, BZPEER_NEO4J_URI="bolt://127.0.0.1:9")
        assert ended.returncode == 1
        assert "BZPEER_NEO4J_URI is set" in ended.stderr


def test_dump_without_a_store_and_load_without_a_file_say_so(tmp_path: Path) -> None:
    dumped = bzpeer("db", "dump", str(tmp_path / "x"), BZPEER_DATA_DIR=str(tmp_path / "data"))
    assert dumped.returncode == 1
    assert "no store" in dumped.stderr
    loaded = bzpeer("db", "load", str(tmp_path / "x"), BZPEER_DATA_DIR=str(tmp_path / "data"))
    assert loaded.returncode == 1
    assert "no file" in loaded.stderr


def test_the_doctor_names_every_subject_and_finds_a_misspelt_setting(tmp_path: Path) -> None:
    ended = bzpeer("doctor", "--json", BZPEER_DATA_DIR=str(tmp_path), BZPEER_NEO4J_HAEP="1g")
    findings = {finding["subject"]: finding for finding in json.loads(ended.stdout)}
    expected = {"settings", "Java", "Neo4j", "data folder", "disk", "store version", "Neo4j server", "Node", "port"}
    assert expected <= findings.keys()
    assert ended.returncode == 1
    assert "BZPEER_NEO4J_HAEP" in findings["settings"]["detail"]
    assert findings["settings"]["ok"] is False
    assert findings["Java"]["ok"] is True


def test_the_doctor_finds_a_store_of_another_version(tmp_path: Path) -> None:
    (tmp_path / "neo4j.version").write_text("2030.01.0\n")
    ended = bzpeer("doctor", BZPEER_DATA_DIR=str(tmp_path))
    assert ended.returncode == 1
    assert any(line.startswith("problem store version") for line in ended.stdout.splitlines())


# Whoever runs the tests in the background of a shell has them ignore SIGINT, and what they start as well.
INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from server.cli import main
main()
"""


def test_an_interrupted_command_says_so_in_one_line() -> None:
    # An address that takes connections and never answers keeps the command waiting.
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        command = subprocess.Popen(
            [sys.executable, "-c", INTERRUPTIBLE, "db", "migrate"],
            cwd=ROOT,
            env={**os.environ, "BZPEER_NEO4J_URI": f"bolt://127.0.0.1:{silent.getsockname()[1]}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with command, closing(silent.accept()[0]):
            command.send_signal(signal.SIGINT)
            stdout, stderr = command.communicate(timeout=60)
    assert (command.returncode, stdout, stderr) == (1, "", "bzpeer: interrupted.\n")

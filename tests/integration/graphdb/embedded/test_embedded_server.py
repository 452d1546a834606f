"""The life of an embedded server, on a folder of its own: three starts, shared by the tests of this module."""

import gc
import json
import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from neo4j.exceptions import AuthError

from graphdb.bulk import BulkRefusedError, hold_empty_store
from graphdb.connect import connect
from graphdb.driver import open_driver
from graphdb.embedded import admin, server
from graphdb.embedded.guests import living_guests
from graphdb.embedded.holder import StoreInUseError, last_holder, living_holder
from graphdb.embedded.store import DataFolder, StoreVersionError
from graphdb.endpoint import Endpoint
from graphdb.migrate import ChangedMigrationError, UnknownMigrationError, migrate
from graphdb.settings import GraphSettings
from graphdb.status import read_status

ROOT = Path(__file__).parents[4]
OWNER = """
import sys
from pathlib import Path
from graphdb.connect import connect
from graphdb.settings import GraphSettings
said = lambda message: print(message, file=sys.stderr)
with connect(GraphSettings(data_dir=Path(sys.argv[1]), neo4j_uri=None), said) as endpoint:
    print(endpoint.uri, flush=True)
    sys.stdin.read()
"""
GUEST = """
import sys
from pathlib import Path
from graphdb.embedded.guests import as_guest
from graphdb.embedded.store import DataFolder
with as_guest(DataFolder(Path(sys.argv[1]))):
    print("here", flush=True)
    sys.stdin.read()
"""


def ignore(_message: str) -> None:
    pass


def bzpeer(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    return subprocess.run(
        [sys.executable, "-c", "from server.cli import main; main()", *arguments],
        cwd=ROOT,
        env={**environment, "BZPEER_DATA_DIR": str(data_dir)},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def settings_of(data_dir: Path) -> GraphSettings:
    return GraphSettings(data_dir=data_dir, neo4j_uri=None)


@contextmanager
def owner_of(folder: DataFolder) -> Iterator["subprocess.Popen[str]"]:
    """A process that has started the server of a folder, and leaves when its input ends."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", OWNER, str(folder.root)]
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline().startswith("bolt://127.0.0.1:")
        yield owner


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return DataFolder(tmp_path_factory.mktemp("embedded"))


@pytest.fixture(scope="module")
def orphan(folder: DataFolder) -> Iterator[psutil.Process]:
    """The process of a server whose owner was killed with -9."""
    with owner_of(folder) as owner:
        holder = living_holder(folder)
        assert holder is not None
        process = psutil.Process(holder.pid)
        owner.kill()
    yield process
    with suppress(psutil.NoSuchProcess):
        process.kill()


@pytest.fixture(scope="module")
def running(folder: DataFolder, orphan: psutil.Process) -> Iterator[Endpoint]:
    """A server that `bzpeer db start` left running on the folder of the killed one."""
    psutil.wait_procs([orphan], timeout=60)
    started = bzpeer(folder.root, "db", "start")
    assert started.returncode == 0, started.stderr
    holder = living_holder(folder)
    assert holder is not None
    endpoint = server.endpoint_of(folder, holder)
    assert started.stdout.strip() == endpoint.uri
    yield endpoint
    server.stop(folder)


@pytest.fixture(scope="module")
def stopped(folder: DataFolder, running: Endpoint) -> subprocess.CompletedProcess[str]:
    """What `bzpeer db stop` said, after a node was written that must be in every copy."""
    with open_driver(running) as driver:
        driver.execute_query("CREATE (:Kept {word: 'Ångström'})-[:NEXT]->(:Kept {word: '二'})")
    return bzpeer(folder.root, "db", "stop")


@pytest.fixture(scope="module")
def dump_file(
    folder: DataFolder, stopped: subprocess.CompletedProcess[str], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    assert stopped.returncode == 0
    file = tmp_path_factory.mktemp("dumps") / "graph.dump"
    admin.dump(settings_of(folder.root), file, ignore)
    return file


def test_a_server_closes_its_store_and_ends_when_its_owner_is_killed(
    folder: DataFolder, orphan: psutil.Process
) -> None:
    gone, alive = psutil.wait_procs([orphan], timeout=60)
    assert [process.pid for process in gone] == [orphan.pid]
    assert not alive
    # A server that ends by itself lets go of the folder; one that is killed leaves its number there.
    holder = last_holder(folder)
    assert holder is not None
    assert holder.pid == 0


def test_a_second_start_uses_the_port_of_the_first(
    running: Endpoint, orphan: psutil.Process, folder: DataFolder
) -> None:
    holder = living_holder(folder)
    assert holder is not None
    assert holder.pid != orphan.pid
    assert running.uri == f"bolt://127.0.0.1:{holder.port}"


def test_a_server_listens_on_the_loopback_address_alone(running: Endpoint, folder: DataFolder) -> None:
    holder = living_holder(folder)
    assert holder is not None
    listening = [
        tuple(connection.laddr)
        for connection in psutil.Process(holder.pid).net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert [port for _, port in listening] == [holder.port]
    assert listening[0][0] in {"127.0.0.1", "::ffff:127.0.0.1"}


def test_the_password_is_generated_private_and_asked_for(running: Endpoint, folder: DataFolder) -> None:
    assert stat.S_IMODE(folder.password_file.stat().st_mode) == 0o600
    assert running.password is not None
    assert len(running.password) >= 24
    assert running.password not in repr(running)
    with open_driver(replace(running, password="neo4j")) as driver, pytest.raises(AuthError):
        driver.verify_connectivity()


def test_connecting_attaches_to_the_running_server_and_leaves_it_running(running: Endpoint, folder: DataFolder) -> None:
    before = living_holder(folder)
    with connect(settings_of(folder.root), ignore) as endpoint:
        assert endpoint == running
    assert living_holder(folder) == before


def test_starting_again_names_the_process_that_runs(running: Endpoint, folder: DataFolder) -> None:
    holder = living_holder(folder)
    assert holder is not None
    with pytest.raises(StoreInUseError, match=f"process {holder.pid}, port {holder.port}"):
        server.start(settings_of(folder.root), ignore)
    again = bzpeer(folder.root, "db", "start")
    assert again.returncode == 0
    assert again.stdout.strip() == running.uri
    assert f"process {holder.pid}" in again.stderr


def test_dump_load_and_bulk_import_refuse_while_the_server_runs(
    running: Endpoint, folder: DataFolder, tmp_path: Path
) -> None:
    file = tmp_path / "graph.dump"
    with pytest.raises(StoreInUseError, match="already running"):
        admin.dump(settings_of(folder.root), file, ignore)
    assert not file.exists()
    file.write_bytes(b"x")
    with pytest.raises(StoreInUseError, match="already running"):
        admin.load(settings_of(folder.root), file, ignore, overwrite=True)
    with pytest.raises(BulkRefusedError, match="already running"), hold_empty_store(settings_of(folder.root), ignore):
        pass


def write_migration(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.cypher").write_text(text, encoding="utf-8")


def test_migrations_are_applied_once_and_guarded(running: Endpoint, tmp_path: Path) -> None:
    write_migration(
        tmp_path, "V001__keys", "// Keys.\nCREATE CONSTRAINT k IF NOT EXISTS FOR (n:K) REQUIRE n.id IS UNIQUE;\n"
    )
    write_migration(tmp_path, "V002__data", "CREATE (:K {id: 1});\nCREATE (:K {id: 2});\n")
    with ThreadPoolExecutor(2) as pool:
        names = sorted(pool.map(lambda _: tuple(migrate(running, tmp_path)), range(2)))
    assert names == [(), ("V001__keys", "V002__data")]
    with open_driver(running) as driver:
        states = driver.execute_query("SHOW INDEXES YIELD name, state WHERE name = 'k' RETURN state").records
        assert [record["state"] for record in states] == ["ONLINE"]
        assert driver.execute_query("MATCH (n:K) RETURN count(n) AS n").records[0]["n"] == 2

    write_migration(tmp_path, "V003__more", "CREATE (:K {id: 3});\n")
    assert migrate(running, tmp_path) == ["V003__more"]

    write_migration(tmp_path, "V002__data", "CREATE (:K {id: 4});\n")
    with pytest.raises(ChangedMigrationError, match="V002__data was changed"):
        migrate(running, tmp_path)

    write_migration(tmp_path, "V002__data", "CREATE (:K {id: 1});\nCREATE (:K {id: 2});\n")
    (tmp_path / "V003__more.cypher").unlink()
    write_migration(tmp_path, "V004__last", "CREATE (:K {id: 5});\n")
    with pytest.raises(UnknownMigrationError, match="V003__more"):
        migrate(running, tmp_path)
    with open_driver(running) as driver:
        assert driver.execute_query("MATCH (n:K) RETURN count(n) AS n").records[0]["n"] == 3


def test_status_says_how_to_connect_and_what_is_there(running: Endpoint, folder: DataFolder) -> None:
    with open_driver(running) as driver:
        driver.execute_query("CREATE (:Counted)-[:COUNTS]->(:Counted)")
    status = read_status(settings_of(folder.root), running)
    assert status.nodes["Counted"] == 2
    assert status.edges["COUNTS"] == 1
    said = json.loads(bzpeer(folder.root, "db", "status", "--json").stdout)
    assert said["uri"] == running.uri
    assert said["user"] == "neo4j"
    assert Path(said["passwordFile"]).read_text().strip() == running.password
    assert said["version"] == status.version == folder.written_version()
    assert said["running"] is True
    assert said["counts"]["nodes"]["Counted"] == 2


def test_stop_ends_the_server_and_stopping_again_is_no_error(
    stopped: subprocess.CompletedProcess[str], folder: DataFolder
) -> None:
    assert stopped.returncode == 0
    assert "Stopped Neo4j" in stopped.stderr
    assert living_holder(folder) is None
    again = bzpeer(folder.root, "db", "stop")
    assert again.returncode == 0
    assert "No Neo4j server runs" in again.stderr


def test_a_store_of_a_newer_neo4j_is_refused_with_what_to_do(
    stopped: subprocess.CompletedProcess[str], folder: DataFolder
) -> None:
    version = folder.version_file.read_text()
    folder.version_file.write_text("2027.01.0\n")
    try:
        with pytest.raises(StoreVersionError, match=r"newer Neo4j \(2027.01.0\).*db dump"):
            server.start(settings_of(folder.root), ignore)
    finally:
        folder.version_file.write_text(version)


def test_a_dump_does_not_replace_a_file_unasked(dump_file: Path, folder: DataFolder) -> None:
    refused = bzpeer(folder.root, "db", "dump", str(dump_file))
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "--overwrite" in refused.stderr


def test_a_dump_cut_short_is_refused_and_the_store_stays(dump_file: Path, folder: DataFolder, tmp_path: Path) -> None:
    cut = tmp_path / "cut.dump"
    cut.write_bytes(dump_file.read_bytes()[:3000])
    with pytest.raises(admin.AdminToolError, match="Nothing was changed"):
        admin.load(settings_of(folder.root), cut, ignore, overwrite=True)
    assert (folder.store / "databases" / "neo4j" / "neostore").exists()
    assert [path.name for path in folder.home.glob("loading-*")] == []


def test_a_dump_loads_into_another_folder_whose_port_was_taken(dump_file: Path, tmp_path: Path) -> None:
    copy = DataFolder(tmp_path / "copy")
    admin.load(settings_of(copy.root), dump_file, ignore)
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        copy.port_file.write_text(json.dumps({"pid": 0, "started": 0.0, "purpose": "server", "port": port}))
        with connect(settings_of(copy.root), ignore) as endpoint:
            assert endpoint.uri != f"bolt://127.0.0.1:{port}"
            with open_driver(endpoint) as driver:
                records = driver.execute_query("MATCH (n:Kept)-[:NEXT]->(m) RETURN n.word AS a, m.word AS b").records
            assert [record.data() for record in records] == [{"a": "Ångström", "b": "二"}]
    assert living_holder(copy) is None


def test_a_server_goes_on_for_those_who_use_it_and_ends_with_the_last(
    stopped: subprocess.CompletedProcess[str], folder: DataFolder
) -> None:
    with owner_of(folder) as owner:
        with connect(settings_of(folder.root), ignore) as endpoint, open_driver(endpoint) as driver:
            holder = living_holder(folder)
            assert holder is not None
            assert holder.pid != os.getpid()
            _, said = owner.communicate()
            assert said.splitlines()[-1] == f"Neo4j goes on for those who use it: process {os.getpid()}"
            assert owner.returncode == 0
            time.sleep(3)
            assert driver.execute_query("RETURN 1").records[0][0] == 1
            assert living_holder(folder) == holder
        _, alive = psutil.wait_procs([psutil.Process(holder.pid)], timeout=60)
    assert not alive
    assert living_holder(folder) is None
    assert list(folder.guests.iterdir()) == []


def test_guests_that_were_killed_are_forgotten(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    guest = subprocess.Popen(
        [sys.executable, "-c", GUEST, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with guest:
        assert guest.stdout is not None
        assert guest.stdout.readline() == "here\n"
        assert living_guests(folder) == [guest.pid]
        guest.kill()
    assert living_guests(folder) == []
    assert list(folder.guests.iterdir()) == []


def test_a_server_that_is_not_up_in_time_is_ended_and_leaves_nothing_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "START_TIMEOUT", 0.0)
    monkeypatch.setattr(server, "_START_GRACE", 0.0)
    with pytest.raises(server.ServerStartError, match="did not answer"):
        server.start(settings_of(tmp_path), ignore)
    # What was left open is told here, as an error.
    gc.collect()
    assert not [child for child in psutil.Process().children() if str(tmp_path) in child.cmdline()]

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from graphdb.embedded.holder import Holder, StoreInUseError, announce, hold, last_holder, living_holder
from graphdb.embedded.store import DataFolder

HOLD = """
import sys
from pathlib import Path
from graphdb.embedded.holder import hold
from graphdb.embedded.store import DataFolder
with hold(DataFolder(Path(sys.argv[1])), "dump"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_refused_and_told_who_holds_the_store(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreInUseError, match=f"process {other.pid} .bzpeer db dump"), hold(folder, "server"):
            pass
        other.kill()
    with hold(folder, "server") as holder:
        assert living_holder(folder) == holder
    assert living_holder(folder) is None


def test_the_port_stays_remembered_when_others_held_the_store(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with hold(folder, "server") as holder:
        announce(folder, replace(holder, port=17687, ready=True))
    with hold(folder, "load"):
        pass
    last = last_holder(folder)
    assert last is not None
    assert (last.port, last.ready) == (17687, False)


def test_another_process_with_the_same_number_is_not_taken_for_the_holder() -> None:
    me = psutil.Process()
    assert Holder(me.pid, me.create_time(), "server").is_alive
    assert not Holder(me.pid, me.create_time() - 3600, "server").is_alive


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pid": 1}', "\x00"])
def test_an_unreadable_port_file_counts_as_none(tmp_path: Path, text: str) -> None:
    folder = DataFolder(tmp_path)
    folder.port_file.write_text(text)
    assert last_holder(folder) is None

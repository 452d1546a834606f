import socket
from contextlib import closing
from pathlib import Path

from graphdb.embedded.configuration import choose_port, is_free, render
from graphdb.embedded.store import DataFolder


def test_the_server_is_local_asks_for_a_password_and_reports_nothing(tmp_path: Path) -> None:
    lines = render(DataFolder(tmp_path), 17687).splitlines()
    assert "server.bolt.listen_address=127.0.0.1:17687" in lines
    assert "dbms.security.auth_enabled=true" in lines
    assert "dbms.usage_report.enabled=false" in lines
    assert "server.http.enabled=false" in lines
    assert f"server.directories.logs={tmp_path}/logs" in lines


def test_a_remembered_port_is_used_while_it_is_free() -> None:
    port = choose_port(None)
    assert choose_port(port) == port


def test_a_taken_port_gives_way_to_a_free_one() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        assert not is_free(port)
        other = choose_port(port)
    assert other != port
    assert other > 0

from importlib.resources import files
from pathlib import Path

import pytest

from graphdb.embedded import jars


def test_the_locked_jars_are_those_of_the_version_in_use() -> None:
    locked = jars.parse_lock((files("graphdb.embedded") / "jars.lock").read_text())
    assert {(jar.group, jar.artifact) for jar in locked} >= {("org.neo4j", "neo4j"), ("org.neo4j", "neo4j-import-tool")}
    assert {jar.version for jar in locked if jar.artifact in {"neo4j", "neo4j-import-tool"}} == {jars.VERSION}
    assert all(len(jar.sha256) == 64 for jar in locked)
    names = [jar.file_name for jar in locked]
    assert len(set(names)) == len(names)


def test_a_jar_reads_as_it_was_written() -> None:
    jar = jars.Jar("io.netty", "netty-transport", "4.2.0", "linux-x86_64", "ab" * 32)
    assert jars.parse_lock(f"# Comment.\n\n{jar.line}\n") == [jar]
    assert jar.file_name == "io.netty.netty-transport-4.2.0-linux-x86_64.jar"


def test_without_a_network_the_first_start_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        # A port on which nothing listens stands for the missing network.
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    said: list[str] = []
    with pytest.raises(jars.JarsUnavailableError, match=r"could not be fetched from Maven.*needs the network"):
        jars.classpath(said.append)
    assert said
    assert said[0].startswith(f"Fetching Neo4j {jars.VERSION}")
    assert not jars.is_cached()

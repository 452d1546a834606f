"""The compose file cannot be run everywhere, so what it says is compared with the code."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphdb.embedded.jars import VERSION as NEO4J_VERSION
from server.settings import ServerSettings

ROOT = Path(__file__).resolve().parents[3]
SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def published(service: str) -> dict[int, int]:
    """The ports of a service: outside to inside."""
    ports = {}
    for port in SERVICES[service]["ports"]:
        address, outside, inside = port.rsplit(":", 2)
        assert address == "127.0.0.1", port
        ports[int(outside)] = int(inside)
    return ports


def test_neo4j_is_the_version_that_is_embedded() -> None:
    assert SERVICES["neo4j"]["image"] == f"neo4j:{NEO4J_VERSION}-community"


def test_every_image_is_pinned_to_a_version() -> None:
    images = [service["image"] for service in SERVICES.values() if "image" in service]
    images += re.findall(r"^FROM (\S+)", DOCKERFILE, flags=re.MULTILINE)
    for image in images:
        _, _, tag = image.partition(":")
        assert re.match(r"v?\d+", tag), image


def test_python_in_the_image_is_one_that_the_project_supports() -> None:
    minimum = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"].removeprefix(">=")
    for version in re.findall(r"^FROM python:([\d.]+)", DOCKERFILE, flags=re.MULTILINE):
        assert tuple(map(int, version.split("."))) >= tuple(map(int, minimum.split(".")))


@pytest.mark.parametrize("text", [(ROOT / "docker-compose.yml").read_text(), DOCKERFILE], ids=["compose", "Dockerfile"])
def test_every_variable_of_ours_is_a_setting(text: str) -> None:
    variables = set(re.findall(r"BZPEER_[A-Z0-9_]*[A-Z0-9]", text))
    assert variables
    assert variables <= {f"BZPEER_{name.upper()}" for name in ServerSettings.model_fields}


def test_the_application_is_given_settings_and_nothing_else() -> None:
    assert SERVICES["app"]["environment"].keys() <= {f"BZPEER_{name.upper()}" for name in ServerSettings.model_fields}


def test_the_values_that_the_application_is_given_are_valid_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SERVICES["app"]["environment"].items():
        default = re.fullmatch(r"\$\{\w+(?::-(.*)|:\?.*)?\}", value)
        monkeypatch.setenv(name, (default.group(1) or "chosen-by-the-user") if default else value)
    settings = ServerSettings()
    assert settings.neo4j_uri == "bolt://neo4j:7687"
    assert settings.neo4j_password is not None


def test_the_application_reaches_neo4j_as_the_user_that_its_container_makes() -> None:
    application, database = SERVICES["app"]["environment"], SERVICES["neo4j"]["environment"]
    user, _, password = database["NEO4J_AUTH"].partition("/")
    assert (application["BZPEER_NEO4J_USER"], application["BZPEER_NEO4J_PASSWORD"]) == (user, password)
    _, host, port = re.split(r":/*", application["BZPEER_NEO4J_URI"])
    assert host in SERVICES
    assert int(port) in published("neo4j").values()


def test_the_application_is_published_at_the_port_that_its_image_serves_and_checks() -> None:
    (served,) = re.findall(r'"--port", "(\d+)"', DOCKERFILE)
    assert re.findall(r"^EXPOSE (\d+)", DOCKERFILE, flags=re.MULTILINE) == [served]
    assert re.findall(r"http://127\.0\.0\.1:(\d+)/readyz", DOCKERFILE) == [served]
    assert int(served) in published("app").values()


def test_the_data_of_both_outlives_their_containers() -> None:
    (folder,) = re.findall(r"^VOLUME (\S+)", DOCKERFILE, flags=re.MULTILINE)
    assert SERVICES["app"]["volumes"] == [f"data:{folder}"]
    assert SERVICES["app"]["environment"]["BZPEER_DATA_DIR"] == folder
    assert SERVICES["neo4j"]["volumes"] == ["graph:/data"]


def test_the_image_gets_every_file_that_its_build_copies() -> None:
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    for arguments in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, flags=re.MULTILINE):
        for source in arguments.split()[:-1]:
            path = source.rstrip("/")
            assert (ROOT / path).exists(), path
            assert path in let_in or path.split("/")[0] in let_in, path

"""The exports that the documentation and the start page show answer on the demo."""

import re
import shlex
from pathlib import Path
from typing import Any

import httpx
import pytest

TEXT = (Path(__file__).parents[4] / "docs" / "exports.md").read_text()
SITE = "http://127.0.0.1:8000"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: shlex.split(command)[1:3])
def test_a_command_of_the_documentation_gives_a_file(server_url: str, command: str) -> None:
    words = shlex.split(command)
    assert words[0] == "curl"
    [address] = [word for word in words if word.startswith(SITE)]
    parameters = [words[i + 1].split("=", 1) for i, word in enumerate(words) if word in {"-d", "--data-urlencode"}]
    url = httpx.URL(address.replace(SITE, server_url))
    response = httpx.get(url.copy_merge_params([(name, value) for name, value in parameters]), timeout=60)
    assert response.status_code == 200
    assert len(response.content) > 100
    assert "x-missing-ids" not in response.headers
    extension = words[words.index("-o") + 1].partition(".")[2]
    assert response.headers["content-disposition"].endswith(f'.{extension}"')


def test_the_program_of_the_documentation_runs(server_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    [program] = blocks("python")
    names: dict[str, Any] = {}
    exec(compile(program.replace(SITE, server_url), "exports.md", "exec"), names)
    assert len(names["titles"]) == len(names["rows"]) > 10
    assert len(capsys.readouterr().out.splitlines()) == len(names["rows"]) + 5


def test_every_address_that_the_documentation_lists_exists(server_url: str) -> None:
    listed = re.findall(r"^\| `(/export/[^`]+)`", TEXT, flags=re.MULTILINE)
    assert len(listed) == 10
    for path in listed:
        assert httpx.head(f"{server_url}{path}", timeout=60).status_code == (200 if "works" in path else 400)

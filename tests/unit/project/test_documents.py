"""The documents agree with the code: settings, links, commands."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import typer.main
from pydantic import SecretStr
from pydantic_core import PydanticUndefined

from importers.formats import FORMATS
from importers.live.settings import FetchSettings
from server.cli import app
from server.settings import ServerSettings

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], key=lambda document: document.relative_to(ROOT).as_posix()
)
# Read by the tests, not by the application.
TEST_VARIABLES = {"BZPEER_REAL_DATA"}


def settings_rows() -> list[str]:
    rows = []
    for name, field in (ServerSettings.model_fields | FetchSettings.model_fields).items():
        if field.default is None or field.default is PydanticUndefined or isinstance(field.default, SecretStr):
            default = "unset"
        else:
            default = f"`{json.dumps(field.default) if isinstance(field.default, list) else field.default}`"
        rows.append(f"| `BZPEER_{name.upper()}` | {default} | {field.description} |")
    return rows


def test_every_setting_stands_in_the_documents_with_its_default_and_its_description() -> None:
    lines = (ROOT / "docs" / "settings.md").read_text().splitlines()
    assert [line for line in lines if line.startswith("| `BZPEER_")] == settings_rows()


@pytest.mark.parametrize("folder", ["schema", "resolvers", "graphdb", "importers", "server", "frontend/src", "docs"])
def test_every_variable_that_is_spoken_of_is_a_setting(folder: str) -> None:
    settings = {f"BZPEER_{name.upper()}" for name in ServerSettings.model_fields | FetchSettings.model_fields}
    for path in (ROOT / folder).rglob("*"):
        if path.suffix in {".py", ".ts", ".tsx", ".md", ".html"} and "pages" not in path.parts:
            spoken_of = set(re.findall(r"BZPEER_[A-Z0-9_]*[A-Z0-9]", path.read_text()))
            assert spoken_of - TEST_VARIABLES <= settings, path.relative_to(ROOT)


def headings(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    found = re.findall(r"^#+ +(.+)$", document.read_text(), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_to_a_file_and_every_anchor_to_a_heading(document: Path) -> None:
    prose = re.sub(r"```.*?```", "", document.read_text(), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        linked = (document.parent / path).resolve() if path else document
        assert linked.is_relative_to(ROOT), target
        assert linked.exists(), target
        if anchor:
            assert anchor in headings(linked), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_every_make_target_that_a_document_names_exists(document: Path) -> None:
    targets = {"make", *re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)}
    code = re.findall(r"`make ([^`]+)`|^make ([^#\n]+)", document.read_text(), flags=re.MULTILINE)
    for inline, block in code:
        for word in (inline or block).split():
            assert "=" in word or word in targets, f"make {word}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_every_file_that_a_document_names_exists(document: Path) -> None:
    layers = "server|schema|resolvers|graphdb|importers|frontend|tests|docs|benchmarks"
    for path in re.findall(rf"`((?:{layers})/[^`\s]*)`", document.read_text()):
        # `importers/<format>/` and the like stand for a name that the reader chooses.
        if "<" not in path:
            assert (ROOT / path).exists(), path


COMMANDS = typer.main.get_command(app)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_every_command_and_option_that_a_document_names_exists(document: Path) -> None:
    for line in re.findall(r"(?:^ *|[`/ ])bzpeer ((?:db|[a-z]+)\b[^`#\n]*)", document.read_text(), flags=re.MULTILINE):
        words = [word.strip("[](),.;:") for word in line.split()]
        command, path = COMMANDS, ["bzpeer"]
        while words and (choices := getattr(command, "commands", {})):
            path.append(words.pop(0))
            assert path[-1] in choices, " ".join(path)
            command = choices[path[-1]]
        options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        assert {word for word in words if word.startswith("--")} <= options, line


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_every_format_that_an_example_imports_exists(document: Path) -> None:
    named = re.findall(r"bzpeer import ([a-z][a-z0-9-]*)", document.read_text())
    assert set(named) <= {*FORMATS, "auto"}


def test_every_format_has_a_page_of_its_own() -> None:
    assert {path.stem for path in (ROOT / "docs" / "importers").glob("*.md")} >= FORMATS.keys()


def test_the_help_of_make_describes_every_target_that_is_meant_to_be_called() -> None:
    described = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    named = set(re.findall(r"^  make (\S+)", described, flags=re.MULTILINE))
    assert {"run", "setup", "test", "lint", "fmt", "bench", "docs", "clean", "help"} <= named

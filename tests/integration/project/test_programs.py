"""The programs of the documentation run as they stand, against the demo."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[3] / "docs"
ADDRESS = "http://127.0.0.1:8000"


def blocks(document: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", document.read_text(), flags=re.MULTILINE | re.DOTALL)


PROGRAMS = [document for document in sorted(DOCS.rglob("*.md")) if blocks(document, "python")]


@pytest.mark.parametrize("document", PROGRAMS, ids=lambda document: document.name)
def test_the_python_of_a_document_runs_from_its_top_to_its_end(server_url: str, document: Path) -> None:
    program = "\n".join(blocks(document, "python")).replace(ADDRESS, server_url)
    printed = run([sys.executable, "-W", "error", "-c", program])
    assert len(printed.splitlines()) >= program.count("print(")


def test_the_counts_that_the_programs_print_are_those_of_the_demo(server_url: str) -> None:
    program = "\n".join(blocks(DOCS / "analysts.md", "python")).replace(ADDRESS, server_url)
    printed = run([sys.executable, "-c", program])
    for line in ("308 works", "15 works of hers", "1 found, 1 missing", "871 people"):
        assert line in printed.splitlines()


def test_the_shell_reads_a_list_to_its_end(server_url: str) -> None:
    [script] = [block for block in blocks(DOCS / "analysts.md", "sh") if "jq" in block]
    # A machine that has them not is told by the other tests that the query and its paging are right.
    if shutil.which("curl") and shutil.which("jq") and shutil.which("bash"):
        printed = run(["bash", "-euo", "pipefail", "-c", script.replace(ADDRESS, server_url)])
        assert len(set(printed.splitlines())) == 33
    assert script.count("hasNextPage") == 2


def run(command: list[str]) -> str:
    finished = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert finished.returncode == 0, finished.stderr
    return finished.stdout

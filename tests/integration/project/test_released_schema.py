"""What breaks clients of the released schema is found, and may be listed."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CHECK = ROOT / "frontend" / "released-schema.mjs"
RELEASED = '"A greeting." type Query { hello(name: String): String! bye: String } enum Mood { GOOD BAD }'
REMOVED = "Field 'bye' was removed from object type 'Query'"

Check = Callable[[str, str], subprocess.CompletedProcess[str]]


@pytest.fixture
def check(node: str, tmp_path: Path) -> Check:
    """Compares the released schema with another under a list of known changes."""

    def run(current: str, listed: str) -> subprocess.CompletedProcess[str]:
        files = {"released.graphql": RELEASED, "current.graphql": current, "listed.txt": listed}
        for name, text in files.items():
            (tmp_path / name).write_text(text)
        paths = [tmp_path / name for name in files]
        return subprocess.run([node, CHECK, *paths], capture_output=True, text=True, check=False, timeout=60)

    return run


def test_a_field_that_was_removed_fails_until_it_is_listed(check: Check) -> None:
    without = RELEASED.replace("bye: String", "")
    failed = check(without, "# nothing\n")
    assert failed.returncode == 1
    assert failed.stderr.splitlines()[0].startswith(f"breaks clients: {REMOVED}")
    assert check(without, f"# nobody says it\n{REMOVED}\n").returncode == 0


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("hello(name: String)", "hello(name: String!)", "'name'"),
        ("hello(name: String)", "hello", "'name: String'"),
        ("String!", "String", "'Query.hello'"),
        ("GOOD BAD", "GOOD", "'BAD'"),
    ],
)
def test_other_changes_that_break_clients_fail(check: Check, old: str, new: str, message: str) -> None:
    failed = check(RELEASED.replace(old, new), "")
    assert failed.returncode == 1
    assert message in failed.stderr


def test_what_is_added_or_described_anew_breaks_nobody(check: Check) -> None:
    more = (
        RELEASED.replace("greeting", "welcome").replace("GOOD", "GOOD FAIR").replace("bye:", "more: Int bye(to: Int):")
    )
    passed = check(more, "")
    assert (passed.returncode, passed.stderr) == (0, "")


def test_a_listed_change_that_is_none_fails(check: Check) -> None:
    failed = check(RELEASED, f"{REMOVED}\n")
    assert failed.returncode == 1
    assert f"is listed, but is not so: {REMOVED}" in failed.stderr

"""The lock files pin every dependency by version and content, and say nothing of where it came from."""

import ast
import importlib.metadata
import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[3]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-node.lock")
PACKAGES = ("schema", "resolvers", "graphdb", "importers", "server")
JAVA_PACKAGES = ("java", "org")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def pins(lock: str) -> dict[str, list[Requirement]]:
    """Read the pinned requirements of a lock file by name; one name may have several, for different platforms."""
    logical_lines = (ROOT / lock).read_text().replace("\\\n", " ").splitlines()
    found: dict[str, list[Requirement]] = {}
    for line in logical_lines:
        requirement = Requirement(line.split(" --hash=")[0])
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def declared(group: str) -> list[Requirement]:
    found = []
    for entry in PROJECT["dependency-groups"][group]:
        if isinstance(entry, dict):
            found += declared(entry["include-group"])
        else:
            found.append(Requirement(entry))
    return found


RUN = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
TRACING = [Requirement(text) for text in PROJECT["project"]["optional-dependencies"]["tracing"]]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_file_is_an_exact_version_with_hashes(lock: str) -> None:
    for line in (ROOT / lock).read_text().replace("\\\n", " ").splitlines():
        assert re.fullmatch(r"[a-z0-9.-]+==\S+( ; [^\\]+?)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+", line), line


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", [*RUN, *declared("build")]),
        ("requirements-dev.lock", [*RUN, *TRACING, *declared("dev")]),
        ("requirements-node.lock", declared("node")),
    ],
)
def test_a_lock_file_satisfies_what_the_project_declares(lock: str, wanted: list[Requirement]) -> None:
    pinned = pins(lock)
    for requirement in wanted:
        for pin in pinned[canonicalize_name(requirement.name)]:
            (exact,) = pin.specifier
            assert requirement.specifier.contains(exact.version), f"{lock} has {pin}, wanted is {requirement}"


def test_development_runs_the_versions_that_the_application_runs() -> None:
    development = pins("requirements-dev.lock")
    for name, pinned in pins("requirements.lock").items():
        assert {str(pin.specifier) for pin in development[name]} == {str(pin.specifier) for pin in pinned}, name


def test_the_tests_run_with_the_versions_of_the_lock_file() -> None:
    for name, pinned in pins("requirements-dev.lock").items():
        wanted = {str(pin.specifier) for pin in pinned if pin.marker is None or pin.marker.evaluate()}
        if wanted:
            assert wanted == {f"=={importlib.metadata.version(name)}"}, name


def test_the_rust_extension_is_the_one_of_the_driver() -> None:
    pinned = pins("requirements.lock")
    (driver,), (extension,) = pinned["neo4j"][0].specifier, pinned["neo4j-rust-ext"][0].specifier
    assert extension.version.startswith(driver.version + ".")


@pytest.mark.parametrize("lock", ["frontend/package-lock.json", "tests/e2e/browser/package-lock.json"])
def test_the_lock_files_of_npm_name_no_host_and_check_every_package(lock: str) -> None:
    packages = json.loads((ROOT / lock).read_text())["packages"]
    for path, package in packages.items():
        if path and not package.get("inBundle"):
            assert package.get("integrity", "").startswith("sha512-"), path
        assert "resolved" not in package, path


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_that_the_code_imports_is_a_declared_dependency(package: str) -> None:
    names = {canonicalize_name(requirement.name) for requirement in [*RUN, *TRACING]}
    distributions = importlib.metadata.packages_distributions()
    for path in (ROOT / package).rglob("*.py"):
        for module in imported_modules(path):
            if module in sys.stdlib_module_names or module in PACKAGES or module in JAVA_PACKAGES:
                continue
            owners = {canonicalize_name(owner) for owner in distributions[module]}
            assert owners & names, f"{path.relative_to(ROOT)} imports {module}, which pyproject.toml does not declare"


def test_opentelemetry_is_imported_by_one_module_alone() -> None:
    # That module is imported where traces are wanted: nobody else needs the extra.
    sources = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    importing = [path for path in sources if "opentelemetry" in imported_modules(path)]
    assert importing == [ROOT / "server" / "tracing.py"]


def test_every_declared_dependency_is_used() -> None:
    imported = {
        module for package in PACKAGES for path in (ROOT / package).rglob("*.py") for module in imported_modules(path)
    }
    provided: dict[str, set[str]] = {}
    for module, owners in importlib.metadata.packages_distributions().items():
        for owner in owners:
            provided.setdefault(canonicalize_name(owner), set()).add(module)
    # These replace parts of the driver and of the server, or serve WebSockets, without being imported by us.
    chosen_at_run_time = {"neo4j-rust-ext", "uvloop", "httptools", "websockets"}
    unused = {
        requirement.name
        for requirement in RUN
        if not provided.get(canonicalize_name(requirement.name), set()) & imported
        and canonicalize_name(requirement.name) not in chosen_at_run_time
    }
    assert unused == set()


def imported_modules(path: Path) -> set[str]:
    """The top-level names of all absolute imports of a file, those inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found

"""The wheel carries everything the application needs, and nothing it depends on claims one of our generic names."""

import json
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("schema", "resolvers", "graphdb", "importers", "server")

DESCRIBE_INSTALLATION = """
import importlib.metadata, json, schema.build, sys
owners = importlib.metadata.packages_distributions()
print(json.dumps({
    "schema": schema.build.__file__,
    "owners": {name: sorted(set(owners[name])) for name in sys.argv[1:]},
}))
"""


def run(*command: str | Path, cwd: Path) -> str:
    finished = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of a copy of the sources that has pages, whether or not they were built here."""
    copy = tmp_path_factory.mktemp("sources")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__", "pages"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, copy)
    (copy / "server" / "pages" / "assets").mkdir(parents=True)
    (copy / "server" / "pages" / "index.html").write_text("<!doctype html>")
    (copy / "server" / "pages" / "assets" / "app.js").write_text("")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "out", ".", cwd=copy)
    (built,) = (copy / "out").glob("*.whl")
    return built


def test_the_wheel_holds_the_five_packages_with_their_data_and_pages_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    sources = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and (ROOT / "server" / "pages") not in path.parents
    }
    assert sources - names == set()
    assert {"server/pages/index.html", "server/pages/assets/app.js"} <= names


def test_the_installed_wheel_imports_and_no_other_distribution_owns_its_names(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    # The dependencies are those of this environment; a path in a .pth file brings its packages and leaves its own .pth
    # files, among them the one of our editable install, without effect.
    (site_packages,) = environment.glob("lib/python*/site-packages")
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")

    described = json.loads(run(python, "-I", "-c", DESCRIBE_INSTALLATION, *PACKAGES, cwd=tmp_path))

    assert Path(described["schema"]).is_relative_to(site_packages)
    assert described["owners"] == {name: ["bzpeer"] for name in PACKAGES}
    assert (environment / "bin" / "bzpeer").is_file()

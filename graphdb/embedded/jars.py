"""Neo4j's jars: the locked list of them, and their folder in the user's cache, filled on first use."""

import hashlib
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import jgo
import platformdirs
import stamina
from filelock import FileLock
from jgo.config import GlobalSettings
from jgo.constants import MAVEN_CENTRAL_URL
from jgo.maven import Artifact, MavenContext
from requests import RequestException

from graphdb.errors import GraphError

VERSION = "2026.09.0"
COORDINATES = (f"org.neo4j:neo4j:{VERSION}", f"org.neo4j:neo4j-import-tool:{VERSION}")

_LOCK_FILE = "jars.lock"
_DOWNLOADS_AT_ONCE = 8


class JarsUnavailableError(GraphError):
    """Neo4j's jars are not in the cache and could not be fetched."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One locked jar."""

    group: str
    artifact: str
    version: str
    classifier: str
    """Empty for most; `linux-x86_64` and the like for native libraries."""
    sha256: str
    """Hexadecimal digest of the file."""

    @property
    def file_name(self) -> str:
        """Name of the file in the cache; unique within the list."""
        suffix = f"-{self.classifier}" if self.classifier else ""
        return f"{self.group}.{self.artifact}-{self.version}{suffix}.jar"

    @property
    def line(self) -> str:
        """The jar as one line of the lock file."""
        return f"{self.group}:{self.artifact}:{self.version}:{self.classifier} sha256:{self.sha256}"


def parse_lock(text: str) -> list[Jar]:
    """Read the lines of a lock file; blank lines and lines that start with `#` are comments."""
    jars = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            coordinates, digest = line.split()
            group, artifact, version, classifier = coordinates.split(":")
            jars.append(Jar(group, artifact, version, classifier, digest.removeprefix("sha256:")))
    return jars


def cache_folder(lock_text: str) -> Path:
    """Folder of the jars of one lock file, shared by all data folders of the user."""
    digest = hashlib.sha256(lock_text.encode()).hexdigest()[:12]
    return platformdirs.user_cache_path("bzpeer") / f"neo4j-{VERSION}-{digest}"


def _lock_text() -> str:
    return (files("graphdb.embedded") / _LOCK_FILE).read_text(encoding="utf-8")


def classpath(progress: Callable[[str], None]) -> list[Path]:
    """Give the paths of all jars, fetching them first where the cache does not have them.

    Raises:
        JarsUnavailableError: no network, a wrong checksum, or a cache folder that cannot be written.
    """
    lock_text = _lock_text()
    jars = parse_lock(lock_text)
    folder = cache_folder(lock_text)
    paths = [folder / jar.file_name for jar in jars]
    if not all(path.is_file() for path in paths):
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{folder}.lock"):
                if not all(path.is_file() for path in paths):
                    _fill(folder, jars, progress)
        except OSError as error:
            raise JarsUnavailableError(
                f"Neo4j's jars could not be kept in {folder.parent}: {error}.",
                "Free some space there, or name another cache folder with XDG_CACHE_HOME.",
            ) from error
    return paths


def _fill(folder: Path, jars: list[Jar], progress: Callable[[str], None]) -> None:
    # A folder appears under its name only when it is whole, so that a fetch cut short is never taken for a full one.
    staging = folder.with_name(f"{folder.name}.partial")
    for leftover in (staging, folder):
        shutil.rmtree(leftover, ignore_errors=True)
    staging.mkdir()
    context = MavenContext(
        repo_cache=staging / "repository",
        remote_repos={**GlobalSettings.load().repositories, "central": MAVEN_CENTRAL_URL},
        timeout=30,
    )
    progress(f"Fetching Neo4j {VERSION} ({len(jars)} jars, once for this user)")
    with ThreadPoolExecutor(_DOWNLOADS_AT_ONCE) as pool:
        fetches = [pool.submit(_fetch, context, jar, staging) for jar in jars]
        try:
            for done, fetch in enumerate(as_completed(fetches), start=1):
                fetch.result()
                if done % 20 == 0 or done == len(jars):
                    progress(f"Fetching Neo4j {VERSION}: {done} of {len(jars)} jars")
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    shutil.rmtree(staging / "repository")
    staging.rename(folder)


def _fetch(context: MavenContext, jar: Jar, folder: Path) -> None:
    artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier, "jar")
    try:
        fetched = _download(artifact)
    # jgo raises RuntimeError where no repository has the file.
    except (RequestException, RuntimeError) as error:
        raise JarsUnavailableError(
            f"Neo4j's jar {jar.group}:{jar.artifact}:{jar.version} could not be fetched from Maven: {error}.",
            "The first start needs the network: connect and start again, or copy the folder "
            f"{folder.with_suffix('')} from a machine that has it.",
        ) from error
    digest = hashlib.sha256(fetched.read_bytes()).hexdigest()
    if digest != jar.sha256:
        raise JarsUnavailableError(
            f"Neo4j's jar {jar.group}:{jar.artifact}:{jar.version} has checksum {digest}, expected {jar.sha256}.",
            "Start again; if it stays so, something between this machine and Maven changes files.",
        )
    fetched.rename(folder / jar.file_name)


@stamina.retry(on=RequestException, attempts=4, timeout=120)
def _download(artifact: Artifact) -> Path:
    if artifact.cached_path is not None:
        # What a broken connection left would be taken for the whole file.
        artifact.cached_path.unlink(missing_ok=True)
    return artifact.resolve()


def is_cached() -> bool:
    """True if the next start needs no network."""
    lock_text = _lock_text()
    return all((cache_folder(lock_text) / jar.file_name).is_file() for jar in parse_lock(lock_text))


def resolve_lock() -> str:
    """Ask Maven which jars the coordinates need, fetch them, and give the lock file's new text."""
    jars = []
    for artifact in jgo.resolve("+".join(COORDINATES)):
        digest = hashlib.sha256(artifact.resolve().read_bytes()).hexdigest()
        jars.append(Jar(artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier, digest))
    header = "# Made by `python -m graphdb.embedded.jars`: every jar that Neo4j needs, with its checksum.\n"
    return header + "".join(f"{jar.line}\n" for jar in sorted(jars, key=lambda jar: jar.line))


if __name__ == "__main__":
    Path(__file__).with_name(_LOCK_FILE).write_text(resolve_lock(), encoding="utf-8")

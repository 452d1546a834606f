"""The data folder of an embedded Neo4j: where each file is, and whether the folder may be used."""

import errno
import os
import re
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from graphdb.embedded.jars import VERSION
from graphdb.errors import GraphError

MINIMUM_FREE_BYTES = 256 * 1024 * 1024
"""Below this, a start could end with a half-written store."""


class StoreVersionError(GraphError):
    """The folder was written by another version of Neo4j."""


class DiskFullError(GraphError):
    """Too little space is left where the folder is."""


class UnwritableError(GraphError):
    """The folder cannot be made, or nothing can be written there."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Paths inside one `BZPEER_DATA_DIR`."""

    root: Path

    @property
    def home(self) -> Path:
        """Neo4j's home folder."""
        return self.root / "neo4j"

    @property
    def store(self) -> Path:
        """Neo4j's databases and transaction logs."""
        return self.home / "data"

    @property
    def configuration(self) -> Path:
        """Neo4j's settings, written anew at each start."""
        return self.home / "neo4j.conf"

    @property
    def logs(self) -> Path:
        """Logs of the server."""
        return self.root / "logs"

    @property
    def server_log(self) -> Path:
        """What the server's process prints."""
        return self.logs / "neo4j-server.log"

    @property
    def password_file(self) -> Path:
        """The generated password, readable by the owner alone."""
        return self.root / "neo4j.password"

    @property
    def port_file(self) -> Path:
        """The running server: process, port and state (JSON); its port is used again at the next start."""
        return self.root / "neo4j.port.json"

    @property
    def guests(self) -> Path:
        """A file for each process that uses a server which another one started."""
        return self.root / "neo4j.guests"

    @property
    def version_file(self) -> Path:
        """Version of the Neo4j that wrote the store."""
        return self.root / "neo4j.version"

    @property
    def lock_file(self) -> Path:
        """Held by the one process that may touch the store."""
        return self.root / "neo4j.lock"

    @property
    def has_store(self) -> bool:
        """True once a server has started here."""
        return (self.store / "databases").is_dir()

    @property
    def has_accounts(self) -> bool:
        """True once a server has started here that keeps Neo4j's own accounts."""
        return (self.store / "databases" / "system").is_dir()

    def password(self) -> str:
        """The password that a server has set.

        Raises:
            GraphError: no server has set one yet, or the file cannot be read.
        """
        try:
            return self.password_file.read_text(encoding="utf-8").strip()
        except OSError as error:
            raise GraphError(
                f"The password of the embedded Neo4j cannot be read: {error}.",
                "Stop the server (`bzpeer db stop`) and start it again: it sets a new one where the file is missing.",
            ) from error

    def written_version(self) -> str | None:
        """Version of the Neo4j that wrote the store, None for a folder without one."""
        try:
            return self.version_file.read_text(encoding="utf-8").strip()
        except (FileNotFoundError, NotADirectoryError):
            return None


def generate_password() -> str:
    """Make a password that needs no quoting anywhere."""
    return secrets.token_urlsafe(24)


def write_private(path: Path, text: str) -> None:
    """Write a file that its owner alone can read, at once or not at all."""
    draft = path.with_name(f"{path.name}.draft")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)


def make_writable(path: Path) -> None:
    """Make a folder of a data folder, with those above it.

    Raises:
        UnwritableError: it cannot be made or written to.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        if not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    except OSError as error:
        raise UnwritableError(
            f"The data folder cannot be written: {error}.", "Set BZPEER_DATA_DIR to a folder that you may write."
        ) from error


def check_version(folder: DataFolder) -> None:
    """Refuse a store that another version of Neo4j wrote.

    Raises:
        StoreVersionError: names both versions and what to do.
    """
    written = folder.written_version()
    if written is None or written == VERSION:
        return
    age = "a newer" if _calendar(written) > _calendar(VERSION) else "an older"
    raise StoreVersionError(
        f"The store in {folder.root} was written by {age} Neo4j ({written}); this BZPEER runs Neo4j {VERSION}.",
        f"Use the BZPEER that runs Neo4j {written} on this folder: either go on with it, or `bzpeer db dump` the store "
        "with it and import the same sources into a new BZPEER_DATA_DIR.",
    )


def _calendar(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


def check_free_space(path: Path, needed: int = MINIMUM_FREE_BYTES) -> None:
    """Refuse to write where fewer than `needed` bytes are free.

    Raises:
        DiskFullError: names the place and both sizes.
    """
    free = free_bytes(path)
    if free < needed:
        raise DiskFullError(
            f"The disk of {path} has {free // 2**20} MiB free; Neo4j needs {needed // 2**20} MiB to start safely.",
            "Free some space, or set BZPEER_DATA_DIR to a folder on another disk.",
        )


def free_bytes(path: Path) -> int:
    """Bytes free on the disk of a path that need not exist yet."""
    existing = path.absolute()
    while not existing.exists():
        existing = existing.parent
    return shutil.disk_usage(existing).free

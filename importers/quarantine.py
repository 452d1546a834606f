"""Records that could not be used, kept with the reason: nothing is dropped in silence."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from importers.records import Rejected


def path_of(data_dir: Path, run: str) -> Path:
    """Return the file of `run`, which stands if the run has put anything aside."""
    return data_dir / "quarantine" / f"{run}.jsonl"


def runs_with_some(data_dir: Path) -> list[str]:
    """Return the runs that have put something aside, the latest first."""
    files = (data_dir / "quarantine").glob("*.jsonl")
    return [file.stem for file in sorted(files, key=lambda file: (-file.stat().st_mtime, file.stem))]


def put_aside(data_dir: Path, run: str) -> Iterator[Rejected]:
    """Yield what `run` has put aside, in its order.

    Raises:
        FileNotFoundError: It has put nothing aside.
    """
    with path_of(data_dir, run).open("rb") as file:
        for line in file:
            yield _DECODER.decode(line)


def keep_only(data_dir: Path, run: str, records: Sequence[Rejected]) -> None:
    """Leave of what `run` has put aside only `records`."""
    path = path_of(data_dir, run)
    if not records:
        path.unlink(missing_ok=True)
        return
    written = path.with_suffix(".new")
    written.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))
    written.replace(path)


_DECODER = msgspec.json.Decoder(Rejected)


class Quarantine:
    """The file `DATA_DIR/quarantine/RUN.jsonl`, made with the first record that goes there."""

    def __init__(self, data_dir: Path, run: str, *, kept: int = 0) -> None:
        """Open the file of `run`; of what is in it already, the first `kept` records stay."""
        self.path = path_of(data_dir, run)
        self._lines: list[bytes] = []
        if self.path.exists():
            with self.path.open("r+b") as file:
                for _ in range(kept):
                    file.readline()
                file.truncate(file.tell())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.flush()

    def add(self, record: Rejected) -> None:
        """Put `record` aside."""
        self._lines.append(msgspec.json.encode(record) + b"\n")
        if len(self._lines) >= 1_000:
            self.flush()

    def flush(self) -> None:
        """Write what was put aside to the file."""
        if self._lines:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.writelines(self._lines)
            self._lines.clear()

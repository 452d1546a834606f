"""Records that could not be used, kept with the reason: nothing is dropped in silence."""

from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from importers.records import Rejected


class Quarantine:
    """The file `DATA_DIR/quarantine/RUN.jsonl`, made with the first record that goes there."""

    def __init__(self, data_dir: Path, run: str) -> None:
        self.path = data_dir / "quarantine" / f"{run}.jsonl"
        self._lines: list[bytes] = []

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

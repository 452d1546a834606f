"""Reads arXiv's metadata as JSON, one paper a line: the official snapshot, and the shape of the daily lists."""

import os
from collections.abc import Iterable, Iterator

import msgspec

from importers import inputs
from importers.arxiv_json.mapping import SOURCE, Line, NotAWorkError, work_of
from importers.errors import FileCutShort, FileRefused
from importers.finding import LeftAside, find
from importers.inputs import MAX_LINE, Input, StreamBrokenError
from importers.records import Record, Rejected, WorkRecord

_DECODER = msgspec.json.Decoder(Line)
_RAW_SIZE = 10_000


class ArxivJson:
    """arXiv's metadata snapshot, and lists of its API's answers, as JSON lines."""

    name = "arxiv-json"
    source = SOURCE
    title = "arXiv JSON lines"
    suffixes = (".jsonl", ".json", ".ndjson")

    def matches(self, head: bytes, _name: str, /) -> bool:
        """Say whether one of the first lines is a paper with an arXiv id, or a first long line looks like one."""
        lines = head.splitlines()
        for line in lines[:20]:
            if line.startswith(b"{") and b'"id"' in line and b'"categories"' in line and b'"title"' in line:
                try:
                    work_of(_DECODER.decode(line))
                except (msgspec.MsgspecError, UnicodeDecodeError, NotAWorkError):
                    # The head may end in the middle of its only line.
                    if len(lines) > 1:
                        continue
                return True
        return False

    def files(self, paths: Iterable[str | os.PathLike[str]], left_aside: LeftAside | None = None) -> list[Input]:
        """Return the JSON files at `paths`."""
        return find(paths, self.suffixes, left_aside)

    def read(self, file: Input) -> Iterator[Record | Rejected]:
        """Yield one work a line; a paper may stand on several.

        Raises:
            FileRefused: None of the first lines is a paper of arXiv.
            FileCutShort: After the lines before the place where the file breaks off or becomes unreadable.
        """
        if not self.matches(file.head(), file.name):
            raise FileRefused(file.name, f"it is not {self.title}: no line has an arXiv id, a title and categories")
        number = 0
        with file.open() as stream:
            try:
                for number, raw in inputs.lines(stream):
                    if raw is None:
                        yield Rejected(file.name, f"line {number}", f"it is longer than {MAX_LINE:,} bytes", "")
                    elif raw.strip():
                        yield _record(file, number, raw)
            except StreamBrokenError as error:
                raise FileCutShort(file.name, f"line {number + 1}", str(error)) from error


def _record(file: Input, number: int, raw: bytes) -> WorkRecord | Rejected:
    try:
        return work_of(_DECODER.decode(raw))
    except UnicodeDecodeError as error:
        reason = f"it is not valid UTF-8 at byte {error.start}"
    except msgspec.ValidationError as error:
        reason = f"a field has another shape than expected: {error}"
    except msgspec.DecodeError as error:
        if not raw.endswith(b"\n"):
            raise FileCutShort(file.name, f"line {number}", "the file ends in the middle of this line") from error
        reason = f"it is not JSON: {error}"
    except NotAWorkError as error:
        reason = str(error)
    return Rejected(file.name, f"line {number}", reason, raw.decode("utf-8", "replace").strip()[:_RAW_SIZE])

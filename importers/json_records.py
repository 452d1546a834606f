"""JSON read record by record: one a line, the items of an array, or values one after the other."""

import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from importers import inputs
from importers.errors import FileCutShort
from importers.inputs import MAX_LINE, Input, StreamBrokenError
from importers.records import Record, Rejected
from importers.rejection import UnusableError, rejected

MAX_ITEM = 64 * 1024 * 1024
"""Characters of one record that is not on a line of its own."""
_CHUNK = 262_144
# Only finds where a value ends: whether it is good is msgspec's to say.
_SCANNER = json.JSONDecoder(strict=False)
_BETWEEN = re.compile(r"[\s,]*")
_ARRAY = re.compile(r"\s*\[")
_OPENING = re.compile(r"\s*(\[?)\s*\{")
_COLON = re.compile(r"\s*:\s*")

Shape = TypeVar("Shape")


def first_members(head: bytes) -> dict[str, Any]:
    """Return the members of the first object of a JSON file whose first bytes are `head`; {} if it is no JSON.

    A member that the head holds in part only is None, and those after it are missing.
    """
    text = head.decode("utf-8", "replace")
    opening = _OPENING.match(text)
    members: dict[str, Any] = {}
    if opening is None:
        return members
    place = opening.end()
    try:
        while True:
            key, place = _SCANNER.raw_decode(text, _skipped(_BETWEEN, text, place))
            if not isinstance(key, str):
                break
            members[key] = None
            colon = _COLON.match(text, place)
            if colon is None:
                break
            members[key], place = _SCANNER.raw_decode(text, colon.end())
    except (ValueError, RecursionError):
        pass
    return members


def json_records(
    file: Input, shape: type[Shape], records_of: Callable[[Shape], Iterable[Record]]
) -> Iterator[Record | Rejected]:
    """Yield what `records_of` makes of each value of `file` that has the `shape`; the others are rejected.

    `records_of` raises UnusableError for what it cannot map.

    Raises:
        FileRefused: The file cannot be opened.
        FileCutShort: After the records before the place where the file breaks off or is no JSON any more.
    """
    decoder = msgspec.json.Decoder(shape)
    with file.open() as stream:
        for place, raw, is_whole in _lines(file, stream) if _has_lines(file.head()) else _items(file, stream):
            if raw is None:
                yield rejected(file, place, f"it is longer than {MAX_LINE:,} bytes", "")
                continue
            try:
                found = tuple(records_of(decoder.decode(raw)))
            except UnicodeDecodeError as error:
                reason = f"it is not valid UTF-8 at byte {error.start}"
            except msgspec.ValidationError as error:
                reason = f"a field has another shape than expected: {error}"
            except (msgspec.DecodeError, RecursionError) as error:
                if not is_whole:
                    raise FileCutShort(file.name, place, "the file ends in the middle of it") from error
                reason = f"it is not JSON: {error}"
            except UnusableError as error:
                reason = str(error)
            else:
                yield from found
                continue
            yield rejected(file, place, reason, raw)


def _has_lines(head: bytes) -> bool:
    first, line_end, _ = head.lstrip().partition(b"\n")
    return first.startswith(b"{") and (not line_end or first.rstrip().endswith(b"}"))


def _lines(file: Input, stream: io.BufferedReader) -> Iterator[tuple[str, bytes | None, bool]]:
    number = 0
    try:
        for number, raw in inputs.lines(stream):
            if raw is None or raw.strip():
                yield f"line {number}", raw, raw is None or raw.endswith(b"\n")
    except StreamBrokenError as error:
        raise FileCutShort(file.name, f"line {number + 1}", str(error)) from error


def _items(file: Input, stream: io.BufferedReader) -> Iterator[tuple[str, bytes, bool]]:
    """Yield (place, JSON, True) of the items of an array, or of values that follow each other."""
    number = 1
    try:
        for text in _values(stream):
            yield f"record {number}", text.encode("utf-8", "surrogateescape"), True
            number += 1
    except (StreamBrokenError, _NoValueError, RecursionError) as error:
        raise FileCutShort(file.name, f"record {number}", str(error)) from error


class _NoValueError(Exception):
    """Where a value should be, there is none."""


def _values(stream: io.BufferedReader) -> Iterator[str]:
    # Bytes that are no UTF-8 come through as they are, so that their own record alone is rejected.
    text = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
    window = text.read(_CHUNK)
    opening = _ARRAY.match(window)
    place = opening.end() if opening is not None else 0
    ended = False
    while True:
        place = _skipped(_BETWEEN, window, place)
        if window.startswith("]", place) if opening is not None else ended and place == len(window):
            return
        try:
            _, end = _SCANNER.raw_decode(window, place)
        except json.JSONDecodeError as error:
            if ended:
                raise _NoValueError(f"the file breaks off, or this is not JSON: {error.msg}") from error
            if len(window) - place > MAX_ITEM:
                raise _NoValueError(f"it is longer than {MAX_ITEM:,} characters, or not JSON: {error.msg}") from error
            # As much again as is waiting, so that a long value is not scanned again and again.
            more = text.read(max(_CHUNK, len(window) - place))
            ended = not more
            window, place = window[place:] + more, 0
            continue
        yield window[place:end]
        place = end


def _skipped(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found is not None else place

"""JSON read record by record: one a line, the items of an array, values one after the other, or an answer's list."""

import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar, cast

import msgspec

from importers import inputs
from importers.errors import FileCutShort
from importers.inputs import MAX_LINE, Input, StreamBrokenError
from importers.records import Record, Rejected
from importers.rejection import UnusableError, rejected

MAX_ITEM = 64 * 1024 * 1024
"""Characters of one record that is not on a line of its own."""
_CHUNK = 262_144
_LOOKED_AT = 20
# Only finds where a value ends: whether it is good is msgspec's to say. (ijson names each event by its whole path, so
# that 64 KB of opening brackets cost it 20 GB of memory.)
_SCANNER = json.JSONDecoder(strict=False)
_BETWEEN = re.compile(r"[\s,]*")
# An answer about many things has null for those that are not known.
_OPENING = re.compile(r"\s*(?:\[\s*(?:null\s*,\s*)*)?\{")
_COLON = re.compile(r"\s*:\s*")

_MISMATCH = re.compile(r"Expected `(.+)`, got `(.+?)`(?: - at `\$(.*)`)?")
_TYPES = {
    "array": "a list",
    "bool": "true or false",
    "float": "a number",
    "int": "a whole number",
    "object": "an object",
    "str": "a text",
}

Shape = TypeVar("Shape")
Path = tuple[str, ...]


def first_members(head: bytes, within: Sequence[str] = ()) -> dict[str, Any]:
    """Return the members of the first record of a JSON file whose first bytes are `head`; {} if it is no JSON.

    A member that the head holds in part only is None, and those after it are missing. `within`: see `json_records`.
    """
    path = _path(head, within)
    text = head.decode("utf-8", "replace") if path is None else _first_value(head, path)
    opening = _OPENING.match(text or "")
    members: dict[str, Any] = {}
    if text is None or opening is None:
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


def first_objects(head: bytes, within: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """Yield the members of the first record, as `first_members` does, and those of the objects on the next lines.

    So a file is known by its first records, though the very first may be a bad one.
    """
    yield first_members(head, within)
    for line in head.split(b"\n", _LOOKED_AT)[1:_LOOKED_AT]:
        yield first_members(line)


def json_records(
    file: Input,
    shape: type[Shape],
    records_of: Callable[[Shape], Iterable[Record | Rejected]],
    within: Sequence[str] = (),
) -> Iterator[Record | Rejected]:
    """Yield what `records_of` makes of each value of `file` that has the `shape`; the others are rejected.

    `records_of` raises UnusableError for what it cannot map. `within` says where an answer of an API keeps its records,
    best first: `message.items` is the member `items` of the member `message`, an array of them or a single one. The
    first that the beginning of the file has is read, in as many answers as follow each other.

    Raises:
        FileRefused: The file cannot be opened.
        FileCutShort: After the records before the place where the file breaks off or is no JSON any more.
    """
    decoder = msgspec.json.Decoder(shape)
    path = _path(file.head(), within)
    by_line = path is None and _has_lines(file.head())
    with file.open() as stream:
        for place, raw, is_whole in _lines(file, stream) if by_line else _items(file, stream, path):
            if raw is None:
                yield rejected(file, place, f"it is longer than {MAX_LINE:,} bytes", "")
                continue
            try:
                found = tuple(records_of(decoder.decode(raw)))
            except UnicodeDecodeError:
                reason = f"it is not valid UTF-8 at byte {_first_bad_byte(raw)}"
            except msgspec.ValidationError as error:
                reason = f"a field has another shape than expected: {_in_words(str(error))}"
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


def _first_bad_byte(raw: bytes) -> int:
    # msgspec counts from the beginning of the text within the record.
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _in_words(problem: str) -> str:
    """Return what msgspec says of a value of another type, in words that do not speak of Python."""
    said = _MISMATCH.fullmatch(problem)
    if said is None:
        return problem
    expected, found = (" or ".join(_TYPES.get(name, name) for name in said[of].split(" | ")) for of in (1, 2))
    return f"`{(said[3] or '').lstrip('.') or 'the record'}` is {found}, not {expected}"


def _has_lines(head: bytes) -> bool:
    lines = head.lstrip().split(b"\n", 2)
    whole = (line.startswith(b"{") and (line.rstrip().endswith(b"}") or len(lines) == 1) for line in lines[:2])
    return not lines[0].startswith((b"{", b"[")) or any(whole)


def _lines(file: Input, stream: io.BufferedReader) -> Iterator[tuple[str, bytes | None, bool]]:
    number = 0
    try:
        for number, raw in inputs.lines(stream):
            if raw is None or raw.strip():
                yield f"line {number}", raw, raw is None or raw.endswith(b"\n")
    except StreamBrokenError as error:
        raise FileCutShort(file.name, f"line {number + 1}", str(error)) from error


def _items(file: Input, stream: io.BufferedReader, path: Path | None) -> Iterator[tuple[str, bytes, bool]]:
    """Yield (place, JSON, True) of the items of an array or an answer, or of values that follow each other."""
    number = 1
    try:
        for text in _values(_Reading(stream), path):
            yield f"record {number}", text.encode("utf-8", "surrogateescape"), True
            number += 1
    except (StreamBrokenError, _NoValueError, RecursionError) as error:
        raise FileCutShort(file.name, f"record {number}", str(error)) from error


class _NoValueError(Exception):
    """Where a value should be, there is none."""


class _Reading:
    """A JSON text and how far it has been read; a window of it is in memory."""

    def __init__(self, stream: io.BufferedReader) -> None:
        # Bytes that are no UTF-8 come through as they are, so that their own record alone is rejected.
        self._text = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
        self._window = self._text.read(_CHUNK)
        self._place = 0
        self._ended = False
        self.reached = False
        """Whether the records of an answer have begun."""

    def next(self) -> str:
        """Return the next character that is no blank and no comma; "" at the end."""
        while True:
            self._place = _skipped(_BETWEEN, self._window, self._place)
            if self._ended or self._place < len(self._window):
                return self._window[self._place : self._place + 1]
            self._read_on()

    def take(self, character: str) -> None:
        """Pass over the next character, which must be `character`."""
        if self.next() != character:
            raise _NoValueError(f"the file breaks off, or this is not JSON: {character!r} is missing")
        self._place += 1

    def value(self) -> str:
        """Return the text of the next value and pass over it."""
        self.next()
        while True:
            try:
                _, end = _SCANNER.raw_decode(self._window, self._place)
            except json.JSONDecodeError as error:
                if self._ended:
                    raise _NoValueError(f"the file breaks off, or this is not JSON: {error.msg}") from error
                if len(self._window) - self._place > MAX_ITEM:
                    reason = f"it is longer than {MAX_ITEM:,} characters, or not JSON: {error.msg}"
                    raise _NoValueError(reason) from error
                end = len(self._window)
            # A number may go on in what comes next.
            if end < len(self._window) or self._ended:
                text = self._window[self._place : end]
                self._place = end
                return text
            self._read_on()

    def rest(self) -> str:
        """Return what is in memory and has not been read."""
        return self._window[self._place :]

    def _read_on(self) -> None:
        # As much again as is waiting, so that a long value is not scanned again and again.
        more = self._text.read(max(_CHUNK, len(self._window) - self._place))
        self._ended = not more
        self._window, self._place = self._window[self._place :] + more, 0


def _path(head: bytes, within: Sequence[str]) -> Path | None:
    """Return the first of `within` that the answer at the start of a file has."""
    if not head.lstrip().startswith(b"{"):
        return None
    paths = (tuple(each.split(".")) for each in within)
    return next((path for path in paths if _first_value(head, path) is not None), None)


def _first_value(head: bytes, path: Path) -> str | None:
    """Return the text of the first record at `path`, as far as the head goes; None if there is nothing there."""
    reading = _Reading(io.BufferedReader(cast(Any, io.BytesIO(head))))
    try:
        first = next(_answer(reading, path), "")
    except (_NoValueError, RecursionError):
        first = reading.rest()
    return first if reading.reached else None


def _values(reading: _Reading, path: Path | None) -> Iterator[str]:
    if reading.next() == "[":
        yield from _array(reading)
        return
    while (character := reading.next()) != "":
        if path is not None and character == "{":
            yield from _answer(reading, path)
        else:
            yield reading.value()


def _array(reading: _Reading) -> Iterator[str]:
    reading.take("[")
    while reading.next() != "]":
        yield reading.value()
    reading.take("]")


def _answer(reading: _Reading, path: Path) -> Iterator[str]:
    member, *inner = path
    reading.take("{")
    while reading.next() != "}":
        name = json.loads(reading.value(), strict=False)
        reading.take(":")
        character = reading.next()
        if name != member:
            reading.value()
        elif inner and character == "{":
            yield from _answer(reading, tuple(inner))
        elif not inner and character in "[{":
            reading.reached = True
            yield from _array(reading) if character == "[" else iter((reading.value(),))
        else:
            reading.value()
    reading.take("}")


def _skipped(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found is not None else place

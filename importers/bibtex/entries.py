"""The entries of a BibTeX file one by one: where each begins, what its macros stand for, what it takes from another."""

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bibtexparser.exceptions import BlockAbortedException
from bibtexparser.model import DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String
from bibtexparser.splitter import Splitter

from importers import inputs
from importers.inputs import MAX_LINE

_BLOCK = re.compile(rb"[ \t]*@\w+[ \t]*[{(]")
_QUOTED = re.compile(r'"((?:[^"{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)"')
_WORD = re.compile(r'[^\s#"{}]+')
_BRACE = re.compile(r"(?<!\\)[{}]")

# It warns of every entry that it cannot read; those are rejected here, with their place.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class BibtexEntry:
    """An entry with its macros put in; the names of fields and its type are in lower case."""

    type: str
    key: str
    fields: dict[str, str]
    place: str
    raw: str


@dataclass(frozen=True, slots=True)
class UnreadableEntry:
    """A piece of a file that is no entry, and why."""

    reason: str
    place: str
    raw: bytes | str
    is_cut: bool = False
    """The file ends in the middle of it."""


def entries(stream: io.BufferedReader) -> Iterator[BibtexEntry | UnreadableEntry]:
    """Yield the entries of a file in its order; comments and preambles say nothing.

    Raises:
        StreamBrokenError: After the entries before the place where the file becomes unreadable.
    """
    macros: dict[str, str] = {}
    for line, raw, is_last in _blocks(stream):
        if raw is None:
            yield UnreadableEntry(f"it is longer than {MAX_LINE:,} bytes", f"line {line}", b"")
            continue
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            yield UnreadableEntry(f"it is not valid UTF-8 at byte {error.start}", f"line {line}", raw)
            continue
        for found in Splitter(text).split().blocks:
            place = f"line {line + (found.start_line or 0)}"
            # BibTeX takes the first of two fields of one name.
            block = found.ignore_error_block if isinstance(found, DuplicateFieldKeyBlock) else found
            if isinstance(block, String):
                macros[block.key.lower()] = _expanded(block.value, macros)
            elif isinstance(block, Entry):
                fields: dict[str, str] = {}
                for each in block.fields:
                    fields.setdefault(each.key.lower(), _expanded(str(each.value), macros))
                yield BibtexEntry(block.entry_type.lower(), block.key, fields, place, text)
            elif isinstance(block, ParsingFailedBlock):
                said = block.error.abort_reason if isinstance(block.error, BlockAbortedException) else str(block.error)
                is_unclosed = "end of file" in said
                reason = "it is not closed" if is_unclosed else f"it is no entry: {said}"
                yield UnreadableEntry(reason, place, text, is_cut=is_unclosed and is_last)


def _blocks(stream: io.BufferedReader) -> Iterator[tuple[int, bytes | None, bool]]:
    """Yield (line, text, whether it is the last) of each piece that begins like an entry; no text: it is too long."""
    start = size = 0
    lines: list[bytes] = []
    for number, line in inputs.lines(stream):
        if line is not None and _BLOCK.match(line):
            if start:
                yield start, b"".join(lines) if size <= MAX_LINE else None, False
            start, size, lines = number, 0, []
        size += len(line) if line is not None else MAX_LINE + 1
        if line is not None and size <= MAX_LINE:
            lines.append(line)
    if start:
        yield start, b"".join(lines) if size <= MAX_LINE else None, True


def _expanded(value: str, macros: dict[str, str]) -> str:
    """Return what a value is: `{text}`, `"text"`, a number, a macro, or several of them joined by `#`."""
    pieces: list[str] = []
    rest = value.strip()
    while rest:
        if rest.startswith("{"):
            end = _closing(rest)
            piece, rest = rest[1:end], rest[end + 1 :]
        elif found := _QUOTED.match(rest):
            piece, rest = found[1], rest[found.end() :]
        elif found := _WORD.match(rest):
            piece, rest = macros.get(found[0].lower(), found[0]), rest[found.end() :]
        else:
            # Nothing that BibTeX would take: as it stands it is better than nothing.
            return value.strip()
        pieces.append(piece)
        rest = rest.lstrip(" \t\r\n#")
    return "".join(pieces)


def _closing(text: str) -> int:
    """Return where the brace that opens `text` is closed."""
    depth = 0
    for brace in _BRACE.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return len(text)

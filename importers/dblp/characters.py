"""The names that DBLP gives to characters (`&uuml;`), put in their places without a document type being read."""

import io
import re
from html.entities import name2codepoint
from typing import Any, cast

_CHUNK = 262_144
_LONGEST = 33
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{0,31});")
# Those of XML itself stay: they keep text from being taken for markup.
_NUMBERED = {
    name.encode(): b"&#%d;" % code for name, code in name2codepoint.items() if name not in {"amp", "lt", "gt", "quot"}
}


def with_numbered_characters(stream: io.BufferedReader) -> io.BufferedReader:
    """Return the bytes of `stream` with every character that it names by HTML's names given by its number instead.

    DBLP's document type declares a part of these names. Reading it would mean to trust a file that lies elsewhere.
    """
    return io.BufferedReader(cast(Any, _Numbered(stream)), _CHUNK)


class _Numbered(io.RawIOBase):
    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._ready = memoryview(b"")
        self._held_back = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._ready:
            self._ready = memoryview(self._next())
        taken = self._ready[: len(buffer)]
        self._ready = self._ready[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def _next(self) -> bytes:
        while chunk := self._stream.read1(_CHUNK):
            text = self._held_back + chunk
            # A reference may be cut in two.
            start = text.rfind(b"&", max(0, len(text) - _LONGEST))
            whole = len(text) if start < 0 or b";" in text[start:] else start
            self._held_back = text[whole:]
            if whole:
                return _NAMED.sub(_number, text[:whole])
        rest, self._held_back = self._held_back, b""
        return rest


def _number(reference: re.Match[bytes]) -> bytes:
    return _NUMBERED.get(reference[1], reference[0])

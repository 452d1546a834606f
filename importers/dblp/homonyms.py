"""The names under which DBLP keeps the works of several people whom nobody has told apart."""

import html
import re

from importers.dblp.characters import with_numbered_characters
from importers.inputs import Input, StreamBrokenError

_CHUNK = 1_048_576
_LONGEST_PAGE = 65_536
_PAGE = re.compile(rb'<(www|person)\s[^>]*\bpubltype\s*=\s*"disambiguation"[^>]*>(.*?)</\1>', re.DOTALL)
_AUTHOR = re.compile(rb"<author\b[^>]*>([^<]*)</author>")
_ENCODING = re.compile(rb"""<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def shared_names(file: Input) -> frozenset[str]:
    """Return the names of the disambiguation pages in `file`: who signs with one of them may be anybody of the name.

    The pages stand anywhere, after most works too, so the file is read once for them alone. What cannot be opened
    twice (standard input) has none.

    Raises:
        FileRefused: The file cannot be opened.
    """
    if file.size is None:
        return frozenset()
    declared = _ENCODING.match(file.head())
    encoding = declared[1].decode() if declared is not None else "utf-8"
    names: set[str] = set()
    rest = b""
    with file.open() as packed, with_numbered_characters(packed) as stream:
        try:
            while chunk := stream.read(_CHUNK):
                text = rest + chunk
                end = 0
                if b"disambiguation" in text:
                    for page in _PAGE.finditer(text):
                        names.update(_name(author, encoding) for author in _AUTHOR.findall(page[2]))
                        end = page.end()
                rest = text[max(end, len(text) - _LONGEST_PAGE) :]
        except StreamBrokenError:
            # Whoever reads the records says so, at its place.
            return frozenset(names)
    return frozenset(names)


def _name(written: bytes, encoding: str) -> str:
    try:
        text = written.decode(encoding, "replace")
    except LookupError:
        text = written.decode("utf-8", "replace")
    return " ".join(html.unescape(text).split())

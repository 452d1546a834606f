"""Text in XML 1.0, which has no place for most control characters, not even escaped."""

import re
from xml.sax.saxutils import escape, quoteattr

_NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def attribute(value: str | int | float) -> str:
    """Return a value with its quotes; what cannot stand in XML is U+FFFD, the replacement character."""
    return quoteattr(_possible(str(value)))


def content(value: str | int | float) -> str:
    """Return a value as the text of an element; what cannot stand in XML is U+FFFD, the replacement character."""
    # A parser makes line feeds of carriage returns that are not escaped.
    return escape(_possible(str(value)), {"\r": "&#13;"})


def _possible(text: str) -> str:
    return _NO_CHARACTER.sub("\ufffd", text)

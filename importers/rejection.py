"""What becomes of a record that cannot be used."""

from importers.inputs import Input
from importers.records import Rejected

_RAW_SIZE = 10_000


class UnusableError(Exception):
    """The record cannot be used; the message says why, in words that a person understands."""


def rejected(file: Input, place: str, reason: str, raw: str | bytes) -> Rejected:
    """Return what the quarantine keeps of a record of `file`: `raw` is cut at 10,000 characters."""
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
    # A lone surrogate, from bytes that were no text, cannot be written anywhere.
    return Rejected(file.name, place, reason, text.strip()[:_RAW_SIZE].encode("utf-8", "replace").decode())

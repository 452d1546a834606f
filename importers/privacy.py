"""E-mail addresses are taken out of whatever a record says, before it is kept anywhere.

No field that is read is for them; they stand within affiliations, abstracts, biographies and names.
"""

import re
from typing import Any, TypeVar

import msgspec

# `{ada,bob}@example.org` is two. `mAP@0.5` and `Recall@K.We` are none: the name of a domain has two letters or more,
# and what it ends in is of one case.
_ADDRESS = (
    r"(?:\{[^{}@]{1,200}\}|[A-Za-z0-9](?:[\w.+%'-]{0,62}\w)?)"
    r"@(?:[A-Za-z0-9-]{1,63}\.){0,6}[A-Za-z0-9-]{2,63}\.(?:[a-z]{2,24}|[A-Z]{2,24})(?!\w)"
)
_BARE = re.compile(_ADDRESS)
_WITH_WHAT_IS_ABOUT_IT = re.compile(
    r"(?:[\s,;]*[(\[<]|[\s,;]+|\b)?(?:(?i:electronic address|e-?mails?|mailto)\s*:?\s*)?"
    rf"{_ADDRESS}(?:\s*[,;]\s*{_ADDRESS})*\s*[)\]>]?"
)
_DETACHED_SIGN = re.compile(r"[ \t]+([.,;:])")
_REPEATED_SIGN = re.compile(r"([.,;])[.,;]+")
_SPACE = re.compile(r"\s")

T = TypeVar("T", bound=msgspec.Struct)


def without_addresses(record: T) -> T:
    """Return `record` without e-mail addresses in its texts; identifiers and addresses on the web stay as they are."""
    if b"@" not in msgspec.json.encode(record):
        return record
    said = msgspec.to_builtins(record)
    cleaned = _cleaned(said)
    return record if cleaned == said else msgspec.convert(cleaned, type(record))


def without_address(text: str) -> str:
    """Return `text` without e-mail addresses."""
    if _BARE.search(text) is None:
        return text
    left = _WITH_WHAT_IS_ABOUT_IT.sub(" ", text)
    return _REPEATED_SIGN.sub(r"\1", _DETACHED_SIGN.sub(r"\1", left)).strip(" ,;")


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            # What has no blank is a word, an identifier or an address on the web, unless it is nothing else.
            return without_address(value).strip() or "…" if _SPACE.search(value) or _BARE.fullmatch(value) else value
        case list():
            return [_cleaned(each) for each in value]
        case tuple():
            return tuple(_cleaned(each) for each in value)
        case dict():
            return {name: _cleaned(each) for name, each in value.items()}
        case _:
            return value

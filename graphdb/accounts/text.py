"""Texts that people write about themselves."""

import unicodedata

from graphdb.accounts.errors import BadAccountInputError

# Marks that turn the direction of what follows, also of what is not part of the text, and characters nobody sees.
_UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}
# Joiners are part of how some scripts are written, and of emoji.
_JOINERS = {"\u200c", "\u200d"}


def line(name: str, text: str | None, longest: int) -> str | None:
    """Return a text as one line in Unicode's composed form, None for one of blanks.

    `name` is what the error calls it. Raises `BadAccountInputError` for one of more than `longest` characters, and for
    characters that are not seen.
    """
    composed = unicodedata.normalize("NFC", (text or "")[: 4 * longest + 4])
    shown = " ".join(composed.split())
    if len(shown) > longest:
        raise BadAccountInputError(f"`{name}` may have {longest} characters.")
    if any(unicodedata.category(c) in _UNSEEN and c not in _JOINERS for c in shown):
        raise BadAccountInputError(f"`{name}` has characters that cannot be seen.", "Leave them out.")
    return shown or None


def paragraphs(name: str, text: str | None, longest: int) -> str | None:
    """Return a text of several lines in Unicode's composed form, None for one of blanks.

    Lines keep their ends, of empty ones in a row one is kept. Raises what `line` raises.
    """
    composed = unicodedata.normalize("NFC", (text or "")[: 4 * longest + 4])
    lines = [" ".join(each.split()) for each in composed.splitlines()]
    kept = [each for i, each in enumerate(lines) if each or (i > 0 and lines[i - 1])]
    shown = "\n".join(kept).strip("\n")
    if len(shown) > longest or len(text or "") > 4 * longest + 4:
        raise BadAccountInputError(f"`{name}` may have {longest:,} characters.")
    if any(unicodedata.category(c) in _UNSEEN and c not in _JOINERS and c != "\n" for c in shown):
        raise BadAccountInputError(f"`{name}` has characters that cannot be seen.", "Leave them out.")
    return shown or None

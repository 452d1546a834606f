"""Texts that people write about themselves."""

import unicodedata

from graphdb.accounts.errors import BadAccountInputError

# Marks that turn the direction of what follows, also of what is not part of the text, and characters nobody sees.
_UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}
# Joiners are part of how some scripts are written, and of emoji.
_JOINERS = {"\u200c", "\u200d"}
LONGEST_CLIENT_ID = 100
_LAYOUT = {"\n", "\t"}


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
    """Return a text of any number of lines, as `line` does one: blanks at the ends of lines and of the text are gone.

    It is plain text, whatever it looks like: who shows it shows its characters.
    """
    given = text or ""
    # What is far too long is not looked at.
    composed = unicodedata.normalize("NFC", given) if len(given) <= 4 * longest else given
    lines = composed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    shown = "\n".join(each.rstrip() for each in lines).strip()
    if len(shown) > longest or len(given) > 4 * longest:
        raise BadAccountInputError(f"`{name}` may have {longest:,} characters.", "Say it in fewer.")
    if any(unicodedata.category(c) in _UNSEEN and c not in _JOINERS | _LAYOUT for c in shown):
        raise BadAccountInputError(f"`{name}` has characters that cannot be seen.", "Leave them out.")
    return shown or None


def check_client_id(given: str | None) -> str | None:
    """Return an id that a client has chosen for a wish; raises `BadAccountInputError` for one too long or empty."""
    if given is not None and not 1 <= len(given) <= LONGEST_CLIENT_ID:
        raise BadAccountInputError(f"`clientId` may have 1 to {LONGEST_CLIENT_ID} characters.")
    return given

"""Folded forms of names and titles: the keys under which the graph finds what is written differently."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

SLUG_LENGTH = 80
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_NOT_LETTER = re.compile(r"[\W_]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=65_536)
def slug_base(text: str) -> str:
    """Return `text` in kebab case: ASCII, at most 80 characters, cut at a word; `untitled` if nothing is left."""
    return slug_prefix(text) or "untitled"


def slug_prefix(text: str) -> str:
    """Return what `slug_base` begins with for every text that begins with `text`; empty if that may be anything."""
    ascii_text = anyascii(text).lower().replace("'", "")
    slug = _NOT_WORD.sub("-", ascii_text).strip("-")
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
    return slug


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` without case, diacritics and punctuation, words separated by one blank."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_LETTER.sub(" ", bare).strip()


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """Return the key under which spellings of one person's name meet.

    Folded to ASCII words; single-letter middle names and generational suffixes are left out (`Quoc V. Le` and
    `Quoc Le` share a key), a first initial is kept (`J. Smith` does not meet `Jane Smith`).
    """
    words = _NOT_WORD.sub(" ", anyascii(name.replace("-", "").replace("'", "")).lower()).split()
    if len(words) > 2 and words[-1] in _SUFFIXES:
        words.pop()
    if len(words) > 2:
        words = [words[0], *(w for w in words[1:-1] if len(w) > 1), words[-1]]
    return " ".join(words) or fold(name) or name


def title_key(plain_title: str) -> str:
    """Return the key under which spellings of one title meet."""
    return fold(plain_title).replace(" ", "")

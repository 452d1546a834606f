"""Letters as the indexes fold them: `standard-folding` is Lucene's ASCIIFoldingFilter behind its StandardTokenizer."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# What Lucene's tokenizer takes for a word, near enough: letters and digits with the marks that belong to them, also
# where an apostrophe or a full stop stands between two.
_LETTER = "[\\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u3099\u309a]"
_CUT = (
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Ideographs and hiragana: each is a word of its own to the tokenizer."""
_ALONE = re.compile(_CUT)
_RUN = rf"(?:(?!{_CUT}){_LETTER})+"
_WORD = re.compile(rf"{_CUT}|{_RUN}(?:['’.]{_RUN})*")


@lru_cache(maxsize=8_192)
def fold_letter(letter: str) -> str:
    """Return one character in lower case, Latin letters and digits without diacritics: `É` gives `e`, `ß` `ss`.

    Apostrophes become the typewriter's. Letters of other scripts keep their marks, which tell them apart.
    """
    if letter < "\x80":
        return letter.lower()
    if unicodedata.name(letter, "").startswith(("LATIN ", "FULLWIDTH LATIN ", "FULLWIDTH DIGIT ")):
        return anyascii(letter).lower()
    return "'" if letter in "‘’" else letter.lower()


def fold(text: str) -> str:
    """Return `text` in lower case, its Latin letters without diacritics."""
    return "".join(map(fold_letter, unicodedata.normalize("NFC", text)))


def is_unspaced(word: str) -> bool:
    """Tell whether `word` ends in a script that the tokenizer cuts after every character."""
    return _ALONE.match(word[-1:]) is not None


def words(text: str) -> list[tuple[int, int]]:
    """Return where the words of `text` begin and end."""
    return [match.span() for match in _WORD.finditer(text)]

"""Plain text as LaTeX, in a form that BibTeX can hold."""

import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexencode import UnicodeToLatexEncoder

# BibTeX counts braces, escaped ones too: none may stand alone.
_SPECIAL = {
    "\\": r"{\textbackslash}",
    "{": r"{\ensuremath{\lbrace}}",
    "}": r"{\ensuremath{\rbrace}}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "<": r"{\ensuremath{<}}",
    ">": r"{\ensuremath{>}}",
    "|": r"{\ensuremath{|}}",
    "“": "``",
    "”": "''",
    **{character: f"\\{character}" for character in "&%$#_"},
}
_OPENING_QUOTE = re.compile(r'(?:(?<=^)|(?<=[\s(\[{-]))"')
_encoder = UnicodeToLatexEncoder(
    unknown_char_policy="keep", unknown_char_warning=False, replacement_latex_protection="braces-all"
)
_decoder = LatexNodes2Text()


def as_latex(text: str) -> str:
    """Return `text` with what LaTeX reads otherwise escaped, and with commands for letters that have one.

    Letters of other scripts, and those for which no command is known that leads back to them, stay as they are: today's
    LaTeX reads UTF-8.
    """
    curled = _OPENING_QUOTE.sub("“", text).replace('"', "”")
    return "".join(map(_character, curled)).replace("--", "-{}-")


@lru_cache(maxsize=4_096)
def _character(character: str) -> str:
    if character.isascii() or character in _SPECIAL:
        return _SPECIAL.get(character, character)
    latex = str(_encoder.unicode_to_latex(character))
    leads_back = _decoder.latex_to_text(latex) == character
    return latex if leads_back and "cyr" not in latex.lower() else character

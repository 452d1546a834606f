"""Titles, abstracts and names as sources print them, turned into plain text."""

import html
import logging
import re
import unicodedata
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import LatexMacroNode

_MARKS_OF_MARKUP = re.compile(r"[\\${<&~]|``")
_MARKS_OF_LATEX = re.compile(r"[\\${~]|``")
_MAX_LATEX = 20_000
_MAX_GROUP = 1_000
# Unicode's letters for control characters are of no use in a title, and line ends are blanks there.
_CONTROL = {
    code: " " if chr(code) in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85" else None for code in (*range(32), *range(127, 160))
}
_ZERO_WIDTH = {0x200B: None, 0xFEFF: None, 0x00AD: None}
# Only the tags that publishers and repositories put into titles: `<Taxes>` in a headline is text.
_BLOCK_TAG = re.compile(
    r"</?(?:[a-z]+:)?(?:p|br|div|title|sec|list|list-item|ul|ol|li|h[1-6]|disp-formula|mtr|mtd)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:(?:[a-z]+:)?(?:i|b|u|tt|em|strong|sub|sup|sc|scp|small|span|font|italic|bold|roman|monospace|underline|overline"
    r"|sans-serif|styled-content|named-content|inline-formula|alternatives|tex-math|math|semantics|annotation"
    r"|mrow|mi|mn|mo|ms|mtext|mspace|msub|msup|msubsup|mfrac|msqrt|mroot|mover|munder|munderover|mstyle|mfenced|mtable"
    r"|mpadded|mphantom|mmultiscripts|mprescripts|none|xref|ext-link|fixed-case)|a\s+href=[^<>]*|a)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Pandoc's rule: no blank inside either dollar sign and no digit after the closing one, so that prices stay prices.
_MATH = re.compile(r"(?<!\\)\$\$(.+?)(?<!\\)\$\$|(?<!\\)\$(?=\S)((?:[^$\\]|\\.)+?)(?<=\S)\$(?!\d)", re.DOTALL)
_LONE = re.compile(r"(?<!\\)[$%&#~]")
_TIE = re.compile(r"(?<=[^\s\\])~(?=\S)")
_WORDS = re.compile(r"\s*\S+|\s+\Z")
# `\O stergaard`: the blank ends the command, and the word goes on.
_OPEN_COMMAND = re.compile(r"\\[A-Za-z]+\*?\Z")
_MACRO = re.compile(r"\\[A-Za-z]+\*?\s*|\\(.)|[{}$]")
_COMMAND_IN_MATH = re.compile(r"[\\{}~]")
_FAILED = "%s"
_MATH_LETTER = re.compile("[\U0001d400-\U0001d7ff]+")
_FONT_SWITCHES = (
    *("bf", "rm", "it", "em", "sc", "tt", "sf", "sl", "cal", "frak", "bfseries", "itshape", "scshape", "ttfamily"),
    *("rmfamily", "sffamily", "mdseries", "upshape", "normalfont", "boldmath", "tiny", "small", "large", "Large"),
    *("displaystyle", "textstyle", "scriptstyle", "left", "right", "big", "Big", "bigl", "bigr", "limits", "nolimits"),
    *("textsuperscript", "textsubscript"),
)
# Characters that the decoder does not know by these names, which programs write in place of the characters.
_CHARACTERS = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textunderscore": "_",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "textbraceleft": "{",
    "textbraceright": "}",
}
_FOOTNOTE_MARKS = dict.fromkeys(map(ord, "*†‡§¶<>|"), " ")
_NAME_NOISE = " ,;:"
_DETACHED_HYPHEN = re.compile(r"\.\s+-\s*(?=\w)")


def fold_space(text: str) -> str:
    """Return `text` on one line, words separated by one blank, without control characters."""
    if not text.isprintable():
        text = text.translate(_CONTROL).translate(_ZERO_WIDTH)
    return " ".join(text.split())


def plain_title(text: str) -> str:
    """Return `text` without LaTeX, HTML and MathML, on one line; never raises. Empty only if nothing is printed."""
    if _MARKS_OF_MARKUP.search(text):
        text = _plain(text)
    return fold_space(text)


def plain_abstract(text: str | None) -> str | None:
    """Return `text` as one plain paragraph, or None if it has no words."""
    return (plain_title(text) or None) if text else None


def clean_name(name: str) -> str:
    """Return a person's name as printed, decoded, without footnote marks and stray separators; may be empty."""
    plain = plain_title(name)
    return fold_space(_DETACHED_HYPHEN.sub(".-", plain).translate(_FOOTNOTE_MARKS)).strip(_NAME_NOISE)


@lru_cache(maxsize=16_384)
def plain_math(tex: str) -> str:
    """Return what TeX math (without its dollar signs) looks like in plain text; never raises."""
    if not _COMMAND_IN_MATH.search(tex):
        return tex
    return _decode(f"${tex}$")


def _plain(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub(" ", text))
    if not _MARKS_OF_LATEX.search(text):
        return text
    # Math is decoded piece by piece and cached: a few symbols make up most of it, and the decoder is slow.
    pieces: list[str] = []
    end = 0
    for found in _MATH.finditer(text):
        pieces += (_plain_text_mode(text[end : found.start()]), plain_math(found[1] or found[2]))
        end = found.end()
    pieces.append(_plain_text_mode(text[end:]))
    return "".join(pieces)


def _plain_text_mode(text: str) -> str:
    if "``" in text:
        text = text.replace("``", "“").replace("''", "”")
    if "~" in text:
        text = _TIE.sub(" ", text)
    if "\\" not in text and "{" not in text:
        return text
    # The decoder looks at every character in turn: it is given only the words that hold commands or braces.
    pieces: list[str] = []
    group = ""
    for word in _WORDS.findall(text):
        group += word
        if "\\" not in group and "{" not in group:
            pieces.append(group)
        elif len(group) > _MAX_GROUP or (group.count("{") <= group.count("}") and not _OPEN_COMMAND.search(group)):
            pieces.append(_text_command(group))
        else:
            continue
        group = ""
    pieces.append(_text_command(group))
    return "".join(pieces)


@lru_cache(maxsize=16_384)
def _text_command(latex: str) -> str:
    # Outside of math these are text in metadata, though LaTeX would take them for commands.
    return _decode(_LONE.sub(r"\\\g<0>", latex))


def _decode(latex: str) -> str:
    if len(latex) <= _MAX_LATEX:
        # The blanks at both ends are the decoder's to drop, and ours to keep between two pieces.
        before = " " if latex[:1].isspace() else ""
        after = " " if latex[-1:].isspace() else ""
        try:
            decoded = str(_DECODER.latex_to_text(latex))
        except Exception:  # noqa: BLE001 - whatever the decoder trips over, the title is still printed
            decoded = _FAILED
        # A macro without its arguments leaves the decoder's own pattern behind.
        if _FAILED not in decoded or _FAILED in latex:
            return before + _MATH_LETTER.sub(_plain_letter, decoded).strip() + after
    return _MACRO.sub(lambda found: found[1] or "", latex)


def _name_of_unknown_macro(node: LatexMacroNode) -> str:
    return f"{node.macroname}{node.macro_post_space}"


def _plain_letter(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _decoder() -> LatexNodes2Text:
    database = get_default_latex_context_db()
    # `\Q` that an author defined for himself reads better as Q than as nothing.
    fonts = [MacroTextSpec(name, simplify_repl="") for name in _FONT_SWITCHES]
    database.add_context_category("font-switches", macros=fonts, prepend=True)
    characters = [MacroTextSpec(name, simplify_repl=character) for name, character in _CHARACTERS.items()]
    database.add_context_category("characters", macros=characters, prepend=True)
    database.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=_name_of_unknown_macro))
    return LatexNodes2Text(latex_context=database, math_mode="text", keep_comments=True, strict_latex_spaces=False)


_DECODER = _decoder()
# It warns of every macro that lacks its arguments; such a title is decoded in our own way instead.
logging.getLogger("pylatexenc.latex2text").setLevel(logging.ERROR)

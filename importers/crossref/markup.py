"""Titles and abstracts of Crossref, which hold JATS, MathML and HTML."""

import re

from importers.text import fold_space, plain_abstract, plain_title

_PREFIX = r"(?:[a-z]+:)?"
# The same formula in several forms: the one in TeX is read best.
_ALTERNATIVES = re.compile(rf"<{_PREFIX}alternatives\b[^>]*>(.*?)</{_PREFIX}alternatives>", re.DOTALL | re.IGNORECASE)
_TEX = re.compile(rf"<{_PREFIX}tex-math\b[^>]*>(.*?)</{_PREFIX}tex-math>", re.DOTALL | re.IGNORECASE)
_DOCUMENT = re.compile(r"\\documentclass.*?\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_HEADING = re.compile(
    rf"\A\s*(?:<{_PREFIX}sec\b[^>]*>\s*)?<{_PREFIX}title\b[^>]*>\s*(?:abstract|summary)\W*</{_PREFIX}title>",
    re.IGNORECASE,
)

# How one publisher writes it into the text.
_MARKED = re.compile(r"\A[▪■•]\s*Abstract\s+")


def plain(text: str | None) -> str:
    """Return a title, a name or a reference as plain text on one line; empty if there is none."""
    return plain_title(_simple(text)) if text else ""


def printed(text: str) -> str:
    """Return a title as it is deposited, markup included, on one line."""
    return fold_space(text)


def abstract_of(text: str | None) -> str | None:
    """Return an abstract as one plain paragraph, without the heading that says no more than that it is one."""
    abstract = plain_abstract(_HEADING.sub("", _simple(text), count=1)) if text else None
    return _MARKED.sub("", abstract) if abstract is not None else None


def _simple(text: str) -> str:
    if "alternatives" in text:
        text = _ALTERNATIVES.sub(_one_of, text)
    return _DOCUMENT.sub(r"\1", text) if "\\documentclass" in text else text


def _one_of(alternatives: re.Match[str]) -> str:
    tex = _TEX.search(alternatives[1])
    return tex[1] if tex is not None else alternatives[1]

"""The authors of arXiv's papers, as its formats write them: name by name, in parts, or all in one string."""

import re
from collections.abc import Iterable, Sequence

from importers.records import AuthorRecord
from importers.text import clean_name, fold_space, plain_title

_WORD = re.compile(r"[^\W\d_]{2,}")
# `for the CMS Collaboration`, by itself or after somebody's name.
_FOR = re.compile(
    r"(?:(.*?)[,\s]+)??((?:on behalf of|for)\s+(?:the\s+)?(.*\b(?:collaborations?|consortium)))", re.IGNORECASE
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_OTHERS = re.compile(r"(?:and\s+)?(?:et\.? al\.?|others)", re.IGNORECASE)
# What stands between two authors, outside of brackets.
_BETWEEN = re.compile(r",\s*and\s+|,|;|:|\s+and\s+|\s*\\?&\s*")
_MARK = r"(?:\d{1,3}|[a-z])"
_NOTE = re.compile(rf"\(\s*({_MARK})\s*\)\s*")
_AND = r"\s*(?:,|and|&)\s*"
_MARKS = re.compile(rf"\s*{_MARK}(?:{_AND}{_MARK})*\s*")


def author(name: str, affiliations: Iterable[str] = ()) -> AuthorRecord | None:
    """Return the author of a name in reading order; None if nothing of it is a name.

    A collaboration is followed by a colon, which some lists make an author of its own. What somebody writes `for the`
    collaboration is no part of the name: it stands with the affiliations. Footnote numbers among those are left out.
    """
    cleaned = clean_name(name)
    places = [plain_title(each) for each in affiliations]
    if on_behalf := _FOR.fullmatch(cleaned):
        cleaned = on_behalf[1] or on_behalf[3]
        places += [on_behalf[2]] if on_behalf[1] else []
    if not cleaned:
        return None
    printed = "; ".join(place for place in places if any(word != "and" for word in _WORD.findall(place)))
    return AuthorRecord(cleaned, raw_affiliation=printed or None)


def authors(written: Iterable[tuple[str, Sequence[str]]]) -> tuple[AuthorRecord, ...]:
    """Return the authors of (name in reading order, affiliations)."""
    found = (author(name, affiliations) for name, affiliations in written)
    return tuple(each for each in found if each is not None)


def authors_of_line(line: str) -> tuple[AuthorRecord, ...]:
    """Return the authors of one string, as arXiv asks its submitters to write it.

    Names are separated by commas or `and`; brackets after a name hold an affiliation, or the numbers of affiliations
    that stand in brackets at the end: `A. Uno (1), B. Due (1 and 2) ((1) Here, (2) There)`.
    """
    names: list[str] = []
    brackets: list[list[str]] = []
    for text, notes in _split(fold_space(line)):
        name = text.strip()
        if name and _SUFFIX.fullmatch(name) and names:
            names[-1] += f" {name}"
        elif name and not _OTHERS.fullmatch(name):
            names.append(name)
            brackets.append([])
        if brackets:
            brackets[-1] += notes
    table = {mark: place for notes in brackets for note in notes for mark, place in _table(note).items()}
    return authors((name, _places(notes, table)) for name, notes in zip(names, brackets, strict=True))


def _split(line: str) -> list[tuple[str, list[str]]]:
    """Return each part between separators without its brackets, and what stands in them."""
    parts: list[tuple[str, list[str]]] = []
    notes: list[str] = []
    text = ""
    place = start = depth = 0
    while place < len(line):
        character = line[place]
        if depth == 0 and (between := _BETWEEN.match(line, place)):
            parts.append((text, notes))
            text, notes = "", []
            place = between.end()
            continue
        if character == "(":
            start = place + 1 if depth == 0 else start
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if depth == 0:
                notes.append(line[start:place])
        elif depth == 0:
            # An escaped character, as in `\\&`, is no separator.
            text += line[place : place + 2] if character == "\\" else character
            place += character == "\\"
        place += 1
    if depth:
        notes.append(line[start:])
    return [*parts, (text, notes)]


def _table(note: str) -> dict[str, str]:
    """Return what the footnotes of a bracket say: `(1) Here, (2) There`."""
    marks = list(_NOTE.finditer(note))
    ends = (*(mark.start() for mark in marks[1:]), len(note))
    return {mark[1]: note[mark.end() : end].strip(" ,;.") for mark, end in zip(marks, ends, strict=False)}


def _places(notes: Sequence[str], table: dict[str, str]) -> list[str]:
    places: list[str] = []
    for note in notes:
        if _NOTE.search(note):
            continue
        if _MARKS.fullmatch(note) and table:
            places += (table[mark] for mark in re.split(_AND, note.strip()) if mark in table)
        else:
            places.append(note)
    return places

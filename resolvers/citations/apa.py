"""References as the American Psychological Association prints them (Publication Manual, 7th edition), as plain text.

Titles keep their capitals: which of them are those of names cannot be told.
"""

import re
import unicodedata

from graphdb.citations import CitedWorkRecord
from resolvers.citations.facts import address, container, is_in_arxiv_alone
from resolvers.citations.names import Name, parts_of

_LISTED = 20
"""Authors up to which all are listed; of more the first nineteen and the last."""
_IN_BRACKETS = {
    "dataset": "Data set",
    "preprint": "Preprint",
    "software": "Computer software",
    "thesis": "Thesis",
}
_IN_A_WHOLE = frozenset({"chapter", "conference"})
_ENDS = (".", "?", "!")
_QUOTES = "\"'”’»"


def apa(work: CitedWorkRecord, permalink: str) -> str:
    """Return the reference of a work in one line."""
    authors = _authors([parts_of(author.name) for author in work.authors])
    year = f"({work.year or 'n.d.'})"
    title = _title(work)
    parts = [authors, year, title] if authors else [title, year]
    parts += [*_appeared_in(work), address(work, permalink)]
    sentences = [part if part.rstrip(_QUOTES).endswith(_ENDS) else f"{part}." for part in parts[:-1]]
    # A full stop would become part of the address.
    return " ".join([*sentences, parts[-1]])


def _title(work: CitedWorkRecord) -> str:
    title = work.title.rstrip(".")
    if is_in_arxiv_alone(work):
        return f"{title} (arXiv:{work.arxiv})"
    kind = _IN_BRACKETS.get(work.type)
    return f"{title} [{kind}]" if kind else title


def _appeared_in(work: CitedWorkRecord) -> list[str]:
    """Return the journal with volume, issue and pages, the whole that the work is a part of, or the archive."""
    pages = re.sub("[-–]", "–", work.pages, count=1) if work.pages else ""
    name = container(work)
    if is_in_arxiv_alone(work):
        return [work.publisher or "arXiv"]
    if name is None:
        archive = work.source.name if work.source is not None else None
        return [publisher] if (publisher := work.publisher or archive) else []
    if work.type in _IN_A_WHOLE and (work.source is None or work.source.kind != "journal"):
        within = f" ({'pp.' if '–' in pages else 'p.'} {pages})" if pages else ""
        return [f"In {name}{within}", *([work.publisher] if work.publisher else [])]
    issue = f"({work.issue})" if work.issue else ""
    return [", ".join(part for part in (name, f"{work.volume or ''}{issue}", pages) if part)]


def _authors(names: list[Name]) -> str:
    listed = [_author(name) for name in names]
    if len(listed) > _LISTED:
        return f"{', '.join(listed[: _LISTED - 1])}, . . . {listed[-1]}"
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])}, & {listed[-1]}"


def _author(name: Name) -> str:
    if name.literal:
        return name.literal
    initials = " ".join(filter(None, map(_initials, name.given.split())))
    return ", ".join(part for part in (name.family_with_particle, initials, name.suffix) if part)


def _initials(word: str) -> str:
    """`Jean-Paul` gives `J.-P.`; a word without letters gives nothing."""
    letters = [
        next((character for character in unicodedata.normalize("NFC", part) if character.isalpha()), "")
        for part in word.split("-")
    ]
    return "-".join(f"{letter.upper()}." for letter in letters if letter)

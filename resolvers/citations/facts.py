"""What several styles say of a work in the same way."""

import re

from anyascii import anyascii

from graphdb.citations import CitedWorkRecord
from graphdb.identifier_urls import identifier_url
from resolvers.citations.names import parts_of

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
# Words that begin many titles and tell none from another.
_STOP_WORDS = frozenset({"a", "an", "the", "on", "in", "of", "for", "and", "to", "from", "with", "towards", "toward"})


def published_on(work: CitedWorkRecord) -> tuple[int, int, int] | None:
    """Return year, month and day of publication; None where the known date is that of an earlier version."""
    found = _DATE.match(work.first_published_at or "")
    if found is None or int(found[1]) != work.year:
        return None
    return int(found[1]), int(found[2]), int(found[3])


def address(work: CitedWorkRecord, permalink: str) -> str:
    """Return where the work is found: by its DOI, else at its publisher or archive, else on this site."""
    if work.doi is not None:
        return identifier_url("doi", work.doi, "Work") or permalink
    if work.landing_page_url is not None:
        return work.landing_page_url
    return (identifier_url("arxiv", work.arxiv, "Work") if work.arxiv is not None else None) or permalink


def is_in_arxiv_alone(work: CitedWorkRecord) -> bool:
    """Say whether the work appeared in arXiv and, as far as is known, nowhere else."""
    return work.arxiv is not None and work.type == "preprint" and container(work) is None


def container(work: CitedWorkRecord) -> str | None:
    """Return the name of the journal, conference or book that the work appeared in; None for an archive alone."""
    if work.source is None or work.source.kind in {"archive", "repository"}:
        return None
    return work.source.name


def citation_key(work: CitedWorkRecord) -> str:
    """Return a short name in ASCII: first author, year and first telling word of the title, `raghu2019rapid`."""
    name = parts_of(work.authors[0].name) if work.authors else None
    author = _ascii(name.literal.split(" ")[0] if name.literal else name.family) if name else ""
    words = [word for word in _NOT_WORD.sub(" ", anyascii(work.title).lower()).split() if word not in _STOP_WORDS]
    return f"{author or 'anonymous'}{work.year or ''}{words[0] if words else ''}"


def _ascii(text: str) -> str:
    return _NOT_WORD.sub("", anyascii(text).lower())

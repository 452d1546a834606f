"""RIS, the format of reference managers (tags as EndNote and Zotero read them)."""

import re
from collections.abc import Iterator

from graphdb.citations import CitedWorkRecord
from resolvers.citations.facts import address, container, is_in_arxiv_alone, published_on
from resolvers.citations.names import Name, parts_of

_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "conference": "CPAPER",
    "dataset": "DATA",
    "editorial": "JOUR",
    "preprint": "UNPB",
    "proceedings": "CONF",
    "report": "RPRT",
    "review": "JOUR",
    "software": "COMP",
    "thesis": "THES",
}


def ris(work: CitedWorkRecord, permalink: str) -> str:
    """Return the reference of a work, from `TY` to `ER`, ending in a line end."""
    return "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in _lines(work, permalink)) + "ER  - \n"


def _lines(work: CitedWorkRecord, permalink: str) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(work.type, "GEN")
    yield "ID", work.slug
    yield "TI", work.title
    for author in work.authors:
        yield "AU", _inverted(parts_of(author.name))
    if work.year is not None:
        yield "PY", str(work.year)
    if date := published_on(work):
        yield "DA", f"{date[0]}/{date[1]:02}/{date[2]:02}"
    name = container(work)
    if name is not None:
        yield "T2", name
        for issn in work.source.issn if work.source is not None else ():
            yield "SN", issn
    yield from _places(work)
    publisher = work.publisher or ("arXiv" if is_in_arxiv_alone(work) else None)
    if publisher is not None:
        yield "PB", publisher
    if work.language is not None:
        yield "LA", work.language
    if work.doi is not None:
        yield "DO", work.doi
    yield "UR", address(work, permalink)
    if work.arxiv is not None:
        yield "AN", f"arXiv:{work.arxiv}"
    for keyword in work.keywords:
        yield "KW", keyword
    if work.abstract is not None:
        yield "AB", work.abstract


def _places(work: CitedWorkRecord) -> Iterator[tuple[str, str]]:
    if work.volume is not None:
        yield "VL", work.volume
    if work.issue is not None:
        yield "IS", work.issue
    if work.pages is not None:
        first, *last = re.split("[-–]", work.pages, maxsplit=1)
        yield "SP", first
        if last:
            yield "EP", last[0]


def _inverted(name: Name) -> str:
    return ", ".join(part for part in (name.inverted, name.suffix) if part)

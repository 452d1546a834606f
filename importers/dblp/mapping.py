"""A publication's record in DBLP as a work."""

import re

from lxml import etree

from graphdb.identifiers import normalise
from graphdb.text import fold
from importers.addresses import identifier_at, with_arxiv
from importers.arxiv.works import ARCHIVE
from importers.dblp.people import SOURCE, authors_of, text_of
from importers.records import Identifier, SourceKind, VenueRecord, WorkRecord, WorkType
from importers.rejection import UnusableError
from importers.text import fold_space, plain_title

SITE = "https://dblp.org/rec/"
WORKS = {
    "article": WorkType.ARTICLE,
    "inproceedings": WorkType.CONFERENCE,
    "proceedings": WorkType.PROCEEDINGS,
    "book": WorkType.BOOK,
    "incollection": WorkType.CHAPTER,
    "phdthesis": WorkType.THESIS,
    "mastersthesis": WorkType.THESIS,
    "data": WorkType.DATASET,
    "www": WorkType.OTHER,
}
"""What is a work, by the name of its element; `www` is one only where it is no person."""
_OF_PUBLICATION_TYPE = {
    "informal": WorkType.PREPRINT,
    "survey": WorkType.REVIEW,
    "software": WorkType.SOFTWARE,
    "dataset": WorkType.DATASET,
    "edited": WorkType.BOOK,
}
_PRINTS_ON = {"inproceedings": SourceKind.CONFERENCE, "proceedings": SourceKind.CONFERENCE}
_YEAR = re.compile(r"(?:1[5-9]|20)\d{2}")
_PART = re.compile(r"\s*\(\d+\)\Z")
_ARXIV_VOLUME = re.compile(r"(?:abs/)?(\S+)")
# An ellipsis is the author's own.
_ADDED_STOP = re.compile(r"(?<!\.)\.\Z")
_NOT_CITED = "..."


def work_of(record: etree._Element, shared_names: frozenset[str]) -> WorkRecord:
    """Return the work that a publication's record describes; `shared_names` are those of several people.

    Raises:
        UnusableError: The record has no key or title, or an author without a name.
    """
    key = normalise("dblp", record.get("key", ""))
    if key is None:
        raise UnusableError(f"{record.get('key', '')!r} is no key of DBLP's")
    title_element = record.find("title")
    plain = _ADDED_STOP.sub("", plain_title(text_of(title_element))) if title_element is not None else ""
    if title_element is None or not plain:
        raise UnusableError("it has no title")
    kinds = record.get("publtype", "").split()
    is_preprint = key.startswith("journals/corr/")
    pages = [text for each in record.iterchildren("ee") if (text := text_of(each))]
    identifiers = _identifiers(key, pages, _field(record, "volume") if is_preprint else None)
    year = _YEAR.search(_field(record, "year") or "")
    address = next((each for each in pages if "wikidata.org" not in each), SITE + key)
    return WorkRecord(
        source=SOURCE,
        key=key,
        identifiers=identifiers,
        title=_printed(title_element),
        plain_title=plain,
        type=_type(str(record.tag), kinds, is_preprint=is_preprint),
        authors=authors_of(record, shared_names),
        year=int(year[0]) if year is not None else None,
        venue=ARCHIVE if is_preprint else _venue(record),
        references=tuple(_references(record)),
        url=address,
        pdf_url=next((each for each in pages if each.lower().endswith(".pdf")), None),
        is_open_access=True if is_preprint or any(e.get("type") == "oa" for e in record.iterchildren("ee")) else None,
        retracted="withdrawn" in kinds,
        volume=None if is_preprint else _field(record, "volume"),
        issue=_field(record, "number"),
        pages=_field(record, "pages"),
        publisher=_field(record, "publisher") or _field(record, "school"),
    )


def _field(record: etree._Element, name: str) -> str | None:
    element = record.find(name)
    return (text_of(element) or None) if element is not None else None


def _printed(title: etree._Element) -> str:
    """Return a title with its markup (`sub`, `sup`, `i`, `tt`) as it stands in the file."""
    if not len(title):
        return text_of(title)
    inner = (title.text or "", *(str(etree.tostring(each, encoding="unicode")) for each in title))
    return fold_space("".join(inner))


def _type(element: str, kinds: list[str], *, is_preprint: bool) -> WorkType:
    if is_preprint:
        return WorkType.PREPRINT
    return next((_OF_PUBLICATION_TYPE[kind] for kind in kinds if kind in _OF_PUBLICATION_TYPE), WORKS[element])


def _identifiers(key: str, pages: list[str], arxiv_volume: str | None) -> tuple[Identifier, ...]:
    """Return the key and, of each scheme, what the first electronic edition that has one says."""
    found = {"dblp": Identifier("dblp", key)}
    if arxiv_volume and (written := _ARXIV_VOLUME.fullmatch(arxiv_volume)):
        arxiv = normalise("arxiv", written[1])
        if arxiv is not None:
            found["arxiv"] = Identifier("arxiv", arxiv)
    for page in pages:
        identifier = identifier_at(page)
        if identifier is not None:
            found.setdefault(identifier.scheme, identifier)
    return with_arxiv(list(found.values()))


def _venue(record: etree._Element) -> VenueRecord | None:
    journal = _field(record, "journal")
    name = journal or _PART.sub("", _field(record, "booktitle") or "")
    if not name:
        return None
    kind = SourceKind.JOURNAL if journal else _PRINTS_ON.get(str(record.tag), SourceKind.OTHER)
    return VenueRecord(name, kind, (Identifier("name", fold(name) or name),))


def _references(record: etree._Element) -> list[Identifier]:
    cited = (text_of(each) for each in record.iterchildren("cite"))
    keys = (normalise("dblp", each) for each in cited if each != _NOT_CITED)
    return [Identifier("dblp", key) for key in dict.fromkeys(keys) if key]

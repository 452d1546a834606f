"""A paper of the ACL Anthology as a work."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from graphdb.identifiers import normalise
from importers.acl.ids import paper_id
from importers.acl.people import People
from importers.records import AuthorRecord, Identifier, VenueRecord, WorkRecord, WorkType
from importers.text import clean_name, fold_space, plain_math

SOURCE = "acl"
SITE = "https://aclanthology.org"
# ISO 639-3, as the Anthology writes languages, to ISO 639-1.
# fmt: off
_LANGUAGES: dict[str, str] = {
    "ara": "ar", "cat": "ca", "ces": "cs", "cmn": "zh", "dan": "da", "deu": "de", "ell": "el", "eng": "en",
    "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "glg": "gl", "heb": "he", "hin": "hi", "hun": "hu",
    "ind": "id", "isl": "is", "ita": "it", "jpn": "ja", "kor": "ko", "nld": "nl", "nor": "no", "pol": "pl",
    "por": "pt", "ron": "ro", "rus": "ru", "spa": "es", "swe": "sv", "tur": "tr", "ukr": "uk", "vie": "vi",
    "zho": "zh",
}
# fmt: on


class NotAWorkError(Exception):
    """The paper cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class VolumeContext:
    """What a paper takes from its volume."""

    collection: str
    volume: str
    year: int | None
    venue: VenueRecord | None
    is_journal: bool


def work_of(paper: etree._Element, context: VolumeContext, people: People, dois: set[str]) -> WorkRecord:
    """Return the work that a `<paper>` element describes.

    `dois` are those of the papers before it: a DOI that stands a second time is a slip and would join two works.

    Raises:
        NotAWorkError: The paper has no usable id, no title, or an author without a name.
    """
    number = paper.get("id", "")
    acl_id = paper_id(context.collection, context.volume, number)
    if acl_id is None:
        raise NotAWorkError(f"collection {context.collection!r}, volume and paper {number!r} make no Anthology id")
    fields = {str(child.tag): child for child in paper}
    title_element = fields.get("title")
    title, plain_title = _marked_up(title_element) if title_element is not None else ("", "")
    if not title:
        raise NotAWorkError("it has no title")
    plain_title = plain_title or title
    abstract_element = fields.get("abstract")
    abstract = _marked_up(abstract_element)[1] if abstract_element is not None else ""
    address = _text(fields.get("url"))
    removed = "removed" in fields
    pdf_url = _pdf(fields, acl_id, address)
    return WorkRecord(
        source=SOURCE,
        key=acl_id,
        identifiers=(Identifier("acl", acl_id), *_doi(_text(fields.get("doi")) or address, dois)),
        title=title,
        plain_title=plain_title,
        type=WorkType.ARTICLE if context.is_journal else WorkType.CONFERENCE,
        authors=_authors(paper, people),
        abstract=abstract or None,
        year=context.year,
        language=_language(_text(fields.get("language"))),
        venue=context.venue,
        url=f"{SITE}/{acl_id}/",
        pdf_url=None if removed or not pdf_url else pdf_url,
        is_open_access=True if pdf_url and not removed else None,
        retracted=removed or "retracted" in fields,
    )


def _authors(paper: etree._Element, people: People) -> tuple[AuthorRecord, ...]:
    authors: list[AuthorRecord] = []
    taken: set[Identifier] = set()
    elements = list(paper.iterchildren("author"))
    orcids = [normalise("orcid", each.get("orcid") or "") for each in elements]
    # One that is given to several authors is a slip.
    used = Counter(orcids)
    for element, orcid in zip(elements, orcids, strict=True):
        first = last = affiliation = ""
        for part in element:
            if part.tag == "first":
                first = part.text.strip() if part.text else ""
            elif part.tag == "last":
                last = part.text.strip() if part.text else ""
            elif part.tag == "affiliation":
                affiliation = fold_space(part.text or "")
        name = clean_name(f"{first} {last}")
        if not name:
            raise NotAWorkError(f"author {len(authors) + 1} has no name")
        person = people.find(first, last, element.get("id"), orcid if used[orcid] == 1 else None)
        key = person.key
        if key in taken:
            # One person cannot be two authors of a paper: the second is a namesake or a slip, and known by name only.
            key = None
        if key is None:
            authors.append(AuthorRecord(name, raw_affiliation=affiliation or None))
            continue
        taken.add(key)
        authors.append(
            AuthorRecord(
                name=name,
                key=key,
                rule=person.rule,
                identifiers=person.identifiers,
                preferred_name=person.preferred_name,
                raw_affiliation=affiliation or None,
            )
        )
    return tuple(authors)


def _pdf(fields: Mapping[str, etree._Element], acl_id: str, address: str) -> str:
    """Return where the PDF of a paper is; "" if the Anthology knows of none."""
    if "pdf" in fields:
        # So it is written today; the Anthology's own are called by the paper's id.
        elsewhere = _text(fields["pdf"]) or fields["pdf"].get("href", "")
        return elsewhere if "://" in elsewhere else f"{SITE}/{acl_id}.pdf"
    if address and "://" not in address:
        return f"{SITE}/{address}.pdf"
    return address if address.lower().endswith(".pdf") else ""


def _doi(written: str, dois: set[str]) -> tuple[Identifier, ...]:
    doi = normalise("doi", written) if written else None
    if doi is None or doi in dois:
        return ()
    dois.add(doi)
    return (Identifier("doi", doi),)


def _language(written: str) -> str | None:
    code = written.lower().partition("-")[0]
    return _LANGUAGES.get(code, code if len(code) == 2 else None)


def _text(element: etree._Element | None) -> str:
    return element.text.strip() if element is not None and element.text else ""


def _marked_up(element: etree._Element) -> tuple[str, str]:
    """Return the text of an element with its TeX math between dollar signs, and with the math decoded."""
    if not len(element):
        text = fold_space(element.text or "")
        return text, text
    printed: list[str] = []
    plain: list[str] = []
    _collect(element, printed, plain)
    return fold_space("".join(printed)), fold_space("".join(plain))


def _collect(element: etree._Element, printed: list[str], plain: list[str]) -> None:
    if element.tag == "tex-math":
        tex = "".join(str(text) for text in element.itertext()).strip()
        printed.append(f"${tex}$")
        plain.append(plain_math(tex))
        return
    if element.text:
        printed.append(element.text)
        plain.append(element.text)
    for child in element:
        _collect(child, printed, plain)
        if child.tail:
            printed.append(child.tail)
            plain.append(child.tail)

"""A record of ORCID as a researcher."""

import re
from collections.abc import Iterator

from lxml import etree

from graphdb.identifiers import normalise
from importers.addresses import identifier_at, identifier_of
from importers.records import (
    AffiliationRecord,
    EntityKind,
    Identifier,
    InstitutionRecord,
    Record,
    Redirect,
    ResearcherEntry,
)
from importers.rejection import UnusableError
from importers.text import clean_name, fold_space, plain_abstract

SOURCE = "orcid"
# The strongest first: a group of works is named by one of them.
_WORK_SCHEMES = {"doi": "doi", "arxiv": "arxiv", "pmid": "pmid", "pmc": "pmcid"}
_PERSON_SCHEMES = {"scopus author id": "scopus", "researcherid": "researcherid", "researcher id": "researcherid"}
_AFFILIATIONS = (
    "activities-summary/employments//employment-summary",
    "activities-summary/educations//education-summary",
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_FUNDER = re.compile(r"(?:\S*10\.13039/)?(\d+)")
_GRID = re.compile(r"(?:\S*/)?(grid\.\d+\.[0-9a-f]+)", re.IGNORECASE)


def records_of(record: etree._Element) -> Iterator[Record]:
    """Yield the researcher whose record this is, or whose record has taken its place.

    Raises:
        UnusableError: The record has no ORCID iD, is deactivated, or shows no name.
    """
    path = record.findtext("orcid-identifier/path") or record.get("path") or record.findtext("path") or ""
    orcid = normalise("orcid", path.strip().strip("/"))
    if orcid is None:
        raise UnusableError(f"{path!r} is no ORCID iD")
    own = Identifier("orcid", orcid)
    kept = normalise("orcid", record.findtext("deprecated/primary-record/path") or "")
    if kept is not None:
        yield Redirect(SOURCE, EntityKind.RESEARCHER, own, Identifier("orcid", kept))
        return
    if (record.findtext("history/deactivation-date") or "").strip():
        raise UnusableError("the person has deactivated it")
    names = _names(record)
    if not names:
        raise UnusableError("it shows no name of the person")
    urls = (_text(each, "url") for each in record.iterfind("person/researcher-urls/researcher-url"))
    yield ResearcherEntry(
        source=SOURCE,
        key=orcid,
        identifiers=(own, *_other_ids(record)),
        name=names[0],
        name_variants=tuple(names[1:]),
        bio=plain_abstract(record.findtext("person/biography/content")),
        affiliations=tuple(_affiliations(record)),
        works=tuple(dict.fromkeys(_works(record))),
        urls=tuple(dict.fromkeys(url for url in urls if url)),
    )


def _names(record: etree._Element) -> list[str]:
    """Return the name to credit, the given and family names, and the other names, each once."""
    name = record.find("person/name")
    parts = (_text(name, "given-names"), _text(name, "family-name")) if name is not None else ()
    credit = _text(name, "credit-name") if name is not None else ""
    others = (_text(each, "content") for each in record.iterfind("person/other-names/other-name"))
    written = (clean_name(each) for each in (credit, " ".join(parts), *others))
    return list(dict.fromkeys(each for each in written if each))


def _other_ids(record: etree._Element) -> Iterator[Identifier]:
    found: dict[Identifier, None] = {}
    for element in record.iterfind("person/external-identifiers/external-identifier"):
        scheme = _PERSON_SCHEMES.get(_text(element, "external-id-type").lower())
        value = _text(element, "external-id-value")
        if scheme and value and _is_own(element):
            found[Identifier(scheme, value)] = None
    yield from found


def _affiliations(record: etree._Element) -> Iterator[AffiliationRecord]:
    for summary in (each for path in _AFFILIATIONS for each in record.iterfind(path)):
        organization = summary.find("organization")
        name = _text(organization, "name") if organization is not None else ""
        if organization is None or not name:
            continue
        yield AffiliationRecord(
            InstitutionRecord(
                name=name,
                identifiers=tuple(_institution_ids(organization)),
                country=_text(organization, "address/country").upper() or None,
                city=_text(organization, "address/city") or None,
            ),
            since=_year(summary, "start-date/year"),
            until=_year(summary, "end-date/year"),
            role=_text(summary, "role-title") or None,
        )


def _institution_ids(organization: etree._Element) -> Iterator[Identifier]:
    for each in organization.iterfind("disambiguated-organization"):
        value = _text(each, "disambiguated-organization-identifier")
        match _text(each, "disambiguation-source").upper():
            case "ROR" if ror := normalise("ror", value):
                yield Identifier("ror", ror)
            case "GRID" if grid := _GRID.fullmatch(value):
                yield Identifier("grid", grid[1].lower())
            case "FUNDREF" if funder := _FUNDER.fullmatch(value):
                yield Identifier("fundref", funder[1])
            case "RINGGOLD" | "LEI" as source if value:
                yield Identifier(source.lower(), value)


def _works(record: etree._Element) -> Iterator[Identifier]:
    """Yield one identifier for each group of works that has one: a group is one work, said by several."""
    for group in record.iterfind("activities-summary/works/group"):
        found: dict[str, Identifier] = {}
        for ids in group.iter("external-ids"):
            for element in ids.iterchildren("external-id"):
                identifier = _work_id(element) if _is_own(element) else None
                if identifier is not None:
                    found.setdefault(identifier.scheme, identifier)
            # Those of the group come first; those of single summaries may be mistaken.
            if found:
                break
        best = next((found[scheme] for scheme in _WORK_SCHEMES.values() if scheme in found), None)
        best = best or next(iter(found.values()), None)
        if best is not None:
            yield best


def _work_id(element: etree._Element) -> Identifier | None:
    type_ = _text(element, "external-id-type").lower()
    value = _text(element, "external-id-value")
    if type_ == "uri":
        return identifier_at(value)
    scheme = _WORK_SCHEMES.get(type_)
    return identifier_of(scheme, value) if scheme and value else None


def _is_own(element: etree._Element) -> bool:
    """Say whether an external id names the thing itself, not what it is a part, a version or the funding of."""
    return _text(element, "external-id-relationship").lower() in {"self", ""}


def _year(element: etree._Element, path: str) -> int | None:
    year = _YEAR.fullmatch(_text(element, path))
    return int(year[0]) if year is not None else None


def _text(element: etree._Element, path: str) -> str:
    return fold_space(element.findtext(path) or "")

"""OpenAlex's own records of people, institutions and sources, and what works say of these in short."""

from collections.abc import Iterable

from graphdb.identifiers import normalise
from importers.arxiv.works import ARCHIVE
from importers.openalex.ids import ARXIV, SOURCE, identifier
from importers.openalex.shapes import Affiliation, Institution, Organization, Person, Source
from importers.records import (
    AffiliationRecord,
    Identifier,
    InstitutionEntry,
    InstitutionRecord,
    ResearcherEntry,
    SourceEntry,
    SourceKind,
    VenueRecord,
)
from importers.rejection import UnusableError
from importers.text import clean_name, fold_space, plain_title

_KINDS = {
    "conference": SourceKind.CONFERENCE,
    "journal": SourceKind.JOURNAL,
    "repository": SourceKind.REPOSITORY,
}
# A type that many universities have because they also give grants, which says nothing of what they are.
_NO_TYPE = "funder"


def researcher_of(person: Person) -> ResearcherEntry:
    """Return an author's own record.

    Raises:
        UnusableError: The id stands for no one, or there is no name.
    """
    own = identifier(person.id)
    if own is None:
        raise UnusableError(f"{person.id!r} is no author, or stands for authors that OpenAlex has deleted")
    name = clean_name(person.display_name or "")
    if not name:
        raise UnusableError("it has no name")
    return ResearcherEntry(
        source=SOURCE,
        key=own.value,
        identifiers=(own, *orcid_of(person.orcid)),
        name=name,
        name_variants=_variants(name, map(clean_name, person.display_name_alternatives or ())),
        affiliations=_affiliations(person),
    )


def _affiliations(person: Person) -> tuple[AffiliationRecord, ...]:
    known = person.last_known_institutions or [each for each in (person.last_known_institution,) if each is not None]
    last = dict.fromkeys(each.id for each in known if each.id)
    listed = [each for each in person.affiliations or () if each.institution is not None]
    named = {each.institution.id for each in listed if each.institution is not None}
    unlisted = [Affiliation(each) for each in known if each.id not in named]
    found = []
    for each in (*listed, *unlisted):
        institution = institution_in_short(each.institution)
        if institution is None or each.institution is None:
            continue
        years = each.years or ()
        # Where she was last she may still be.
        until = None if each.institution.id in last else max(years, default=None)
        found.append(AffiliationRecord(institution, since=min(years, default=None), until=until))
    return tuple(found)


def institution_entry(organization: Organization) -> InstitutionEntry:
    """Return an institution's own record.

    Raises:
        UnusableError: The id is none, or there is no name.
    """
    own = identifier(organization.id)
    if own is None:
        raise UnusableError(f"{organization.id!r} is no id of an institution")
    name = fold_space(organization.display_name or "")
    if not name:
        raise UnusableError("it has no name")
    geo = organization.geo
    in_languages = organization.international.display_name if organization.international is not None else None
    variants = (
        *(organization.display_name_acronyms or ()),
        *(organization.display_name_alternatives or ()),
        *(in_languages or {}).values(),
    )
    return InstitutionEntry(
        source=SOURCE,
        key=own.value,
        institution=InstitutionRecord(
            name=name,
            identifiers=(*_ror(organization.ror), own),
            country=organization.country_code or (geo.country_code if geo is not None else None),
            city=geo.city if geo is not None else None,
            latitude=geo.latitude if geo is not None else None,
            longitude=geo.longitude if geo is not None else None,
            type=_type(organization.type),
            homepage=organization.homepage_url,
        ),
        name_variants=_variants(name, map(fold_space, variants)),
        parents=tuple(
            institution.identifiers[0]
            for each in organization.associated_institutions or ()
            if each.relationship == "parent" and (institution := institution_in_short(each)) is not None
        ),
    )


def institution_in_short(institution: Institution | None) -> InstitutionRecord | None:
    """Return the institution of an authorship, or None if it has no name or no id."""
    if institution is None:
        return None
    name = fold_space(institution.display_name or "")
    own = identifier(institution.id)
    identifiers = (*_ror(institution.ror), *((own,) if own is not None else ()))
    if not name or not identifiers:
        return None
    return InstitutionRecord(name, identifiers, country=institution.country_code, type=_type(institution.type))


def source_entry(source: Source) -> SourceEntry:
    """Return a source's own record.

    Raises:
        UnusableError: The id is none, or there is no name.
    """
    own = identifier(source.id)
    if own is None:
        raise UnusableError(f"{source.id!r} is no id of a source")
    venue = venue_of(source)
    if venue is None:
        raise UnusableError("it has no name")
    variants = (*(source.alternate_titles or ()), source.abbreviated_title or "")
    return SourceEntry(
        source=SOURCE,
        key=own.value,
        venue=venue,
        name_variants=_variants(venue.name, map(plain_title, variants)),
        publisher=fold_space(source.host_organization_name or "") or None,
    )


def venue_of(source: Source) -> VenueRecord | None:
    """Return a source as the venue of a work; None if it has no name or no id."""
    name = plain_title(source.display_name or "")
    own = identifier(source.id)
    issns = (normalise("issn", issn) for issn in (source.issn_l or "", *(source.issn or ())))
    identifiers = (
        *(Identifier("issn", issn) for issn in dict.fromkeys(issns) if issn is not None),
        *((own,) if own is not None else ()),
    )
    if not name or not identifiers:
        return None
    if own is not None and own.value == ARXIV:
        return VenueRecord(ARCHIVE.name, ARCHIVE.kind, (*ARCHIVE.identifiers, *identifiers), ARCHIVE.url)
    return VenueRecord(name, _KINDS.get(source.type or "", SourceKind.OTHER), identifiers, source.homepage_url)


def orcid_of(written: str | None) -> tuple[Identifier, ...]:
    """Return the ORCID that is written, if it is one."""
    orcid = normalise("orcid", written) if written else None
    return (Identifier("orcid", orcid),) if orcid is not None else ()


def _ror(written: str | None) -> tuple[Identifier, ...]:
    ror = normalise("ror", written) if written else None
    return (Identifier("ror", ror),) if ror is not None else ()


def _type(type_: str | None) -> str | None:
    return type_ if type_ != _NO_TYPE else None


def _variants(name: str, others: Iterable[str]) -> tuple[str, ...]:
    return tuple(each for each in dict.fromkeys(others) if each and each != name)

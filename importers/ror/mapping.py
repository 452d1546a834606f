"""An organisation of the Research Organization Registry as an institution."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from graphdb.identifiers import normalise
from importers.records import EntityKind, Identifier, InstitutionEntry, InstitutionRecord, Record, Redirect
from importers.rejection import UnusableError
from importers.text import fold_space

SOURCE = "ror"
# In the order in which they are listed; what else a record may hold is of no use to join institutions by.
_SCHEMES = {"grid": "grid", "fundref": "fundref", "isni": "isni", "wikidata": "wikidata"}
_ISNI = re.compile(r"\d{15}[\dX]")
# What an organisation is besides: said only where nothing else is.
_SECOND_RATE_TYPES = ("funder", "other")


class Name(msgspec.Struct):
    """A name of version 2."""

    value: str
    types: list[str] = []


class Link(msgspec.Struct):
    """An address of version 2."""

    value: str
    type: str = ""


class Relationship(msgspec.Struct):
    """Another organisation and what it is to this one."""

    id: str
    type: str


class Place(msgspec.Struct):
    """Where a location of version 2 is."""

    name: str | None = None
    country_code: str | None = None
    lat: float | None = None
    lng: float | None = None


class Location(msgspec.Struct):
    """A location of version 2."""

    geonames_details: Place | None = None


class ExternalId(msgspec.Struct):
    """Ids of version 2 by another authority."""

    type: str
    all: list[str] = []
    preferred: str | None = None


class ExternalIdOfVersion1(msgspec.Struct):
    """Ids of version 1 by another authority."""

    all: list[str] | str | None = None
    preferred: str | None = None


class Address(msgspec.Struct):
    """A location of version 1."""

    city: str | None = None
    lat: float | None = None
    lng: float | None = None


class Country(msgspec.Struct):
    """The country of version 1."""

    country_code: str | None = None


class Label(msgspec.Struct):
    """A name of version 1 in another language."""

    label: str


class Organization(msgspec.Struct):
    """What is read of a record; versions 1 and 2 of the registry's schema name and nest some things differently."""

    id: str
    status: str = "active"
    types: list[str] = []
    established: int | None = None
    relationships: list[Relationship] = []
    links: list[Link | str] = []
    external_ids: list[ExternalId] | dict[str, ExternalIdOfVersion1] = []
    names: list[Name] | None = None
    locations: list[Location] = []
    domains: list[str] | None = None
    name: str | None = None
    aliases: list[str] = []
    acronyms: list[str] = []
    labels: list[Label] = []
    addresses: list[Address] = []
    country: Country | None = None


def is_organization(members: dict[str, Any]) -> bool:
    """Say whether the members of a JSON object are those of a record of either version."""
    id_ = members.get("id")
    if not isinstance(id_, str) or "ror.org/" not in id_ or normalise("ror", id_) is None:
        return False
    return "names" in members or ("name" in members and "country" in members)


def records_of(organization: Organization) -> Iterator[Record]:
    """Yield the institution of a record, or where its id leads now if the record was withdrawn for another.

    Raises:
        UnusableError: The record has no ROR id or no name.
    """
    ror = normalise("ror", organization.id)
    if ror is None:
        raise UnusableError(f"{organization.id!r} is no ROR id")
    own = Identifier("ror", ror)
    successors = _related(organization, "successor")
    if organization.status == "withdrawn" and len(successors) == 1:
        yield Redirect(SOURCE, EntityKind.INSTITUTION, own, successors[0])
        return
    name, variants = _names(organization)
    if not name:
        raise UnusableError("it has no name")
    yield InstitutionEntry(
        source=SOURCE,
        key=ror,
        institution=_institution(organization, name, own),
        name_variants=tuple(each for each in dict.fromkeys(variants) if each and each != name),
        parents=_related(organization, "parent"),
        successors=successors,
        active=organization.status == "active",
        established=organization.established,
    )


def _institution(organization: Organization, name: str, own: Identifier) -> InstitutionRecord:
    place = _place(organization)
    websites = [link if isinstance(link, str) else link.value for link in organization.links if _is_website(link)]
    types = [each.lower() for each in organization.types]
    return InstitutionRecord(
        name=name,
        identifiers=(own, *_external_ids(organization)),
        country=place.country_code.upper() if place.country_code else None,
        city=place.name,
        latitude=place.lat,
        longitude=place.lng,
        type=next((each for each in types if each not in _SECOND_RATE_TYPES), next(iter(types), None)),
        homepage=next(iter(websites), None),
        domains=tuple(dict.fromkeys(each.lower() for each in organization.domains or ())),
    )


def _names(organization: Organization) -> tuple[str, list[str]]:
    """Return the name to show and all the others."""
    if organization.names is None:
        others = (*organization.aliases, *organization.acronyms, *(each.label for each in organization.labels))
        return fold_space(organization.name or ""), [fold_space(each) for each in others]
    ranked = sorted(organization.names, key=lambda name: ("ror_display" not in name.types, "label" not in name.types))
    shown = next((text for each in ranked if (text := fold_space(each.value))), "")
    return shown, [fold_space(each.value) for each in organization.names]


def _place(organization: Organization) -> Place:
    if organization.names is not None:
        return next((each.geonames_details for each in organization.locations if each.geonames_details), Place())
    country = organization.country.country_code if organization.country is not None else None
    address = next(iter(organization.addresses), Address())
    return Place(address.city, country, address.lat, address.lng)


def _is_website(link: Link | str) -> bool:
    return isinstance(link, str) or link.type == "website"


def _related(organization: Organization, kind: str) -> tuple[Identifier, ...]:
    ids = (normalise("ror", each.id) for each in organization.relationships if each.type.lower() == kind)
    return tuple(Identifier("ror", each) for each in dict.fromkeys(ids) if each)


def _external_ids(organization: Organization) -> Iterator[Identifier]:
    written: dict[str, list[str]] = {}
    if isinstance(organization.external_ids, list):
        for each in organization.external_ids:
            written[each.type.lower()] = [*([each.preferred] if each.preferred else ()), *each.all]
    else:
        for type_, old in organization.external_ids.items():
            all_ids = [old.all] if isinstance(old.all, str) else old.all or []
            written[type_.lower()] = [*([old.preferred] if old.preferred else ()), *all_ids]
    for type_, scheme in _SCHEMES.items():
        for value in dict.fromkeys(each.strip() for each in written.get(type_, ())):
            normal = value.replace(" ", "") if scheme == "isni" else value
            if normal and (scheme != "isni" or _ISNI.fullmatch(normal)):
                yield Identifier(scheme, normal)

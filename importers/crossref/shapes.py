"""What is read of Crossref's works, as its API names things; its XML is brought to the same shape."""

import msgspec

_NAMES = {"doi": "DOI", "issn": "ISSN", "orcid": "ORCID", "url": "URL"}


def _renamed(name: str) -> str:
    return _NAMES.get(name, name.replace("_", "-"))


class Shape(msgspec.Struct, frozen=True, rename=_renamed):
    """An object of Crossref: fields that are not named here are not read."""


class PartialDate(Shape, frozen=True):
    """A date: year, month and day, of which the later ones, or all, may be missing."""

    date_parts: list[list[int | str | None] | None] | None = None


class InstitutionId(Shape, frozen=True):
    """An id of an institution."""

    id: str | None = None
    id_type: str | None = None


class Affiliation(Shape, frozen=True):
    """An affiliation of a contributor."""

    name: str | None = None
    id: list[InstitutionId] | None = None


class Contributor(Shape, frozen=True):
    """An author: a person, or an organisation with nothing but a `name`."""

    given: str | None = None
    family: str | None = None
    suffix: str | None = None
    name: str | None = None
    orcid: str | None = None
    affiliation: list[Affiliation] | None = None


class Reference(Shape, frozen=True):
    """What a work cites."""

    doi: str | None = None
    unstructured: str | None = None
    author: str | None = None
    article_title: str | None = None
    journal_title: str | None = None
    volume_title: str | None = None
    series_title: str | None = None
    volume: str | None = None
    first_page: str | None = None
    year: str | None = None


class Update(Shape, frozen=True):
    """What became of a work: it was corrected or retracted. The DOI is the other's: the work's, or the notice's."""

    type: str | None = None
    doi: str | None = None


class Related(Shape, frozen=True):
    """Another thing that a work has to do with."""

    id: str | int | None = None
    id_type: str | None = None


class License(Shape, frozen=True):
    """A licence."""

    url: str | None = None


class Link(Shape, frozen=True):
    """Where the full text is."""

    url: str | None = None
    content_type: str | None = None
    intended_application: str | None = None


class Issn(Shape, frozen=True):
    """An ISSN and whether it is of the printed journal."""

    value: str | None = None
    type: str | None = None


class Organization(Shape, frozen=True):
    """Who posted a work."""

    name: str | None = None


Texts = list[str | None] | None


class Work(Shape, frozen=True):
    """A work."""

    doi: str
    type: str | None = None
    subtype: str | None = None
    title: Texts = None
    subtitle: Texts = None
    author: list[Contributor] | None = None
    container_title: Texts = None
    issn: list[str] | None = None
    issn_type: list[Issn] | None = None
    issued: PartialDate | None = None
    posted: PartialDate | None = None
    published: PartialDate | None = None
    published_online: PartialDate | None = None
    published_print: PartialDate | None = None
    approved: PartialDate | None = None
    indexed: PartialDate | None = None
    deposited: PartialDate | None = None
    created: PartialDate | None = None
    abstract: str | None = None
    language: str | None = None
    volume: str | int | None = None
    issue: str | int | None = None
    page: str | int | None = None
    article_number: str | int | None = None
    publisher: str | None = None
    institution: list[Organization] | Organization | None = None
    reference: list[Reference] | None = None
    is_referenced_by_count: int | None = None
    license: list[License] | None = None
    link: list[Link] | None = None
    updated_by: list[Update] | None = None
    update_to: list[Update] | None = None
    relation: dict[str, list[Related | None] | None] | None = None
    """By kind of relation: `is-preprint-of`, …"""

"""What is read of OpenAlex's objects; anything may be null."""

from typing import Any

import msgspec


class Shape(msgspec.Struct, frozen=True):
    """An object of OpenAlex: fields that are not named here are not read."""


class Named(Shape, frozen=True):
    """A thing in short: its id and its name."""

    id: str | int | None = None
    display_name: str | None = None


class Institution(Shape, frozen=True):
    """An institution in short, as it stands in works and authors."""

    id: str | None = None
    display_name: str | None = None
    ror: str | None = None
    country_code: str | None = None
    type: str | None = None
    relationship: str | None = None


class Author(Shape, frozen=True):
    """An author in short."""

    id: str | None = None
    display_name: str | None = None
    orcid: str | None = None


class Authorship(Shape, frozen=True):
    """One author of a work."""

    author: Author | None = None
    institutions: list[Institution] | None = None
    raw_author_name: str | None = None
    raw_affiliation_strings: list[str] | None = None
    raw_affiliation_string: str | None = None
    """As it was until 2023."""
    is_corresponding: bool | None = None


class Source(Shape, frozen=True):
    """A source, in short or as a record of its own."""

    id: str | None = None
    display_name: str | None = None
    issn_l: str | None = None
    issn: list[str] | None = None
    type: str | None = None
    host_organization_name: str | None = None
    homepage_url: str | None = None
    alternate_titles: list[str] | None = None
    abbreviated_title: str | None = None


class HostVenue(Source, frozen=True):
    """Where a work appeared, as it was said until 2023."""

    publisher: str | None = None
    url: str | None = None


class Location(Shape, frozen=True):
    """A place where a work can be read."""

    landing_page_url: str | None = None
    pdf_url: str | None = None
    source: Source | None = None
    raw_source_name: str | None = None
    raw_type: str | None = None


class OpenAccess(Shape, frozen=True):
    """Whether a work is open."""

    is_oa: bool | None = None


class Biblio(Shape, frozen=True):
    """Where in its source a work stands."""

    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None


class WorkTopic(Shape, frozen=True):
    """A topic of a work."""

    id: str | None = None
    display_name: str | None = None
    score: float | None = None


class Work(Shape, frozen=True):
    """A work."""

    id: str
    title: str | None = None
    display_name: str | None = None
    ids: dict[str, Any] | None = None
    doi: str | None = None
    type: str | None = None
    type_crossref: str | None = None
    publication_year: int | None = None
    publication_date: str | None = None
    language: str | None = None
    authorships: list[Authorship] | None = None
    is_authors_truncated: bool | None = None
    primary_location: Location | None = None
    host_venue: HostVenue | None = None
    best_oa_location: Location | None = None
    locations: list[Location] | None = None
    open_access: OpenAccess | None = None
    biblio: Biblio | None = None
    topics: list[WorkTopic] | None = None
    primary_topic: WorkTopic | None = None
    referenced_works: list[str] | None = None
    abstract_inverted_index: dict[str, list[int]] | None = None
    cited_by_count: int | None = None
    is_retracted: bool | None = None
    updated_date: str | None = None
    created_date: str | None = None


class Affiliation(Shape, frozen=True):
    """An institution of an author and the years of her works there."""

    institution: Institution | None = None
    years: list[int] | None = None


class Person(Shape, frozen=True):
    """An author as a record of its own."""

    id: str
    display_name: str | None = None
    orcid: str | None = None
    display_name_alternatives: list[str] | None = None
    affiliations: list[Affiliation] | None = None
    last_known_institutions: list[Institution] | None = None
    last_known_institution: Institution | None = None
    """As it was until 2024."""


class Geo(Shape, frozen=True):
    """Where an institution is."""

    city: str | None = None
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class International(Shape, frozen=True):
    """A name in many languages."""

    display_name: dict[str, str] | None = None


class Organization(Shape, frozen=True):
    """An institution as a record of its own."""

    id: str
    display_name: str | None = None
    ror: str | None = None
    country_code: str | None = None
    type: str | None = None
    homepage_url: str | None = None
    geo: Geo | None = None
    display_name_acronyms: list[str] | None = None
    display_name_alternatives: list[str] | None = None
    international: International | None = None
    associated_institutions: list[Institution] | None = None


class Topic(Shape, frozen=True):
    """A topic, a subfield, a field or a domain: each names what it belongs to."""

    id: str
    display_name: str | None = None
    description: str | None = None
    keywords: list[str] | None = None
    subfield: Named | None = None
    field: Named | None = None
    domain: Named | None = None


class Anything(Shape, frozen=True):
    """Any record: its id says what it is of."""

    id: str

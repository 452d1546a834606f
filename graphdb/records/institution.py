"""An institution."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.records.columns import Columns, projection
from graphdb.records.entity import EntityRecord


@dataclass(frozen=True, slots=True)
class InstitutionRecord(EntityRecord):
    """A university, laboratory, company or other place where researchers work."""

    name: str
    ror: str | None
    """Bare ROR id, nine characters."""
    country: str | None
    """ISO 3166 alpha-2 code."""
    city: str | None
    latitude: float | None
    """Degrees, north positive."""
    longitude: float | None
    """Degrees, east positive."""
    type: str | None
    homepage: str | None
    domains: list[str]
    """Domains of its e-mail addresses and pages."""
    works_count: int
    """Works on which an author names it."""
    researchers_count: int
    citation_count: int
    """Citations of its works by works of the graph."""
    followers_count: int


INSTITUTION_COLUMNS: Columns = {
    "id": "n.id",
    "slug": "coalesce(n.slug, n.id)",
    "name": "n.name",
    "ror": "n.ror",
    "country": "n.country",
    "city": "n.city",
    "latitude": "n.latitude",
    "longitude": "n.longitude",
    "type": "n.type",
    "homepage": "n.homepage",
    "domains": "coalesce(n.domains, [])",
    "works_count": "coalesce(n.worksCount, 0)",
    "researchers_count": "coalesce(n.researchersCount, 0)",
    "citation_count": "coalesce(n.citationCount, 0)",
    "followers_count": "coalesce(n.followersCount, 0)",
}
"""Cypher expressions over the node `n`, by the fields of `InstitutionRecord`."""

INSTITUTION: LiteralString = projection(INSTITUTION_COLUMNS)
"""Map projection of the node `n`; its keys are the fields of `InstitutionRecord`."""

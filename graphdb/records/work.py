"""A work, and what hangs on it alone."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.records.columns import Columns, projection
from graphdb.records.entity import EntityRecord
from graphdb.records.researcher import ResearcherRecord


@dataclass(frozen=True, slots=True)
class WorkRecord(EntityRecord):
    """An article, preprint, book, dataset or other thing that people publish."""

    title: str
    """Plain text: markup decoded."""
    abstract: str | None
    """Plain text."""
    type: str
    """`preprint`, `article`, `conference`, `book`, `dataset`, …"""
    year: int | None
    first_published_at: str | None
    """ISO 8601 date or date-time."""
    latest_version_at: str | None
    """ISO 8601 date or date-time."""
    language: str | None
    """ISO 639-1 code."""
    is_open_access: bool | None
    """None: no source says."""
    retracted: bool
    landing_page_url: str | None
    pdf_url: str | None
    authors_count: int
    references_count: int
    """Works of the graph that it cites."""
    citation_count: int
    """Works of the graph that cite it."""
    external_citation_count: int | None
    """Citations as a source counts them, beyond the graph."""
    followers_count: int
    imported_at: str | None
    """ISO 8601 date-time in UTC."""


@dataclass(frozen=True, slots=True)
class AuthorshipRecord:
    """One person's part in one work."""

    position: int
    """Place in the printed list of authors, from 1."""
    raw_name: str
    """The name as this work prints it."""
    raw_affiliation: str | None
    """The affiliation as this work prints it; several are joined by `; `."""
    corresponding: bool
    institution_ids: list[str]
    """The institutions that this work names for the person, in the source's order."""
    researcher: ResearcherRecord


WORK_COLUMNS: Columns = {
    "id": "n.id",
    "slug": "coalesce(n.slug, n.id)",
    "title": "coalesce(n.plainTitle, n.title)",
    "abstract": "n.abstract",
    "type": "coalesce(n.type, 'other')",
    "year": "n.year",
    "first_published_at": "n.firstPublishedAt",
    "latest_version_at": "n.latestVersionAt",
    "language": "n.language",
    "is_open_access": "n.isOpenAccess",
    "retracted": "coalesce(n.retracted, false)",
    "landing_page_url": "n.url",
    "pdf_url": "n.pdfUrl",
    "authors_count": "coalesce(n.authorsCount, 0)",
    "references_count": "coalesce(n.referencesCount, 0)",
    "citation_count": "coalesce(n.citationCount, 0)",
    "external_citation_count": "n.externalCitationCount",
    "followers_count": "coalesce(n.followersCount, 0)",
    "imported_at": "n.importedAt",
}
"""Cypher expressions over the node `n`, by the fields of `WorkRecord`."""

WORK: LiteralString = projection(WORK_COLUMNS)
"""Map projection of the node `n`; its keys are the fields of `WorkRecord`."""

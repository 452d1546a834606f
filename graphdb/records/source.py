"""A source: a venue or an archive."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.records.columns import Columns, projection
from graphdb.records.entity import EntityRecord


@dataclass(frozen=True, slots=True)
class SourceRecord(EntityRecord):
    """A journal, conference, archive or repository that works appear in."""

    name: str
    kind: str
    """`archive`, `journal`, `conference`, `repository` or `other`."""
    issn: list[str]
    """`1234-567X`."""
    homepage: str | None
    works_count: int
    researchers_count: int
    citation_count: int
    """Citations of its works by works of the graph."""
    followers_count: int


SOURCE_COLUMNS: Columns = {
    "id": "n.id",
    "slug": "coalesce(n.slug, n.id)",
    "name": "n.name",
    "kind": "coalesce(n.kind, 'other')",
    "issn": "coalesce(n.issn, [])",
    "homepage": "n.url",
    "works_count": "coalesce(n.worksCount, 0)",
    "researchers_count": "coalesce(n.researchersCount, 0)",
    "citation_count": "coalesce(n.citationCount, 0)",
    "followers_count": "coalesce(n.followersCount, 0)",
}
"""Cypher expressions over the node `n`, by the fields of `SourceRecord`."""

SOURCE: LiteralString = projection(SOURCE_COLUMNS)
"""Map projection of the node `n`; its keys are the fields of `SourceRecord`."""

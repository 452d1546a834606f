"""A topic."""

from dataclasses import dataclass
from typing import LiteralString

from graphdb.records.columns import Columns, projection
from graphdb.records.entity import EntityRecord


@dataclass(frozen=True, slots=True)
class TopicRecord(EntityRecord):
    """A subject that sources give to works."""

    name: str
    scheme: str
    """`arxiv`, `openalex` or `keyword`."""
    code: str | None
    """The scheme's key, such as `cs.CL`."""
    level: int | None
    """Depth in the scheme's hierarchy, the root being 0."""
    description: str | None
    works_count: int
    researchers_count: int
    citation_count: int
    """Citations of its works by works of the graph."""
    followers_count: int


TOPIC_COLUMNS: Columns = {
    "id": "n.id",
    "slug": "coalesce(n.slug, n.id)",
    "name": "n.name",
    "scheme": "n.scheme",
    "code": "n.code",
    "level": "n.level",
    "description": "n.description",
    "works_count": "coalesce(n.worksCount, 0)",
    "researchers_count": "coalesce(n.researchersCount, 0)",
    "citation_count": "coalesce(n.citationCount, 0)",
    "followers_count": "coalesce(n.followersCount, 0)",
}
"""Cypher expressions over the node `n`, by the fields of `TopicRecord`."""

TOPIC: LiteralString = projection(TOPIC_COLUMNS)
"""Map projection of the node `n`; its keys are the fields of `TopicRecord`."""

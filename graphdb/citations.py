"""What a citation of a work needs, whatever its style."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, LiteralString

from graphdb.graph import Graph

ARXIV_DOI = "10.48550/"
"""What the DOIs that arXiv gives begin with."""


@dataclass(frozen=True, slots=True)
class CitedAuthorRecord:
    """An author as the work prints her."""

    name: str
    """In reading order."""
    orcid: str | None = None
    """Bare ORCID iD of the person."""


@dataclass(frozen=True, slots=True)
class CitedSourceRecord:
    """What the work appeared in."""

    name: str
    kind: str
    """`archive`, `journal`, `conference`, `repository` or `other`."""
    issn: list[str]


@dataclass(frozen=True, slots=True)
class CitedWorkRecord:
    """A work with all that is known of where it appeared."""

    id: str
    slug: str
    title: str
    type: str
    """`article`, `preprint`, `conference`, …"""
    year: int | None
    first_published_at: str | None
    """ISO 8601 date or date-time, of the first version."""
    language: str | None
    """ISO 639-1 code."""
    volume: str | None
    issue: str | None
    pages: str | None
    """`12-34`, or the number of an article."""
    publisher: str | None
    landing_page_url: str | None
    authors: list[CitedAuthorRecord]
    """All of them, as printed."""
    source: CitedSourceRecord | None
    """Of several, a journal or conference comes before an archive."""
    doi: str | None
    """Of several, the publisher's comes before arXiv's."""
    arxiv: str | None
    abstract: str | None = None
    """Where it is to stand beside the reference."""
    keywords: list[str] = field(default_factory=list)
    """Likewise."""


def cited_work(
    properties: Mapping[str, Any],
    authors: Iterable[Sequence[Any]],
    source: CitedSourceRecord | None,
    names: Sequence[Sequence[str]],
    *,
    abstract: str | None = None,
    keywords: Sequence[str] = (),
) -> CitedWorkRecord:
    """Return the record of a work.

    Args:
        properties: by the names of the record's fields, from `id` to `landing_page_url`.
        authors: name as printed and ORCID iD or None of each, as printed.
        source: the main one.
        names: scheme and value of each identifier, by value.
        abstract: to stand beside the reference.
        keywords: likewise.
    """
    dois = [value for scheme, value in names if scheme == "doi"]
    dois.sort(key=lambda doi: doi.startswith(ARXIV_DOI))
    return CitedWorkRecord(
        **properties,
        authors=[CitedAuthorRecord(*author) for author in authors],
        source=source,
        doi=dois[0] if dois else None,
        arxiv=next((value for scheme, value in names if scheme == "arxiv"), None),
        abstract=abstract,
        keywords=list(keywords),
    )


CITED_WORKS: LiteralString = """
UNWIND range(0, size($cited.ids) - 1) AS i
MATCH (n:Work {id: $cited.ids[i]})
RETURN i,
  n{.id, slug: coalesce(n.slug, n.id), title: coalesce(n.plainTitle, n.title), type: coalesce(n.type, 'other'), .year,
    first_published_at: n.firstPublishedAt, .language, .volume, .issue, .pages, .publisher, landing_page_url: n.url},
  COLLECT { MATCH (n)<-[e:AUTHORED]-(r) RETURN [coalesce(e.rawName, r.name), r.orcid] ORDER BY e.position, r.id },
  COLLECT {
    MATCH (n)-[:PUBLISHED_IN]->(s)
    RETURN [s.name, coalesce(s.kind, 'other'), coalesce(s.issn, [])]
    ORDER BY s.kind IN ['archive', 'repository'], s.name, s.id LIMIT 1
  },
  COLLECT {
    MATCH (n)<-[:IDENTIFIES]-(x) WHERE x.scheme IN ['doi', 'arxiv']
    RETURN [x.scheme, x.value] ORDER BY x.value
  }
"""


async def cited_works(graph: Graph, ids: Sequence[str]) -> list[CitedWorkRecord | None]:
    """Return what citations of the works need, None for an id that no work has; one Cypher call.

    Raises `GraphUnavailable` and `QueryTimeout`.
    """
    found: list[CitedWorkRecord | None] = [None] * len(ids)
    # In a map: else Neo4j would make a plan for each order of magnitude of the number of ids.
    for i, work, authors, sources, names in await graph.read(CITED_WORKS, cited={"ids": list(ids)}):
        found[i] = cited_work(work, authors, CitedSourceRecord(*sources[0]) if sources else None, names)
    return found

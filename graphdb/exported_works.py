"""Works as exports give them: which ones, in what order, and all that is known of each.

Which works is read far ahead, by their ids, and what is known of them in small parts: under a filter that starts from
an entity every page finds and sorts all its rows, so that few large pages cost less than many small ones.
"""

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from graphdb.citations import CitedSourceRecord, CitedWorkRecord, cited_work
from graphdb.entities import check_id
from graphdb.filters.compile import Filter
from graphdb.graph import Graph
from graphdb.identifier_urls import identifier_url
from graphdb.keyset import BadBoundError, KeyValue
from graphdb.nested_list import NO_FILTER
from graphdb.orders import work_order
from graphdb.records import IdentifierRecord, WorkRecord
from graphdb.records.work import WORK
from graphdb.root_lists import root_page_cypher
from graphdb.selection import ListSelection

MAX_EXPORTED_IDS = 1000
SELECTED_AT_ONCE = 5000
"""Works whose ids are read in one call."""
WORKS_AT_ONCE = 200
"""Works that are read in one call."""
AUTHORS_AT_ONCE = 2000
"""Authorships that are read in one call, unless a single work has more: some have thousands."""


@dataclass(frozen=True, slots=True)
class SelectedWork:
    """A work that is to be exported."""

    id: str
    authors_count: int


@dataclass(frozen=True, slots=True)
class SelectedIds:
    """What a list of ids selects."""

    works: list[SelectedWork]
    """In the order asked for, each once."""
    missing: list[str]
    """Ids that no work has, nor ever had, in the order asked for."""


SELECTED: LiteralString = "[n.id, coalesce(n.authorsCount, 0)]"
"""The node `n` as a `SelectedWork`."""

WORKS_BY_ID: LiteralString = f"""
CALL () {{
  UNWIND $works.ids AS id MATCH (n:Work {{id: id}}) RETURN id, n, 0 AS rank
  UNION ALL
  UNWIND $works.ids AS id
  MATCH (:Identifier {{scheme: 'id', value: id}})-[:IDENTIFIES]->(n:Work) RETURN id, n, 1 AS rank
}}
WITH id, n ORDER BY id, rank, n.id
WITH id, head(collect(n)) AS n
RETURN id, {SELECTED}
"""


async def works_by_id(graph: Graph, ids: Sequence[str]) -> SelectedIds:
    """Return the works that `ids`, current or old, name; one Cypher call.

    Raises `BadBoundError` for none or more than 1,000 ids, `BadIdError` for what cannot be the id of a work.
    """
    if not 1 <= len(ids) <= MAX_EXPORTED_IDS:
        raise BadBoundError(
            f"`ids` may hold 1 to {MAX_EXPORTED_IDS} ids, not {len(ids)}.", "Ask in several requests, or by a filter."
        )
    asked = [check_id(id_, "Work") for id_ in dict.fromkeys(ids)]
    found = {id_: SelectedWork(*row) for id_, row in await graph.read(WORKS_BY_ID, works={"ids": asked})}
    # Several ids may be one work's by now.
    works = dict.fromkeys(found[id_] for id_ in asked if id_ in found)
    return SelectedIds(list(works), [id_ for id_ in asked if id_ not in found])


async def works_by_filter(graph: Graph, filter_: Filter | None) -> AsyncIterator[list[SelectedWork]]:
    """Give all works that fulfil the filter, the newest year first, then by title and id; one Cypher call a page.

    Pages go on by keyset: a work that is there all the time, and keeps its year and title, is given exactly once.
    """
    order = work_order()
    start: Sequence[KeyValue] | None = None
    parameters = {"filter": filter_.parameter} if filter_ else {}
    while True:
        cypher = root_page_cypher(
            "Work",
            order,
            backward=False,
            started=start is not None,
            shape=filter_.shape if filter_ else NO_FILTER,
            selected=ListSelection(counted=False),
            shown=SELECTED,
        )
        ((rows, _, _),) = await graph.read(
            cypher, limit=SELECTED_AT_ONCE, start=list(start) if start else None, **parameters
        )
        if rows:
            yield [SelectedWork(*row) for row, _ in rows]
        if len(rows) < SELECTED_AT_ONCE:
            return
        start = rows[-1][1]


def in_parts(works: Iterable[SelectedWork]) -> Iterator[list[str]]:
    """Give the ids of the works, as many at a time as are read in one call."""
    part: list[str] = []
    authors = 0
    for work in works:
        if part and (len(part) == WORKS_AT_ONCE or authors + work.authors_count > AUTHORS_AT_ONCE):
            yield part
            part, authors = [], 0
        part.append(work.id)
        authors += work.authors_count
    if part:
        yield part


@dataclass(frozen=True, slots=True)
class ExportedInstitutionRecord:
    """An institution that a work names for an author."""

    id: str
    name: str
    ror: str | None
    """Bare ROR id."""
    country: str | None
    """ISO 3166 alpha-2 code."""


@dataclass(frozen=True, slots=True)
class ExportedAuthorshipRecord:
    """One person's part in a work."""

    position: int
    """Place in the printed list of authors, from 1."""
    raw_name: str
    """The name as the work prints it."""
    raw_affiliation: str | None
    corresponding: bool
    researcher_id: str
    researcher_name: str
    orcid: str | None
    """Bare ORCID iD of the person."""
    institutions: list[ExportedInstitutionRecord]
    """In the source's order."""


@dataclass(frozen=True, slots=True)
class ExportedTopicRecord:
    """A topic of a work."""

    id: str
    name: str
    scheme: str
    """`arxiv`, `openalex` or `keyword`."""
    code: str | None
    score: float | None
    """How well it fits, 0 to 1, where a source says so."""
    primary: bool


@dataclass(frozen=True, slots=True)
class ExportedSourceRecord:
    """The venue or archive that a work appeared in."""

    id: str
    name: str
    kind: str
    issn: list[str]


@dataclass(frozen=True, slots=True)
class ExportedWorkRecord:
    """A work with all that hangs on it, but for citations."""

    work: WorkRecord
    cited: CitedWorkRecord
    """What citations need, with abstract and topics."""
    authorships: list[ExportedAuthorshipRecord]
    """As printed."""
    source: ExportedSourceRecord | None
    """Of several, a journal or conference comes before an archive."""
    topics: list[ExportedTopicRecord]
    """The primary one first, then the best score."""
    identifiers: list[IdentifierRecord]
    """By scheme and value."""


EXPORTED_WORKS: LiteralString = f"""
UNWIND range(0, size($works.ids) - 1) AS i
MATCH (n:Work {{id: $works.ids[i]}})
RETURN i, {WORK}, [n.volume, n.issue, n.pages, n.publisher],
  COLLECT {{
    MATCH (n)<-[e:AUTHORED]-(r)
    RETURN [e.position, coalesce(e.rawName, r.name), e.rawAffiliation, coalesce(e.corresponding, false),
      r.id, r.name, r.orcid,
      COLLECT {{
        UNWIND range(0, size(coalesce(e.institutionIds, [])) - 1) AS place
        MATCH (o:Institution {{id: e.institutionIds[place]}})
        RETURN [o.id, o.name, o.ror, o.country] ORDER BY place
      }}]
    ORDER BY e.position, r.id
  }},
  COLLECT {{
    MATCH (n)-[:PUBLISHED_IN]->(s)
    RETURN [s.id, s.name, coalesce(s.kind, 'other'), coalesce(s.issn, [])]
    ORDER BY s.kind IN ['archive', 'repository'], s.name, s.id LIMIT 1
  }},
  COLLECT {{
    MATCH (n)-[e:ABOUT]->(t)
    RETURN [t.id, t.name, t.scheme, t.code, e.score, coalesce(e.primary, false)]
    ORDER BY coalesce(e.primary, false) DESC, coalesce(e.score, 0.0) DESC, t.name, t.id
  }},
  COLLECT {{
    MATCH (n)<-[:IDENTIFIES]-(x:Identifier)
    WHERE NOT x.scheme IN ['id', 'name'] AND NOT x.scheme STARTS WITH 'slug:'
    RETURN [x.scheme, x.value] ORDER BY x.scheme, x.value
  }}
"""


async def exported_works(graph: Graph, ids: Sequence[str]) -> list[ExportedWorkRecord]:
    """Return what is known of the works, in the order of their ids; one Cypher call.

    A work that was merged into another since its id was read is left out: the other one stands for it.
    """
    rows = await graph.read(EXPORTED_WORKS, works={"ids": list(ids)})
    return [_exported(row) for row in sorted(rows, key=lambda row: row[0])]


def _exported(row: list[Any]) -> ExportedWorkRecord:
    _, properties, (volume, issue, pages, publisher), authorships, sources, topics, names = row
    work = WorkRecord(**properties)
    authors = [_authorship(*author) for author in authorships]
    source = ExportedSourceRecord(*sources[0]) if sources else None
    about = [ExportedTopicRecord(*topic) for topic in topics]
    cited = cited_work(
        {
            "id": work.id,
            "slug": work.slug,
            "title": work.title,
            "type": work.type,
            "year": work.year,
            "first_published_at": work.first_published_at,
            "language": work.language,
            "volume": volume,
            "issue": issue,
            "pages": pages,
            "publisher": publisher,
            "landing_page_url": work.landing_page_url,
        },
        [(author.raw_name, author.orcid) for author in authors],
        CitedSourceRecord(source.name, source.kind, source.issn) if source else None,
        names,
        abstract=work.abstract,
        keywords=[topic.name for topic in about],
    )
    identifiers = [IdentifierRecord(scheme, value, identifier_url(scheme, value, "Work")) for scheme, value in names]
    return ExportedWorkRecord(work, cited, authors, source, about, identifiers)


def _authorship(*row: Any) -> ExportedAuthorshipRecord:
    position, raw_name, raw_affiliation, corresponding, researcher_id, name, orcid, institutions = row
    return ExportedAuthorshipRecord(
        position,
        raw_name,
        raw_affiliation,
        corresponding,
        researcher_id,
        name,
        orcid,
        [ExportedInstitutionRecord(*institution) for institution in institutions],
    )

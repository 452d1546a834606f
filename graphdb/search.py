"""Full text across the kinds: what answers to a query, ranked by how well and by how much it stands out.

Lucene's scores shift with whatever is written to an index, and not all alike. A page therefore holds the best hits now
of those that the pages before it did not give: a row comes once, and none is passed over. What they gave is remembered
for a while. Where it is forgotten, a page begins after the row of its cursor as that row ranks now, and the rank in the
cursor serves only where the row is gone too: rows that shift otherwise than that one may then come twice or never.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, LiteralString

from graphdb.entities import PROJECTION, entity
from graphdb.fulltext.highlight import TextPart, is_marked, marked, passage
from graphdb.fulltext.indexes import ENTITY_TEXT, INDEX_OF_KIND, JOINED_BY, NOTHING, RESEARCHER_TEXT, WORK_TEXT
from graphdb.fulltext.query import Term, TextQuery, parse_query
from graphdb.graph import Graph
from graphdb.ids import digest
from graphdb.keyset import MAX_NESTED_PAGE, Key, Order, PageArguments, PageRequest, page_request
from graphdb.pages import Edge, Page, page_of
from graphdb.records import ResearcherRecord, WorkRecord
from graphdb.records.kinds import Entity
from graphdb.research_graph.paths import LABELS
from graphdb.research_graph.records import EntityKind
from graphdb.sorting import VALUES_SORTED
from graphdb.standing import STANDING, WORK_STANDING
from graphdb.trails import Trails

MAX_HITS = 10_000
"""Hits of one index that are ranked, those that answer best; the limits in `SEARCH`."""
_ORDER = Order("RANK", (Key("rank", float, descending=True), Key("id", str), Key("trail", str)))
"""The last is none of the row's own: it says what was given up to the end of the row's page."""


class TextField(StrEnum):
    """What was matched."""

    NAME = "NAME"
    TITLE = "TITLE"
    ABSTRACT = "ABSTRACT"
    AUTHOR = "AUTHOR"
    VENUE = "VENUE"


_ASKED_BY: dict[TextField, frozenset[str | None]] = {
    TextField.NAME: frozenset({None, "name", "author"}),
    TextField.TITLE: frozenset({None, "title"}),
    TextField.ABSTRACT: frozenset({None, "abstract"}),
    TextField.AUTHOR: frozenset({None, "author", "name"}),
    TextField.VENUE: frozenset({None, "venue"}),
}


@dataclass(frozen=True, slots=True)
class Highlight:
    """A text of an entity that answers to the query."""

    field: TextField
    parts: list[TextPart]
    """The text in pieces, or a passage of a long one."""


@dataclass(frozen=True, slots=True)
class SearchEdge(Edge[Entity]):
    """One thing that was found."""

    terms: list[Term]
    authors: str | None
    """Of a work, as printed, joined by `JOINED_BY`; the first 10,000 characters."""
    venue: str | None
    """Of a work."""

    @property
    def score(self) -> float:
        """What the order goes by: Lucene's score times `STANDING`."""
        return float(self.keys[0])

    @property
    def highlights(self) -> list[Highlight]:
        """The texts that answer to the query; none where only Lucene sees how."""
        found: list[Highlight] = []
        if isinstance(self.node, WorkRecord):
            self._add(found, TextField.TITLE, self.node.title)
            self._add(found, TextField.ABSTRACT, self.node.abstract)
            for name in self.authors.split(JOINED_BY) if self.authors else ():
                self._add(found, TextField.AUTHOR, name)
            self._add(found, TextField.VENUE, self.venue)
        else:
            self._add(found, TextField.NAME, self.node.name)
            for name in self.node.name_variants if isinstance(self.node, ResearcherRecord) and not found else ():
                self._add(found, TextField.NAME, name)
        return found

    def _add(self, found: list[Highlight], field: TextField, text: str | None) -> None:
        terms = [term for term in self.terms if term.field in _ASKED_BY[field]]
        if text and terms:
            parts = passage(text, terms) if field is TextField.ABSTRACT else marked(text, terms)
            if is_marked(parts):
                found.append(Highlight(field, parts))


@dataclass(frozen=True, slots=True)
class SearchPage(Page[SearchEdge]):
    """Some of the things found, the best first."""

    total_count_is_exact: bool = True
    """Otherwise an index had more hits than are ranked."""


SEARCH: LiteralString = f"""{VALUES_SORTED}
CALL () {{
  CALL db.index.fulltext.queryNodes('work_text', $search.works, {{limit: 10000}}) YIELD node AS n, score
  RETURN collect([n, score * {WORK_STANDING}]) AS hits, count(n) AS found
  UNION ALL
  CALL db.index.fulltext.queryNodes('researcher_text', $search.people, {{limit: 10000}}) YIELD node AS n, score
  RETURN collect([n, score * {STANDING}]) AS hits, count(n) AS found
  UNION ALL
  CALL db.index.fulltext.queryNodes('entity_text', $search.others, {{limit: 10000}}) YIELD node AS n, score
  RETURN collect(CASE WHEN any(label IN labels(n) WHERE label IN $search.labels) THEN [n, score * {STANDING}] END)
    AS hits, count(n) AS found
}}
WITH collect(hits) AS parts, max(found) < 10000 AS exact
WITH parts[0] + parts[1] + parts[2] AS hits, exact
WITH hits, exact, coalesce(head([hit IN hits WHERE hit[0].id = $search.id | hit[1]]), $search.rank) AS start
CALL (hits, start) {{
  UNWIND hits AS hit
  WITH hit[0] AS n, hit[1] AS rank
  WHERE NOT n.id IN $given AND ($search.id IS NULL OR rank < start OR (rank = start AND n.id > $search.id))
  WITH coll.sort(collect([-rank, n.id, n])) AS sorted
  UNWIND sorted[..$search.limit] AS hit
  WITH hit[2] AS n, -hit[0] AS rank
  RETURN collect([{PROJECTION}, rank, left(n.authorNames, 10000), n.venueName]) AS rows
}}
RETURN rows, size(hits), exact, any(hit IN hits WHERE hit[0].id IN $given), CASE WHEN $search.id IS NULL THEN []
  ELSE [hit IN hits WHERE hit[1] > start OR (hit[1] = start AND hit[0].id <= $search.id) | hit[0].id] END
"""


async def search(
    graph: Graph, trails: Trails, text: str, kinds: Collection[EntityKind], arguments: PageArguments
) -> SearchPage:
    """Return a page of the entities of `kinds` that answer to `text`, in one Cypher call.

    `trails` tells what earlier pages gave, and is told what this one gives.

    Raises `BadBoundError` for too long a text and too large a page, `BadCursorError` for a cursor of another search.
    """
    query = parse_query(text)
    name = f"Query.search {digest(text, *sorted(kinds))}"
    request = page_request(name, _ORDER, arguments, MAX_NESTED_PAGE)
    asked = {INDEX_OF_KIND[kind]: INDEX_OF_KIND[kind].lucene(query) for kind in kinds}
    if all(lucene == NOTHING for lucene in asked.values()):
        return SearchPage([], 0, has_next_page=False, has_previous_page=False)
    rank, id_, token = request.start or (None, None, None)
    given = trails.up_to(str(token), str(id_)) if request.start else None
    parameter: dict[str, Any] = {
        "works": asked.get(WORK_TEXT, NOTHING),
        "people": asked.get(RESEARCHER_TEXT, NOTHING),
        "others": asked.get(ENTITY_TEXT, NOTHING),
        "labels": [LABELS[kind] for kind in kinds],
        "rank": rank,
        "id": None if given else id_,
        "limit": request.size + 1,
    }
    read = await graph.read(SEARCH, search=parameter, given=[*given.all_ids()] if given else [])
    ((rows, total, exact, some_were_given, passed),) = read
    shown = [row[0]["id"] for row in rows[: request.size]]
    trail = trails.lengthen(given, passed + shown).token if shown else ""
    edges = [_edge(request, query, row, trail) for row in rows]
    page = page_of(request, edges, total, beyond_start=some_were_given or bool(passed))
    return SearchPage(
        page.edges, page.total_count, page.has_next_page, page.has_previous_page, total_count_is_exact=exact
    )


def _edge(request: PageRequest, query: TextQuery, row: Sequence[Any], trail: str) -> SearchEdge:
    record, rank, authors, venue = row
    found = entity(record)
    return SearchEdge(request, (rank, found.id, trail), found, query.sought, authors, venue)

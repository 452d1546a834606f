"""What hangs on works: authorships, topics, references and citations, the source."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from graphdb.graph import Graph
from graphdb.keyset import Key, Order, PageRequest
from graphdb.lists import NestedList
from graphdb.pages import Edge, plain_edges
from graphdb.records import AuthorshipRecord, ResearcherRecord, SourceRecord, TopicRecord, WorkRecord
from graphdb.records.researcher import RESEARCHER
from graphdb.records.source import SOURCE
from graphdb.records.topic import TOPIC
from graphdb.records.work import WORK


def _authorship_edge(request: PageRequest, keys: Sequence[Any], row: Any) -> Edge[AuthorshipRecord]:
    researcher, position, raw_name, raw_affiliation, corresponding, institution_ids = row
    person = ResearcherRecord(**researcher)
    authorship = AuthorshipRecord(
        position, raw_name or person.name, raw_affiliation, corresponding, institution_ids, person
    )
    return Edge(request, keys, authorship)


AUTHORSHIPS = NestedList(
    name="Work.authorships",
    parent="Work",
    pattern="(p)<-[e:AUTHORED]-(n)",
    listed="Researcher",
    row=(
        f"[{RESEARCHER}, e.position, e.rawName, e.rawAffiliation, coalesce(e.corresponding, false), "
        "coalesce(e.institutionIds, [])]"
    ),
    total="COUNT { (p)<-[:AUTHORED]-() }",
    edge=_authorship_edge,
)

AUTHORSHIP_ORDER = Order("POSITION", (Key("e.position", int), Key("n.id", str)))
"""As printed."""


@dataclass(frozen=True, slots=True)
class WorkTopicEdge(Edge[TopicRecord]):
    """A topic of a work."""

    score: float | None
    """How well it fits, 0 to 1, where a source says so."""
    primary: bool
    """The one topic that a source puts first."""


def _topic_edge(request: PageRequest, keys: Sequence[Any], row: Any) -> WorkTopicEdge:
    topic, score, primary = row
    return WorkTopicEdge(request, keys, TopicRecord(**topic), score, primary)


TOPICS = NestedList(
    name="Work.topics",
    parent="Work",
    pattern="(p)-[e:ABOUT]->(n)",
    listed="Topic",
    row=f"[{TOPIC}, e.score, coalesce(e.primary, false)]",
    total="COUNT { (p)-[:ABOUT]->() }",
    edge=_topic_edge,
)

TOPIC_ORDER = Order(
    "PRIMARY",
    (
        Key("CASE WHEN e.primary THEN 0 ELSE 1 END", int),
        Key("coalesce(e.score, 0.0)", float, descending=True),
        Key("n.name", str),
        Key("n.id", str),
    ),
)
"""The primary topic first, then the best score."""

REFERENCES = NestedList(
    name="Work.references",
    parent="Work",
    pattern="(p)-[:CITES]->(n)",
    listed="Work",
    row=WORK,
    total="COUNT { (p)-[:CITES]->() }",
    edge=plain_edges(WorkRecord),
)

CITED_BY = NestedList(
    name="Work.citedBy",
    parent="Work",
    pattern="(p)<-[:CITES]-(n)",
    listed="Work",
    row=WORK,
    total="COUNT { (p)<-[:CITES]-() }",
    edge=plain_edges(WorkRecord),
)

MAIN_SOURCES: LiteralString = f"""
UNWIND range(0, size($ids) - 1) AS i
MATCH (:Work {{id: $ids[i]}})-[:PUBLISHED_IN]->(n)
WITH i, n ORDER BY n.kind IN ['archive', 'repository'], n.name, n.id
WITH i, head(collect(n)) AS n
RETURN i, {SOURCE}
"""


async def main_sources(graph: Graph, ids: Sequence[str]) -> list[SourceRecord | None]:
    """Return the source that each work appeared in, None where no source is known.

    Of several, a journal or conference comes before an archive or repository; then the first by name.
    """
    found: list[SourceRecord | None] = [None] * len(ids)
    for i, source in await graph.read(MAIN_SOURCES, ids=list(ids)):
        found[i] = SourceRecord(**source)
    return found

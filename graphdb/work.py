"""What hangs on works: authorships, topics, references and citations, the source."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphdb.fact import Fact
from graphdb.keyset import Key, Order, PageRequest
from graphdb.nested_list import NestedList
from graphdb.pages import Edge, plain_edge
from graphdb.records import AuthorshipRecord, ResearcherRecord, SourceRecord, TopicRecord
from graphdb.records.partial import partial_record
from graphdb.records.source import SOURCE

_person_alone = partial_record(AuthorshipRecord, ["researcher"])


def _authorship_edge(
    request: PageRequest, keys: Sequence[Any], person: ResearcherRecord, extras: Sequence[Any] | None
) -> Edge[AuthorshipRecord]:
    if extras is None:
        return Edge(request, keys, _person_alone([person]))
    position, raw_name, raw_affiliation, corresponding, institution_ids = extras
    authorship = AuthorshipRecord(
        position, raw_name or person.name, raw_affiliation, corresponding, institution_ids, person
    )
    return Edge(request, keys, authorship)


AUTHORSHIPS = NestedList(
    name="Work.authorships",
    parent="Work",
    pattern="(p)<-[e:AUTHORED]-(n)",
    listed="Researcher",
    total="COUNT { (p)<-[:AUTHORED]-() }",
    edge=_authorship_edge,
    extras=(
        "[e.position, e.rawName, e.rawAffiliation, coalesce(e.corresponding, false), coalesce(e.institutionIds, [])]"
    ),
    extras_need=frozenset({"name"}),
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


def _topic_edge(
    request: PageRequest, keys: Sequence[Any], topic: TopicRecord, extras: Sequence[Any] | None
) -> Edge[TopicRecord]:
    return Edge(request, keys, topic) if extras is None else WorkTopicEdge(request, keys, topic, *extras)


TOPICS = NestedList(
    name="Work.topics",
    parent="Work",
    pattern="(p)-[e:ABOUT]->(n)",
    listed="Topic",
    total="COUNT { (p)-[:ABOUT]->() }",
    edge=_topic_edge,
    extras="[e.score, coalesce(e.primary, false)]",
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
    total="COUNT { (p)-[:CITES]->() }",
    edge=plain_edge,
)

CITED_BY = NestedList(
    name="Work.citedBy",
    parent="Work",
    pattern="(p)<-[:CITES]-(n)",
    listed="Work",
    total="COUNT { (p)<-[:CITES]-() }",
    edge=plain_edge,
    long=True,
    walkable=True,
)


def _source(found: Any) -> SourceRecord | None:
    return SourceRecord(**found[0]) if found else None


MAIN_SOURCE = Fact(
    "Work",
    f"""  MATCH (p)-[:PUBLISHED_IN]->(n)
  WITH n ORDER BY n.kind IN ['archive', 'repository'], n.name, n.id LIMIT 1
  RETURN collect({SOURCE}) AS fact""",
    _source,
)
"""The source that a work appeared in, None where no source is known.

Of several, a journal or conference comes before an archive or repository; then the first by name.
"""

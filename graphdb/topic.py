"""What hangs on topics: works, researchers, the hierarchy."""

from graphdb.lists import NestedList
from graphdb.pages import plain_edges
from graphdb.records import ResearcherRecord, TopicRecord, WorkRecord
from graphdb.records.researcher import RESEARCHER
from graphdb.records.topic import TOPIC
from graphdb.records.work import WORK

WORKS = NestedList(
    name="Topic.works",
    parent="Topic",
    pattern="(p)<-[:ABOUT]-(n)",
    listed="Work",
    row=WORK,
    total="COUNT { (p)<-[:ABOUT]-() }",
    edge=plain_edges(WorkRecord),
)

RESEARCHERS = NestedList(
    name="Topic.researchers",
    parent="Topic",
    pattern="(p)<-[:ABOUT]-()<-[:AUTHORED]-(n)",
    listed="Researcher",
    row=RESEARCHER,
    total="coalesce(p.researchersCount, 0)",
    edge=plain_edges(ResearcherRecord),
    repeats=True,
)

BROADER = NestedList(
    name="Topic.broader",
    parent="Topic",
    pattern="(p)-[:BROADER]->(n)",
    listed="Topic",
    row=TOPIC,
    total="COUNT { (p)-[:BROADER]->() }",
    edge=plain_edges(TopicRecord),
)

NARROWER = NestedList(
    name="Topic.narrower",
    parent="Topic",
    pattern="(p)<-[:BROADER]-(n)",
    listed="Topic",
    row=TOPIC,
    total="COUNT { (p)<-[:BROADER]-() }",
    edge=plain_edges(TopicRecord),
)

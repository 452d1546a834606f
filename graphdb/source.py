"""What hangs on sources: works and researchers."""

from graphdb.lists import NestedList
from graphdb.pages import plain_edges
from graphdb.records import ResearcherRecord, WorkRecord
from graphdb.records.researcher import RESEARCHER
from graphdb.records.work import WORK

WORKS = NestedList(
    name="Source.works",
    parent="Source",
    pattern="(p)<-[:PUBLISHED_IN]-(n)",
    listed="Work",
    row=WORK,
    total="COUNT { (p)<-[:PUBLISHED_IN]-() }",
    edge=plain_edges(WorkRecord),
)

RESEARCHERS = NestedList(
    name="Source.researchers",
    parent="Source",
    pattern="(p)<-[:PUBLISHED_IN]-()<-[:AUTHORED]-(n)",
    listed="Researcher",
    row=RESEARCHER,
    total="coalesce(p.researchersCount, 0)",
    edge=plain_edges(ResearcherRecord),
    repeats=True,
)

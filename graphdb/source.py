"""What hangs on sources: works and researchers."""

from graphdb.nested_list import NestedList
from graphdb.pages import plain_edge

WORKS = NestedList(
    name="Source.works",
    parent="Source",
    pattern="(p)<-[:PUBLISHED_IN]-(n)",
    listed="Work",
    total="COUNT { (p)<-[:PUBLISHED_IN]-() }",
    edge=plain_edge,
    long=True,
    walkable=True,
)

RESEARCHERS = NestedList(
    name="Source.researchers",
    parent="Source",
    pattern="(p)<-[:PUBLISHED_IN]-()<-[:AUTHORED]-(n)",
    listed="Researcher",
    total="coalesce(p.researchersCount, 0)",
    edge=plain_edge,
    long=True,
    repeats=True,
)

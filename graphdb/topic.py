"""What hangs on topics: works, researchers, the hierarchy."""

from graphdb.nested_list import NestedList
from graphdb.pages import plain_edge

WORKS = NestedList(
    name="Topic.works",
    parent="Topic",
    pattern="(p)<-[:ABOUT]-(n)",
    listed="Work",
    total="COUNT { (p)<-[:ABOUT]-() }",
    edge=plain_edge,
    long=True,
    walkable=True,
)

RESEARCHERS = NestedList(
    name="Topic.researchers",
    parent="Topic",
    pattern="(p)<-[:ABOUT]-()<-[:AUTHORED]-(n)",
    listed="Researcher",
    total="coalesce(p.researchersCount, 0)",
    edge=plain_edge,
    long=True,
    repeats=True,
)

BROADER = NestedList(
    name="Topic.broader",
    parent="Topic",
    pattern="(p)-[:BROADER]->(n)",
    listed="Topic",
    total="COUNT { (p)-[:BROADER]->() }",
    edge=plain_edge,
)

NARROWER = NestedList(
    name="Topic.narrower",
    parent="Topic",
    pattern="(p)<-[:BROADER]-(n)",
    listed="Topic",
    total="COUNT { (p)<-[:BROADER]-() }",
    edge=plain_edge,
    long=True,
)

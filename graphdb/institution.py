"""What hangs on institutions: works, researchers, the hierarchy."""

from graphdb.nested_list import NestedList
from graphdb.pages import plain_edge

WORKS = NestedList(
    name="Institution.works",
    parent="Institution",
    pattern="(p)<-[:AFFILIATED_WITH]-()-[e:AUTHORED]->(n)",
    listed="Work",
    total="coalesce(p.worksCount, 0)",
    edge=plain_edge,
    long=True,
    walkable=True,
    repeats=True,
    # People move: only works that name the institution for the person are the institution's.
    condition="p.id IN e.institutionIds",
)

RESEARCHERS = NestedList(
    name="Institution.researchers",
    parent="Institution",
    pattern="(p)<-[:AFFILIATED_WITH]-(n)",
    listed="Researcher",
    total="COUNT { (p)<-[:AFFILIATED_WITH]-() }",
    edge=plain_edge,
    long=True,
    walkable=True,
)

PARENTS = NestedList(
    name="Institution.parents",
    parent="Institution",
    pattern="(p)-[:PART_OF]->(n)",
    listed="Institution",
    total="COUNT { (p)-[:PART_OF]->() }",
    edge=plain_edge,
)

CHILDREN = NestedList(
    name="Institution.children",
    parent="Institution",
    pattern="(p)<-[:PART_OF]-(n)",
    listed="Institution",
    total="COUNT { (p)<-[:PART_OF]-() }",
    edge=plain_edge,
    long=True,
)

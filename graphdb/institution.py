"""What hangs on institutions: works, researchers, the hierarchy."""

from graphdb.lists import NestedList
from graphdb.pages import plain_edges
from graphdb.records import InstitutionRecord, ResearcherRecord, WorkRecord
from graphdb.records.institution import INSTITUTION
from graphdb.records.researcher import RESEARCHER
from graphdb.records.work import WORK

WORKS = NestedList(
    name="Institution.works",
    parent="Institution",
    pattern="(p)<-[:AFFILIATED_WITH]-()-[e:AUTHORED]->(n)",
    listed="Work",
    row=WORK,
    total="coalesce(p.worksCount, 0)",
    edge=plain_edges(WorkRecord),
    repeats=True,
    # People move: only works that name the institution for the person are the institution's.
    condition="p.id IN e.institutionIds",
)

RESEARCHERS = NestedList(
    name="Institution.researchers",
    parent="Institution",
    pattern="(p)<-[:AFFILIATED_WITH]-(n)",
    listed="Researcher",
    row=RESEARCHER,
    total="COUNT { (p)<-[:AFFILIATED_WITH]-() }",
    edge=plain_edges(ResearcherRecord),
)

PARENTS = NestedList(
    name="Institution.parents",
    parent="Institution",
    pattern="(p)-[:PART_OF]->(n)",
    listed="Institution",
    row=INSTITUTION,
    total="COUNT { (p)-[:PART_OF]->() }",
    edge=plain_edges(InstitutionRecord),
)

CHILDREN = NestedList(
    name="Institution.children",
    parent="Institution",
    pattern="(p)<-[:PART_OF]-(n)",
    listed="Institution",
    row=INSTITUTION,
    total="COUNT { (p)<-[:PART_OF]-() }",
    edge=plain_edges(InstitutionRecord),
)

"""What works can be asked for."""

from typing import LiteralString

from graphdb.filters.conditions import Condition, Conditions, TextCondition
from graphdb.fulltext.indexes import WORK_TEXT

_AT_INSTITUTION: LiteralString = (
    "EXISTS { MATCH (n)<-[a:AUTHORED]-() WHERE any(x IN @ WHERE x.id IN a.institutionIds) }"
)
_AT_ALL_INSTITUTIONS: LiteralString = (
    "all(x IN @ WHERE EXISTS { MATCH (n)<-[a:AUTHORED]-() WHERE x.id IN a.institutionIds })"
)
_IN_COUNTRY: LiteralString = (
    "EXISTS { MATCH (n)<-[a:AUTHORED]-() UNWIND a.institutionIds AS x "
    "MATCH (y:Institution {id: x}) WHERE y.country IN @ }"
)
_IN_ALL_COUNTRIES: LiteralString = (
    "all(z IN @ WHERE EXISTS { MATCH (n)<-[a:AUTHORED]-() UNWIND a.institutionIds AS x "
    "MATCH (:Institution {id: x, country: z}) })"
)
_WORKS_THERE: LiteralString = (
    "MATCH (anchor)<-[:AFFILIATED_WITH]-()-[named:AUTHORED]->(n) WHERE anchor.id IN named.institutionIds"
)

WORK_CONDITIONS: Conditions = {
    "text": TextCondition(WORK_TEXT),
    "authors": Condition(
        "EXISTS { (n)<-[:AUTHORED]-(x) WHERE x IN @ }",
        ids="Researcher",
        anchor="UNWIND @ AS anchor MATCH (anchor)-[:AUTHORED]->(n)",
    ),
    "all_authors": Condition(
        "all(x IN @ WHERE EXISTS { (n)<-[:AUTHORED]-(x) })",
        ids="Researcher",
        anchor="UNWIND @[..1] AS anchor MATCH (anchor)-[:AUTHORED]->(n)",
        holds_if_empty=True,
    ),
    "institutions": Condition(_AT_INSTITUTION, ids="Institution", anchor=f"UNWIND @ AS anchor {_WORKS_THERE}"),
    "all_institutions": Condition(
        _AT_ALL_INSTITUTIONS,
        ids="Institution",
        anchor=f"UNWIND @[..1] AS anchor {_WORKS_THERE}",
        holds_if_empty=True,
    ),
    "topics": Condition(
        "EXISTS { (n)-[:ABOUT]->(x) WHERE x IN @ }",
        ids="Topic",
        anchor="UNWIND @ AS anchor MATCH (anchor)<-[:ABOUT]-(n)",
    ),
    "all_topics": Condition(
        "all(x IN @ WHERE EXISTS { (n)-[:ABOUT]->(x) })",
        ids="Topic",
        anchor="UNWIND @[..1] AS anchor MATCH (anchor)<-[:ABOUT]-(n)",
        holds_if_empty=True,
    ),
    "sources": Condition(
        "EXISTS { (n)-[:PUBLISHED_IN]->(x) WHERE x IN @ }",
        ids="Source",
        anchor="UNWIND @ AS anchor MATCH (anchor)<-[:PUBLISHED_IN]-(n)",
    ),
    "all_sources": Condition(
        "all(x IN @ WHERE EXISTS { (n)-[:PUBLISHED_IN]->(x) })",
        ids="Source",
        anchor="UNWIND @[..1] AS anchor MATCH (anchor)<-[:PUBLISHED_IN]-(n)",
        holds_if_empty=True,
    ),
    "countries": Condition(_IN_COUNTRY, anchor=f"MATCH (anchor:Institution) WHERE anchor.country IN @ {_WORKS_THERE}"),
    "all_countries": Condition(_IN_ALL_COUNTRIES, holds_if_empty=True),
    "year_gte": Condition("n.sortYear >= @ AND n.year IS NOT NULL"),
    "year_lte": Condition("n.sortYear <= @ AND n.year IS NOT NULL"),
    "types": Condition("coalesce(n.type, 'other') IN @"),
    "is_open_access": Condition("coalesce(n.isOpenAccess = @, false)"),
    "retracted": Condition("coalesce(n.retracted, false) = @"),
    "min_citations": Condition("n.citationCount >= @"),
    "has_abstract": Condition("(n.abstract IS NOT NULL) = @"),
    "imported_from": Condition("EXISTS { (n)<-[:DESCRIBES]-(x) WHERE x.source IN @ }"),
}

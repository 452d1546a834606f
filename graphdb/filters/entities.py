"""What topics, institutions and sources can be asked for."""

from graphdb.filters.conditions import Condition, Conditions, TextCondition
from graphdb.fulltext.indexes import ENTITY_TEXT

_COUNTERS: Conditions = {
    "min_works": Condition("n.worksCount >= @"),
    "min_citations": Condition("n.citationCount >= @"),
}

TOPIC_CONDITIONS: Conditions = {
    "name": TextCondition(ENTITY_TEXT, "Topic"),
    "broader": Condition(
        "EXISTS { (n)-[:BROADER]->(x) WHERE x IN @ }",
        ids="Topic",
        anchor="UNWIND @ AS anchor MATCH (anchor)<-[:BROADER]-(n)",
    ),
    "schemes": Condition("n.scheme IN @"),
    "level_gte": Condition("coalesce(n.level >= @, false)"),
    "level_lte": Condition("coalesce(n.level <= @, false)"),
    **_COUNTERS,
}

INSTITUTION_CONDITIONS: Conditions = {
    "name": TextCondition(ENTITY_TEXT, "Institution"),
    "part_of": Condition(
        "EXISTS { (n)-[:PART_OF]->(x) WHERE x IN @ }",
        ids="Institution",
        anchor="UNWIND @ AS anchor MATCH (anchor)<-[:PART_OF]-(n)",
    ),
    "countries": Condition("coalesce(n.country IN @, false)"),
    "types": Condition("coalesce(n.type IN @, false)"),
    **_COUNTERS,
}

SOURCE_CONDITIONS: Conditions = {
    "name": TextCondition(ENTITY_TEXT, "Source"),
    "kinds": Condition("coalesce(n.kind, 'other') IN @"),
    **_COUNTERS,
}

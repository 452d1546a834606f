"""What researchers can be asked for."""

from graphdb.filters.conditions import Condition, Conditions, TextCondition
from graphdb.fulltext.indexes import RESEARCHER_TEXT

RESEARCHER_CONDITIONS: Conditions = {
    "name": TextCondition(RESEARCHER_TEXT),
    "institutions": Condition(
        "EXISTS { (n)-[:AFFILIATED_WITH]->(x) WHERE x IN @ }",
        ids="Institution",
        anchor="UNWIND @ AS anchor MATCH (anchor)<-[:AFFILIATED_WITH]-(n)",
    ),
    "all_institutions": Condition(
        "all(x IN @ WHERE EXISTS { (n)-[:AFFILIATED_WITH]->(x) })",
        ids="Institution",
        anchor="UNWIND @[..1] AS anchor MATCH (anchor)<-[:AFFILIATED_WITH]-(n)",
        holds_if_empty=True,
    ),
    "topics": Condition(
        "EXISTS { (n)-[:AUTHORED]->()-[:ABOUT]->(x) WHERE x IN @ }",
        ids="Topic",
        anchor="UNWIND @ AS anchor MATCH (anchor)<-[:ABOUT]-()<-[:AUTHORED]-(n)",
    ),
    "all_topics": Condition(
        "all(x IN @ WHERE EXISTS { (n)-[:AUTHORED]->()-[:ABOUT]->(x) })",
        ids="Topic",
        anchor="UNWIND @[..1] AS anchor MATCH (anchor)<-[:ABOUT]-()<-[:AUTHORED]-(n)",
        holds_if_empty=True,
    ),
    "countries": Condition(
        "EXISTS { (n)-[:AFFILIATED_WITH]->(x) WHERE x.country IN @ }",
        anchor="MATCH (anchor:Institution) WHERE anchor.country IN @ MATCH (anchor)<-[:AFFILIATED_WITH]-(n)",
    ),
    "min_works": Condition("n.worksCount >= @"),
    "min_citations": Condition("n.citationCount >= @"),
    "min_trust": Condition("coalesce(n.trustScore, 0) >= @"),
    "claimed": Condition("coalesce(n.claimed, false) = @"),
    "open_to_collaborate": Condition("coalesce(n.openToCollaborate, true) = @"),
}

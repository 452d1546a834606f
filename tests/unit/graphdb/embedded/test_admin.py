from graphdb.embedded.admin import reason

FAILED = [
    "Files: 12/94, data: 11.2%",
    "Failed to load database 'neo4j': Not a valid Neo4j archive",
    "-----",
    "Command Failed",
    "Load failed for databases: 'neo4j'",
    "Not a valid Neo4j archive",
    "Full exception details written to: x.log",
]


def test_the_reason_is_the_cause_below_the_tools_verdict() -> None:
    assert reason(FAILED) == "Not a valid Neo4j archive"


def test_the_verdict_stands_where_no_cause_is_given() -> None:
    assert reason(["Command Failed", "Dump failed.", "Full exception details written to: x.log"]) == "Dump failed"


def test_without_a_verdict_the_last_line_is_the_reason() -> None:
    assert reason(["Invalid value", "Missing required parameter"]) == "Missing required parameter"
    assert reason([]) == "it said nothing"

"""Import runs, data sources and the size of the graph."""

from typing import TYPE_CHECKING, Any

import pytest

from graphdb.counts import GRAPH_COUNTS
from graphdb.graph import Graph

if TYPE_CHECKING:
    from tests.integration.schema.conftest import Ask
    from tests.integration.schema.small_graph import SmallGraph

OURS = ["run-small", "run-a", "run-b"]


async def test_import_runs_are_listed_the_newest_first_then_by_id(ask: "Ask", small_graph: "SmallGraph") -> None:
    text = """query($after: String) { importRuns(first: 2, after: $after) {
                totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { id startedAt } } }"""
    read: list[dict[str, Any]] = []
    after = None
    more = True
    while more:
        answer = await ask(text, after=after)
        assert (answer.errors, len(answer.calls)) == ([], 1)
        page = answer.data["importRuns"]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        read += page["nodes"]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert [run["id"] for run in read[:3]] == OURS
    assert len(read) == page["totalCount"] >= 3
    starts = [run["startedAt"] for run in read]
    assert starts == sorted(starts, reverse=True)


async def test_a_run_says_what_it_did_and_names_its_files_without_their_folders(
    ask: "Ask", small_graph: "SmallGraph"
) -> None:
    answer = await ask(
        """{ importRuns(first: 3) { nodes { format state savedAt endedAt silentSeconds filesCount files(first: 2)
               read written unchanged merged quarantined problemsCount } } }"""
    )
    running, completed, failed = answer.data["importRuns"]["nodes"]
    assert running.pop("silentSeconds") == 0
    assert running == {
        "format": "acl",
        "state": "RUNNING",
        "savedAt": "2038-01-02T00:01:00Z",
        "endedAt": None,
        "filesCount": 3,
        "files": ["2019.xml", "2020.xml"],
        "read": 9,
        "written": 4,
        "unchanged": 3,
        "merged": 1,
        "quarantined": 1,
        "problemsCount": 0,
    }
    assert (completed["state"], completed["silentSeconds"]) == ("COMPLETED", None)
    assert (failed["state"], failed["problemsCount"]) == ("FAILED", 1)


async def test_a_data_source_sums_up_the_runs_of_a_format(ask: "Ask", small_graph: "SmallGraph", graph: Graph) -> None:
    answer = await ask(
        """{ dataSources { format runs read written merged quarantined lastImportedAt lastRun { id } } }"""
    )
    assert (answer.errors, len(answer.calls)) == ([], 1)
    sources = {source["format"]: source for source in answer.data["dataSources"]}
    assert list(sources) == sorted(sources)
    [[formats, runs]] = await graph.read("MATCH (n:ImportRun) RETURN count(DISTINCT n.format), count(n)")
    assert (len(sources), sum(source["runs"] for source in sources.values())) == (formats, runs)
    # Other tests of the same store may have imported these formats, too, but not as late.
    if sources["acl"]["runs"] == 2:
        assert sources["acl"] == {
            "format": "acl",
            "runs": 2,
            "read": 10,
            "written": 4,
            "merged": 1,
            "quarantined": 2,
            "lastImportedAt": None,
            "lastRun": {"id": "run-small"},
        }
    assert sources["acl"]["lastRun"] == {"id": "run-small"}
    assert sources["aan"]["lastImportedAt"] == "2038-01-01T00:02:00Z"


async def test_the_counts_of_the_store_are_those_of_its_nodes_and_edges(
    ask: "Ask", small_graph: "SmallGraph", graph: Graph
) -> None:
    answer = await ask(
        """{ stats { works researchers topics institutions sources authorships citations waitingCitations
               collaborations affiliations topicAssignments publications identifiers records importRuns
               lastImportedAt } }"""
    )
    assert (answer.errors, len(answer.calls)) == ([], 1)
    labels = dict(await graph.read("MATCH (n) UNWIND labels(n) AS l RETURN l, count(*)"))
    kinds = dict(await graph.read("MATCH ()-[e]->() RETURN type(e), count(*)"))
    assert labels["Work"] >= len(small_graph.works)
    assert answer.data["stats"] == {
        "works": labels["Work"],
        "researchers": labels["Researcher"],
        "topics": labels["Topic"],
        "institutions": labels["Institution"],
        "sources": labels["Source"],
        "authorships": kinds["AUTHORED"],
        "citations": kinds["CITES"],
        "waitingCitations": kinds["REFERS_TO"],
        "collaborations": kinds["COLLABORATED_WITH"],
        "affiliations": kinds["AFFILIATED_WITH"],
        "topicAssignments": kinds["ABOUT"],
        "publications": kinds["PUBLISHED_IN"],
        "identifiers": labels["Identifier"],
        "records": labels["Record"],
        "importRuns": labels["ImportRun"],
        "lastImportedAt": "2038-01-01T00:02:00Z",
    }


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ importRuns(first: 1001) { totalCount } }", "BAD_BOUND"),
        ('{ importRuns(after: "x") { totalCount } }', "BAD_CURSOR"),
        ("{ importRuns(first: 1) { nodes { files(first: 101) } } }", "BAD_BOUND"),
    ],
)
async def test_bounds_of_runs_are_named(ask: "Ask", small_graph: "SmallGraph", query: str, code: str) -> None:
    assert (await ask(query)).codes == [code]


async def test_the_size_of_the_graph_is_read_from_the_stores_counts(small_graph: "SmallGraph", graph: Graph) -> None:
    async with graph._driver.session() as session:
        summary = await (await session.run("EXPLAIN " + GRAPH_COUNTS)).consume()
    operators: list[str] = []
    plans = [summary.plan]
    while plans:
        plan = plans.pop()
        assert plan is not None
        operators.append(plan["operatorType"].split("@")[0])
        plans += plan.get("children", [])
    counts = [name for name in operators if name.endswith("CountFromCountStore")]
    scans = [name for name in operators if "Scan" in name or "Expand" in name]
    # The imports themselves, which are few, are looked at for the last one that came to its end.
    assert (len(counts), scans) == (15, ["NodeByLabelScan"])

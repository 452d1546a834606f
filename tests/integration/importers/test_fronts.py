"""Fronts of hubs are of the first of all, whatever is imported, merged and taken back."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphdb.check import check
from graphdb.derived import fronts
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from graphdb.research_graph.records import EdgeKind
from graphdb.research_graph.request import slice_request
from graphdb.research_graph.traversal import read_slice
from graphdb.writer.graph_writer import GraphWriter
from graphdb.writer.works import merge_works
from importers.pipeline import Summary

Rows = Callable[..., list[list[Any]]]
Import = Callable[..., Summary]

PAPER = """<paper id="{n}"><title>Paper {n}</title>
<author><first>Ada</first><last>Lovelace</last></author><author><first>Given{given}</first><last>Ames</last></author>
<url>N18-10{n:02}</url></paper>"""
VOLUME = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="N18"><volume id="1" type="proceedings">
<meta><booktitle>Proceedings of North</booktitle><year>2018</year><venue>naacl</venue></meta>
{papers}
</volume></collection>
"""
HUBS = """
MATCH (n:Work|Topic|Source|Institution|Researcher)
WHERE COUNT { (n)<-[:CITES|ABOUT|PUBLISHED_IN|AFFILIATED_WITH]-() } + COUNT { (n)-[:COLLABORATED_WITH]-() } >= $many
  AND NOT n:Fronted
RETURN n.id
UNION
MATCH (n:Researcher)
WHERE COUNT { (n)-[:AUTHORED]->() } >= $many AND n.worksFloor IS NULL
RETURN n.id
"""
FRONT = """
MATCH (:Work {plainTitle: $title})-[:FRONT]->(w)
RETURN w.plainTitle ORDER BY w.citationCount DESC, w.plainTitle
"""


@pytest.fixture
def papers(import_files: Import, tmp_path: Path) -> None:
    """Twelve papers, of which six cite the first: the fifth is cited by two others itself, the sixth by one.

    Of eleven co-authors of one person two wrote two of them with her.
    """
    path = tmp_path / "N18.xml"
    path.write_text(VOLUME.format(papers="".join(PAPER.format(n=n, given=n % 10) for n in range(1, 13))))
    import_files("acl", path)
    cite(import_files, tmp_path, *((citing, 1) for citing in range(2, 8)), (2, 5), (3, 5), (2, 6))


def cite(import_files: Import, folder: Path, *pairs: tuple[int, int]) -> None:
    path = folder / f"{len(list(folder.iterdir()))}.txt"
    path.write_text("".join(f"N18-10{citing:02} , N18-10{cited:02}\n" for citing, cited in pairs))
    import_files("aan", path)


def citing_first(endpoint: Endpoint, rows: Rows) -> list[str]:
    """The titles of the two most cited papers that cite the first one, as a slice shows them."""
    [[hub]] = rows("MATCH (w:Work {plainTitle: 'Paper 1'}) RETURN w.id")

    async def read() -> list[str]:
        async with Graph.open(endpoint) as graph:
            slice_ = await read_slice(graph, slice_request([hub], edges=[EdgeKind.CITES], per_kind=2))
        return sorted(node.label for node in slice_.nodes if node.depth)

    return asyncio.run(read())


def in_order(endpoint: Endpoint, rows: Rows) -> None:
    assert check(endpoint) == []
    assert rows(HUBS, many=fronts.MANY) == []


@pytest.mark.usefixtures("papers")
def test_who_comes_to_be_cited_more_comes_into_the_front(
    clean_graph: Endpoint, import_files: Import, rows: Rows, tmp_path: Path
) -> None:
    in_order(clean_graph, rows)
    assert rows(FRONT, title="Paper 1") == [["Paper 5"], ["Paper 6"]]
    assert citing_first(clean_graph, rows) == ["Paper 5", "Paper 6"]
    cite(import_files, tmp_path, *((citing, 3) for citing in (8, 9, 10)))
    in_order(clean_graph, rows)
    assert rows(FRONT, title="Paper 1") == [["Paper 3"], ["Paper 5"]]
    assert citing_first(clean_graph, rows) == ["Paper 3", "Paper 5"]
    # Somebody new who cites the hub, and is cited already.
    cite(import_files, tmp_path, *((citing, 8) for citing in (9, 10, 11, 12)), (8, 1))
    in_order(clean_graph, rows)
    assert citing_first(clean_graph, rows) == ["Paper 3", "Paper 8"]


@pytest.mark.usefixtures("papers")
def test_who_does_not_cite_the_hub_any_more_leaves_the_front(
    clean_graph: Endpoint, import_files: Import, rows: Rows, tmp_path: Path
) -> None:
    rows(
        "MATCH (a:Work {plainTitle: 'Paper 5'})-[c:CITES]->(b:Work {plainTitle: 'Paper 1'}) "
        "SET a:Dirty, b:Dirty SET a.referencesCount = 0 DELETE c"
    )
    cite(import_files, tmp_path, (11, 12))
    in_order(clean_graph, rows)
    assert rows(FRONT, title="Paper 1") == [["Paper 6"]]
    assert citing_first(clean_graph, rows) == ["Paper 2", "Paper 6"]


@pytest.mark.usefixtures("papers")
def test_a_work_that_another_is_merged_into_gets_a_new_front(
    clean_graph: Endpoint, import_files: Import, rows: Rows, tmp_path: Path
) -> None:
    # Paper 12 is cited by the third, which many cite, and the first is not.
    cite(import_files, tmp_path, *((citing, 9) for citing in (2, 3, 4, 5)), (9, 12))
    [[keep, gone]] = rows("MATCH (a:Work {plainTitle: 'Paper 1'}), (b:Work {plainTitle: 'Paper 12'}) RETURN a.id, b.id")
    with GraphWriter.open(clean_graph, "merge") as writer:
        writer.transact(lambda tx: merge_works(tx, [(keep, gone)]))
    cite(import_files, tmp_path, (10, 11))
    assert rows(FRONT, title="Paper 1") == [["Paper 9"], ["Paper 5"]]
    assert citing_first(clean_graph, rows) == ["Paper 5", "Paper 9"]


@pytest.mark.usefixtures("papers")
def test_an_import_gives_hubs_that_stood_before_there_were_fronts_theirs(
    clean_graph: Endpoint, import_files: Import, rows: Rows, tmp_path: Path
) -> None:
    rows("MATCH ()-[e:FRONT|FRONT_OF_WORKS]->() DELETE e")
    rows("MATCH (n) REMOVE n:Fronted, n.frontFloor, n.worksFloor")
    labels = "MATCH (n:Fronted) RETURN DISTINCT [l IN labels(n) WHERE l <> 'Fronted'][0] AS label ORDER BY label"
    assert rows(labels) == []
    # As the migration leaves it.
    rows("MERGE (:Lock {name: 'fronts'})")
    cite(import_files, tmp_path, (11, 12))
    in_order(clean_graph, rows)
    assert rows(labels) == [["Researcher"], ["Source"], ["Work"]]
    assert rows("MATCH (n:Lock {name: 'fronts'}) RETURN n") == []


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (:Researcher)-[e:FRONT_OF_WORKS]->() DELETE e",
        "MATCH (:Work)-[e:FRONT]->() DELETE e",
        "MATCH (n:Researcher:Fronted) SET n.frontFloor = 0",
        "MATCH (n:Researcher:Fronted)-[e:FRONT]->() SET e.weight = e.weight + 1",
        (
            "MATCH (n:Source:Fronted), (w:Work {plainTitle: 'Paper 12'})-[e:PUBLISHED_IN]->(n) SET n.worksCount = 11 "
            "CREATE (n)-[:FRONT]->(w) DELETE e"
        ),
    ],
    ids=["works", "missing", "floor", "rank", "more"],
)
def test_a_front_that_is_not_of_the_first_of_all_is_found(clean_graph: Endpoint, rows: Rows, damage: str) -> None:
    rows(damage)
    assert [problem.partition(": ")[0] for problem in check(clean_graph)] == [
        "1 researchers whose front of works is not of the first of all"
        if "FRONT_OF_WORKS" in damage
        else "1 hubs whose front is not of the first of all"
    ]

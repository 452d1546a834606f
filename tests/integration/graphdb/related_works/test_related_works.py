"""Similar, prior and derivative works against networkx, on random graphs in a real Neo4j."""

import math
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph, cypher_calls
from graphdb.keyset import PageArguments, page_request
from graphdb.related_works import read
from graphdb.related_works.read import DERIVATIVE_WORKS, PRIOR_WORKS, SIMILAR, RelatedKey, RelatedWorks, related_pages
from graphdb.related_works.records import RelatedPage
from graphdb.related_works.relations import Similarity
from graphdb.research_graph.records import EdgeDirection, EdgeKind

if TYPE_CHECKING:
    from tests.integration.graphdb.conftest import Model, RandomGraph

METHODS = [[method] for method in Similarity] + [list(Similarity), [Similarity.SHARED_AUTHORS, Similarity.CO_CITATION]]
# Kind of edge, and whether the link is what the edge starts at.
LINKS = {
    Similarity.CO_CITATION: ("CITES", True),
    Similarity.BIBLIOGRAPHIC_COUPLING: ("CITES", False),
    Similarity.SHARED_TOPICS: ("ABOUT", False),
    Similarity.SHARED_AUTHORS: ("AUTHORED", True),
}


def works_and_links(model: "Model", method: Similarity) -> "nx.Graph[tuple[str, str]]":
    """Works on one side, what links them on the other: a work may be on both."""
    kind, link_first = LINKS[method]
    graph: nx.Graph[tuple[str, str]] = nx.Graph()
    graph.add_nodes_from(("work", id_) for id_ in model.nodes if id_.startswith("w"))
    for kind_, start, end, _ in model.edges:
        if kind_ == kind:
            link, work = (start, end) if link_first else (end, start)
            graph.add_edge(("link", link), ("work", work))
    return graph


def expected_evidence(graph: "nx.Graph[tuple[str, str]]", seeds: Iterable[str], work: str) -> tuple[int, float] | None:
    """How many links a work shares with the seeds, and its score for them."""
    mine, own = ("work", work), [("work", seed) for seed in seeds]
    shared = {link for seed in own for link in nx.common_neighbors(graph, seed, mine)}
    if not shared:
        return None
    weight = sum(1 / math.log(graph.degree(link)) for link in shared)
    return len(shared), weight / math.sqrt(sum(graph.degree(seed) for seed in own) * graph.degree(mine))


def key(
    list_: RelatedWorks[Any],
    seeds: Iterable[str],
    methods: Iterable[str],
    first: int = 100,
    after: str | None = None,
) -> RelatedKey[Any]:
    request = page_request("Query.similarWorks", list_.order, PageArguments(first, after), 1000)
    return RelatedKey(list_, tuple(seeds), request, frozenset(methods))


async def page_of(graph: Graph, asked: RelatedKey[Any]) -> RelatedPage[Any]:
    [page] = await related_pages(graph, [asked])
    assert page is not None
    return page


def works(model: "Model") -> list[str]:
    return sorted(id_ for id_ in model.nodes if id_.startswith("w"))


@pytest.mark.parametrize("number", [41, 42])
async def test_similar_works_are_those_that_networkx_finds_with_its_counts_and_scores(
    clean_graph: Endpoint, random_graph: "RandomGraph", number: int
) -> None:
    model = random_graph(number)
    truth = {method: works_and_links(model, method) for method in Similarity}
    all_works = works(model)
    found_for = dict.fromkeys(Similarity, 0)
    async with Graph.open(clean_graph, timeout=60) as graph:
        for methods in METHODS:
            for seeds in (all_works[:1], all_works[5:6], all_works[10:13]):
                page = await page_of(graph, key(SIMILAR, seeds, methods))
                expected = {
                    work: found
                    for work in set(all_works) - set(seeds)
                    if (found := {m: e for m in methods if (e := expected_evidence(truth[m], seeds, work))})
                }
                assert {edge.node.id for edge in page.edges} == set(expected)
                assert page.total_count == len(page.edges)
                for edge in page.edges:
                    for evidence in edge.evidence:
                        found_for[evidence.method] += 1
                    own = expected[edge.node.id]
                    assert {e.method: e.shared for e in edge.evidence} == {m: n for m, (n, _) in own.items()}
                    for evidence in edge.evidence:
                        assert evidence.score == pytest.approx(own[evidence.method][1], abs=1e-5)
                    assert edge.score == pytest.approx(sum(e.score for e in edge.evidence))
                keys = [(-edge.score, edge.node.title, edge.node.id) for edge in page.edges]
                assert keys == sorted(keys)
                assert page.truncated == []
        assert min(found_for.values()) > 10
        # networkx has a name for the sum over what two works share.
        [seed] = all_works[:1]
        page = await page_of(graph, key(SIMILAR, [seed], [Similarity.SHARED_AUTHORS]))
        authors = truth[Similarity.SHARED_AUTHORS]
        for edge in page.edges:
            pair = ("work", seed), ("work", edge.node.id)
            [(_, _, index)] = nx.adamic_adar_index(authors, [pair])
            ties = math.sqrt(authors.degree(pair[0]) * authors.degree(pair[1]))
            assert edge.score == pytest.approx(index / ties, abs=1e-5)


async def test_prior_works_are_cited_by_references_and_derivative_ones_cite_what_cites_the_work(
    clean_graph: Endpoint, random_graph: "RandomGraph"
) -> None:
    model = random_graph(43)
    cites: nx.DiGraph[str] = nx.DiGraph()
    cites.add_nodes_from(works(model))
    cites.add_edges_from((a, b) for kind, a, b, _ in model.edges if kind == "CITES")
    most = 0
    async with Graph.open(clean_graph, timeout=60) as graph:
        for list_, name, truth in (
            (PRIOR_WORKS, "PRIOR", cites),
            (DERIVATIVE_WORKS, "DERIVATIVE", cites.reverse()),
        ):
            asked = [key(list_, [work], [name]) for work in works(model)]
            pages = await related_pages(graph, asked)
            for work, page in zip(works(model), pages, strict=True):
                assert page is not None
                links = {
                    other: len(set(truth.successors(work)) & set(truth.predecessors(other)))
                    for other in truth
                    if other != work
                }
                expected = [
                    (-count, -model.nodes[other]["citationCount"], model.nodes[other]["plainTitle"], other)
                    for other, count in links.items()
                    if count
                ]
                assert [(-e.links, -e.node.citation_count, e.node.title, e.node.id) for e in page.edges] == sorted(
                    expected
                )
                most = max(most, *links.values())
    assert most > 1


async def test_pages_of_similar_works_join_into_the_whole_list(
    clean_graph: Endpoint, random_graph: "RandomGraph"
) -> None:
    model = random_graph(44)
    references = Counter(citing for kind, citing, _, _ in model.edges if kind == "CITES")
    [(seed, _)] = references.most_common(1)
    async with Graph.open(clean_graph, timeout=60) as graph:
        for list_, names in ((SIMILAR, list(Similarity)), (PRIOR_WORKS, ["PRIOR"])):
            whole = await page_of(graph, key(list_, [seed], names))
            read_: list[Any] = []
            after = None
            while True:
                page = await page_of(graph, key(list_, [seed], names, 4, after))
                assert (page.total_count, page.has_previous_page) == (whole.total_count, after is not None)
                read_ += page.edges
                after = page.page_info.end_cursor
                if not page.has_next_page:
                    break
                assert len(page.edges) == 4
            assert [edge.node for edge in read_] == [edge.node for edge in whole.edges]
            assert len(read_) > 4


async def test_seeds_are_read_together_and_old_and_unknown_ids_are_told_apart(
    clean_graph: Endpoint, random_graph: "RandomGraph"
) -> None:
    model = random_graph(45)
    one, other = works(model)[:2]
    old, unknown = "w_bbbbbbbbbbbbbbbb", "w_aaaaaaaaaaaaaaaa"
    with open_driver(clean_graph) as driver, driver.session() as session:
        session.run(
            "MATCH (n:Work {id: $id}) CREATE (:Identifier {scheme: 'id', value: $old})-[:IDENTIFIES]->(n)",
            id=one,
            old=old,
        ).consume()
    names = list(Similarity)
    calls: list[str] = []
    async with Graph.open(clean_graph, timeout=60) as graph:
        token = cypher_calls.set(calls)
        by_old, by_unknown, by_other = await related_pages(
            graph, [key(SIMILAR, [id_], names) for id_ in (old, unknown, other)]
        )
        assert len(calls) == 1
        cypher_calls.reset(token)
        assert by_unknown is None
        by_current = await page_of(graph, key(SIMILAR, [one], names))
        assert by_old is not None
        assert [e.node for e in by_old.edges] == [e.node for e in by_current.edges]
        assert by_other == await page_of(graph, key(SIMILAR, [other], names))
        mixed = await page_of(graph, key(SIMILAR, [unknown, one, old], names))
        assert [e.node for e in mixed.edges] == [e.node for e in by_current.edges]
        assert (mixed.missing, by_current.missing) == ([unknown], [])


async def test_what_is_not_followed_is_said_and_not_counted(
    clean_graph: Endpoint, random_graph: "RandomGraph", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "FOLLOWED_LINKS", 4)
    monkeypatch.setattr(read, "FOLLOWED_WORKS", 3)
    monkeypatch.setattr(read, "HUB", 5)
    model = random_graph(46)
    graph_of = works_and_links(model, Similarity.SHARED_AUTHORS)
    seeds = sorted(works(model), key=lambda work: -graph_of.degree(("work", work)))[:2]
    # No person of the model has citations: links are taken by id, works by their citations.
    links: dict[str, list[str]] = {}
    for seed in seeds:
        for _, link in sorted(graph_of[("work", seed)])[:2]:
            linked = [work for _, work in graph_of[("link", link)]]
            linked.sort(key=lambda work: (-model.nodes[work]["citationCount"], work))
            links[link] = linked[:3] if len(linked) <= 5 else []
    expected: dict[str, int] = {}
    for linked in links.values():
        for work in set(linked) - set(seeds):
            expected[work] = expected.get(work, 0) + 1
    async with Graph.open(clean_graph, timeout=60) as graph:
        page = await page_of(graph, key(SIMILAR, seeds, [Similarity.SHARED_AUTHORS]))
    assert {edge.node.id: edge.evidence[0].shared for edge in page.edges} == expected
    assert expected
    degrees = {id_: graph_of.degree((side, id_)) for side, ids in (("work", seeds), ("link", links)) for id_ in ids}
    shown = dict.fromkeys(seeds, 2) | {link: 3 if degrees[link] <= 5 else 0 for link in links}
    assert {(t.node, t.shown, t.total) for t in page.truncated} == {
        (id_, shown[id_], degree) for id_, degree in degrees.items() if degree > (2 if id_ in seeds else 3)
    }
    assert {(t.edge, t.direction) for t in page.truncated} == {
        (EdgeKind.AUTHORED, EdgeDirection.IN),
        (EdgeKind.AUTHORED, EdgeDirection.OUT),
    }
    assert 0 in {t.shown for t in page.truncated}

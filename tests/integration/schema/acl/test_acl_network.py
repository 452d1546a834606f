"""Networks of real papers and people, asked for through GraphQL, against what networkx computes from the files alone.

Papers and people are told apart as the Anthology's files do it; the ids of the graph serve as names for them only.
"""

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
import strawberry

from graphdb.endpoint import Endpoint
from graphdb.graph import Graph
from resolvers.context import RequestContext

if TYPE_CHECKING:
    from tests.integration.schema.acl.conftest import Anthology, Truth
    from tests.integration.schema.conftest import Ask

COLLECTIONS = ("P02", "P03", "P04", "P05", "P06", "N03", "N04", "H05", "W04")


@pytest.fixture(scope="module")
def truth(anthology: "Anthology", emptied_graph: Endpoint, tmp_path_factory: pytest.TempPathFactory) -> "Truth":
    """What the files say; they are imported into the shared Neo4j, which holds nothing else."""
    return anthology(emptied_graph, COLLECTIONS, tmp_path_factory.mktemp("anthology"))


@dataclass(frozen=True)
class Network:
    """Papers and people by the ids that the graph gives them, and what the files say of them."""

    written: "nx.Graph[str]"
    """People and papers, joined by authorships; `position` on the edges."""
    cites: "nx.DiGraph[str]"
    collaborations: "nx.Graph[str]"
    """People, with Newman's weight and the number of works."""
    papers: list[str]
    """The most cited first."""
    people: list[str]
    """Those with most papers first."""

    def everything(self) -> "nx.MultiDiGraph[str]":
        """All edges as the API has them, by kind, with their weights."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from([*self.papers, *self.people])
        for person in self.people:
            for paper in self.written[person]:
                graph.add_edge(person, paper, "AUTHORED", weight=1 / self.written[person][paper]["position"])
        for citing, cited in self.cites.edges:
            graph.add_edge(citing, cited, "CITES", weight=1.0)
        for a, b, tie in self.collaborations.edges(data=True):
            graph.add_edge(min(a, b), max(a, b), "COLLABORATED_WITH", weight=tie["weight"])
        return graph


READ = """
query($after: String) { works(first: 1000, after: $after) { pageInfo { hasNextPage endCursor } nodes {
  id identifiers { scheme value } authorships(first: 100) { nodes { position researcher { id } } } } } }
"""


@pytest.fixture(scope="module")
async def network(truth: "Truth", endpoint: Endpoint, schema: strawberry.Schema) -> Network:
    ids: dict[str, str] = {}
    people: dict[str, str] = {}
    after = None
    while after is not None or not ids:
        async with Graph.open(endpoint, timeout=60) as graph:
            result = await schema.execute(READ, {"after": after}, RequestContext(graph))
        assert result.data is not None
        page = result.data["works"]
        for work in page["nodes"]:
            [key] = [each["value"] for each in work["identifiers"] if each["scheme"] == "acl"]
            ids[key] = work["id"]
            for (person, _), authorship in zip(truth.papers[key].authors, work["authorships"]["nodes"], strict=True):
                assert people.setdefault(person, authorship["researcher"]["id"]) == authorship["researcher"]["id"]
        after = page["pageInfo"]["endCursor"] if page["pageInfo"]["hasNextPage"] else None
    assert len(set(people.values())) == len(people)
    assert ids.keys() == truth.papers.keys()
    written: nx.Graph[str] = nx.Graph()
    written.add_nodes_from(ids.values())
    for key, paper in truth.papers.items():
        # Who is printed twice is one author, in the first place.
        for position, (person, _) in reversed(list(enumerate(paper.authors, start=1))):
            written.add_edge(people[person], ids[key], position=position)
    cites: nx.DiGraph[str] = nx.DiGraph()
    cites.add_nodes_from(ids.values())
    cites.add_edges_from((ids[citing], ids[cited]) for citing, cited in truth.citations)
    # networkx has Newman's weight, too.
    collaborations = nx.bipartite.collaboration_weighted_projected_graph(written, people.values())
    for a, b in collaborations.edges:
        collaborations[a][b]["works"] = len(set(written[a]) & set(written[b]))
    return Network(
        written,
        cites,
        collaborations,
        sorted(ids.values(), key=lambda paper: (-cites.in_degree(paper), paper)),
        sorted(people.values(), key=lambda person: (-written.degree(person), person)),
    )


async def test_the_files_make_a_network_worth_asking(network: Network) -> None:
    assert len(network.papers) > 1000
    assert len(network.people) > 1500
    assert network.cites.number_of_edges() > 1500
    assert max(dict(network.collaborations.degree).values()) > 20
    # Some papers cite themselves, or so the files say.
    assert nx.number_of_selfloops(network.cites) > 0


async def test_the_graph_among_papers_and_their_authors_is_the_subgraph_that_networkx_gives(
    ask: "Ask", network: Network
) -> None:
    everything = network.everything()
    draw = random.Random(1)
    papers = [*network.papers[:120], *draw.sample(network.papers, 80)]
    for ids in (
        sorted({*papers, *(person for paper in papers for person in network.written[paper])}),
        network.people[:500],
        draw.sample(network.papers + network.people, 1000),
    ):
        answer = await ask(
            "query($ids: [ID!]!) { inducedGraph(ids: $ids) { nodes { id expandable { edge remaining } } missing "
            "edges { source target kind weight } } }",
            ids=ids,
        )
        assert answer.errors == []
        found = answer.data["inducedGraph"]
        induced = everything.subgraph(ids)
        assert {node["id"] for node in found["nodes"]} == set(ids)
        assert found["missing"] == []
        weights = {(edge["source"], edge["target"], edge["kind"]): edge["weight"] for edge in found["edges"]}
        assert len(weights) == len(found["edges"])
        expected = {(a, b, kind): edge["weight"] for a, b, kind, edge in induced.edges(keys=True, data=True)}
        assert weights == pytest.approx(expected)
        for node in found["nodes"]:
            left = sum(each["remaining"] for each in node["expandable"] if each["edge"] != "PUBLISHED_IN")
            assert left == everything.degree(node["id"]) - induced.degree(node["id"])


@pytest.mark.parametrize("via", [["COLLABORATED_WITH"], ["AUTHORED"], ["CITES"], ["AUTHORED", "CITES"]], ids=" ".join)
async def test_the_shortest_paths_are_as_long_as_those_of_networkx_and_every_step_is_in_the_files(
    ask: "Ask", network: Network, via: list[str]
) -> None:
    everything = network.everything()
    undirected: nx.Graph[str] = nx.Graph()
    undirected.add_nodes_from(everything)
    undirected.add_edges_from((a, b) for a, b, kind in everything.edges(keys=True) if kind in via)
    draw = random.Random(2)
    ends = network.papers[:200] if via == ["CITES"] else network.people[:200]
    lengths: set[int] = set()
    for i in range(15):
        start, end = draw.sample(ends, 2)
        if i % 5:
            # Most pairs are too far from each other, or not linked at all.
            within_reach = nx.single_source_shortest_path_length(undirected, start, cutoff=6)
            end = draw.choice(sorted(within_reach))
        answer = await ask(
            """query($a: ID!, $b: ID!, $via: [EdgeKind!]) { pathsBetween(from: $a, to: $b, via: $via, limit: 5) {
                 length nodes { id } edges { source target kind works(first: 100) { id } } } }""",
            a=start,
            b=end,
            via=via,
        )
        assert answer.errors == []
        paths = answer.data["pathsBetween"]
        assert [path["length"] for path in paths] == expected_lengths(undirected, start, end, 5)
        for path in paths:
            ids = [node["id"] for node in path["nodes"]]
            assert (ids[0], ids[-1], len(set(ids))) == (start, end, path["length"] + 1)
            for (near, far), edge in zip(pairwise(ids), path["edges"], strict=True):
                assert {near, far} == {edge["source"], edge["target"]}
                assert everything.has_edge(edge["source"], edge["target"], edge["kind"])
                if edge["kind"] == "COLLABORATED_WITH":
                    shared = set(network.written[near]) & set(network.written[far])
                    assert {work["id"] for work in edge["works"]} == shared
        lengths |= {path["length"] for path in paths}
    assert len(lengths) > 2
    assert max(lengths) > 3


def expected_lengths(graph: "nx.Graph[str]", start: str, end: str, limit: int) -> list[int]:
    if start == end:
        return [0]
    try:
        found = [len(path) - 1 for path in islice(nx.shortest_simple_paths(graph, start, end), limit)]
    except nx.NetworkXNoPath:
        return []
    return [length for length in found if length <= 6]


# For each method, what links works: the successors or the predecessors in a graph from links to works.
def links_of(network: Network, method: str) -> "nx.DiGraph[Any]":
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_nodes_from(("work", paper) for paper in network.papers)
    if method == "SHARED_AUTHORS":
        graph.add_edges_from((("link", p), ("work", w)) for p in network.people for w in network.written[p])
    elif method == "CO_CITATION":
        graph.add_edges_from((("link", citing), ("work", cited)) for citing, cited in network.cites.edges)
    else:
        graph.add_edges_from((("link", cited), ("work", citing)) for citing, cited in network.cites.edges)
    return graph


def expected_evidence(links: "nx.DiGraph[Any]", seeds: Iterable[str]) -> dict[str, tuple[int, float]]:
    """How many links each other work shares with the seeds, and Adamic and Adar's sum, divided by the ties of both."""
    own = [("work", seed) for seed in seeds]
    shared: dict[str, set[Any]] = {}
    for link in {link for seed in own for link in links.predecessors(seed)}:
        for _, work in links.successors(link):
            shared.setdefault(work, set()).add(link)
    ties = sum(links.in_degree(seed) for seed in own)
    return {
        work: (
            len(common),
            sum(1 / math.log(links.out_degree(link)) for link in common)
            / math.sqrt(ties * links.in_degree(("work", work))),
        )
        for work, common in shared.items()
        if ("work", work) not in own
    }


@pytest.mark.parametrize("method", ["CO_CITATION", "BIBLIOGRAPHIC_COUPLING", "SHARED_AUTHORS"])
async def test_similar_works_have_the_evidence_and_the_scores_that_networkx_finds(
    ask: "Ask", network: Network, method: str
) -> None:
    links = links_of(network, method)
    ranked = sorted(network.papers, key=lambda paper: (-links.in_degree(("work", paper)), paper))
    most = 0
    for seeds in (*([paper] for paper in ranked[:8]), ranked[3:6], ranked[20:30]):
        answer = await ask(
            """query($to: [ID!]!, $m: [Similarity!]) { similarWorks(to: $to, methods: $m, first: 1000) {
                 totalCount truncated { node } edges { score node { id } evidence { method shared score } } } }""",
            to=seeds,
            m=[method],
        )
        assert answer.errors == []
        page = answer.data["similarWorks"]
        expected = expected_evidence(links, seeds)
        assert page["truncated"] == []
        assert page["totalCount"] == len(expected)
        found = {}
        for edge in page["edges"]:
            [evidence] = edge["evidence"]
            assert evidence["method"] == method
            assert edge["score"] == evidence["score"]
            found[edge["node"]["id"]] = (evidence["shared"], evidence["score"])
        assert {work: shared for work, (shared, _) in found.items()} == {w: n for w, (n, _) in expected.items()}
        assert {w: s for w, (_, s) in found.items()} == pytest.approx(
            {w: s for w, (_, s) in expected.items()}, abs=1e-5
        )
        scores = [edge["score"] for edge in page["edges"]]
        assert scores == sorted(scores, reverse=True)
        most = max(most, len(found))
    assert most > 20


async def test_prior_and_derivative_works_are_two_citations_away(ask: "Ask", network: Network) -> None:
    for field, cites in (("priorWorks", network.cites), ("derivativeWorks", network.cites.reverse())):
        seen = 0
        for paper in sorted(network.papers, key=lambda each: (-cites.out_degree(each), each))[:10]:
            answer = await ask(
                f"query($id: ID!) {{ node(id: $id) {{ ... on Work {{ {field}(first: 100) {{ totalCount "
                "edges { links node { id citationCount } } } } } }",
                id=paper,
            )
            page = answer.data["node"][field]
            links = {
                other: len(set(cites.successors(paper)) & set(cites.predecessors(other)))
                for near in cites.successors(paper)
                for other in cites.successors(near)
                if other != paper
            }
            assert page["totalCount"] == len(links)
            shown = {edge["node"]["id"]: edge["links"] for edge in page["edges"]}
            assert shown.items() <= links.items()
            keys = [(-edge["links"], -edge["node"]["citationCount"]) for edge in page["edges"]]
            assert keys == sorted(keys)
            assert all(
                edge["node"]["citationCount"] == network.cites.in_degree(edge["node"]["id"]) for edge in page["edges"]
            )
            left_out = {(-n, -network.cites.in_degree(w)) for w, n in links.items() if w not in shown}
            assert not left_out or min(left_out) >= keys[-1]
            seen += len(links)
        assert seen > 100


async def test_what_joins_two_sets_is_what_networkx_finds_beside_both(ask: "Ask", network: Network) -> None:
    everything = network.everything()
    draw = random.Random(3)
    most = 0
    for _ in range(12):
        # People have no edges to venues, which are not in the network.
        one = set(draw.sample(network.people[:150], draw.randint(1, 25)))
        other = set(draw.sample([*network.people[:150], *network.papers[:150]], draw.randint(1, 25))) - one
        answer = await ask(
            "query($a: [ID!]!, $b: [ID!]!) { bridge(from: $a, to: $b, first: 100) { nodes { id depth } "
            "edges { source target kind } truncated { shown total totalIsExact } } }",
            a=sorted(one),
            b=sorted(other),
        )
        assert answer.errors == []
        found = answer.data["bridge"]
        pairs: dict[str, int] = {}
        for node in everything:
            near = set(nx.all_neighbors(everything, node))
            if node not in one | other and (count := len(near & one) * len(near & other)):
                pairs[node] = count
        joining = [node["id"] for node in found["nodes"] if node["depth"] == 1]
        assert len(joining) == min(100, len(pairs))
        assert [pairs[id_] for id_ in joining] == sorted(pairs.values(), reverse=True)[:100]
        induced = everything.subgraph([*one, *other, *joining])
        assert {(e["source"], e["target"], e["kind"]) for e in found["edges"]} == set(induced.edges(keys=True))
        most = max(most, len(pairs))
    assert most > 10


@pytest.mark.parametrize("min_shared", [1, 2])
async def test_collaborators_of_collaborators_are_two_steps_away_with_the_weights_of_the_files(
    ask: "Ask", network: Network, min_shared: int
) -> None:
    everybody = network.collaborations
    ties = everybody.edges(data=True)
    enough = everybody.edge_subgraph((a, b) for a, b, tie in ties if tie["works"] >= min_shared)
    most = 0
    for person in (*network.people[:10], *random.Random(4).sample(network.people, 10)):
        edges = await all_collaborators(ask, person, f"degree: 2, minShared: {min_shared}")
        expected: dict[str, tuple[float, int]] = {}
        for near in enough.adj.get(person, ()):
            for far in enough[near]:
                if far != person and far not in everybody[person]:
                    weight = min(enough[person][near]["weight"], enough[near][far]["weight"])
                    total, through = expected.get(far, (0.0, 0))
                    expected[far] = (total + weight, through + 1)
        assert {edge["node"]["id"]: edge["throughCount"] for edge in edges} == {p: n for p, (_, n) in expected.items()}
        weights = {edge["node"]["id"]: edge["weight"] for edge in edges}
        assert weights == pytest.approx({p: w for p, (w, _) in expected.items()}, abs=1e-6)
        listed = [edge["weight"] for edge in edges]
        assert listed == sorted(listed, reverse=True)
        most = max(most, len(expected))
    assert most > (20 if min_shared == 1 else 3)


async def test_collaborators_have_newmans_weight(ask: "Ask", network: Network) -> None:
    for person in network.people[:20]:
        edges = await all_collaborators(ask, person, "degree: 1")
        expected = {other: tie["weight"] for other, tie in network.collaborations[person].items()}
        assert {edge["node"]["id"]: edge["weight"] for edge in edges} == pytest.approx(expected, abs=1e-6)
        works = {other: tie["works"] for other, tie in network.collaborations[person].items()}
        assert {edge["node"]["id"]: edge["works"] for edge in edges} == works


async def all_collaborators(ask: "Ask", person: str, arguments: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = []
    after = None
    while True:
        answer = await ask(
            "query($id: ID!, $after: String) { node(id: $id) { ... on Researcher { "
            f"collaborators(first: 100, after: $after, {arguments}) {{ totalCount truncated {{ node }} "
            "pageInfo { hasNextPage endCursor } edges { weight works throughCount node { id } } } } } }",
            id=person,
            after=after,
        )
        assert answer.errors == []
        page = answer.data["node"]["collaborators"]
        assert page["truncated"] == []
        read += page["edges"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            assert len(read) == page["totalCount"]
            return read

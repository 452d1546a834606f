"""The traversal against a computation of its own in Python, on random graphs in a real Neo4j."""

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph, cypher_calls
from graphdb.ids import node_id
from graphdb.keyset import BadBoundError
from graphdb.research_graph.records import EdgeKind, EntityKind, GraphSliceRecord
from graphdb.research_graph.request import slice_request
from graphdb.research_graph.traversal import read_slice

KIND = {"r": "RESEARCHER", "w": "WORK", "t": "TOPIC", "i": "INSTITUTION", "s": "SOURCE"}
Edge = tuple[str, str, str, dict[str, Any]]
"""(kind, start, end, properties)."""


@dataclass
class Model:
    """A graph in memory."""

    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def neighbours(self, near: str) -> dict[tuple[str, str], list[tuple[str, dict[str, Any]]]]:
        """The far ends of a node's edges, by kind of edge and direction."""
        found: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
        for kind, start, end, properties in self.edges:
            both = kind == "COLLABORATED_WITH"
            if start == near:
                found[kind, "BOTH" if both else "OUT"].append((end, properties))
            if end == near:
                found[kind, "BOTH" if both else "IN"].append((start, properties))
        return found

    def rank(self, near: str, kind: str, far: str, edge: dict[str, Any]) -> tuple[Any, ...]:  # noqa: PLR0911 - a case a line
        """The sort key of a far end, as the design words it."""
        node = self.nodes[far]
        name = node.get("plainTitle", node.get("name"))
        if kind == "AUTHORED" and near.startswith("w"):
            return (edge["position"], name, far)
        if far.startswith("w"):
            return (-node["citationCount"], -node["sortYear"], name, far)
        if kind == "COLLABORATED_WITH":
            return (-edge["weight"], -edge["works"], name, far)
        if kind == "ABOUT":
            return (-edge["score"], not edge["primary"], name, far)
        if kind == "AFFILIATED_WITH" and near.startswith("r"):
            return (-edge["until"], -edge["since"], -edge["works"], name, far)
        if kind == "AFFILIATED_WITH":
            return (-edge["works"], -node["worksCount"], name, far)
        return (-node["worksCount"], name, far)

    def rings(
        self, seeds: Iterable[str], depth: int, per_kind: int, edges: set[str], kinds: set[str]
    ) -> list[set[str]]:
        """The slice's nodes by their distance."""
        rings = [set(seeds)]
        for _ in range(depth):
            seen = set().union(*rings)
            ring: set[str] = set()
            for near in rings[-1]:
                for (kind, _direction), far_ends in self.neighbours(near).items():
                    allowed = [x for x in far_ends if kind in edges and KIND[x[0][0]] in kinds]
                    allowed.sort(key=lambda x: self.rank(near, kind, *x))
                    ring |= {far for far, _ in allowed[:per_kind]}
            rings.append(ring - seen)
        return rings


def random_model(seed: int) -> Model:
    """A graph of all kinds of node and edge."""
    draw = random.Random(seed)
    model = Model()

    def add(kind: str, label: str, count: int) -> list[str]:
        ids = [node_id(label, "test", f"{seed} {i}") for i in range(count)]
        for i, id_ in enumerate(ids):
            year = draw.choice([2001, 2002, 2003])
            model.nodes[id_] = (
                {"plainTitle": f"Title {i % 7}", "citationCount": draw.randrange(5), "year": year, "sortYear": year}
                if kind == "w"
                else {"name": f"Name {i % 7}", "worksCount": draw.randrange(5)}
            )
        return ids

    people, works = add("r", "Researcher", 25), add("w", "Work", 40)
    topics, institutions, sources = add("t", "Topic", 6), add("i", "Institution", 5), add("s", "Source", 3)
    for work in works:
        for position, person in enumerate(draw.sample(people, draw.randint(1, 4)), start=1):
            model.edges.append(("AUTHORED", person, work, {"position": position}))
        for i, topic in enumerate(draw.sample(topics, draw.randint(0, 3))):
            model.edges.append(("ABOUT", work, topic, {"score": draw.choice([0.2, 0.5]), "primary": i == 0}))
        model.edges.append(("PUBLISHED_IN", work, draw.choice(sources), {}))
        for cited in draw.sample(works, draw.randint(0, 4)):
            if cited != work:
                model.edges.append(("CITES", work, cited, {}))
    for person in people:
        for institution in draw.sample(institutions, draw.randint(0, 2)):
            since = draw.choice([1990, 2000])
            properties = {"since": since, "until": since + draw.randrange(3), "works": draw.randrange(1, 4)}
            model.edges.append(("AFFILIATED_WITH", person, institution, properties))
        for other in draw.sample(people, 3):
            if person < other:
                weight = draw.choice([0.25, 0.5, 1.0])
                shared = {"weight": weight, "works": draw.randrange(1, 4)}
                model.edges.append(("COLLABORATED_WITH", person, other, shared))
    model.edges.append(("BROADER", topics[0], topics[1], {}))
    model.edges.append(("BROADER", topics[2], topics[1], {}))
    model.edges.append(("PART_OF", institutions[0], institutions[1], {}))
    return model


def write(model: Model, endpoint: Endpoint) -> None:
    """Write a model into an empty Neo4j."""
    labels = {"r": "Researcher", "w": "Work", "t": "Topic", "i": "Institution", "s": "Source"}
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        for prefix, label in labels.items():
            rows = [{**p, "id": id_, "slug": id_} for id_, p in model.nodes.items() if id_.startswith(prefix)]
            session.run(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows=rows).consume()
        for kind in {edge[0] for edge in model.edges}:
            edges = [list(edge[1:]) for edge in model.edges if edge[0] == kind]
            session.run(
                "UNWIND $rows AS row MATCH (a {id: row[0]}), (b {id: row[1]}) "
                f"CREATE (a)-[e:{kind}]->(b) SET e = row[2]",
                rows=edges,
            ).consume()


async def read(endpoint: Endpoint, seeds: list[str], **arguments: Any) -> GraphSliceRecord:
    async with Graph.open(endpoint) as graph:
        return await read_slice(graph, slice_request(seeds, **arguments))


def ring_sets(record: GraphSliceRecord, depth: int) -> list[set[str]]:
    return [{n.id for n in record.nodes if n.depth == d} for d in range(depth + 1)]


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_slice_is_what_an_independent_computation_finds(clean_graph: Endpoint, seed: int) -> None:
    model = random_model(seed)
    write(model, clean_graph)
    every_edge, every_kind = {e.value for e in EdgeKind}, set(KIND.values())
    starts = [next(id_ for id_ in model.nodes if id_.startswith(prefix)) for prefix in KIND]
    async with Graph.open(clean_graph) as graph:
        for seeds in [*([start] for start in starts), starts[:2], starts]:
            for depth in (1, 2, 3):
                for per_kind in (1, 3, 50):
                    record = await read_slice(graph, slice_request(seeds, depth=depth, per_kind=per_kind))
                    rings = model.rings(seeds, depth, per_kind, every_edge, every_kind)
                    assert ring_sets(record, depth) == rings
                    found = set().union(*rings)
                    shown = sorted((e.kind.value, e.source, e.target) for e in record.edges)
                    assert shown == sorted((k, a, b) for k, a, b, _ in model.edges if {a, b} <= found)
                    _check_truncations(model, record, depth)


def _check_truncations(model: Model, record: GraphSliceRecord, depth: int) -> None:
    found = {n.id for n in record.nodes}
    expected = {}
    for node in record.nodes:
        if node.depth < depth:
            for (kind, direction), far_ends in model.neighbours(node.id).items():
                shown = sum(far in found for far, _ in far_ends)
                if shown < len(far_ends):
                    expected[node.id, kind, direction] = (shown, len(far_ends), True)
    assert {
        (t.node, t.edge.value, t.direction.value): (t.shown, t.total, t.total_is_exact) for t in record.truncated
    } == expected


async def test_kinds_and_edges_restrict_the_slice(clean_graph: Endpoint) -> None:
    model = random_model(3)
    write(model, clean_graph)
    start = next(id_ for id_ in model.nodes if id_.startswith("r"))
    record = await read(
        clean_graph,
        [start],
        depth=3,
        kinds=[EntityKind.RESEARCHER, EntityKind.WORK],
        edges=[EdgeKind.AUTHORED, EdgeKind.CITES],
    )
    assert ring_sets(record, 3) == model.rings([start], 3, 12, {"AUTHORED", "CITES"}, {"RESEARCHER", "WORK"})
    assert {e.kind for e in record.edges} == {EdgeKind.AUTHORED, EdgeKind.CITES}


async def test_years_and_excluded_nodes_leave_works_out_and_totals_say_that_they_do_not_know(
    clean_graph: Endpoint,
) -> None:
    model = random_model(4)
    write(model, clean_graph)
    start = next(id_ for id_ in model.nodes if id_.startswith("t"))
    record = await read(clean_graph, [start], depth=2, first_year=2002, last_year=2002)
    assert {model.nodes[n.id]["year"] for n in record.nodes if n.kind is EntityKind.WORK} == {2002}
    assert not any(t.total_is_exact for t in record.truncated if t.node == start and t.edge is EdgeKind.ABOUT)
    without = [n.id for n in record.nodes if n.depth == 1]
    again = await read(clean_graph, [start], depth=2, first_year=2002, last_year=2002, exclude=without)
    assert not {n.id for n in again.nodes} & set(without)


async def test_a_slice_is_one_call_and_unknown_seeds_are_said(clean_graph: Endpoint) -> None:
    model = random_model(5)
    write(model, clean_graph)
    start = next(iter(model.nodes))
    calls: list[str] = []
    token = cypher_calls.set(calls)
    record = await read(clean_graph, ["w_aaaaaaaaaaaaaaaa", start], depth=3)
    cypher_calls.reset(token)
    assert len(calls) == 1
    assert record.missing == ["w_aaaaaaaaaaaaaaaa"]
    assert record.seeds == [start]
    assert (await read(clean_graph, [start], depth=3)).id == record.id


async def test_an_old_id_gives_the_slice_of_the_current_one(clean_graph: Endpoint) -> None:
    model = random_model(6)
    write(model, clean_graph)
    start, old = next(iter(model.nodes)), "r_bbbbbbbbbbbbbbbb"
    with open_driver(clean_graph) as driver, driver.session() as session:
        session.run(
            "MATCH (n:Researcher {id: $id}) CREATE (:Identifier {scheme: 'id', value: $old})-[:IDENTIFIES]->(n)",
            id=start,
            old=old,
        ).consume()
    assert await read(clean_graph, [old]) == await read(clean_graph, [start])


async def test_a_thousand_nodes_are_the_most_and_the_heaviest_of_the_last_ring_stay(clean_graph: Endpoint) -> None:
    model = Model()
    hubs = [node_id("Topic", "cap", str(i)) for i in range(30)]
    for i, hub in enumerate(hubs):
        model.nodes[hub] = {"name": f"Topic {i}", "worksCount": 50}
        for k in range(50):
            work = node_id("Work", "cap", f"{i} {k}")
            model.nodes[work] = {"plainTitle": f"{i} {k}", "citationCount": i * 50 + k, "year": 2000, "sortYear": 2000}
            model.edges.append(("ABOUT", work, hub, {"score": 1.0, "primary": True}))
    write(model, clean_graph)
    record = await read(clean_graph, hubs, per_kind=50)
    assert len(record.nodes) == 1000
    cited = sorted((model.nodes[n.id]["citationCount"] for n in record.nodes if n.depth == 1), reverse=True)
    assert cited == list(range(1499, 1499 - 970, -1))
    assert sum(t.total - t.shown for t in record.truncated) == 530


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"depth": 4}, "depth"),
        ({"depth": 0}, "depth"),
        ({"per_kind": 51}, "perKind"),
        ({"seeds": ["w_aaaaaaaaaaaaaaaa"] * 101}, "seeds"),
        ({"exclude": ["w_aaaaaaaaaaaaaaaa"] * 1001}, "exclude"),
        ({"first_year": 2001, "last_year": 2000}, "years"),
    ],
)
def test_arguments_beyond_their_bounds_are_named(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(BadBoundError, match=said):
        slice_request(**({"seeds": ["w_aaaaaaaaaaaaaaaa"]} | arguments))

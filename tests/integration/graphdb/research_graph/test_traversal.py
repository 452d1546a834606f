"""The traversal against a computation of its own in Python, on random graphs in a real Neo4j."""

import random
from typing import TYPE_CHECKING, Any

import pytest

from graphdb.derived import fronts
from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.graph import Graph, cypher_calls
from graphdb.ids import node_id
from graphdb.keyset import BadBoundError
from graphdb.research_graph.records import EdgeKind, EntityKind, GraphSliceRecord
from graphdb.research_graph.request import slice_request
from graphdb.research_graph.traversal import read_slice
from graphdb.writer.transaction import Transaction

if TYPE_CHECKING:
    from tests.integration.graphdb.conftest import Model, RandomGraph, WriteModel

KIND = {"r": "RESEARCHER", "w": "WORK", "t": "TOPIC", "i": "INSTITUTION", "s": "SOURCE"}


async def read(endpoint: Endpoint, seeds: list[str], **arguments: Any) -> GraphSliceRecord:
    async with Graph.open(endpoint, timeout=60) as graph:
        return await read_slice(graph, slice_request(seeds, **arguments))


def ring_sets(record: GraphSliceRecord, depth: int) -> list[set[str]]:
    return [{n.id for n in record.nodes if n.depth == d} for d in range(depth + 1)]


def make_fronts(endpoint: Endpoint) -> int:
    """Give every node its front, and return how many have one."""
    with (
        open_driver(endpoint) as driver,
        driver.session(database=endpoint.database) as session,
        session.begin_transaction() as transaction,
    ):
        ids = [id_ for (id_,) in transaction.run("MATCH (n) RETURN n.id").values()]
        for label in fronts.MAKE:
            fronts.make_fronts(Transaction(transaction), label, ids)
        [found] = transaction.run("MATCH (n) WHERE n:Fronted OR n.worksFloor IS NOT NULL RETURN count(n)").single(
            strict=True
        )
        transaction.commit()
    return int(found)


@pytest.mark.parametrize("kept", [0, 2, 5])
@pytest.mark.parametrize("seed", [1, 2])
async def test_a_slice_is_what_an_independent_computation_finds(
    clean_graph: Endpoint, random_graph: "RandomGraph", monkeypatch: pytest.MonkeyPatch, seed: int, kept: int
) -> None:
    model = random_graph(seed)
    if kept:
        monkeypatch.setattr(fronts, "MANY", 1)
        monkeypatch.setattr(fronts, "KEPT", kept)
        # All but those whom nothing leads to.
        assert make_fronts(clean_graph) > len(model.nodes) / 2
    every_edge, every_kind = {e.value for e in EdgeKind}, set(KIND.values())
    starts = [next(id_ for id_ in model.nodes if id_.startswith(prefix)) for prefix in KIND]
    async with Graph.open(clean_graph, timeout=60) as graph:
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


def _check_truncations(model: "Model", record: GraphSliceRecord, depth: int) -> None:
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


def hubs_of(model: "Model", dice: random.Random) -> list[str]:
    """Add a thing of each kind that has most of 300 works, and return their ids."""
    works = [node_id("Work", "hubs", str(i)) for i in range(300)]
    for i, id_ in enumerate(works):
        year = dice.choice([2000, 2001, 2002])
        model.nodes[id_] = {
            "plainTitle": f"{dice.choice('ABC')} {i}",
            "citationCount": dice.choice([0, 0, 0, 1, 1, 2, 3, 9]),
            "year": year,
            "sortYear": year,
        }
    person, topic, source, cited = (node_id(kind, "hubs", "hub") for kind in ("Researcher", "Topic", "Source", "Work"))
    for id_ in (person, topic, source):
        model.nodes[id_] = {"name": "Hub", "worksCount": 200}
    model.nodes[cited] = {"plainTitle": "Hub", "citationCount": 200, "year": 1990, "sortYear": 1990}
    for id_ in works:
        for start, kind, end, properties in (
            (person, "AUTHORED", id_, {"position": 1}),
            (id_, "ABOUT", topic, {"score": 1.0, "primary": True}),
            (id_, "PUBLISHED_IN", source, {}),
            (id_, "CITES", cited, {}),
        ):
            if dice.random() < 0.8:
                model.edges.append((kind, start, end, properties))
    return [person, topic, source, cited]


@pytest.mark.parametrize("in_front", [0, 2, 64])
async def test_the_works_of_hubs_are_what_an_independent_computation_finds(
    clean_graph: Endpoint, model: "Model", write_model: "WriteModel", monkeypatch: pytest.MonkeyPatch, in_front: int
) -> None:
    hubs = hubs_of(model, random.Random(7))
    write_model(model)
    if in_front:
        monkeypatch.setattr(fronts, "MANY", 100)
        monkeypatch.setattr(fronts, "KEPT", in_front)
        assert make_fronts(clean_graph) == len(hubs)
    every_edge, every_kind = {e.value for e in EdgeKind}, set(KIND.values())
    async with Graph.open(clean_graph, timeout=60) as graph:
        for hub in hubs:
            for per_kind in (1, 5, 12, 50):
                record = await read_slice(graph, slice_request([hub], per_kind=per_kind))
                assert ring_sets(record, 1) == model.rings([hub], 1, per_kind, every_edge, every_kind)
                _check_truncations(model, record, 1)
            heaviest = [node.id for node in record.nodes if node.depth == 1][:30]
            kept = await read_slice(graph, slice_request([hub], per_kind=5, exclude=heaviest))
            rings = model.without(heaviest).rings([hub], 1, 5, every_edge, every_kind)
            assert ring_sets(kept, 1) == rings
            kept = await read_slice(graph, slice_request([hub], per_kind=5, first_year=2001, last_year=2001))
            others = [id_ for id_, row in model.nodes.items() if id_ != hub and row.get("year", 2001) != 2001]
            assert ring_sets(kept, 1) == model.without(others).rings([hub], 1, 5, every_edge, every_kind)


@pytest.mark.parametrize("cited", [0, 5], ids=["as often", "more often"])
async def test_works_of_a_hub_that_are_cited_less_than_very_many_others_are_found_too(
    clean_graph: Endpoint, model: "Model", write_model: "WriteModel", cited: int
) -> None:
    topic = node_id("Topic", "hubs", "least")
    model.nodes[topic] = {"name": "Least", "worksCount": 600}
    for i in range(600):
        id_ = node_id("Work", "least", str(i))
        model.nodes[id_] = {"plainTitle": f"{i:03}", "citationCount": 0, "year": 2000, "sortYear": 2000 + i % 7}
        model.edges.append(("ABOUT", id_, topic, {"score": 1.0, "primary": True}))
    write_model(model)
    with open_driver(clean_graph) as driver:
        driver.execute_query(
            "UNWIND range(1, 20500) AS i CREATE (:Work {id: 'w_other' + i, plainTitle: 'Other ' + i, year: 1999, "
            "sortYear: 1999, citationCount: $cited})",
            cited=cited,
        )
    record = await read(clean_graph, [topic], per_kind=1)
    assert ring_sets(record, 1) == model.rings([topic], 1, 1, {"ABOUT"}, {"WORK", "TOPIC"})


async def test_kinds_and_edges_restrict_the_slice(clean_graph: Endpoint, random_graph: "RandomGraph") -> None:
    model = random_graph(3)
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
    clean_graph: Endpoint, random_graph: "RandomGraph"
) -> None:
    model = random_graph(4)
    start = next(id_ for id_ in model.nodes if id_.startswith("t"))
    record = await read(clean_graph, [start], depth=2, first_year=2002, last_year=2002)
    assert {model.nodes[n.id]["year"] for n in record.nodes if n.kind is EntityKind.WORK} == {2002}
    assert not any(t.total_is_exact for t in record.truncated if t.node == start and t.edge is EdgeKind.ABOUT)
    without = [n.id for n in record.nodes if n.depth == 1]
    again = await read(clean_graph, [start], depth=2, first_year=2002, last_year=2002, exclude=without)
    assert not {n.id for n in again.nodes} & set(without)


async def test_a_slice_is_one_call_and_unknown_seeds_are_said(
    clean_graph: Endpoint, random_graph: "RandomGraph"
) -> None:
    model = random_graph(5)
    start = next(iter(model.nodes))
    calls: list[str] = []
    token = cypher_calls.set(calls)
    record = await read(clean_graph, ["w_aaaaaaaaaaaaaaaa", start], depth=3)
    cypher_calls.reset(token)
    assert len(calls) == 1
    assert record.missing == ["w_aaaaaaaaaaaaaaaa"]
    assert record.seeds == [start]
    assert (await read(clean_graph, [start], depth=3)).id == record.id


async def test_an_old_id_gives_the_slice_of_the_current_one(clean_graph: Endpoint, random_graph: "RandomGraph") -> None:
    model = random_graph(6)
    start, old = next(iter(model.nodes)), "r_bbbbbbbbbbbbbbbb"
    with open_driver(clean_graph) as driver, driver.session() as session:
        session.run(
            "MATCH (n:Researcher {id: $id}) CREATE (:Identifier {scheme: 'id', value: $old})-[:IDENTIFIES]->(n)",
            id=start,
            old=old,
        ).consume()
    assert await read(clean_graph, [old]) == await read(clean_graph, [start])


async def test_a_thousand_nodes_are_the_most_and_the_heaviest_of_the_last_ring_stay(
    clean_graph: Endpoint, model: "Model", write_model: "WriteModel"
) -> None:
    hubs = [node_id("Topic", "cap", str(i)) for i in range(30)]
    for i, hub in enumerate(hubs):
        model.nodes[hub] = {"name": f"Topic {i}", "worksCount": 50}
        for k in range(50):
            work = node_id("Work", "cap", f"{i} {k}")
            model.nodes[work] = {"plainTitle": f"{i} {k}", "citationCount": i * 50 + k, "year": 2000, "sortYear": 2000}
            model.edges.append(("ABOUT", work, hub, {"score": 1.0, "primary": True}))
    write_model(model)
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

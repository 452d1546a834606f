"""Graphs in memory, random ones among them, and how they come into a real Neo4j."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.ids import node_id

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

    def without(self, gone: Iterable[str]) -> "Model":
        """The graph without some nodes and their edges."""
        left = self.nodes.keys() - set(gone)
        edges = [edge for edge in self.edges if {edge[1], edge[2]} <= left]
        return Model({id_: row for id_, row in self.nodes.items() if id_ in left}, edges)

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
                works_ = draw.randrange(1, 4)
                shared = {"weight": weight, "works": works_, "lastYear": 2000 + works_}
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


RandomGraph = Callable[[int], Model]
WriteModel = Callable[[Model], None]


@pytest.fixture
def write_model(clean_graph: Endpoint) -> WriteModel:
    """Writes a graph into the empty Neo4j."""
    return lambda model: write(model, clean_graph)


@pytest.fixture
def random_graph(write_model: WriteModel) -> RandomGraph:
    """Writes the random graph of a number, and returns it."""

    def written(seed: int) -> Model:
        model = random_model(seed)
        write_model(model)
        return model

    return written


@pytest.fixture
def model() -> Model:
    """A graph without anything in it."""
    return Model()

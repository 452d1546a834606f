"""A graph as node-link JSON, as networkx (`node_link_graph`), D3 and most libraries for the web read it."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from graphdb.research_graph.records import GraphSliceRecord
from resolvers.exports.graph_attributes import edge_attributes, node_attributes


def node_link(slice_: GraphSliceRecord) -> Iterator[str]:
    """Give the pieces of the file: what is said of the graph, its nodes, its edges, each with a `key` of its own."""
    graph = {
        "id": slice_.id,
        "seeds": slice_.seeds,
        "missing": slice_.missing,
        "counts": slice_.counts,
        "truncated": [
            {
                "node": cut.node,
                "edge": cut.edge,
                "direction": cut.direction,
                "shown": cut.shown,
                "total": cut.total,
                "totalIsExact": cut.total_is_exact,
            }
            for cut in slice_.truncated
        ],
    }
    yield f'{{"directed": true, "multigraph": true, "graph": {orjson.dumps(graph).decode()},\n"nodes": ['
    yield from _lines({"id": node.id, **node_attributes(node)} for node in slice_.nodes)
    yield '\n],\n"edges": ['
    yield from _lines(
        {"source": edge.source, "target": edge.target, "key": edge.id, **edge_attributes(edge)} for edge in slice_.edges
    )
    yield "\n]}\n"


def _lines(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    for i, item in enumerate(items):
        yield ("\n" if i == 0 else ",\n") + orjson.dumps(item).decode()

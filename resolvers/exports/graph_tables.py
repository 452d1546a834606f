"""A graph as a table of its edges, or of its nodes."""

from collections.abc import Iterator

from graphdb.research_graph.records import GraphSliceRecord
from resolvers.exports.graph_attributes import NODE_ATTRIBUTES, node_attributes
from resolvers.exports.tables import table_rows

EDGE_COLUMNS = ("source", "target", "kind", "weight", "source_kind", "source_label", "target_kind", "target_label")
NODE_COLUMNS = ("id", *NODE_ATTRIBUTES)


def edge_table(slice_: GraphSliceRecord) -> Iterator[str]:
    """Give the lines of a table of edges, each with the kinds and labels of its ends."""
    yield table_rows([EDGE_COLUMNS])
    nodes = {node.id: node for node in slice_.nodes}
    for edge in slice_.edges:
        ends = (nodes[edge.source], nodes[edge.target])
        described = (part for node in ends for part in (node.kind.value, node.label))
        yield table_rows([[edge.source, edge.target, edge.kind.value, edge.weight, *described]])


def node_table(slice_: GraphSliceRecord) -> Iterator[str]:
    """Give the lines of a table of nodes."""
    yield table_rows([NODE_COLUMNS])
    for node in slice_.nodes:
        attributes = node_attributes(node)
        yield table_rows([[node.id, *(attributes.get(name) for name in NODE_ATTRIBUTES)]])

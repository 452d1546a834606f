"""A slice of the graph as a file."""

from collections.abc import AsyncIterator, Callable, Iterator
from enum import StrEnum

from graphdb.research_graph.records import GraphSliceRecord
from resolvers.exports.gexf import gexf
from resolvers.exports.graph_tables import edge_table, node_table
from resolvers.exports.graphml import graphml
from resolvers.exports.node_link import node_link

_PIECE = 64 * 1024


class GraphFormat(StrEnum):
    """A format of files of graphs."""

    GRAPHML = "GRAPHML"
    GEXF = "GEXF"
    EDGE_TABLE = "EDGE_TABLE"
    NODE_TABLE = "NODE_TABLE"
    NODE_LINK = "NODE_LINK"


_WRITERS: dict[GraphFormat, Callable[[GraphSliceRecord], Iterator[str]]] = {
    GraphFormat.GRAPHML: graphml,
    GraphFormat.GEXF: gexf,
    GraphFormat.EDGE_TABLE: edge_table,
    GraphFormat.NODE_TABLE: node_table,
    GraphFormat.NODE_LINK: node_link,
}


async def graph_file(slice_: GraphSliceRecord, format_: GraphFormat) -> AsyncIterator[bytes]:
    """Give the file of a slice, in pieces of some 64 KB, so that others have their turn between two."""
    lines: list[str] = []
    size = 0
    for line in _WRITERS[format_](slice_):
        lines.append(line)
        size += len(line)
        if size >= _PIECE:
            yield "".join(lines).encode()
            lines, size = [], 0
    if lines:
        yield "".join(lines).encode()

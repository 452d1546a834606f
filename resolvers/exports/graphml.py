"""GraphML (graphml.graphdrawing.org, version 1.0), as Gephi, Cytoscape, yEd, igraph and networkx read it."""

from collections.abc import Iterator, Mapping

from graphdb.research_graph.records import GraphSliceRecord
from resolvers.exports.graph_attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edge_attributes, node_attributes
from resolvers.exports.xml_text import attribute, content

_TYPES = {str: "string", int: "int", float: "double"}
_GRAPH_ATTRIBUTES = {"seeds": str, "missing": str}


def graphml(slice_: GraphSliceRecord) -> Iterator[str]:
    """Give the lines of the file. All edges are directed; a collaboration goes from the smaller id to the larger."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for of, attributes in (("graph", _GRAPH_ATTRIBUTES), ("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)):
        for name, type_ in attributes.items():
            yield f'<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{_TYPES[type_]}"/>\n'
    yield f'<graph id={attribute(slice_.id)} edgedefault="directed">\n'
    yield _data("graph", {"seeds": " ".join(slice_.seeds), "missing": " ".join(slice_.missing)}) + "\n"
    for node in slice_.nodes:
        yield f"<node id={attribute(node.id)}>{_data('node', node_attributes(node))}</node>\n"
    for edge in slice_.edges:
        ends = f"id={attribute(edge.id)} source={attribute(edge.source)} target={attribute(edge.target)}"
        yield f"<edge {ends}>{_data('edge', edge_attributes(edge))}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(of: str, attributes: Mapping[str, str | int | float]) -> str:
    return "".join(f'<data key="{of}-{name}">{content(value)}</data>' for name, value in attributes.items())

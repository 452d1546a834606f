"""GEXF (gexf.net, version 1.3), the format of Gephi."""

from collections.abc import Iterator, Mapping

from graphdb.research_graph.records import GraphSliceRecord
from resolvers.exports.graph_attributes import NODE_ATTRIBUTES, edge_attributes, node_attributes
from resolvers.exports.xml_text import attribute, content

_TYPES = {str: "string", int: "integer", float: "double"}


def gexf(slice_: GraphSliceRecord) -> Iterator[str]:
    """Give the lines of the file. All edges are directed; a collaboration goes from the smaller id to the larger."""
    seeds = " ".join(slice_.seeds)
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        f"<meta><creator>BZPEER</creator><description>{content(f'Around {seeds}')}</description></meta>\n"
        f'<graph id={attribute(slice_.id)} mode="static" defaultedgetype="directed">\n<attributes class="node">\n'
    )
    for name, type_ in NODE_ATTRIBUTES.items():
        # The label has an attribute of GEXF's own, as kind and weight of an edge do.
        if name != "label":
            yield f'<attribute id="{name}" title="{name}" type="{_TYPES[type_]}"/>\n'
    yield '</attributes>\n<attributes class="edge">\n<attribute id="edge-kind" title="kind" type="string"/>\n'
    yield "</attributes>\n<nodes>\n"
    for node in slice_.nodes:
        attributes = node_attributes(node)
        label = attribute(attributes.pop("label"))
        yield f"<node id={attribute(node.id)} label={label}>{_values(attributes)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for edge in slice_.edges:
        attributes_of_edge = edge_attributes(edge)
        weight = attribute(attributes_of_edge.pop("weight"))
        ends = f"id={attribute(edge.id)} source={attribute(edge.source)} target={attribute(edge.target)}"
        kind = attribute(edge.kind.value)
        values = _values({f"edge-{name}": value for name, value in attributes_of_edge.items()})
        yield f"<edge {ends} kind={kind} weight={weight}>{values}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(attributes: Mapping[str, str | int | float]) -> str:
    values = "".join(f'<attvalue for="{name}" value={attribute(value)}/>' for name, value in attributes.items())
    return f"<attvalues>{values}</attvalues>"

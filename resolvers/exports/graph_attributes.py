"""What files of graphs say of nodes and edges beside their ids, whatever the format."""

from graphdb.research_graph.records import GraphEdgeRecord, GraphNodeRecord

NODE_ATTRIBUTES = {
    "label": str,
    "kind": str,
    "subtitle": str,
    "depth": int,
    "weight": float,
    "degree": int,
    "remaining": int,
}
"""Names and types."""

EDGE_ATTRIBUTES = {"kind": str, "weight": float}
"""Names and types."""


def node_attributes(node: GraphNodeRecord) -> dict[str, str | int | float]:
    """Return the attributes of a node; a subtitle that it has not is left out.

    `remaining` is how many of its edges, of the kinds that were followed, the graph does not show.
    """
    attributes: dict[str, str | int | float] = {"label": node.label, "kind": node.kind.value}
    if node.subtitle is not None:
        attributes["subtitle"] = node.subtitle
    remaining = sum(left.remaining for left in node.expandable)
    return attributes | {"depth": node.depth, "weight": node.weight, "degree": node.degree, "remaining": remaining}


def edge_attributes(edge: GraphEdgeRecord) -> dict[str, str | float]:
    """Return the attributes of an edge."""
    return {"kind": edge.kind.value, "weight": edge.weight}

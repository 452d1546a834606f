"""How entities are linked: paths between two, and what joins two sets."""

from typing import Annotated, cast

import strawberry

from graphdb.research_graph.records import EdgeKind
from resolvers import research_graph
from schema.fields import field
from schema.graph_slice import GraphEdge, GraphNode, GraphSlice, as_slice
from schema.node import Info


@strawberry.type(description="A way from one entity to another, on which no entity stands twice.")
class GraphPath:
    """Read from a `GraphPathRecord`."""

    length: int = strawberry.field(description="How many steps it has.")
    nodes: list[GraphNode] = strawberry.field(
        description="From one end to the other, one more than there are steps; `depth` counts the steps."
    )
    edges: list[GraphEdge] = strawberry.field(
        description="One for each step, in the order of the path; its source and target may lie either way."
    )


@strawberry.type
class PathQuery:
    """Root fields."""

    @field(
        "The shortest paths between two entities of any kind, found by one traversal inside Neo4j; null if one of them "
        "is unknown, empty if there is no path. Edges are followed in either direction. Of equally long paths, those "
        "whose inner nodes have the fewest edges come first, then by ids; of each length 100 are looked at."
    )
    async def paths_between(
        self,
        info: Info,
        *,
        from_: Annotated[
            strawberry.ID, strawberry.argument(name="from", description="Global id of one end, old or current.")
        ],
        to: Annotated[strawberry.ID, strawberry.argument(description="Global id of the other end.")],
        via: Annotated[
            list[EdgeKind] | None,
            strawberry.argument(description="Kinds of edge that the paths may take; all if null."),
        ] = None,
        max_length: Annotated[int, strawberry.argument(description="Steps at most, 1 to 6.")] = 6,
        limit: Annotated[int, strawberry.argument(description="Paths at most, 1 to 10.")] = 3,
    ) -> list[GraphPath] | None:
        found = await research_graph.paths_between(info.context, from_, to, via=via, max_length=max_length, limit=limit)
        return cast("list[GraphPath] | None", found)

    @field(
        "What joins two sets of entities: the nodes of any kind that have an edge, in either direction, to some of the "
        "one and to some of the other. A slice of the two sets and of these nodes, those that join most pairs first; "
        "`truncated` says how many edges to joining nodes each entity of the sets has that are not shown."
    )
    async def bridge(
        self,
        info: Info,
        *,
        from_: Annotated[
            list[strawberry.ID],
            strawberry.argument(name="from", description="Global ids of the one set, 1 to 100, old or current."),
        ],
        to: Annotated[list[strawberry.ID], strawberry.argument(description="Global ids of the other set, 1 to 100.")],
        first: Annotated[int, strawberry.argument(description="Joining nodes at most, 1 to 100.")] = 10,
    ) -> GraphSlice | None:
        return as_slice(await research_graph.bridge(info.context, from_, to, first))

"""Slices of the graph: the neighbourhood of some entities."""

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Annotated, Any, cast

import strawberry

from graphdb.research_graph import records
from graphdb.research_graph.records import GraphEdgeRecord, GraphSliceRecord
from resolvers import research_graph
from schema.fields import field, subscription
from schema.node import Info, Node

if TYPE_CHECKING:
    from schema.work import Work

strawberry.enum(records.EntityKind, description="A kind of entity.")
strawberry.enum(
    records.EdgeKind,
    description="A kind of edge: who wrote what, what cites what, what is about what, who is affiliated where, what "
    "was published where, who wrote together, which topic is broader, which institution is part of which.",
)
strawberry.enum(records.EdgeDirection, name="EdgeDirection", description="How edges lie, seen from a node.")


@strawberry.input(description="Years from one to another, both included; a null bound is open.")
class YearRange:
    """Bounds of years."""

    gte: int | None = strawberry.field(default=None, description="The first year.")
    lte: int | None = strawberry.field(default=None, description="The last year.")


Depth = Annotated[int, strawberry.argument(description="Steps from the seeds, 1 to 3.")]
Kinds = Annotated[
    list[records.EntityKind] | None,
    strawberry.argument(description="Kinds of node that may stand beside the seeds; all if null."),
]
Edges = Annotated[
    list[records.EdgeKind] | None, strawberry.argument(description="Kinds of edge to follow and show; all if null.")
]
PerKind = Annotated[
    int,
    strawberry.argument(description="Neighbours kept for each node and kind of edge, the heaviest, 1 to 50."),
]
Seeds = Annotated[list[strawberry.ID], strawberry.argument(description="Global ids, 1 to 100, old or current.")]
Exclude = Annotated[
    list[strawberry.ID] | None, strawberry.argument(description="Ids of entities to leave out, 1,000 at most.")
]
Years = Annotated[
    YearRange | None, strawberry.argument(description="Keep only works of these years; works of all years if null.")
]


@strawberry.type(description="Edges of one kind that a node has beyond the slice.")
class Expandable:
    """Read from an `ExpandableRecord`."""

    edge: records.EdgeKind = strawberry.field(description="The kind.")
    remaining: int = strawberry.field(description="How many edges of the kind the slice does not show.")


@strawberry.type(description="A node of a slice.")
class GraphNode:
    """Read from a `GraphNodeRecord`."""

    id: strawberry.ID = strawberry.field(description="Global id of the entity.")
    kind: records.EntityKind = strawberry.field(description="What it is.")
    label: str = strawberry.field(description="Name, or title in its plain form.")
    subtitle: str | None = strawberry.field(description="A few words that tell it from others of the same label.")
    depth: int = strawberry.field(description="Steps from the nearest seed, as the slice was expanded.")
    weight: float = strawberry.field(description="Citations of a work by works of the graph; works of anything else.")
    degree: int = strawberry.field(description="Edges that it has in the whole graph, of the kinds that are followed.")
    expandable: list[Expandable] = strawberry.field(description="What the slice leaves out, by kind of edge.")

    @field("The entity itself.")
    async def entity(self, info: Info) -> Node | None:
        return cast("Node | None", cast("object", await research_graph.entity(info.context, self.id)))


@strawberry.type(description="An edge between two nodes of a slice.")
class GraphEdge:
    """Read from a `GraphEdgeRecord`."""

    id: strawberry.ID = strawberry.field(description="The same in every slice.")
    source: strawberry.ID = strawberry.field(description="Id of the node that it starts at.")
    target: strawberry.ID = strawberry.field(description="Id of the node that it ends at.")
    kind: records.EdgeKind = strawberry.field(description="What it says.")
    weight: float = strawberry.field(
        description="COLLABORATED_WITH: the sum over shared works of 1/(authors - 1). AUTHORED: 1/position. "
        "ABOUT: the topic's score. AFFILIATED_WITH: works. Otherwise 1."
    )

    @field("The works that two collaborators share, newest first; null for edges of another kind.")
    async def works(
        self,
        info: Info,
        first: Annotated[int, strawberry.argument(description="How many at most, 1 to 100.")] = 10,
    ) -> list[Annotated["Work", strawberry.lazy("schema.work")]] | None:
        record = cast("GraphEdgeRecord", cast("object", self))
        return cast("list[Any] | None", await research_graph.works(info.context, record, first))


@strawberry.type(
    description="Edges of one kind, of a node that was expanded, that were not followed, or are not shown, in full."
)
class Truncation:
    """Read from a `TruncationRecord`."""

    node: strawberry.ID = strawberry.field(description="Id of the node.")
    edge: records.EdgeKind = strawberry.field(description="The kind.")
    direction: records.EdgeDirection = strawberry.field(description="Seen from the node.")
    shown: int = strawberry.field(description="Such edges in the slice; in a list of works, those that were followed.")
    total: int = strawberry.field(description="Such edges in the graph.")
    total_is_exact: bool = strawberry.field(
        description="False where years or excluded nodes restrict the slice: `total` does not know of them."
    )


@strawberry.type(description="How many nodes of a kind a slice has.")
class KindCount:
    """Read from a `KindCountRecord`."""

    kind: records.EntityKind = strawberry.field(description="The kind.")
    nodes: int = strawberry.field(description="Nodes of it.")


@strawberry.type(
    description="The neighbourhood of some entities. From each node and for each kind of edge the heaviest neighbours "
    "are kept; every edge between two nodes of the slice is in it; `truncated` says what was left out."
)
class GraphSlice:
    """Read from a `GraphSliceRecord`."""

    id: strawberry.ID = strawberry.field(description="The same for the same arguments.")
    nodes: list[GraphNode] = strawberry.field(
        description="The nearest first, then the heaviest (of a bridge, what joins most); 1,000 at most."
    )
    edges: list[GraphEdge] = strawberry.field(description="All edges, of the kinds asked for, between the nodes.")
    truncated: list[Truncation] = strawberry.field(description="What was left out, node by node.")
    counts: list[KindCount] = strawberry.field(description="How many nodes there are of each kind.")
    seeds: list[strawberry.ID] = strawberry.field(description="Current ids of the seeds that were found.")
    missing: list[strawberry.ID] = strawberry.field(description="Seeds that name nothing.")


def as_slice(record: GraphSliceRecord) -> GraphSlice:
    """Return a record as what a field of type `GraphSlice` gives: the executor reads the record itself."""
    return cast("GraphSlice", cast("object", record))


def bounds(years: YearRange | None) -> tuple[int | None, int | None]:
    """Return the first and last year of a range, None where it is open."""
    return (years.gte, years.lte) if years else (None, None)


@strawberry.type
class GraphQuery:
    """Root fields."""

    @field("The neighbourhood of some entities of any kind, read by one traversal inside Neo4j.")
    async def research_graph(
        self,
        info: Info,
        *,
        seeds: Seeds,
        depth: Depth = 1,
        kinds: Kinds = None,
        edges: Edges = None,
        per_kind: PerKind = 12,
        years: Years = None,
        exclude: Exclude = None,
    ) -> GraphSlice | None:
        record = await research_graph.research_graph(
            info.context,
            seeds,
            depth=depth,
            kinds=kinds,
            edges=edges,
            per_kind=per_kind,
            years=bounds(years),
            exclude=exclude or (),
        )
        return as_slice(record)

    @field("Some entities and every edge between two of them, as a slice that is not expanded.")
    async def induced_graph(
        self,
        info: Info,
        ids: Annotated[
            list[strawberry.ID], strawberry.argument(description="Global ids, 1,000 at most, old or current.")
        ],
    ) -> GraphSlice | None:
        return as_slice(await research_graph.induced_graph(info.context, ids))


@strawberry.type
class GraphSubscription:
    """Root fields that give one event after another."""

    @subscription(
        "The neighbourhood of some entities, ring by ring: first the slice of `depth` 1, then that of 2, and so on to "
        "`depth`. Each holds all that the one before it held, and takes its place; the last is what the query of the "
        "same name and arguments gives."
    )
    async def research_graph(
        self,
        info: Info,
        *,
        seeds: Seeds,
        depth: Depth = 1,
        kinds: Kinds = None,
        edges: Edges = None,
        per_kind: PerKind = 12,
        years: Years = None,
        exclude: Exclude = None,
    ) -> AsyncGenerator[GraphSlice, None]:
        rings = research_graph.research_graph_by_rings(
            info.context,
            seeds,
            depth=depth,
            kinds=kinds,
            edges=edges,
            per_kind=per_kind,
            years=bounds(years),
            exclude=exclude or (),
        )
        return cast("AsyncGenerator[GraphSlice, None]", rings)

"""Saved views of the graph."""

from typing import Annotated, ClassVar, cast

import strawberry

from graphdb import graph_views as domain
from graphdb.entities import BadIdError
from graphdb.graph_views import GraphViewContent, GraphViewRecord, PinRecord, view_content
from graphdb.keyset import BadBoundError
from graphdb.research_graph.records import EdgeKind, EntityKind
from graphdb.research_graph.request import slice_request
from resolvers import graph_views
from schema.fields import field
from schema.graph_slice import GraphSlice, YearRange, as_slice, bounds
from schema.mutations import mutation
from schema.node import Info
from schema.user_errors import UserError


@strawberry.type(description="Years from one to another, both included; a null bound is open.")
class Years:
    """Read from a `YearBounds`."""

    gte: int | None = strawberry.field(description="The first year.")
    lte: int | None = strawberry.field(description="The last year.")


@strawberry.type(description="Where a node of a view has its place.")
class GraphPin:
    """Read from a `PinRecord`."""

    id: strawberry.ID = strawberry.field(description="Id of the node, which the graph may have or not.")
    x: float = strawberry.field(description="To the right, in the units of the page that saved it.")
    y: float = strawberry.field(description="Downwards, likewise.")


@strawberry.type(
    description="A research graph that somebody saved: its arguments, and how a page lays it out. Whoever has the id "
    "can see it, and nobody can change it."
)
class GraphView:
    """Read from a `GraphViewRecord`."""

    id: strawberry.ID = strawberry.field(description="Made of all that is saved: the same view has the same id.")
    name: str | None = strawberry.field(description="What it was called.")
    description: str | None = strawberry.field(description="What was said of it.")
    created_at: str = strawberry.field(description="When it was first saved: ISO 8601 date-time in UTC.")
    seeds: list[strawberry.ID] = strawberry.field(description="Global ids, as they were given.")
    depth: int = strawberry.field(description="Steps from the seeds.")
    kinds: list[EntityKind] = strawberry.field(description="Kinds of node that may stand beside the seeds.")
    edges: list[EdgeKind] = strawberry.field(description="Kinds of edge that are followed and shown.")
    per_kind: int = strawberry.field(description="Neighbours kept for each node and kind of edge.")
    years: Years | None = strawberry.field(description="Only works of these years are kept; null: all.")
    exclude: list[strawberry.ID] = strawberry.field(description="Ids of entities that are left out.")
    layout: str | None = strawberry.field(description="What a page calls the way in which it lays the graph out.")
    pins: list[GraphPin] = strawberry.field(description="Nodes that have a place, by id.")

    @field("The graph as it is now, by the view's arguments.")
    async def slice(self, info: Info) -> GraphSlice | None:
        record = cast("GraphViewRecord", cast("object", self))
        return as_slice(await graph_views.slice_of(info.context, record))


@strawberry.input(description="Where a node of a view has its place.")
class GraphPinInput:
    """See `PinRecord`."""

    id: strawberry.ID = strawberry.field(description="Id of the node.")
    x: float = strawberry.field(description="To the right; a million at most, kept to two decimals.")
    y: float = strawberry.field(description="Downwards, likewise.")


@strawberry.input(description="A research graph to save: the arguments of `researchGraph`, and how it is laid out.")
class GraphViewInput:
    """See `GraphViewContent`."""

    seeds: list[strawberry.ID] = strawberry.field(description="Global ids, 1 to 100, old or current.")
    depth: int = strawberry.field(default=1, description="Steps from the seeds, 1 to 3.")
    kinds: list[EntityKind] | None = strawberry.field(
        default=None, description="Kinds of node that may stand beside the seeds; all if null."
    )
    edges: list[EdgeKind] | None = strawberry.field(
        default=None, description="Kinds of edge to follow and show; all if null."
    )
    per_kind: int = strawberry.field(
        default=12, description="Neighbours kept for each node and kind of edge, the heaviest, 1 to 50."
    )
    years: YearRange | None = strawberry.field(default=None, description="Keep only works of these years; all if null.")
    exclude: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Ids of entities to leave out, 1,000 at most."
    )
    layout: str | None = strawberry.field(
        default=None, description="What a page calls the way in which it lays the graph out; 40 characters at most."
    )
    pins: list[GraphPinInput] | None = strawberry.field(
        default=None, description="Nodes that have a place, 1,000 at most; the last place of a node counts."
    )
    name: str | None = strawberry.field(default=None, description="What to call it; 200 characters at most.")
    description: str | None = strawberry.field(default=None, description="2,000 characters at most.")


@strawberry.type(description="The view is saved, now or since before.")
class GraphViewSaved:
    """The payload of `saveGraphView`."""

    view: GraphView = strawberry.field(description="The view.")


@strawberry.type(description="An argument is outside of its bounds, or cannot be an id.")
class InvalidGraphViewError(UserError):
    """From `BadBoundError` and `BadIdError`."""

    tells_of: ClassVar = (BadBoundError, BadIdError)


@strawberry.type(description="Seeds name nothing.")
class UnknownSeedsError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.UnknownSeedsError,)

    seeds: list[strawberry.ID] = strawberry.field(description="Which ones.")


@strawberry.type(description="As many views are saved as there may be.")
class GraphViewsFullError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.GraphViewsFullError,)


SaveGraphViewResult = Annotated[
    GraphViewSaved | InvalidGraphViewError | UnknownSeedsError | GraphViewsFullError,
    strawberry.union("SaveGraphViewResult", description="What became of a view that was to be saved."),
]


@strawberry.type
class GraphViewQuery:
    """Root fields."""

    @field("The saved view of an id; null if there is none.")
    async def graph_view(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="Id of the view.")]
    ) -> GraphView | None:
        return cast("GraphView | None", cast("object", await graph_views.view(info.context, id)))


@strawberry.type
class GraphViewMutation:
    """Root fields."""

    @mutation(
        "Save a research graph with its layout, to be shared by its id. Anybody may; the same view is saved once, and "
        "nothing that is saved can be changed.",
        InvalidGraphViewError,
        UnknownSeedsError,
        GraphViewsFullError,
    )
    async def save_graph_view(
        self, info: Info, input: Annotated[GraphViewInput, strawberry.argument(description="The view.")]
    ) -> SaveGraphViewResult | None:
        record = await graph_views.save(info.context, _content(input))
        return GraphViewSaved(view=cast("GraphView", cast("object", record)))


def _content(given: GraphViewInput) -> GraphViewContent:
    first_year, last_year = bounds(given.years)
    request = slice_request(
        given.seeds,
        depth=given.depth,
        kinds=given.kinds,
        edges=given.edges,
        per_kind=given.per_kind,
        first_year=first_year,
        last_year=last_year,
        exclude=given.exclude or (),
    )
    pins = [PinRecord(pin.id, pin.x, pin.y) for pin in given.pins or ()]
    return view_content(request, layout=given.layout, pins=pins, name=given.name, description=given.description)

"""The interface that all entities implement, and the context of all fields."""

import strawberry

from resolvers.context import RequestContext

Info = strawberry.Info[RequestContext, None]


@strawberry.interface(description="Anything that has an id of its own in the graph.")
class Node:
    """What `node` and `nodes` return."""

    id: strawberry.ID = strawberry.field(
        description="Global id: it stays the same for ever, and an id that was merged into another still answers."
    )

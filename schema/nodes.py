"""Entities of any kind by their global ids."""

from typing import Annotated, cast

import strawberry

from graphdb.records.kinds import Entity
from resolvers import entities
from resolvers.private_nodes import PrivateNode
from schema.fields import field
from schema.node import Info, Node


def from_record(record: Entity | PrivateNode) -> Node:
    """Return a record as what a field of type `Node` gives: the executor reads the record itself."""
    return cast("Node", cast("object", record))


@strawberry.type
class NodeQuery:
    """Root fields."""

    @field("What an id names, current or old; null if that is nothing, or is not the viewer's to see.")
    async def node(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Global id.")],
    ) -> Node | None:
        record = await entities.node(info.context, id)
        return from_record(record) if record else None

    @field(
        "What up to 100 ids name, in their order. An id that names nothing gives null, one that cannot be "
        "an id null and an error of its own; the others answer."
    )
    async def nodes(
        self,
        info: Info,
        ids: Annotated[list[strawberry.ID], strawberry.argument(description="Global ids, 100 at most.")],
    ) -> list[Node | None] | None:
        # The executor raises an exception in the list as the error of its own item.
        return cast("list[Node | None]", await entities.nodes(info.context, ids))

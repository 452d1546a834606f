"""The fields that every kind of entity has.

The values of the entity types are the records of `graphdb`, not instances of the classes below: data fields read a
record's attributes without a copy, and methods get the record as `self`.
"""

from typing import Any, cast

import strawberry
from strawberry.types.unset import UnsetType

from graphdb.facts import COUNTS_BY_YEAR, IDENTIFIERS, PROVENANCE
from graphdb.records import EntityRecord
from resolvers import entities, follows, research_graph
from schema.facts import FollowerConnection, Identifier, Provenance, YearCount
from schema.fields import field
from schema.graph_slice import Depth, Edges, GraphSlice, Kinds, PerKind, Years, as_slice, bounds
from schema.node import Info, Node
from schema.paging import After, First
from schema.selection import at_once, is_fact, needs


@strawberry.type
class Entity(Node):
    """Base of the five kinds of node; the schema does not show it."""

    slug: str = strawberry.field(description="Name in addresses, unique within the kind; old slugs still answer.")

    @field("Permalink: the address of the entity's page on this site.")
    @at_once
    @needs("slug")
    def url(self, info: Info) -> str:
        return entities.permalink(info.context, self.id, self.slug)

    @field("Names that authorities gave to it, by scheme and value.")
    @is_fact(IDENTIFIERS)
    async def identifiers(self, info: Info) -> list[Identifier]:
        return cast("list[Identifier]", await entities.fact_of(info.context, IDENTIFIERS, record_of(self)))

    @field("The sources and import runs that it was made from, newest first.")
    @is_fact(PROVENANCE)
    async def provenance(self, info: Info) -> list[Provenance]:
        return cast("list[Provenance]", await entities.fact_of(info.context, PROVENANCE, record_of(self)))

    @field(
        "Works and citations by year, oldest first; years without either are left out. "
        "For a work: 1 in the year it appeared, and its citations."
    )
    @is_fact(COUNTS_BY_YEAR)
    async def counts_by_year(self, info: Info) -> list[YearCount]:
        return cast("list[YearCount]", await entities.fact_of(info.context, COUNTS_BY_YEAR, record_of(self)))

    @field("Who follows it: how many. Nobody is listed, so that `first` and `after` change nothing.")
    @needs("followers_count")
    def followers(self, *, first: First = None, after: After = None) -> FollowerConnection:  # noqa: ARG002
        record = cast("Any", self)
        return FollowerConnection(total_count=record.followers_count)

    @field("The viewer follows it; false for somebody who is not logged in.")
    @needs()
    def viewer_follows(self, info: Info) -> bool:
        return cast("bool", follows.viewer_follows(info.context, self.id))

    @field("Its neighbourhood in the graph, read by one traversal inside Neo4j.")
    @needs()
    async def research_graph(
        self,
        info: Info,
        *,
        depth: Depth = 1,
        kinds: Kinds = None,
        edges: Edges = None,
        per_kind: PerKind = 12,
        years: Years = None,
    ) -> GraphSlice | None:
        record = await research_graph.research_graph(
            info.context, [self.id], depth=depth, kinds=kinds, edges=edges, per_kind=per_kind, years=bounds(years)
        )
        return as_slice(record)


def record_of(entity: Entity) -> EntityRecord:
    """Return the record that stands behind a value of an entity type."""
    return cast("EntityRecord", cast("object", entity))


def given_lookup(by: object) -> tuple[str, str]:
    """Return the name and value of the one field that is given of a @oneOf input."""
    return next((name, value) for name, value in vars(by).items() if not isinstance(value, UnsetType))

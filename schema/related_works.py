"""Works that are linked to other works: alike, prior, derivative."""

from typing import Annotated, cast

import strawberry

from graphdb.keyset import PageArguments
from graphdb.related_works.relations import Similarity
from resolvers import related_works
from schema.fields import field
from schema.graph_slice import Truncation
from schema.node import Info
from schema.paging import After, First, ListConnection, ListEdge
from schema.similarity import Methods
from schema.work import Work


@strawberry.type(description="In what way, and how much, a work is like the given ones.")
class SimilarityEvidence:
    """Read from an `EvidenceRecord`."""

    method: Similarity = strawberry.field(description="The way.")
    shared: int = strawberry.field(
        description="How many things it shares with one of the given works, or several: works that cite both, "
        "references, topics or authors."
    )
    score: float = strawberry.field(description="What they add to the score.")


@strawberry.type(description="A work that is like the given ones.")
class SimilarWorkEdge(ListEdge):
    """A row."""

    node: Work = strawberry.field(description="The work.")
    score: float = strawberry.field(
        description="The sum over the methods of the sum over the things shared of 1/ln(works that have the thing), "
        "divided by the root of how many such things the given works have, times how many this one has."
    )
    evidence: list[SimilarityEvidence] = strawberry.field(description="Why, by method; methods without any left out.")


@strawberry.type(description="A page of the list of works that are like the given ones.")
class SimilarWorkConnection(ListConnection):
    """A page."""

    edges: list[SimilarWorkEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Work] = strawberry.field(description="The works of the page.")
    truncated: list[Truncation] = strawberry.field(
        description="Of what not all edges were followed: counts and the total may be too small by what lies there."
    )
    missing: list[strawberry.ID] = strawberry.field(description="Ids asked for that name no work.")


@strawberry.type(description="A work that stands behind another or follows from it.")
class LinkedWorkEdge(ListEdge):
    """A row."""

    node: Work = strawberry.field(description="The work.")
    links: int = strawberry.field(
        description="Prior works: how many of the references cite it. Derivative works: how many of the citing works "
        "it cites."
    )


@strawberry.type(description="A page of the list of a work's prior or derivative works.")
class LinkedWorkConnection(ListConnection):
    """A page."""

    edges: list[LinkedWorkEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[Work] = strawberry.field(description="The works of the page.")
    truncated: list[Truncation] = strawberry.field(
        description="Of what not all edges were followed: counts and the total may be too small by what lies there."
    )


@strawberry.type
class RelatedWorksQuery:
    """Root fields."""

    @field(
        "Works that are like one or several given ones, the most similar first, then by title and id; null if none of "
        "the given ones is known. Found by one traversal inside Neo4j."
    )
    async def similar_works(
        self,
        info: Info,
        *,
        to: Annotated[
            list[strawberry.ID], strawberry.argument(description="Global ids of works, 1 to 100, old or current.")
        ],
        methods: Methods = None,
        first: First = None,
        after: After = None,
    ) -> SimilarWorkConnection | None:
        page = await related_works.similar_works(info.context, to, methods, PageArguments(first, after))
        return cast("SimilarWorkConnection | None", page)

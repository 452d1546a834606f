"""How the trust in a record came to be what it is."""

import strawberry

from graphdb.trust_history import TrustCause, TrustChangeRecord
from schema.paging import ListConnection, ListEdge

strawberry.enum(
    TrustCause,
    description="What a change of trust came of: something was done about a claim or its evidence, or works, "
    "collaborations or affiliations changed by an import, a merge or a split.",
)


@strawberry.type(description="One change of a record's score or level.")
class TrustChange:
    """Read from a `TrustChangeRecord`."""

    at: str = strawberry.field(description="When: ISO 8601 date-time in UTC.")
    cause: TrustCause = strawberry.field(description="What it came of.")
    score_before: int = strawberry.field(description="The score before.")
    score: int = strawberry.field(description="The score after.")
    level_before: int = strawberry.field(description="The level of verification before.")
    level: int = strawberry.field(description="The level of verification after.")
    formula_version: str = strawberry.field(description="Version of the formula.")
    points: list[int] = strawberry.field(
        description="The points of each component after, in the order in which `trust.components` lists them."
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Records are the values of this type."""
        return isinstance(value, TrustChangeRecord)


@strawberry.type(description="A change of trust in a list.")
class TrustChangeEdge(ListEdge):
    """A row."""

    node: TrustChange = strawberry.field(description="The change.")


@strawberry.type(description="A page of the history of a record's trust.")
class TrustChangeConnection(ListConnection):
    """A page."""

    edges: list[TrustChangeEdge] = strawberry.field(description="The page's rows, each with its cursor.")
    nodes: list[TrustChange] = strawberry.field(description="The changes of the page.")

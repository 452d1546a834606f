"""Records that may be of the same person."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from graphdb.look_alikes import Likeness

if TYPE_CHECKING:
    from schema.researcher import Researcher

strawberry.enum(
    Likeness,
    description="What is alike in two records of people: a spelling of the name, or only that the names may be one's "
    "(an initial for a name); collaborators, institutions and topics in common. Against it: different ORCID iDs.",
)


@strawberry.type(description="What is alike in two records, or speaks against their being of one person.")
class DuplicateEvidence:
    """Read from an `Evidence`."""

    kind: Likeness = strawberry.field(description="What is alike.")
    count: int = strawberry.field(description="How many are in common; 1 for a name and for ORCID iDs.")


@strawberry.type(description="A record that may be of the same person.")
class PossibleDuplicate:
    """Read from a `LookAlike`."""

    researcher: Annotated["Researcher", strawberry.lazy("schema.researcher")] = strawberry.field(
        description="The other record."
    )
    score: float = strawberry.field(
        description="How much speaks for it, 0 to 1: 0.4 for a spelling in common, or 0.2 for a name that fits; 0.1 "
        "for each of three collaborators and two institutions, 0.05 for each of two topics in common. A tenth of that "
        "where the ORCID iDs differ."
    )
    evidence: list[DuplicateEvidence] = strawberry.field(description="What that rests on.")

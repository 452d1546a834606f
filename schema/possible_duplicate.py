"""Researchers who may be the same person as another."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from graphdb.look_alikes.names import NameMatch
from graphdb.look_alikes.score import Evidence

if TYPE_CHECKING:
    from schema.researcher import Researcher

strawberry.enum(
    NameMatch,
    description="How two people's names agree. `SAME`: the same name but for case, diacritics and middle initials, "
    "with a given name written out. `SAME_INITIALS`: the same, of initials or a single word. `VARIANT`: a spelling "
    "that works print of the one is one that they print of the other. `INITIALS`: the same family name, and a given "
    "name of which the other's may be the initial.",
)


@strawberry.type(description="What two researchers have in common, and what speaks against their being one.")
class DuplicateEvidence:
    """Read from an `Evidence`."""

    name: NameMatch = strawberry.field(description="How their names agree.")
    shared_coauthors: int = strawberry.field(description="People who are collaborators of both.")
    shared_institutions: int = strawberry.field(description="Institutions that both are affiliated with.")
    shared_topics: int = strawberry.field(description="Topics of works of both, up to 200 works of each.")
    shared_sources: int = strawberry.field(
        description="Venues of works of both, up to 200 works of each; archives do not count."
    )
    contradictions: list[str] = strawberry.field(
        description="Schemes in which one authority has different identifiers for the two: `orcid`, …"
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Evidence is the value of this type."""
        return isinstance(value, Evidence)


@strawberry.type(description="A researcher who may be the same person as another.")
class PossibleDuplicate:
    """Read from a `LookAlike`."""

    researcher: Annotated["Researcher", strawberry.lazy("schema.researcher")] = strawberry.field(
        description="The other record."
    )
    score: float = strawberry.field(
        description="How likely it is that both are one person, 0 to 1: what the name and what is shared says, times a "
        "factor for every authority that tells them apart. It decides nothing."
    )
    evidence: DuplicateEvidence = strawberry.field(description="What the score rests on.")

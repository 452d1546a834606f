"""Trust, verification, claim and permissions: what may be thought of a record, and done with it."""

import strawberry

from graphdb.claims.states import ClaimState
from graphdb.trust import TrustBand, TrustComponentName

strawberry.enum(TrustBand, description="What a score amounts to: from 0, 25, 50 and 75 points on.")
strawberry.enum(TrustComponentName, description="What points are given for.")


@strawberry.type(description="The points that one figure gives.")
class TrustComponent:
    """See `graphdb.trust`."""

    name: TrustComponentName = strawberry.field(description="What the points are given for.")
    points: int = strawberry.field(description="Points given: 0 to `max`.")
    max: int = strawberry.field(description="Points that can be had.")
    explanation: str = strawberry.field(description="How the points come about.")
    how_to_raise: str = strawberry.field(description="What the researcher can do for more.")


@strawberry.type(description="How much stands behind an author record: a score with its reasons.")
class Trust:
    """See `graphdb.trust`."""

    score: int = strawberry.field(description="0 to 100: the sum of the components' points.")
    band: TrustBand = strawberry.field(description="What the score amounts to.")
    formula_version: str = strawberry.field(description="Version of the formula, such as `v1`.")
    components: list[TrustComponent] = strawberry.field(description="All eight parts of the score.")


@strawberry.type(description="How far an author record is known to be the person's own.")
class Verification:
    """See `resolvers.researcher`."""

    level: int = strawberry.field(
        description="0 made by hand, 1 imported, 2 claimed, 3 proven by ORCID or institutional e-mail, 4 validated by "
        "an organisation or by verified co-authors."
    )
    evidence: list[str] = strawberry.field(description="What the level rests on.")
    next_step: str = strawberry.field(description="What leads to the next level.")


strawberry.enum(
    ClaimState,
    description="How far the claim of an author record has come. A record is UNCLAIMED where no claim is open; a claim "
    "never is.",
)


@strawberry.type(description="How far those have come who say that an author record is theirs.")
class ClaimStatus:
    """A state."""

    state: ClaimState = strawberry.field(
        description="That of the open claim; DISPUTED where several people claim the record, UNCLAIMED if nobody does."
    )


@strawberry.type(description="Whether the viewer may do a thing.")
class Permission:
    """See `resolvers.viewer`."""

    allowed: bool = strawberry.field(description="The viewer may.")
    reason: str | None = strawberry.field(description="Why not; null where it is allowed.")
    next_step: str | None = strawberry.field(description="What the viewer can do; null where there is nothing to say.")


@strawberry.type(description="What the viewer may do with an author record.")
class ViewerPermissions:
    """See `resolvers.viewer`."""

    follow: Permission = strawberry.field(description="Follow the researcher.")
    claim: Permission = strawberry.field(description="Claim the record.")
    invite: Permission = strawberry.field(description="Invite the researcher to collaborate.")
    message: Permission = strawberry.field(description="Write to the researcher.")
    edit: Permission = strawberry.field(description="Edit the record, as its owner.")

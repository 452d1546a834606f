"""What people do about claims of author records."""

from enum import StrEnum
from typing import Annotated, ClassVar

import strawberry

from graphdb.accounts import errors as accounts
from graphdb.claims import errors as domain
from graphdb.claims.acts import ReviewDecision
from graphdb.claims.evidence import EvidenceKind
from resolvers import claims
from schema.claim import Claim, as_claim
from schema.mutations import mutation
from schema.node import Info
from schema.sign_in import InvalidEmailError, InvalidLinkError
from schema.user_errors import ForbiddenError, NotSignedInError, TooManyAttemptsError, UnknownIdError, UserError

strawberry.enum(
    ReviewDecision,
    description="What a moderator decides: the claim is approved, against all others of the record; rejected; sent "
    "back for more evidence; or an organisation has confirmed where the person works.",
)


@strawberry.enum(description="What a claimant adds: what the account has proven of itself, an address, or words.")
class GivenEvidence(StrEnum):
    """Those kinds that are the claimant's to add."""

    ORCID = "ORCID"
    INSTITUTIONAL_EMAIL = "INSTITUTIONAL_EMAIL"
    STATEMENT = "STATEMENT"


@strawberry.input(description="Evidence to add to a claim.")
class ClaimEvidenceInput:
    """See `resolvers.claims.add_evidence`."""

    kind: GivenEvidence = strawberry.field(description="What it is.")
    email: str | None = strawberry.field(
        default=None,
        description="With INSTITUTIONAL_EMAIL: another address than the account's. A letter with a link goes there, "
        "and the address counts once that is used.",
    )
    text: str | None = strawberry.field(
        default=None, description="With STATEMENT: what moderators should know, in 2,000 characters at most."
    )
    url: str | None = strawberry.field(
        default=None, description="With STATEMENT: where it can be checked, such as a page of the institution."
    )


@strawberry.type(description="A text or an address of a claim is not one that there may be.")
class InvalidClaimInputError(UserError):
    """From the domain's `BadAccountInputError`."""

    tells_of: ClassVar = (accounts.BadAccountInputError,)


@strawberry.type(description="There is no way from the state of the claim to where the mutation leads.")
class ClaimStateError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.ClaimStateError,)


@strawberry.type(description="The evidence proves nothing of the record.")
class EvidenceRefusedError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.EvidenceRefusedError,)


@strawberry.type(description="Nobody decides on a claim of their own, or vouches for it.")
class OwnClaimError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.OwnClaimError,)


@strawberry.type(description="Only who has proven an author record of their own may vouch.")
class NotCoauthorError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.NotCoauthorError,)


@strawberry.type(description="The account has as many open claims, or the claim as much evidence, as there may be.")
class TooManyClaimsError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.TooManyClaimsError,)


@strawberry.type(description="The record is claimed.")
class ResearcherClaimed:
    """The payload of `claimResearcher`."""

    claim: Claim = strawberry.field(description="The claim; the one that was open before, where there was one.")


@strawberry.type(description="The evidence is added to the claim.")
class ClaimEvidenceAdded:
    """The payload of `addClaimEvidence` and `confirmClaimEmail`."""

    claim: Claim = strawberry.field(description="The claim, which the evidence may have approved.")


@strawberry.type(description="A letter is on its way to the address, which is evidence once its link is used.")
class ClaimEmailConfirmationSent:
    """What `addClaimEvidence` answers where an address is to be confirmed first."""

    claim: Claim = strawberry.field(description="The claim.")
    email: str = strawberry.field(description="The address in its normal form.")


@strawberry.type(description="The claim is given up.")
class ClaimWithdrawn:
    """The payload of `withdrawClaim`."""

    claim: Claim = strawberry.field(description="The claim.")


@strawberry.type(description="The viewer vouches for the claim.")
class ClaimVouchedFor:
    """The payload of `vouchForClaim`."""

    claim: Claim = strawberry.field(description="The claim.")


@strawberry.type(description="The claim is decided on.")
class ClaimReviewed:
    """The payload of `reviewClaim`."""

    claim: Claim = strawberry.field(description="The claim.")


@strawberry.type(description="The approval is taken back.")
class ClaimRevoked:
    """The payload of `revokeClaim`."""

    claim: Claim = strawberry.field(description="The claim.")


ClaimResearcherResult = Annotated[
    ResearcherClaimed
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | TooManyClaimsError
    | InvalidClaimInputError
    | TooManyAttemptsError,
    strawberry.union("ClaimResearcherResult", description="What became of a claim that was to be made."),
]
AddClaimEvidenceResult = Annotated[
    ClaimEvidenceAdded
    | ClaimEmailConfirmationSent
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | ClaimStateError
    | EvidenceRefusedError
    | TooManyClaimsError
    | InvalidClaimInputError
    | InvalidEmailError
    | TooManyAttemptsError,
    strawberry.union("AddClaimEvidenceResult", description="What became of evidence."),
]
ConfirmClaimEmailResult = Annotated[
    ClaimEvidenceAdded
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | InvalidLinkError
    | ClaimStateError
    | EvidenceRefusedError
    | TooManyClaimsError
    | TooManyAttemptsError,
    strawberry.union("ConfirmClaimEmailResult", description="What became of a link that confirms an address."),
]
WithdrawClaimResult = Annotated[
    ClaimWithdrawn | NotSignedInError | ForbiddenError | UnknownIdError | ClaimStateError,
    strawberry.union("WithdrawClaimResult", description="What became of a claim that was to be given up."),
]
VouchForClaimResult = Annotated[
    ClaimVouchedFor
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | ClaimStateError
    | OwnClaimError
    | NotCoauthorError
    | TooManyAttemptsError,
    strawberry.union("VouchForClaimResult", description="What became of a vouch."),
]
ReviewClaimResult = Annotated[
    ClaimReviewed
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | ClaimStateError
    | OwnClaimError
    | InvalidClaimInputError,
    strawberry.union("ReviewClaimResult", description="What became of a decision on a claim."),
]
RevokeClaimResult = Annotated[
    ClaimRevoked
    | NotSignedInError
    | ForbiddenError
    | UnknownIdError
    | ClaimStateError
    | OwnClaimError
    | InvalidClaimInputError,
    strawberry.union("RevokeClaimResult", description="What became of an approval that was to be taken back."),
]

ClaimId = Annotated[strawberry.ID, strawberry.argument(description="Id of the claim.")]
Reason = Annotated[
    str | None,
    strawberry.argument(description="Why, for the claimant to read, in 1,000 characters at most."),
]


@strawberry.type
class ClaimMutation:
    """Root fields."""

    @mutation(
        "Say that an author record is the viewer's. What the account has proven, its ORCID iD and its address, counts "
        "at once. A second account's claim makes both disputed. Where the viewer's claim is open, that is the answer.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        TooManyClaimsError,
        InvalidClaimInputError,
        TooManyAttemptsError,
    )
    async def claim_researcher(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Global id of the researcher.")],
        note: Annotated[
            str | None,
            strawberry.argument(description="What moderators should know, in 1,000 characters at most."),
        ] = None,
    ) -> ClaimResearcherResult | None:
        return ResearcherClaimed(claim=as_claim(await claims.claim(info.context, id, note)))

    @mutation(
        "Add evidence to a claim of the viewer's, also once it is approved. The same evidence counts once.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        ClaimStateError,
        EvidenceRefusedError,
        TooManyClaimsError,
        InvalidClaimInputError,
        InvalidEmailError,
        TooManyAttemptsError,
    )
    async def add_claim_evidence(
        self,
        info: Info,
        claim_id: ClaimId,
        input: Annotated[ClaimEvidenceInput, strawberry.argument(description="The evidence.")],
    ) -> AddClaimEvidenceResult | None:
        kind = EvidenceKind(input.kind.value)
        if kind is EvidenceKind.INSTITUTIONAL_EMAIL and input.email is not None:
            claim, email = await claims.ask_to_confirm(info.context, claim_id, input.email)
            return ClaimEmailConfirmationSent(claim=as_claim(claim), email=email)
        added = await claims.add_evidence(info.context, claim_id, kind, input.text, input.url)
        return ClaimEvidenceAdded(claim=as_claim(added))

    @mutation(
        "Confirm the address that a letter was sent to, by the token of its link, so that it counts for the claim.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        InvalidLinkError,
        ClaimStateError,
        EvidenceRefusedError,
        TooManyClaimsError,
        TooManyAttemptsError,
    )
    async def confirm_claim_email(
        self,
        info: Info,
        token: Annotated[str, strawberry.argument(description="What stands behind the `#` of the link.")],
    ) -> ConfirmClaimEmailResult | None:
        return ClaimEvidenceAdded(claim=as_claim(await claims.confirm_email(info.context, token)))

    @mutation(
        "Give up a claim of the viewer's, with the record, where it was approved.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        ClaimStateError,
    )
    async def withdraw_claim(self, info: Info, id: ClaimId) -> WithdrawClaimResult | None:
        return ClaimWithdrawn(claim=as_claim(await claims.withdraw(info.context, id)))

    @mutation(
        "Vouch for a co-author's claim. Only owners of records who have proven them may, for those they wrote with.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        ClaimStateError,
        OwnClaimError,
        NotCoauthorError,
        TooManyAttemptsError,
    )
    async def vouch_for_claim(self, info: Info, id: ClaimId) -> VouchForClaimResult | None:
        return ClaimVouchedFor(claim=as_claim(await claims.vouch(info.context, id)))

    @mutation(
        "Decide on a claim, as a moderator. To approve one decides against all others of the record.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        ClaimStateError,
        OwnClaimError,
        InvalidClaimInputError,
    )
    async def review_claim(
        self,
        info: Info,
        id: ClaimId,
        decision: Annotated[ReviewDecision, strawberry.argument(description="What is decided.")],
        reason: Reason = None,
    ) -> ReviewClaimResult | None:
        return ClaimReviewed(claim=as_claim(await claims.review(info.context, id, decision, reason)))

    @mutation(
        "Take an approval back, as a moderator. The account may claim the record again, and is approved by nobody but "
        "a moderator then.",
        NotSignedInError,
        ForbiddenError,
        UnknownIdError,
        ClaimStateError,
        OwnClaimError,
        InvalidClaimInputError,
    )
    async def revoke_claim(self, info: Info, id: ClaimId, reason: Reason = None) -> RevokeClaimResult | None:
        return ClaimRevoked(claim=as_claim(await claims.revoke(info.context, id, reason)))

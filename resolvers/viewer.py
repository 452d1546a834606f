"""What the viewer may do with an author record."""

from collections.abc import Awaitable
from dataclasses import dataclass, replace

from graphdb.claims.states import ClaimState
from graphdb.records import ResearcherRecord
from resolvers.authorisation import viewer_who_reads
from resolvers.context import RequestContext


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether the viewer may do a thing."""

    allowed: bool
    reason: str | None
    """Why not, as a sentence; None where it is allowed."""
    next_step: str | None = None
    """What the viewer can do about it, as a sentence; None where there is nothing, or nothing to say."""


@dataclass(frozen=True, slots=True)
class ViewerPermissions:
    """What the viewer may do with a researcher's record."""

    follow: Permission
    claim: Permission
    invite: Permission
    message: Permission


_LOG_IN = {
    "follow": "Log in to follow.",
    "claim": "Log in to claim.",
    "invite": "Log in and claim your own author record first; this one is not claimed either.",
    "message": "Log in first; messages open once an invitation is accepted.",
}
ANONYMOUS = ViewerPermissions(
    **{act: Permission(False, reason, "Sign in by a link in an e-mail.") for act, reason in _LOG_IN.items()}
)
OWN = Permission(False, "This author record is your own: nobody follows themselves.")
MAY_CLAIM = Permission(
    allowed=True,
    reason=None,
    next_step="Claim it, then prove that it is yours: your ORCID iD on the record approves at once; an address of your "
    "institution and co-authors who vouch do together; else a moderator looks.",
)
HELD = replace(
    MAY_CLAIM,
    next_step="Somebody's claim of this record was approved. Yours makes it disputed, and a moderator decides.",
)
CLAIMED = {
    ClaimState.PENDING: Permission(
        False, "Your claim waits for a decision.", "Add evidence to it: the more there is, the sooner it is decided."
    ),
    ClaimState.NEEDS_EVIDENCE: Permission(
        False, "Your claim needs more evidence.", "Add evidence to it; its reason says what a moderator asks for."
    ),
    ClaimState.DISPUTED: Permission(
        False, "Somebody else claims this record too; a moderator decides.", "Add evidence to your claim."
    ),
    ClaimState.APPROVED: Permission(False, "This author record is yours already."),
}
"""By the state of the viewer's open claim."""
NOT_YET = ViewerPermissions(
    follow=Permission(True, None),
    claim=MAY_CLAIM,
    invite=Permission(False, "Claim your own author record first; this one must be claimed by its author, too."),
    message=Permission(False, "Messages open once an invitation is accepted."),
)


def permissions(context: RequestContext, record: ResearcherRecord) -> ViewerPermissions | Awaitable[ViewerPermissions]:
    """Return what the viewer may do with a researcher's record; nobody is asked for somebody who is not signed in."""
    viewer = viewer_who_reads(context)
    return _permissions(context, viewer.account.id, record) if viewer is not None else ANONYMOUS


async def _permissions(context: RequestContext, account: str, record: ResearcherRecord) -> ViewerPermissions:
    tie = await context.loaders.tie.load((account, record.id))
    may_claim = HELD if record.claim_held else MAY_CLAIM
    claim = CLAIMED[ClaimState(tie.claim)] if tie.claim is not None else may_claim
    return replace(NOT_YET, claim=claim, follow=OWN if tie.owns else NOT_YET.follow)

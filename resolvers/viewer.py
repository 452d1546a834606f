"""What the viewer may do with an author record."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, replace

from graphdb.accounts.records import AccountRecord
from graphdb.claims.states import ClaimState
from graphdb.records import ResearcherRecord
from resolvers.authorisation import suspended_until, viewer_who_reads
from resolvers.collaboration.permissions import ALLOWED, Permission, unless, why_not_invited, why_not_written_to
from resolvers.context import RequestContext
from resolvers.refusals import AccountSuspendedError


@dataclass(frozen=True, slots=True)
class ViewerPermissions:
    """What the viewer may do with a researcher's record."""

    follow: Permission
    claim: Permission
    invite: Permission
    message: Permission
    edit: Permission


_LOG_IN = {
    "follow": "Log in to follow.",
    "claim": "Log in to claim.",
    "invite": "Log in and claim your own author record first; this one is not claimed either.",
    "message": "Log in first; messages open once an invitation is accepted.",
    "edit": "Log in and claim this author record first.",
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
NOT_THE_OWNER = Permission(False, "Only the owner of this author record may edit it.", "Claim it, if it is yours.")
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


def permissions(context: RequestContext, record: ResearcherRecord) -> ViewerPermissions | Awaitable[ViewerPermissions]:
    """Return what the viewer may do with a researcher's record; nobody is asked for somebody who is not signed in."""
    viewer = viewer_who_reads(context)
    return _permissions(context, viewer.account, record) if viewer is not None else ANONYMOUS


async def _permissions(context: RequestContext, account: AccountRecord, record: ResearcherRecord) -> ViewerPermissions:
    ends = (account.id, record.id)
    tie, standing = await asyncio.gather(context.loaders.tie.load(ends), context.loaders.standing.load(ends))
    follow = OWN if tie.owns else ALLOWED
    if (until := suspended_until(account)) is not None:
        refused = unless(str(AccountSuspendedError(until)))
        return ViewerPermissions(follow, claim=refused, invite=refused, message=refused, edit=refused)
    may_claim = HELD if record.claim_held else MAY_CLAIM
    return ViewerPermissions(
        follow=follow,
        claim=CLAIMED[ClaimState(tie.claim)] if tie.claim is not None else may_claim,
        invite=unless(why_not_invited(standing)),
        message=unless(why_not_written_to(standing)),
        edit=ALLOWED if tie.owns else NOT_THE_OWNER,
    )

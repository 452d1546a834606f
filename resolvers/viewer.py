"""What the viewer may do with an author record."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass

from graphdb.records import ResearcherRecord
from resolvers.authorisation import viewer_who_reads
from resolvers.collaboration.permissions import ALLOWED, Permission, unless, why_not_invited, why_not_written_to
from resolvers.context import RequestContext


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
ANONYMOUS = ViewerPermissions(**{act: Permission(False, reason) for act, reason in _LOG_IN.items()})
OWN = Permission(False, "This author record is your own: nobody follows themselves.")
NOT_YET = Permission(False, "Claims are not open yet.")


def permissions(context: RequestContext, record: ResearcherRecord) -> ViewerPermissions | Awaitable[ViewerPermissions]:
    """Return what the viewer may do with a researcher's record; nobody is asked for somebody who is not signed in."""
    viewer = viewer_who_reads(context)
    return _permissions(context, viewer.account.id, record.id) if viewer is not None else ANONYMOUS


async def _permissions(context: RequestContext, account: str, researcher: str) -> ViewerPermissions:
    ends = (account, researcher)
    tie, standing = await asyncio.gather(context.loaders.tie.load(ends), context.loaders.standing.load(ends))
    return ViewerPermissions(
        follow=OWN if tie.owns else ALLOWED,
        claim=NOT_YET,
        invite=unless(why_not_invited(standing)),
        message=unless(why_not_written_to(standing)),
    )

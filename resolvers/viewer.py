"""What the viewer may do with an author record."""

from collections.abc import Awaitable
from dataclasses import dataclass, replace

from graphdb.records import ResearcherRecord
from resolvers.authorisation import viewer_who_reads
from resolvers.context import RequestContext


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether the viewer may do a thing."""

    allowed: bool
    reason: str | None
    """Why not, as a sentence; None where it is allowed."""


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
NOT_YET = ViewerPermissions(
    follow=Permission(True, None),
    claim=Permission(False, "Claims are not open yet."),
    invite=Permission(False, "Claim this author record first: claims are not open yet."),
    message=Permission(False, "Messages open once an invitation is accepted."),
)


def permissions(context: RequestContext, record: ResearcherRecord) -> ViewerPermissions | Awaitable[ViewerPermissions]:
    """Return what the viewer may do with a researcher's record; nobody is asked for somebody who is not signed in."""
    viewer = viewer_who_reads(context)
    return _permissions(context, viewer.account.id, record.id) if viewer is not None else ANONYMOUS


async def _permissions(context: RequestContext, account: str, researcher: str) -> ViewerPermissions:
    tie = await context.loaders.tie.load((account, researcher))
    return replace(NOT_YET, follow=OWN) if tie.owns else NOT_YET

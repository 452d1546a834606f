"""What the viewer is and may do. Nobody can log in yet: every viewer is anonymous."""

from dataclasses import dataclass

from graphdb.records import ResearcherRecord
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


ANONYMOUS = ViewerPermissions(
    follow=Permission(False, "Log in to follow."),
    claim=Permission(False, "Log in to claim."),
    invite=Permission(False, "Log in and claim your own author record first; this one is not claimed either."),
    message=Permission(False, "Log in first; messages open once an invitation is accepted."),
)


def follows(_context: RequestContext, _id: str) -> bool:
    """Tell whether the viewer follows an entity."""
    return False


def permissions(_context: RequestContext, _record: ResearcherRecord) -> ViewerPermissions:
    """Return what the viewer may do with a researcher's record."""
    return ANONYMOUS

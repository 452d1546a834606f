"""Whether the viewer may invite and write to the owner of an author record, and why not."""

from dataclasses import dataclass

from graphdb.collaboration.standing import Standing

NOT_OPEN_YET = "Messages open once an invitation is accepted."
CLOSED = "Nothing can be written in this conversation at the moment."


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether the viewer may do a thing."""

    allowed: bool
    reason: str | None
    """Why not, as a sentence; None where it is allowed."""
    next_step: str | None = None
    """What the viewer can do, as a sentence; None where there is nothing to say."""


ALLOWED = Permission(True, None)


def unless(reason: str | None) -> Permission:
    """Return that a thing is allowed, unless there is a reason against it."""
    return ALLOWED if reason is None else Permission(False, reason)


def why_not_invited(standing: Standing | None) -> str | None:
    """Return what keeps the viewer from inviting, as sentences; None: nothing."""
    if standing is None:
        return "There is no such author record any more."
    return str(standing.obstacle) if standing.obstacle is not None else None


def why_not_written_to(standing: Standing | None) -> str | None:
    """Return what keeps the viewer from writing, as sentences; None: nothing."""
    if standing is None or standing.conversation is None:
        return NOT_OPEN_YET
    if standing.blocks:
        return "You have blocked this person. Unblock them first."
    return None if standing.can_be_heard else CLOSED

"""Who may do what: every resolver that reads or changes what is somebody's asks here first."""

from graphdb.accounts.moments import now, written
from graphdb.accounts.records import AccessScope, AccountRecord, AccountRole, SessionRecord
from resolvers.context import RequestContext, Viewer
from resolvers.refusals import (
    AccountSuspendedError,
    ForbiddenError,
    NotSignedInError,
    ScopeMissingError,
    SessionNeededError,
)


def viewer_who_reads(context: RequestContext) -> Viewer | None:
    """Return who asks, if they may read what is theirs; None for everybody else, who are shown nothing."""
    viewer = context.viewer
    return viewer if viewer is not None and viewer.may(AccessScope.READ) else None


def signed_in(context: RequestContext) -> AccountRecord:
    """Return the account of who asks for a change; raises `NotSignedInError` and `ScopeMissingError`."""
    if context.viewer is None:
        raise NotSignedInError
    may_change(context)
    return context.viewer.account


def suspended_until(account: AccountRecord) -> str | None:
    """Return until when an account is suspended, None where it is not."""
    until = account.suspended_until
    return until if until is not None and until > written(now()) else None


def in_good_standing(context: RequestContext) -> AccountRecord:
    """Return the account of who asks for what reaches others, or claims something.

    Raises what `signed_in` raises, and `AccountSuspendedError`. What is one's own alone, and ending what one began,
    needs no more than `signed_in`.
    """
    account = signed_in(context)
    until = suspended_until(account)
    if until is not None:
        raise AccountSuspendedError(until)
    return account


def own_account(context: RequestContext, account: str) -> None:
    """Raise `NotSignedInError` unless it is who asks, and may read what is theirs."""
    viewer = viewer_who_reads(context)
    if viewer is None or viewer.account.id != account:
        raise NotSignedInError


def may_change(context: RequestContext) -> None:
    """Raise `ScopeMissingError` for somebody who came with an access token that only reads: every mutation asks."""
    if context.viewer is not None and not context.viewer.may(AccessScope.WRITE):
        raise ScopeMissingError(AccessScope.WRITE)


def in_session(context: RequestContext) -> tuple[AccountRecord, SessionRecord]:
    """Return the account and session of who asks to change how they sign in, which no access token may.

    Raises `NotSignedInError` and `SessionNeededError`.
    """
    if context.viewer is None:
        raise NotSignedInError
    if context.viewer.session is None:
        raise SessionNeededError
    return context.viewer.account, context.viewer.session


def is_moderator(context: RequestContext) -> bool:
    """Whether who asks may see what moderators see."""
    viewer = context.viewer
    return viewer is not None and viewer.account.role is AccountRole.MODERATOR and viewer.may(AccessScope.MODERATE)


def moderator_who_reads(context: RequestContext) -> AccountRecord:
    """Return the account of who asks for what moderators see; raises what `moderator` raises."""
    viewer = context.viewer
    if viewer is None:
        raise NotSignedInError
    if viewer.account.role is not AccountRole.MODERATOR:
        raise ForbiddenError("Only moderators may see this.")
    if not viewer.may(AccessScope.MODERATE):
        raise ScopeMissingError(AccessScope.MODERATE)
    return viewer.account


def moderator(context: RequestContext) -> AccountRecord:
    """Return the account of who asks, a moderator; raises `ForbiddenError` and what `in_good_standing` raises."""
    account = in_good_standing(context)
    if account.role is not AccountRole.MODERATOR:
        raise ForbiddenError("Only moderators may do this.")
    if not is_moderator(context):
        raise ScopeMissingError(AccessScope.MODERATE)
    return account

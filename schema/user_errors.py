"""What a mutation answers instead of its payload."""

from collections.abc import Iterable
from dataclasses import fields
from typing import ClassVar

import strawberry

from graphdb.accounts import errors as accounts
from graphdb.claims import errors as claims
from graphdb.collaboration import errors as collaboration
from graphdb.errors import GraphError
from graphdb.follows import errors as follows
from graphdb.moderation import errors as moderation
from graphdb.notifications.notify import UnknownNotificationError
from graphdb.owner_edits import errors as owner_edits
from resolvers import refusals
from resolvers.errors import code_of


@strawberry.interface(description="Why a mutation did nothing.")
class UserError:
    """Base of the errors that stand in the unions of mutations; each names the domain's errors that it tells of.

    Further fields of an error are attributes of those, of the same names.
    """

    tells_of: ClassVar[tuple[type[GraphError], ...]] = ()

    message: str = strawberry.field(description="What happened and what to do, as sentences.")
    code: str = strawberry.field(description="One of the codes of errors, for programs.")


def told(error: GraphError, types: Iterable[type[UserError]]) -> UserError:
    """Return the one of `types` that tells of an error of the domain; raises the error where none does."""
    for type_ in types:
        if isinstance(error, type_.tells_of):
            more = {f.name: getattr(error, f.name) for f in fields(type_) if f.name not in {"message", "code"}}
            return type_(message=str(error), code=code_of(error).code, **more)
    raise error


@strawberry.type(description="Only somebody who is signed in may do this.")
class NotSignedInError(UserError):
    """In every union of what needs an account."""

    tells_of: ClassVar = (refusals.NotSignedInError, accounts.UnknownAccountError)


@strawberry.type(
    description="The viewer may not do this: the role, the access token, or what it is to be done to does not allow "
    "it, or the account is suspended."
)
class ForbiddenError(UserError):
    """In every union of what needs more than an account, and of what an access token may not do."""

    tells_of: ClassVar = (
        refusals.ForbiddenError,
        refusals.AccountSuspendedError,
        refusals.ScopeMissingError,
        refusals.SessionNeededError,
    )


@strawberry.type(description="This was tried more often than it may be for a while.")
class TooManyAttemptsError(UserError):
    """In the unions of what is limited."""

    tells_of: ClassVar = (refusals.TooManyAttemptsError,)

    retry_after: int = strawberry.field(description="Seconds after which it may be tried again.")


@strawberry.type(description="Nothing that the viewer may see has the id.")
class UnknownIdError(UserError):
    """In the unions of what is done to one thing."""

    tells_of: ClassVar = (
        accounts.UnknownSessionError,
        accounts.UnknownAccessTokenError,
        follows.UnknownEntityError,
        claims.UnknownClaimError,
        claims.UnknownRecordError,
        moderation.UnknownResearcherError,
        moderation.UnknownWorkError,
        moderation.UnknownDecisionError,
        collaboration.UnknownConversationError,
        collaboration.UnknownInvitationError,
        collaboration.UnknownPersonError,
        collaboration.UnknownReportError,
        owner_edits.UnknownEditError,
        owner_edits.UnknownInstitutionError,
        UnknownNotificationError,
    )


@strawberry.type(description="A text is too long, or has characters that cannot be seen.")
class InvalidTextError(UserError):
    """In the unions of what takes a text; from the domain's `BadAccountInputError`."""

    tells_of: ClassVar = (accounts.BadAccountInputError,)

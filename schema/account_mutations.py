"""What people do with their accounts: call themselves something, make access tokens, leave."""

from typing import Annotated, ClassVar, cast

import strawberry

from graphdb.accounts import errors as domain
from graphdb.accounts.access_tokens import new_access_token
from graphdb.accounts.profile import AccountWishes, Named
from graphdb.accounts.records import AccessScope, AccessTokenRecord
from graphdb.notifications.records import EmailDigest, NotificationKind
from resolvers.accounts import access_tokens, account
from schema.account import AccessToken, Account, as_account
from schema.mutations import mutation
from schema.node import Info
from schema.user_errors import ForbiddenError, NotSignedInError, UnknownIdError, UserError


@strawberry.type(description="A value is not one that an account, or an access token, may have.")
class InvalidAccountInputError(UserError):
    """From the domain's `BadAccountInputError`."""

    tells_of: ClassVar = (domain.BadAccountInputError,)


@strawberry.input(description="What is to be changed of an account; what is left out stays as it is.")
class UpdateAccountInput:
    """See `AccountWishes`."""

    name: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="What the person is called on the site, in 100 characters at most; null for nothing in particular.",
    )
    email_digest: EmailDigest | None = strawberry.field(
        default=None, description="How often to be sent a letter about what has not been read."
    )
    muted_notifications: list[NotificationKind] | None = strawberry.field(
        default=None, description="All kinds of notifications that are not wanted; an empty list: all are wanted."
    )

    def wishes(self) -> AccountWishes:
        """What is wished."""
        named = None if self.name is strawberry.UNSET else Named(self.name)
        return AccountWishes(named, self.email_digest, self.muted_notifications)


@strawberry.type(description="The account is as it was wished.")
class AccountUpdated:
    """The payload of `updateAccount`."""

    account: Account = strawberry.field(description="The account.")


UpdateAccountResult = Annotated[
    AccountUpdated | InvalidAccountInputError | NotSignedInError | ForbiddenError,
    strawberry.union("UpdateAccountResult", description="What became of a change to an account."),
]


@strawberry.type(description="The account does not exist any more.")
class AccountDeleted:
    """The payload of `deleteAccount`."""

    id: strawberry.ID = strawberry.field(description="Id of the account.")


DeleteAccountResult = Annotated[
    AccountDeleted | NotSignedInError | ForbiddenError,
    strawberry.union("DeleteAccountResult", description="What became of an account that was to be deleted."),
]


@strawberry.input(description="An access token to make.")
class CreateAccessTokenInput:
    """See `NewAccessToken`."""

    name: str = strawberry.field(description="What it is for, in 100 characters at most.")
    scopes: list[AccessScope] = strawberry.field(description="What it allows, one scope at least.")
    expires_in_days: int = strawberry.field(default=90, description="Days for which it holds, 1 to 366.")
    client_id: str | None = strawberry.field(
        default=None,
        description="Chosen by the client: the same one makes no second token when the first answer was lost.",
    )


@strawberry.type(description="The access token is made.")
class AccessTokenCreated:
    """The payload of `createAccessToken`."""

    access_token: AccessToken = strawberry.field(description="The token.")
    secret: str | None = strawberry.field(
        description="What programs send as `Authorization: Bearer …`. It is shown this once and kept nowhere; null "
        "where the token had been made before under the same `clientId`."
    )


@strawberry.type(description="The account has as many access tokens as it may.")
class TooManyAccessTokensError(UserError):
    """From the domain's error of this name."""

    tells_of: ClassVar = (domain.TooManyAccessTokensError,)


CreateAccessTokenResult = Annotated[
    AccessTokenCreated | InvalidAccountInputError | TooManyAccessTokensError | NotSignedInError | ForbiddenError,
    strawberry.union("CreateAccessTokenResult", description="What became of an access token that was to be made."),
]


@strawberry.type(description="The access token does not hold any more.")
class AccessTokenRevoked:
    """The payload of `revokeAccessToken`."""

    id: strawberry.ID = strawberry.field(description="Id of the token.")


RevokeAccessTokenResult = Annotated[
    AccessTokenRevoked | NotSignedInError | ForbiddenError | UnknownIdError,
    strawberry.union("RevokeAccessTokenResult", description="What became of an access token that was to end."),
]


@strawberry.type
class AccountMutation:
    """Root fields."""

    @mutation(
        "Change what the viewer is called on the site, and what they want to be told of.",
        InvalidAccountInputError,
        NotSignedInError,
        ForbiddenError,
    )
    async def update_account(
        self, info: Info, input: Annotated[UpdateAccountInput, strawberry.argument(description="What to change.")]
    ) -> UpdateAccountResult | None:
        return AccountUpdated(account=as_account(await account.update(info.context, input.wishes())))

    @mutation(
        "Delete the viewer's account, at once and for ever, with all that is the person's own. The audit log keeps the "
        "id of the account and nothing else of it.",
        NotSignedInError,
        ForbiddenError,
    )
    async def delete_account(self, info: Info) -> DeleteAccountResult | None:
        return AccountDeleted(id=strawberry.ID(await account.delete(info.context)))

    @mutation(
        "Make an access token, with which programs act for the viewer. Only a browser that is signed in may.",
        InvalidAccountInputError,
        TooManyAccessTokensError,
        NotSignedInError,
        ForbiddenError,
    )
    async def create_access_token(
        self, info: Info, input: Annotated[CreateAccessTokenInput, strawberry.argument(description="The token.")]
    ) -> CreateAccessTokenResult | None:
        wanted = new_access_token(input.name, input.scopes, input.expires_in_days, input.client_id)
        record, secret = await access_tokens.create(info.context, wanted)
        return AccessTokenCreated(access_token=_as_token(record), secret=secret)

    @mutation("End an access token of the viewer's.", NotSignedInError, ForbiddenError, UnknownIdError)
    async def revoke_access_token(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="Id of the token.")]
    ) -> RevokeAccessTokenResult | None:
        return AccessTokenRevoked(id=strawberry.ID(await access_tokens.revoke(info.context, id)))


def _as_token(record: AccessTokenRecord) -> AccessToken:
    return cast("AccessToken", cast("object", record))

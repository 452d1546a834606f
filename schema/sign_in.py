"""Signing in and out, and the sessions that come of it."""

from typing import Annotated, ClassVar

import strawberry

from graphdb.accounts import errors as domain
from resolvers import sign_in_links
from resolvers.accounts import sessions, sign_in
from schema.account import Account, as_account
from schema.mutations import mutation
from schema.node import Info
from schema.user_errors import ForbiddenError, NotSignedInError, TooManyAttemptsError, UnknownIdError, UserError


@strawberry.type(description="The address has been taken down. Whether it has an account is not told.")
class SignInLinkRequested:
    """The payload of `requestSignInLink`."""

    email: str = strawberry.field(description="The address in its normal form, which a letter has been sent to.")


@strawberry.type(description="The text is no e-mail address that mail can be sent to.")
class InvalidEmailError(UserError):
    """From the domain's `BadEmailError`."""

    tells_of: ClassVar = (domain.BadEmailError,)


RequestSignInLinkResult = Annotated[
    SignInLinkRequested | InvalidEmailError | TooManyAttemptsError,
    strawberry.union("RequestSignInLinkResult", description="What became of the wish to sign in."),
]


@strawberry.type(description="The browser is signed in.")
class SignedIn:
    """The payload of `signInWithLink`."""

    account: Account = strawberry.field(description="The account, which was made if there was none.")


@strawberry.type(description="The link does not sign in: it is not of this site, too old, or has been used.")
class InvalidLinkError(UserError):
    """`code` says which: LINK_INVALID, LINK_EXPIRED or LINK_USED."""

    tells_of: ClassVar = (sign_in_links.LinkInvalidError, sign_in_links.LinkExpiredError, domain.LinkUsedError)


SignInWithLinkResult = Annotated[
    SignedIn | InvalidLinkError | TooManyAttemptsError,
    strawberry.union("SignInWithLinkResult", description="What became of a sign-in link."),
]


@strawberry.type(description="The browser is signed out.")
class SignedOut:
    """The payload of `signOut`."""

    was_signed_in: bool = strawberry.field(description="It was signed in before.")


@strawberry.type(description="The session has ended.")
class SessionRevoked:
    """The payload of `revokeSession`."""

    id: strawberry.ID = strawberry.field(description="Id of the session.")


RevokeSessionResult = Annotated[
    SessionRevoked | NotSignedInError | ForbiddenError | UnknownIdError,
    strawberry.union("RevokeSessionResult", description="What became of a session that was to end."),
]


@strawberry.type
class SignInMutation:
    """Root fields."""

    @mutation(
        "Send a sign-in link to an address. The answer is the same whether or not the address has an account: opening "
        "the link makes one where there is none.",
        InvalidEmailError,
        TooManyAttemptsError,
    )
    async def request_sign_in_link(
        self, info: Info, email: Annotated[str, strawberry.argument(description="The address.")]
    ) -> RequestSignInLinkResult | None:
        return SignInLinkRequested(email=await sign_in.request_link(info.context, email))

    @mutation(
        "Sign the browser in by the token of a link, which is what stands after its `#`: the answer sets a cookie. A "
        "link works once and for 15 minutes. Whoever was signed in before in the browser is signed out.",
        InvalidLinkError,
        TooManyAttemptsError,
    )
    async def sign_in_with_link(
        self, info: Info, token: Annotated[str, strawberry.argument(description="The token.")]
    ) -> SignInWithLinkResult | None:
        return SignedIn(account=as_account(await sign_in.sign_in_with_link(info.context, token)))

    @mutation("Sign the browser out: its session ends. Doing so twice is no error.")
    async def sign_out(self, info: Info) -> SignedOut | None:
        return SignedOut(was_signed_in=await sign_in.sign_out(info.context))

    @mutation(
        "End a session of the viewer's, in whatever browser it is.", NotSignedInError, ForbiddenError, UnknownIdError
    )
    async def revoke_session(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="Id of the session.")]
    ) -> RevokeSessionResult | None:
        return SessionRevoked(id=strawberry.ID(await sessions.revoke(info.context, id)))

"""Why nothing was done for an account."""

from graphdb.errors import GraphError


class AccountError(GraphError):
    """Base of the errors of accounts."""


class BadEmailError(AccountError):
    """A text is no e-mail address that mail can be sent to."""


class LinkUsedError(AccountError):
    """A sign-in link has been used, or a later one has."""

    def __init__(self) -> None:
        super().__init__("This link has been used, or another one after it.", "Ask for a new link.")


class UnknownSessionError(AccountError):
    """The account has no session of that id."""

    def __init__(self) -> None:
        super().__init__("You have no session of that id.", "`viewer.sessions` lists them.")


class UnknownAccessTokenError(AccountError):
    """The account has no access token of that id."""

    def __init__(self) -> None:
        super().__init__("You have no access token of that id.", "`viewer.accessTokens` lists them.")


class TooManyAccessTokensError(AccountError):
    """The account has as many access tokens as it may."""


class UnknownAccountError(AccountError):
    """No account answers to the address."""


class BadAccountInputError(AccountError):
    """A value that is too long, or otherwise not one that an account may have."""


class OrcidTakenError(AccountError):
    """Another account has proved the iD."""

    def __init__(self) -> None:
        super().__init__(
            "This ORCID iD belongs to another account.",
            "Sign out, and sign in with ORCID to use that one; delete it there to free the iD.",
        )


class OrcidDiffersError(AccountError):
    """The account has proved another iD."""

    def __init__(self, orcid: str) -> None:
        super().__init__(f"This account belongs to the ORCID iD {orcid}.", "Sign out first to sign in with another iD.")

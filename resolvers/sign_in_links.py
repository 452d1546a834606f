"""What a sign-in link carries: an address, signed, for a while."""

import secrets
from collections.abc import Callable
from functools import cached_property

from itsdangerous import BadSignature, URLSafeTimedSerializer

from graphdb.accounts.moments import after, now
from graphdb.accounts.sign_in import SignInLink
from graphdb.errors import GraphError

VALID = 900.0
"""Seconds."""
CLOCKS_DIFFER = 300.0
"""Seconds that a link may seem to come from the future: clocks are set back."""
_SALT = "sign-in link, version 1"
LONGEST = 1000


class LinkInvalidError(GraphError):
    """A text is no link of this server, or not of the kind or for the account that it was used for."""

    def __init__(self) -> None:
        super().__init__("This is no link of this site.", "Ask for a new link, and use it whole.")


class LinkExpiredError(GraphError):
    """A link is too old."""

    def __init__(self, valid: float) -> None:
        super().__init__("This link is too old.", f"Ask for a new one; it holds for {valid / 60:,.0f} minutes.")


class SignInLinks:
    """Signs and reads the tokens in sign-in links; `key` gives the server's secret when it is first needed."""

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key = key

    @cached_property
    def _serializer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._key(), _SALT)

    def token(self, email: str, sign_ins: int) -> str:
        """Return the token of a link for an address whose account has signed in so often."""
        return str(self._serializer.dumps([secrets.token_hex(8), email, sign_ins]))

    def read(self, token: str) -> SignInLink:
        """Return what a token proves; raises `LinkInvalidError` and `LinkExpiredError`."""
        try:
            given, signed = self._serializer.loads(token[:LONGEST], return_timestamp=True)
            id_, email, sign_ins = given
        except (BadSignature, TypeError, ValueError):
            raise LinkInvalidError from None
        age = (now() - signed).total_seconds()
        if age < -CLOCKS_DIFFER:
            raise LinkInvalidError
        if age > VALID:
            raise LinkExpiredError(VALID)
        return SignInLink(id_, email, sign_ins, after(signed, VALID + CLOCKS_DIFFER))

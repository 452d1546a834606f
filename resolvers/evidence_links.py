"""What a link carries that confirms an address as evidence for a claim: signed, for a while, for one account alone."""

import secrets
from collections.abc import Callable
from functools import cached_property

from itsdangerous import BadSignature, URLSafeTimedSerializer

from graphdb.accounts.moments import after, now
from graphdb.claims.proofs import EmailLink
from resolvers.sign_in_links import CLOCKS_DIFFER, LONGEST, LinkExpiredError, LinkInvalidError

VALID = 86_400.0
"""Seconds."""
_SALT = "address as evidence, version 1"


class EvidenceLinks:
    """Signs and reads the tokens in such links; `key` gives the server's secret when it is first needed."""

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key = key

    @cached_property
    def _serializer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._key(), _SALT)

    def token(self, account: str, claim: str, email: str) -> str:
        """Return the token of a link by which an account confirms an address for a claim."""
        return str(self._serializer.dumps([secrets.token_hex(8), account, claim, email]))

    def read(self, token: str, account: str) -> EmailLink:
        """Return what a token proves to the account that asked for it.

        Raises `LinkInvalidError`, also for somebody else's, and `LinkExpiredError`.
        """
        try:
            given, signed = self._serializer.loads(token[:LONGEST], return_timestamp=True)
            id_, whose, claim, email = given
        except (BadSignature, TypeError, ValueError):
            raise LinkInvalidError from None
        age = (now() - signed).total_seconds()
        if age < -CLOCKS_DIFFER or whose != account:
            raise LinkInvalidError
        if age > VALID:
            raise LinkExpiredError(VALID)
        return EmailLink(id_, whose, claim, email, after(signed, VALID + CLOCKS_DIFFER))

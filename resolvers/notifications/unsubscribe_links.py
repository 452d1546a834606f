"""What a link to unsubscribe carries: an account, signed, for ever. It ends letters and does nothing else."""

from collections.abc import Callable
from functools import cached_property

from itsdangerous import BadSignature, URLSafeSerializer

_SALT = "unsubscribe link, version 1"
_LONGEST = 500


class UnsubscribeLinks:
    """Signs and reads the tokens of such links; `key` gives the server's secret when it is first needed."""

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key = key

    @cached_property
    def _serializer(self) -> URLSafeSerializer:
        return URLSafeSerializer(self._key(), _SALT)

    def token(self, account: str) -> str:
        """Return the token of an account's link."""
        return str(self._serializer.dumps(account))

    def read(self, token: str) -> str | None:
        """Return the account that a token names, None for what is no such token."""
        try:
            account = self._serializer.loads(token[:_LONGEST])
        except (BadSignature, ValueError):
            return None
        return account if isinstance(account, str) else None

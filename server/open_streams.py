"""How many WebSockets and event streams each account, or each address of strangers, holds open."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from starlette.requests import HTTPConnection

from server.error_codes import TOO_MANY_STREAMS
from server.metrics import OPEN_STREAMS
from server.rate_limit import place_of
from server.request_errors import RequestError

StreamKind = Literal["websocket", "events"]


class OpenStreams:
    """The streams of everybody, in one process; an account, or an address of strangers, may hold `most` open."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: Counter[str] = Counter()

    @contextmanager
    def one_more(
        self, connection: HTTPConnection, kind: StreamKind, account: str | None = None
    ) -> Iterator["OpenStream"]:
        """Count a stream for as long as the block lasts; raises a `RequestError` where there are too many."""
        address, _ = place_of(connection)
        stream = OpenStream(self, self.take(account or address, "account" if account else "address"))
        OPEN_STREAMS.labels(kind).inc()
        try:
            yield stream
        finally:
            OPEN_STREAMS.labels(kind).dec()
            self.give_back(stream.holder)

    def take(self, holder: str, what: str) -> str:
        """Count one more for who holds it, and return that; raises a `RequestError` where there are too many."""
        if self._open[holder] >= self._most:
            raise RequestError(
                429,
                TOO_MANY_STREAMS,
                f"Your {what} holds {self._most} streams open, which is as many as it may.",
                headers={"retry-after": "10"},
            )
        self._open[holder] += 1
        return holder

    def give_back(self, holder: str) -> None:
        """Count one less."""
        self._open[holder] -= 1
        if not self._open[holder]:
            del self._open[holder]


@dataclass(slots=True)
class OpenStream:
    """One that is open."""

    _streams: OpenStreams
    holder: str
    """The account or address that it is counted for."""

    def belongs_to(self, account: str) -> None:
        """Count it for an account from now on: a WebSocket says who opened it when it is open.

        Raises a `RequestError` where the account has too many.
        """
        if account != self.holder:
            before, self.holder = self.holder, self._streams.take(account, "account")
            self._streams.give_back(before)

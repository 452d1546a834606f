"""How many WebSockets and event streams each address holds open."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from starlette.requests import HTTPConnection

from server.error_codes import TOO_MANY_STREAMS
from server.metrics import OPEN_STREAMS
from server.rate_limit import place_of
from server.request_errors import RequestError

StreamKind = Literal["websocket", "events"]


class OpenStreams:
    """The streams of all addresses, in one process; an address may hold `most` open."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: Counter[str] = Counter()

    @contextmanager
    def one_more(self, connection: HTTPConnection, kind: StreamKind) -> Iterator[None]:
        """Count a stream for as long as the block lasts; raises a `RequestError` where there are too many."""
        address, _ = place_of(connection)
        if self._open[address] >= self._most:
            raise RequestError(
                429,
                TOO_MANY_STREAMS,
                f"Your address holds {self._most} streams open, which is as many as it may.",
                headers={"retry-after": "10"},
            )
        self._open[address] += 1
        OPEN_STREAMS.labels(kind).inc()
        try:
            yield
        finally:
            OPEN_STREAMS.labels(kind).dec()
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]

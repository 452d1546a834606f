"""How much a caller may ask for: a bucket of rows that fills evenly, in a minute (a token bucket)."""

import math
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

FILLED_IN = 60.0
"""Seconds in which an empty bucket is full."""
MOST_DEBT = 10
"""Full buckets that a caller may owe: more is forgiven, so that nobody who took a large file waits for hours."""
MIN_PRICE = 100
"""Rows that a request counts for at least: one that returns nothing is work too."""


@dataclass(frozen=True, slots=True)
class RateLimitRecord:
    """How things stand with a caller's allowance."""

    limit: int
    """Rows in a full bucket."""
    cost: int
    """What the request takes of it."""
    remaining: int
    """Rows left, once the request has been paid for."""
    reset_at: str
    """When the bucket is full if nothing more is asked: ISO 8601 date-time in UTC."""


@dataclass(slots=True)
class Allowance:
    """The bucket of one caller.

    Whoever has the least price left may ask for anything that one request may cost: the debt is waited for afterwards.
    Else a limit below the largest cost would refuse what it should only slow down.
    """

    limit: int
    _left: float = field(init=False)
    _filled: float = field(init=False)

    def __post_init__(self) -> None:
        self._left = float(self.limit)
        self._filled = time.monotonic()

    def admit(self) -> float:
        """Take the price of a request, and return 0; or how many seconds to wait until one will be admitted."""
        self._fill()
        needed = min(MIN_PRICE, self.limit)
        if self._left < needed:
            return (needed - self._left) * FILLED_IN / self.limit
        self._left -= MIN_PRICE
        return 0.0

    def spend(self, rows: int) -> None:
        """Take what a request that was admitted costs beyond the least price, which `admit` took."""
        self._left = max(self._left - rows, -float(MOST_DEBT * self.limit))

    def state(self, cost: int) -> RateLimitRecord:
        """Return how things stand, for a request that costs `cost` rows."""
        self._fill()
        full = timedelta(seconds=(self.limit - self._left) * FILLED_IN / self.limit)
        at = (datetime.now(UTC) + full).strftime("%Y-%m-%dT%H:%M:%SZ")
        return RateLimitRecord(self.limit, cost, max(0, math.floor(self._left)), at)

    def _fill(self) -> None:
        now = time.monotonic()
        self._left = min(self.limit, self._left + (now - self._filled) * self.limit / FILLED_IN)
        self._filled = now

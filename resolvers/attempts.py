"""How often a thing may be tried: a bucket of attempts for each who tries, which fills evenly."""

import math
import time
from collections import OrderedDict
from dataclasses import dataclass

from resolvers.refusals import TooManyAttemptsError

_REMEMBERED = 50_000
"""Buckets at once; of more, those that were used the longest ago are forgotten."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many attempts in so many seconds."""

    name: str
    """Of what is tried; each has buckets of its own."""
    attempts: int
    seconds: float


class Attempts:
    """Those of everybody, in one process: several workers count each for itself."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def wait(self, limit: Limit, who: str, times: int = 1) -> float:
        """Take an attempt and return 0, or return how many seconds to wait for one; `times` widens the limit."""
        key, now, most = (limit.name, who), time.monotonic(), float(limit.attempts * times)
        left, filled = self._buckets.get(key, (most, now))
        left = min(most, left + (now - filled) * most / limit.seconds)
        taken = left >= 1
        self._buckets[key] = (left - taken, now)
        self._buckets.move_to_end(key)
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        return 0.0 if taken else (1 - left) * limit.seconds / most

    def take(self, limit: Limit, who: str, times: int = 1) -> None:
        """Take an attempt; raises `TooManyAttemptsError` where there is none left."""
        wait = self.wait(limit, who, times)
        if wait > 0:
            raise TooManyAttemptsError(math.ceil(wait))
